/** `wikilit/compat` where it is used: on pages without jQuery, and in the place of MediaWiki's own classes. */
import {readFile} from 'node:fs/promises';
import type {Page} from '@playwright/test';
import type {Api, ForeignApi, Rest} from 'wikilit/compat';
import {expect, newestRevision, test} from './fixtures.js';
import {signIn} from './signed-in.js';
import type {TestWiki} from './wiki/index.js';

type Compat = typeof import('wikilit/compat');

/** The page's `mw`, as far as the tests use it. */
interface Mw {
  Api: new () => Api;
  ForeignApi: new (url: string) => ForeignApi;
  Rest: new () => Rest;
  ForeignRest: unknown;
  loader: {getState(module: string): string; using(modules: string | string[]): Promise<void>};
  config: {get(name: string): unknown};
}

declare const mw: Mw;

/** Puts ours in the place of the wiki's own classes, on the page that is open. */
const install = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const path = '/dist/compat.js';
    const {install} = (await import(path)) as Compat;
    install();
  });

/** What asked the wiki's API since then, ours or core's own (which says so in a header). */
function apiRequests(wiki: TestWiki, since: number): {action: string | undefined; by: 'core' | 'ours'}[] {
  const asked = wiki.front.requests.slice(since).filter(({url, headers}) => url.includes('api.php') && !String(headers['user-agent']).startsWith('wikilit-tests'));
  return asked.map(({action, headers}) => ({action, by: headers['x-requested-with'] ? 'core' : 'ours'}));
}

test.describe('on a bare page of another origin, without jQuery', () => {
  test('a wiki is read as nobody', async ({page, wiki}) => {
    const other = await wiki.door({host: 'localhost'});
    await page.goto(`${wiki.origin}/pages/bare.html`);
    const got = await page.evaluate(async (url) => {
      const path = '/dist/compat.js';
      const {ForeignApi, loadedMessages} = (await import(path)) as Compat;
      const api = new ForeignApi(url, {anonymous: true});
      const failed = (promise: {fail(callback: (...args: never[]) => void): unknown}): Promise<unknown[]> =>
        new Promise((resolve) => {
          promise.fail((...args: unknown[]) => resolve(args));
        });
      const [code, details] = await failed(api.get({action: 'nonsense'}));
      await api.loadMessagesIfMissing(['edit', 'no-such-message-here']);
      const categories = await api.getCategories('Sandbox');
      return {
        user: ((await api.get({meta: 'userinfo'})) as {query: {userinfo: {anon?: string}}}).query.userinfo.anon,
        html: await api.parse("''x''"),
        isCategory: await Promise.all([api.isCategory('Category:Lighthouses'), api.isCategory('Sandbox')]),
        categories: categories && categories.map(String),
        messages: [...loadedMessages],
        error: [code, api.getErrorMessage(details).text()],
        noToken: (await failed(api.getToken('csrf')))[0],
        notFound: api.getErrorMessage((await failed(new ForeignApi(`${url}x`, {anonymous: true}).get({})))[1]).text(),
        nobodyThere: api.getErrorMessage((await failed(new ForeignApi('http://127.0.0.1:9/api.php', {anonymous: true}).get({})))[1]).text(),
        native: await api
          .get({action: 'nonsense'})
          .native()
          .catch((error: {name: string; code: string}) => [error.name, error.code]),
      };
    }, other.api);
    expect(got).toMatchObject({
      user: '',
      html: expect.stringContaining('<i>x</i>'),
      messages: [['edit', 'Edit']],
      noToken: 'query-missing',
      nobodyThere: 'The server could not be reached.',
      native: ['ApiError', 'badvalue'],
    });
    expect(got.error).toEqual(['badvalue', expect.stringContaining('nonsense')]);
    // A page that sends no CORS headers looks like no server at all.
    expect(got.notFound).not.toBe('');
    await other.close();
  });

  test('with cookies, where the wiki allows the page: edits, watches, options, uploads', async ({page, wiki}) => {
    const other = await wiki.door({crossSite: ['127.0.0.1:*', '127.0.0.1'], scenario: 'crossoriginrest'});
    await signIn(page, wiki);
    await page.goto(`${wiki.origin}/pages/bare.html`);
    const got = await page.evaluate(async ([url, rest]) => {
      const path = '/dist/wikilit.js';
      const {ForeignApi, ForeignRest} = (await import(path)) as Compat;
      const api = new ForeignApi(url);
      const text = (size: number): Blob => new Blob([`${'x'.repeat(99)}\n`.repeat(size / 100)], {type: 'text/plain'});
      const progress: number[] = [];
      const uploaded = await api.upload(text(1000), {filename: 'Whole.txt', comment: 'c', text: 't', ignorewarnings: true}).progress((fraction) => progress.push(fraction));
      const chunked = await api.chunkedUploadToStash(text(5000), {filename: 'Chunked.txt', comment: 'c'}, 2000);
      const published = await chunked({ignorewarnings: true});
      const read = await new ForeignRest(rest, api).get('/v1/page/Sandbox/bare');
      const wikilit = await api.wiki;
      return {
        edited: await api.edit('Sandbox', ({content}) => ({text: `${content}\nfrom afar`, summary: 'compat'})),
        created: await api.create('Made from afar', {summary: 's'}, 'new'),
        section: await api.newSection('Sandbox', 'A heading', 'words'),
        watched: await api.watch(['Sandbox', 'Made from afar'], '1 week'),
        unwatched: await api.unwatch('Sandbox'),
        saved: await api.saveOptions({gender: 'female', 'userjs-a': 'x|y', 'userjs-b': null}),
        info: await api.getUserInfo(),
        uploaded,
        progress,
        published,
        read,
        user: (await wikilit.userinfo()).name,
        shared: await wikilit.session.tokens.get('csrf').then((token) => api.getToken('csrf').then((same) => token === same)),
      };
    }, [other.api, `${other.origin}/w/rest.php`] as const);
    expect(got).toMatchObject({
      edited: {result: 'Success'},
      created: {result: 'Success', new: true},
      section: {edit: {result: 'Success'}},
      watched: expect.arrayContaining([expect.objectContaining({title: 'Sandbox', watched: true}), expect.objectContaining({title: 'Made from afar', watched: true})]),
      unwatched: {title: 'Sandbox', unwatched: true},
      info: {groups: expect.arrayContaining(['user'])},
      uploaded: {upload: {result: 'Success', filename: 'Whole.txt'}},
      published: {upload: {result: 'Success', filename: 'Chunked.txt'}},
      read: {title: 'Sandbox'},
      user: 'Olga',
      shared: true,
    });
    expect(got.progress.at(-1)).toBe(1);
    expect((await newestRevision(wiki.api, 'Sandbox')).text).toContain('from afar');
    await other.close();
  });
});

test('where the part that uploads cannot be loaded, the upload fails, and the next one tries again', async ({page, wiki}) => {
  await signIn(page, wiki);
  const upload = (): Promise<unknown> =>
    page.evaluate(async (url) => {
      const path = '/dist/compat.js';
      const {Api} = (await import(path)) as Compat;
      return new Promise((resolve) => {
        new Api({ajax: {url}}).upload(new Blob(['x'], {type: 'text/plain'}), {filename: 'X.txt', stash: true, ignorewarnings: true}).always((first: unknown) => resolve(first));
      });
    }, wiki.api);
  await page.route('**/shared/uploading*', (route) => route.abort());
  expect(await upload()).toBe('http');
  await page.unroute('**/shared/uploading*');
  await page.reload();
  expect(await upload()).toMatchObject({upload: {result: 'Success'}});
});

test.describe('in the place of MediaWiki’s own', () => {
  test('importing changes nothing; install() takes over what is loaded later, and uninstall() gives it back', async ({page, wiki}) => {
    await page.goto(`${wiki.origin}/wiki/Special:BlankPage`);
    const before = wiki.front.requests.length;
    const got = await page.evaluate(async () => {
      const path = '/dist/compat.js';
      const state = mw.loader.getState('mediawiki.ForeignApi.core');
      const api = mw.Api;
      const compat = (await import(path)) as Compat;
      const untouched = mw.Api === api;
      const {uninstall, originals} = compat.install();
      const used = await mw.loader.using(['mediawiki.api', 'mediawiki.ForeignApi']).then(() => new mw.Api());
      const foreign = new mw.ForeignApi('https://other.example/w/api.php');
      const answer = await used.get({meta: 'userinfo'});
      const ours = [used instanceof compat.Api, foreign instanceof compat.ForeignApi, mw.Rest === compat.Rest, mw.ForeignRest === compat.ForeignRest];
      uninstall();
      return {state, untouched, answer, ours, kept: Object.keys(originals).sort(), core: [mw.Api === compat.Api, mw.ForeignApi === originals.ForeignApi, new mw.Api() instanceof compat.Api]};
    });
    expect(got).toMatchObject({state: 'registered', untouched: true, answer: {query: {userinfo: {anon: ''}}}, ours: [true, true, true, true], kept: ['Api', 'ForeignApi', 'ForeignRest', 'Rest'], core: [false, true, false]});
    expect(apiRequests(wiki, before)).toEqual([{action: 'query', by: 'ours'}]);
  });

  test('the file saved as a gadget can be required by another', async ({page, wiki}) => {
    await page.goto(`${wiki.origin}/wiki/Special:BlankPage`);
    const library = await readFile(new URL('../dist/wikilit.iife.js', import.meta.url), 'utf8');
    // As ResourceLoader delivers a gadget.
    await page.addScriptTag({content: `mw.loader.register('ext.gadget.wikilit', '1'); mw.loader.implement('ext.gadget.wikilit@1', function ($, jQuery, require, module) {${library}\n});`});
    const got = await page.evaluate(async () => {
      const {loader} = mw as unknown as {loader: {using(name: string): Promise<(name: string) => Compat>}};
      const name = 'ext.gadget.wikilit';
      const {Api} = (await loader.using(name))(name);
      return [Api === (globalThis as unknown as {wikilit: Compat}).wikilit.Api, (await new Api().get({meta: 'userinfo'}))['batchcomplete']];
    });
    expect(got).toEqual([true, '']);
  });

  test('what gadgets write runs unchanged', async ({page, wiki}) => {
    await signIn(page, wiki);
    await page.goto(`${wiki.origin}/wiki/Sandbox`);
    await install(page);
    const before = wiki.front.requests.length;
    const got = await page.evaluate(async () => {
      await mw.loader.using('mediawiki.api');
      const api = new mw.Api();
      const posted = await new Promise((resolve) => {
        api
          .postWithToken('csrf', {action: 'options', change: 'userjs-x=1'})
          .done((answer) => resolve(answer['options']))
          .fail((code) => resolve(code));
      });
      const edited = await api.edit('Sandbox', (revision) => ({text: `${revision.content}\nby a gadget`, summary: 'gadget'}));
      return {posted, edited};
    });
    expect(got).toMatchObject({posted: 'success', edited: {result: 'Success'}});
    expect(apiRequests(wiki, before)).toEqual(['options', 'query', 'edit'].map((action) => ({action, by: 'ours'})));
    expect(await newestRevision(wiki.api, 'Sandbox')).toMatchObject({comment: 'gadget', text: expect.stringContaining('by a gadget')});
  });

  test('the watch star keeps working', async ({page, wiki}) => {
    await signIn(page, wiki);
    await page.goto(`${wiki.origin}/wiki/Main_Page?useskin=monobook`);
    await install(page);
    const before = wiki.front.requests.length;
    await page.locator('#ca-watch a').click();
    await expect(page.locator('#ca-unwatch')).toBeVisible();
    await page.locator('#ca-unwatch a').click();
    await expect(page.locator('#ca-watch')).toBeVisible();
    const asked = apiRequests(wiki, before);
    expect(asked.filter(({action}) => action === 'watch')).toEqual([{action: 'watch', by: 'ours'}, {action: 'watch', by: 'ours'}]);
    expect(asked.filter(({by}) => by === 'core')).toEqual([]);
  });

  test('the live preview keeps working', async ({page, wiki}) => {
    await signIn(page, wiki);
    await page.goto(`${wiki.origin}/wiki/Sandbox`);
    await install(page);
    await page.evaluate(async () => {
      await mw.loader.using('mediawiki.api');
      await new mw.Api().saveOption('uselivepreview', 1);
    });
    // As a gadget does it that all pages load: before the modules that use it run.
    const library = await readFile(new URL('../dist/wikilit.iife.js', import.meta.url), 'utf8');
    await page.addInitScript(`${library}\n(window.RLQ = window.RLQ || []).push(() => wikilit.install());`);
    await page.goto(`${wiki.origin}/w/index.php?title=Sandbox&action=edit&useskin=monobook`);
    const before = wiki.front.requests.length;
    await page.locator('#wpTextbox1').fill("A ''live'' preview");
    await page.locator('#wpPreview').click();
    await expect(page.locator('#wikiPreview i')).toHaveText('live');
    expect(new URL(page.url()).searchParams.get('action')).toBe('edit');
    const asked = apiRequests(wiki, before);
    expect(asked.filter(({action}) => action === 'parse')).toEqual([{action: 'parse', by: 'ours'}]);
    expect(asked.filter(({by}) => by === 'core')).toEqual([]);
  });

  test.describe('core’s links with a token in them', () => {
    test.use({allowedSecrets: ['an address']});

    test('the rollback link keeps working', async ({page, wiki}) => {
      await signIn(page, wiki, wiki.users.Henrik);
      await page.evaluate(async (api) => {
        const path = '/dist/compat.js';
        const {Api} = (await import(path)) as Compat;
        await new Api({ajax: {url: api}}).edit('Sandbox', () => 'to be rolled back');
      }, wiki.api);
      await page.context().clearCookies();
      await signIn(page, wiki, wiki.users.Admin);
      await page.goto(`${wiki.origin}/w/index.php?title=Sandbox&action=history&useskin=monobook`);
      await install(page);
      await page.locator('.mw-rollback-link a').first().click();
      const confirm = page.getByRole('button', {name: /^(rollback|ok|confirm|yes)/i});
      await expect(confirm.or(page.getByText(/Reverted edits by/))).toBeVisible();
      if (await confirm.isVisible()) await confirm.click();
      await expect(page.getByText(/Reverted edits by/).first()).toBeVisible();
      expect((await newestRevision(wiki.api, 'Sandbox')).text).not.toContain('to be rolled back');
    });
  });
});

test('a post that is redirected to another site: core’s takes the token there, ours does not go', async ({page, wiki}) => {
  const other = await wiki.door({host: 'localhost', crossSite: ['127.0.0.1:*', '127.0.0.1']});
  await signIn(page, wiki);
  await page.goto(`${wiki.origin}/wiki/Special:BlankPage`);
  await page.route('**/moved/api.php', (route) => route.fulfill({status: 307, headers: {Location: `${other.api}?origin=${encodeURIComponent(wiki.origin)}`}}));
  const posted = (): unknown[] => other.requests.filter(({method}) => method === 'POST').map(({action}) => action);
  const before = posted().length;
  const post = (which: 'core' | 'ours'): Promise<string> =>
    page.evaluate(async (which) => {
      const path = '/dist/compat.js';
      await mw.loader.using('mediawiki.api');
      const {Api: Ours} = (await import(path)) as Compat;
      const Api = (which === 'core' ? mw.Api : Ours) as typeof Ours;
      return new Promise((resolve) => {
        new Api({ajax: {url: '/moved/api.php'}}).post({action: 'purge', titles: 'Sandbox', token: 'secret'}).always((first: unknown) => resolve(String(first)));
      });
    }, which);
  expect(await post('ours')).toBe('http');
  expect(posted().slice(before)).toEqual([]);
  await post('core');
  expect(posted().slice(before)).toEqual(['purge']);
  await other.close();
});
