/** `Rest` against the real rest.php: from Node, and from pages of the wiki, of its site and of other sites. */
import type {Page} from '@playwright/test';
import {type RestParams, Wiki, type WikiOptions, type WikiRest as Rest} from 'wikilit';
import {cookieFetch} from 'wikilit/node';
import {refusal} from './asking.js';
import {expect, newestRevision, test, wikiFromNode} from './fixtures.js';
import {signIn} from './signed-in.js';
import type {TestWiki} from './wiki/index.js';

interface RestPage {
  readonly id: number;
  readonly key: string;
  readonly title: string;
  readonly source: string;
  readonly latest: {readonly id: number};
}

/** Somebody, logged in; at another door if one is given. */
async function somebody(wiki: TestWiki, who: 'Olga' | 'Blair' = 'Olga', api = wiki.api): Promise<Wiki> {
  const fetch = cookieFetch();
  const {name: username, password} = wiki.users[who];
  await wikiFromNode(wiki.api, fetch).clientlogin({username, password});
  const client = wikiFromNode(api, fetch);
  client.session.changeUser(username);
  return client;
}

const nobody = (api: string): Rest => new Wiki(api, {userAgent: 'Test/1.0', auth: 'anonymous', forceLogin: false}).rest;

test.describe('from Node', () => {
  test('reads a page as JSON, its HTML as text', async ({wiki}) => {
    const rest = nobody(wiki.api);
    expect(await rest.get<RestPage>('/v1/page/{title}', {title: 'Sandbox'})).toMatchObject({title: 'Sandbox', source: expect.stringContaining('Try things out here.')});
    expect(await rest.get<string>('/v1/page/{title}/html', {title: 'Sandbox'})).toMatch(/^<!DOCTYPE html>[^]*Try things out here\./);
    // Spelt otherwise, it is redirected.
    expect(await rest.get('/v1/page/{title}/bare', {title: 'sandbox'})).toMatchObject({title: 'Sandbox'});
    expect(await rest.get('/v1/search/title', {q: 'Sandb', limit: 1})).toMatchObject({pages: [{title: 'Sandbox'}]});
  });

  test('creates a page by POST and by PUT, and updates it: the edits are the user’s, in one request each once the token is known', async ({wiki}) => {
    const rest = (await somebody(wiki)).rest;
    const made = await rest.post<RestPage>('/v1/page', {title: 'Posted', source: 'One.', comment: 'new'});
    expect(await newestRevision(wiki.api, 'Posted')).toMatchObject({revid: made.latest.id, user: 'Olga', comment: 'new', text: 'One.'});
    const put = await rest.put<RestPage>('/v1/page/{title}', {title: 'Put', source: 'One.', comment: 'new'});
    const before = wiki.front.requests.length;
    const updated = await rest.put<RestPage>('/v1/page/{title}', {title: 'Put', source: 'Two.', comment: 'more', latest: put.latest});
    expect(wiki.front.requests.length - before).toBe(1);
    expect(await newestRevision(wiki.api, 'Put')).toMatchObject({revid: updated.latest.id, user: 'Olga', comment: 'more', text: 'Two.'});
  });

  const titles = ['A/B?c=d&e…', '100% ø/å/ (x)+y=z;a,b@c:d$e!f*g’h\'i"j', '😀 𝔘𝔫𝔦', 'שלום/عربي', '東京', 'Hm/.../ever', '%'];
  for (const title of titles) {
    test(`the title is one title: ${title}`, async ({wiki}) => {
      const rest = (await somebody(wiki)).rest;
      const made = await rest.put<RestPage>('/v1/page/{title}', {title, source: `About ${title}`, comment: title});
      const normal = title[0]?.toUpperCase() === title[0] ? title : `${title[0]?.toUpperCase()}${title.slice(1)}`;
      expect(made.title).toBe(normal);
      expect(await rest.get('/v1/page/{title}', {title})).toMatchObject({title: normal, source: `About ${title}`});
      expect(await newestRevision(wiki.api, title)).toMatchObject({revid: made.latest.id});
    });
  }

  test('a POST that only asks needs nobody to be logged in', async ({wiki}) => {
    const asking = new Wiki(wiki.api, {userAgent: 'Test/1.0', auth: 'anonymous'}).rest;
    expect(await asking.post<string>('/v1/transform/wikitext/to/html', {wikitext: "'''x'''"})).toMatch(/<b [^>]*>x<\/b>/);
  });

  test('refusals come in the wiki’s words', async ({wiki}) => {
    const rest = (await somebody(wiki)).rest;
    expect(await refusal(rest.get('/v1/page/{title}', {title: 'No such page'}))).toMatchObject({name: 'ApiError', code: 'rest-nonexistent-title', message: 'The specified page (No_such_page) does not exist'});
    expect(await refusal(rest.get('/v1/page/{title}', {title: 'A#b'}))).toMatchObject({name: 'ApiError', code: expect.stringContaining('title')});
    expect(await refusal(rest.get('/v1/nowhere'))).toMatchObject({name: 'ApiError', code: 'rest-no-match'});
    expect(await refusal(rest.delete('/v1/page/{title}', {title: 'Sandbox'}))).toMatchObject({name: 'ApiError', code: 'http-405', message: expect.stringContaining('DELETE')});
    expect(await refusal(rest.get('/v1/search/page', {q: 'x', limit: 'many'}))).toMatchObject({code: 'badinteger', message: 'Invalid value "many" for integer parameter "limit".'});
    expect(await refusal(rest.put('/v1/page/{title}', {title: 'Sandbox', source: 'x', comment: 'x', latest: {id: 1}}))).toMatchObject({name: 'ApiError', code: expect.stringContaining('edit-conflict')});
    expect(await refusal(rest.put('/v1/page/{title}', {title: 'Main Page', source: 'x', comment: 'x'}))).toMatchObject({code: 'rest-update-cannot-create-page', message: expect.stringContaining('already exists')});
  });

  test('who may not write is told why: blocked, too fast, read-only, not allowed', async ({wiki}) => {
    const page = {title: 'New', source: 'x', comment: 'x'};
    const blocked = await refusal((await somebody(wiki, 'Blair')).rest.post('/v1/page', page));
    expect(blocked).toMatchObject({name: 'BlockedError', message: expect.stringContaining('has been blocked.')});
    expect(blocked['message']).not.toMatch(/<\w/);
    const [limited, closed, members] = await Promise.all([wiki.door({scenario: 'ratelimit=0'}), wiki.door({scenario: 'readonly'}), wiki.door({scenario: 'noanonedit'})]);
    expect(await refusal((await somebody(wiki, 'Olga', limited.api)).rest.post('/v1/page', page))).toMatchObject({name: 'RateLimitError', code: 'apierror-ratelimited'});
    const readonly = await refusal((await somebody(wiki, 'Olga', closed.api)).rest.post('/v1/page', page));
    expect(readonly).toMatchObject({name: 'ApiError', errors: [{code: 'apierror-readonly'}, {code: 'readonly'}]});
    expect(await refusal(nobody(members.api).post('/v1/page', page))).toMatchObject({name: 'ApiError', message: 'The action you have requested is limited to users in the group: Users.', errors: [{code: 'badaccess-groups'}, {code: 'permissiondenied'}]});
    await Promise.all([limited.close(), closed.close(), members.close()]);
  });

  test('a login that has ended: the write is refused, not made as nobody', async ({wiki}) => {
    const client = await somebody(wiki);
    const rest = client.rest;
    await rest.put('/v1/page/{title}', {title: 'Mine', source: 'x', comment: 'x'});
    await client.post({action: 'logout'}, {token: 'csrf'});
    expect(await refusal(rest.put('/v1/page/{title}', {title: 'Yours', source: 'x', comment: 'x'}))).toMatchObject({name: 'LoginError', code: 'assertnameduserfailed'});
    expect(await client.get({action: 'query', titles: ['Yours'], assertuser: false, assert: false})).toMatchObject({query: {pages: [{missing: true}]}});
  });

  test('a login that has ended: onLoginNeeded logs in, and the write goes on', async ({wiki}) => {
    const {Olga} = wiki.users;
    const olga: Wiki = wikiFromNode(wiki.api, undefined, {onLoginNeeded: () => olga.clientlogin({username: 'Olga', password: Olga.password}).then(() => true)});
    await olga.clientlogin({username: 'Olga', password: Olga.password});
    const {latest} = (await olga.rest.get('/v1/page/{title}/bare', {title: 'Sandbox'})) as {latest: {id: number}};
    // In another tab, with the same cookies.
    await olga.session.post({action: 'logout'}, {token: 'csrf'});
    await olga.rest.put('/v1/page/{title}', {title: 'Sandbox', source: 'By REST.', comment: 'x', latest: {id: latest.id}});
    expect(await newestRevision(wiki.api, 'Sandbox')).toMatchObject({user: 'Olga', text: 'By REST.'});
  });

  test('nobody logged in: a write is refused unless nobody was meant', async ({wiki}) => {
    const page = {title: 'Nobody’s', source: 'x', comment: 'x'};
    expect(await refusal(wikiFromNode(wiki.api).rest.post('/v1/page', page))).toMatchObject({name: 'LoginError', code: 'notloggedin'});
    const before = wiki.front.requests.length;
    expect(await refusal(new Wiki(wiki.api, {userAgent: 'Test/1.0', auth: 'anonymous'}).rest.post('/v1/page', page))).toMatchObject({name: 'LoginError', code: 'notloggedin'});
    expect(wiki.front.requests.length).toBe(before);
    expect(await nobody(wiki.api).post('/v1/page', page)).toMatchObject({title: 'Nobody’s'});
    expect(await newestRevision(wiki.api, 'Nobody’s')).toMatchObject({user: expect.stringMatching(/^127\./)});
  });
});

type Asked = readonly [api: string, options: WikiOptions, method: 'get' | 'post' | 'put', path: string, params: RestParams];

/** Asks in the page; an error comes as `{name, code, message, hint}`. */
const inPage = (page: Page, ...asked: Asked): Promise<Record<string, unknown>> =>
  page.evaluate(async ([api, options, method, path, params]) => {
    const library = '/dist/wikilit.js';
    const {Wiki} = (await import(library)) as typeof import('wikilit');
    const {rest} = new Wiki(api, {retry: false, ...options});
    return rest[method]<Record<string, unknown>>(path, params).catch((error: Error & {code?: string; hint?: string}) => ({name: error.name, code: error.code, message: error.message, hint: error.hint}));
  }, asked);

const bare = ['get', '/v1/page/{title}/bare', {title: 'Sandbox'}] as const;
const make = (title: string) => ['put', '/v1/page/{title}', {title, source: 'x', comment: 'x'}] as const;

test.describe('in Chromium', () => {
  test('on the wiki: reads, and writes as the user of the cookies', async ({page, wiki}) => {
    await signIn(page, wiki);
    expect(await inPage(page, wiki.api, {}, ...bare)).toMatchObject({title: 'Sandbox'});
    expect(await inPage(page, wiki.api, {}, ...make('Here'))).toMatchObject({title: 'Here'});
    expect(await newestRevision(wiki.api, 'Here')).toMatchObject({user: 'Olga'});
  });

  for (const [where, host] of [['same site', '127.0.0.1'], ['cross site', 'localhost']] as const) {
    test(`${where}, as nobody: reads where the wiki opens rest.php to other sites, with one request; else is told why not`, async ({page, wiki}) => {
      const home = await wiki.door({host});
      const [open, shut] = await Promise.all([wiki.door({scenario: 'crossoriginrest'}), wiki.door()]);
      await page.goto(`${home.origin}/pages/bare.html`);
      expect(await inPage(page, open.api, {}, ...bare)).toMatchObject({title: 'Sandbox'});
      expect(open.requests.map(({method}) => method)).toEqual(['GET']);
      expect(await inPage(page, open.api, {}, 'get', '/v1/page/{title}', {title: 'No such page'})).toMatchObject({name: 'ApiError', code: 'rest-nonexistent-title'});
      expect(await inPage(page, shut.api, {}, ...bare)).toMatchObject({name: 'NetworkError', hint: expect.stringContaining('$wgAllowCrossOrigin')});
      expect(await inPage(page, open.api, {}, ...make('Elsewhere'))).toMatchObject({name: 'LoginError', code: 'notloggedin'});
      expect(await inPage(page, open.api, {forceLogin: false}, ...make('Elsewhere'))).toMatchObject({name: 'ApiError', code: 'rest-cross-origin-anon-write', message: 'Forbidden (rest-cross-origin-anon-write)'});
      await Promise.all([home.close(), open.close(), shut.close()]);
    });
  }

  test('same site, listed: the user of the cookies reads, also after nobody has, and writes', async ({page, wiki}) => {
    const home = await wiki.door();
    const listed = await wiki.door({scenario: 'crossoriginrest', crossSite: [new URL(home.origin).host]});
    await signIn(page, wiki);
    await page.goto(`${home.origin}/pages/bare.html`);
    expect(await inPage(page, listed.api, {auth: 'anonymous'}, ...bare)).toMatchObject({title: 'Sandbox'});
    expect(await inPage(page, listed.api, {auth: 'cookies'}, ...bare)).toMatchObject({title: 'Sandbox'});
    expect(await inPage(page, listed.api, {auth: 'cookies'}, ...make('From next door'))).toMatchObject({title: 'From next door'});
    expect(await newestRevision(wiki.api, 'From next door')).toMatchObject({user: 'Olga'});
    await Promise.all([home.close(), listed.close()]);
  });
});
