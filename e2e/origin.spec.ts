import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {chromium, type Page} from '@playwright/test';
import {chromiumLaunch} from './chromium.js';
import {expect, newestRevision, test} from './fixtures.js';
import {signIn} from './signed-in.js';
import type {Door} from './wiki/index.js';

/**
 * The rows of the decision table (src/core/origin.ts) that a MediaWiki 1.43 can show, each in the browser: pages on
 * the wiki's origin, on another port of its host ("same site"), and on another host ("cross site").
 */

type How = {auth: 'anonymous' | 'cookies' | {accessToken: string}};

/** Asks who one is through the library, in the page. */
function whoAmI(page: Page, api: string, how: How): Promise<string> {
  return page.evaluate(
    async ([api, how]) => {
      const path = '/dist/wikilit.js';
      const {Wiki} = (await import(path)) as typeof import('wikilit');
      const wiki = new Wiki(api, {...how, retry: false});
      try {
        const {query} = await wiki.get<{query: {userinfo: {name: string; anon?: boolean}}}>({action: 'query', meta: 'userinfo'});
        return query.userinfo.anon ? 'nobody' : query.userinfo.name;
      } catch (error) {
        return `${(error as Error).name} ${(error as {code?: string}).code ?? ''}`.trim();
      }
    },
    [api, how] as const,
  );
}

const methods = ({requests}: Door): string[] => requests.filter(({url}) => url.includes('api.php')).map(({method}) => method);

test.describe('as the browser and the wiki have it', () => {
  test('same origin: the user of the cookies', async ({page, wiki}) => {
    await signIn(page, wiki);
    expect(await whoAmI(page, wiki.api, {auth: 'cookies'})).toBe('Olga');
  });

  test('same origin, as nobody: nobody', async ({page, wiki}) => {
    await signIn(page, wiki);
    expect(await whoAmI(page, wiki.api, {auth: 'anonymous'})).toBe('nobody');
  });

  test('same origin with origin=<self> would be refused: the reason why it is never sent', async ({page, wiki}) => {
    await page.goto(`${wiki.origin}/pages/bare.html`);
    const status = await page.evaluate(async ([api, origin]) => (await fetch(`${api}?action=query&format=json&origin=${encodeURIComponent(origin)}`)).status, [wiki.api, wiki.origin] as const);
    expect(status).toBe(403);
  });

  for (const [where, host] of [['same site', '127.0.0.1'], ['cross site', 'localhost']] as const) {
    test(`${where}, origin=*: nobody, one request, no preflight`, async ({page, wiki}) => {
      await signIn(page, wiki);
      const home = await wiki.door({host});
      const open = await wiki.door();
      await page.goto(`${home.origin}/pages/bare.html`);
      expect(await whoAmI(page, open.api, {auth: 'anonymous'})).toBe('nobody');
      expect(methods(open)).toEqual(['GET']);
      await Promise.all([home.close(), open.close()]);
    });
  }

  test('same site, listed: the user of the cookies; reads, tokens and edits', async ({page, wiki}) => {
    const home = await wiki.door();
    const listed = await wiki.door({crossSite: [new URL(home.origin).host]});
    await signIn(page, wiki);
    await page.goto(`${home.origin}/pages/bare.html`);
    expect(await whoAmI(page, listed.api, {auth: 'cookies'})).toBe('Olga');
    const saved = await page.evaluate(async (api) => {
      const path = '/dist/wikilit.js';
      const {Wiki} = (await import(path)) as typeof import('wikilit');
      return new Wiki(api, {auth: 'cookies'}).page('Sandbox').edit({text: 'from a listed site', summary: 'x'});
    }, listed.api);
    expect(saved.outcome).toBe('saved');
    await Promise.all([home.close(), listed.close()]);
  });

  test('same site, not listed: the wiki executes it, the page sees a network error', async ({page, wiki}) => {
    const home = await wiki.door();
    const unlisted = await wiki.door({crossSite: ['elsewhere.example']});
    await signIn(page, wiki);
    await page.goto(`${home.origin}/pages/bare.html`);
    expect(await whoAmI(page, unlisted.api, {auth: 'cookies'})).toBe('NetworkError');
    await Promise.all([home.close(), unlisted.close()]);
  });

  test('cross site, listed, cookies held back by SameSite: told, where plain fetch falls to nobody in silence', async ({page, wiki}) => {
    const home = await wiki.door({host: 'localhost'});
    const listed = await wiki.door({crossSite: [new URL(home.origin).host]});
    await signIn(page, wiki);
    await page.goto(`${home.origin}/pages/bare.html`);
    const plain = await page.evaluate(async ([api, origin]) => {
      const response = await fetch(`${api}?action=query&meta=userinfo&format=json&formatversion=2&origin=${encodeURIComponent(origin)}`, {credentials: 'include'});
      return ((await response.json()) as {query: {userinfo: {anon?: boolean}}}).query.userinfo.anon;
    }, [listed.api, home.origin] as const);
    expect(plain).toBe(true);
    expect(await whoAmI(page, listed.api, {auth: 'cookies'})).toBe('LoginError assertuserfailed');
    await Promise.all([home.close(), listed.close()]);
  });

  test('a sandboxed page, whose origin is null: reads as nobody; cannot be somebody, and is told why', async ({page, wiki}) => {
    const open = await wiki.door();
    await page.goto(`${wiki.origin}/pages/bare.html`);
    const said = page.waitForEvent('console');
    await page.setContent(`<iframe sandbox="allow-scripts" srcdoc="<script type=module>
      import {Wiki} from '${wiki.origin}/dist/wikilit.js';
      const {query} = await new Wiki('${open.api}').get({action: 'query', meta: 'userinfo'});
      let refusal;
      try { new Wiki('${open.api}', {auth: 'cookies'}); } catch (error) { refusal = error; }
      console.log(JSON.stringify({origin: location.origin, anon: query.userinfo.anon, refusal: refusal.message}));
    </script>"></iframe>`);
    expect(JSON.parse((await said).text())).toEqual({origin: 'null', anon: true, refusal: expect.stringContaining('this page has no origin')});
    await open.close();
  });

  test('an access token from another origin: a preflight, which a wiki that does not list the page refuses', async ({page, wiki}) => {
    const home = await wiki.door();
    const [unlisted, listed] = await Promise.all([wiki.door(), wiki.door({crossSite: [new URL(home.origin).host]})]);
    await page.goto(`${home.origin}/pages/bare.html`);
    const asked = (api: string): Promise<string> => whoAmI(page, api, {auth: {accessToken: 'not-a-token'}});
    expect(await asked(unlisted.api)).toBe('NetworkError');
    // There is no OAuth on this wiki: the token counts for nothing, and that is told, too.
    expect(await asked(listed.api)).toBe('LoginError assertuserfailed');
    // The first asks for the wiki's version, as nobody; the last, why nothing came back.
    expect(methods(unlisted)).toEqual(['GET', 'OPTIONS', 'GET']);
    expect(methods(listed)).toEqual(['GET', 'OPTIONS', 'GET']);
    await Promise.all([home.close(), unlisted.close(), listed.close()]);
  });

  test('an access token from a listed origin of another site, MediaWiki 1.43: its user', async ({page, wiki}) => {
    const home = await wiki.door({host: 'localhost'});
    const listed = await wiki.door({crossSite: [new URL(home.origin).host], scenario: 'oauth'});
    await page.goto(`${home.origin}/pages/bare.html`);
    expect(await whoAmI(page, listed.api, {auth: {accessToken: wiki.consumers.bearer.Olga.accessToken}})).toBe('Olga');
    expect(listed.requests.at(-1)?.url).toContain(`origin=${encodeURIComponent(home.origin)}`);
    await Promise.all([home.close(), listed.close()]);
  });

  test('Node: no origin, own cookie jar', async ({wiki}) => {
    const {wikiFromNode} = await import('./fixtures.js');
    const node = wikiFromNode(wiki.api);
    const {name, password} = wiki.users.Olga;
    await node.clientlogin({username: name, password});
    expect(await node.userinfo()).toMatchObject({name: 'Olga'});
  });
});

/** What MediaWiki 1.44 brings: an access token from any site; beside it, somebody else's cookies. */
test.describe('crossorigin', () => {
  interface Row {
    readonly where: string;
    readonly host: '127.0.0.1' | 'localhost';
    readonly tls?: true;
    readonly same?: true;
    readonly query: RegExp;
  }

  const rows: readonly Row[] = [
    {where: 'the wiki’s own page', host: '127.0.0.1', same: true, query: /^(?!.*origin)/},
    {where: 'same site', host: '127.0.0.1', query: /[?&]crossorigin=1/},
    {where: 'cross site', host: 'localhost', query: /[?&]crossorigin=1/},
    {where: 'cross site over https, cookies marked SameSite=None, held back by the browser', host: 'localhost', tls: true, query: /[?&]crossorigin=1/},
  ];

  for (const {where, host, tls, same, query} of rows) {
    test(`${where}: the token’s user, not the cookies’`, async ({browser, wiki}) => {
      const context = await browser.newContext({ignoreHTTPSErrors: true});
      const page = await context.newPage();
      const door = await wiki.door({scenario: tls ? ['oauth', 'crossorigin', 'samesitenone'] : ['oauth', 'crossorigin'], ...(tls && {tls})});
      const home = same ? door : await wiki.door({host, ...(tls && {tls})});
      await signIn(page, {...wiki, origin: door.origin, api: door.api}, wiki.users.Henrik);
      await page.goto(`${home.origin}/pages/bare.html`);
      const before = door.requests.length;
      expect(await whoAmI(page, door.api, {auth: {accessToken: wiki.consumers.bearer.Olga.accessToken}})).toBe('Olga');
      const asked = door.requests.slice(before).filter(({url, method}) => method === 'GET' && url.includes('meta=userinfo'));
      expect(asked).toHaveLength(1);
      expect(asked[0]?.url).toMatch(query);
      expect(asked[0]?.url).toContain('assert=user');
      const saved = await page.evaluate(
        async ([api, accessToken]) => {
          const path = '/dist/wikilit.js';
          const {Wiki} = (await import(path)) as typeof import('wikilit');
          return new Wiki(api, {auth: {accessToken}}).page('Sandbox').edit({text: 'With a token.', summary: 'x'});
        },
        [door.api, wiki.consumers.bearer.Olga.accessToken] as const,
      );
      expect(saved.outcome).toBe('saved');
      expect((await newestRevision(wiki.api, 'Sandbox')).user).toBe('Olga');
      await Promise.all([home.close(), door.close(), context.close()]);
    });
  }

  test('a token that is none: an error, never nobody', async ({page, wiki}) => {
    const door = await wiki.door({scenario: ['oauth', 'crossorigin']});
    const home = await wiki.door({host: 'localhost'});
    await page.goto(`${home.origin}/pages/bare.html`);
    expect(await whoAmI(page, door.api, {auth: {accessToken: 'not-a-token'}})).toBe('NetworkError');
    await Promise.all([home.close(), door.close()]);
  });
});

for (const [blocked, who] of [[true, 'LoginError assertuserfailed'], [false, 'Olga']] as const) {
  test(`cross site over https with SameSite=None, third-party cookies ${blocked ? 'blocked' : 'allowed'}: ${who}`, async ({wiki}) => {
    const profile = await mkdtemp(join(tmpdir(), 'wikilit-profile-'));
    await mkdir(join(profile, 'Default'));
    await writeFile(join(profile, 'Default/Preferences'), JSON.stringify({profile: {cookie_controls_mode: blocked ? 1 : 0}}));
    const context = await chromium.launchPersistentContext(profile, {...chromiumLaunch(), ignoreHTTPSErrors: true});
    const page = await context.newPage();
    const home = await wiki.door({host: 'localhost', tls: true});
    const listed = await wiki.door({crossSite: [new URL(home.origin).host], tls: true, scenario: 'samesitenone'});
    await signIn(page, {...wiki, origin: listed.origin, api: listed.api});
    await page.goto(`${home.origin}/pages/bare.html`);
    expect(await whoAmI(page, listed.api, {auth: 'cookies'})).toBe(who);
    await Promise.all([home.close(), listed.close(), context.close()]);
    await rm(profile, {recursive: true, force: true});
  });
}
