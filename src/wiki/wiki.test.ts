import {afterEach, describe, expect, test, vi} from 'vitest';
import {fakeWiki} from '../testing/fake-wiki.js';
import {wikiHere} from './here.js';
import {Wiki} from './wiki.js';

const userAgent = 'Test/1.0';
const loginToken = {query: {tokens: {logintoken: 'l+\\'}}};

afterEach(() => void vi.unstubAllGlobals());

test('answers() follows continue', async () => {
  const fake = fakeWiki([[{list: 'allpages'}, {continue: {apcontinue: 'B', continue: '-||'}, query: {allpages: ['A']}}], [{apcontinue: 'B'}, {query: {allpages: ['B']}}]]);
  const wiki = new Wiki('wiki.example', {fetch: fake.fetch, userAgent});
  const pages: unknown[] = [];
  for await (const {query} of wiki.answers<{query: {allpages: string[]}}>({action: 'query', list: 'allpages'})) pages.push(...query.allpages);
  expect(pages).toEqual(['A', 'B']);
});

describe('logging in', () => {
  test('with a bot password; from then on that user is asserted', async () => {
    const fake = fakeWiki([
      [{meta: 'tokens', type: 'login', assertuser: undefined}, loginToken],
      [{action: 'login', lgname: 'Olga@bot', lgpassword: 'pass', lgtoken: 'l+\\', assertuser: undefined}, {login: {result: 'Success', lguserid: 3, lgusername: 'Olga'}}],
      [{assertuser: 'Olga'}, {}],
    ]);
    const wiki = new Wiki('wiki.example', {fetch: fake.fetch, userAgent});
    expect(await wiki.login({username: 'Olga@bot', password: 'pass'})).toEqual({username: 'Olga'});
    expect(wiki.user).toBe('Olga');
    await wiki.get({action: 'query'});
  });

  test('with an account’s password', async () => {
    const fake = fakeWiki([
      [{type: 'login'}, loginToken],
      [{action: 'clientlogin', username: 'Olga', password: 'pass', logintoken: 'l+\\', loginreturnurl: 'https://wiki.example/'}, {clientlogin: {status: 'PASS', username: 'Olga'}}],
    ]);
    const wiki = new Wiki('wiki.example', {fetch: fake.fetch, userAgent});
    expect(await wiki.clientlogin({username: 'Olga', password: 'pass'})).toEqual({username: 'Olga'});
  });

  test.each<[string, object, string, RegExp]>([
    ['login', {login: {result: 'Failed', reason: {code: 'wrongpassword', text: 'Incorrect username or password entered.'}}}, 'wrongpassword', /Incorrect username/],
    ['login', {login: {result: 'NeedToken', token: 'hunter2'}}, 'needtoken', /NeedToken/],
    ['login', {login: {result: 'Aborted', reason: 'Old answer.'}}, 'aborted', /Old answer/],
    ['clientlogin', {clientlogin: {status: 'FAIL', message: 'Incorrect username or <b>password</b> entered.', messagecode: 'wrongpassword'}}, 'wrongpassword', /Incorrect username or password/],
    ['clientlogin', {clientlogin: {status: 'UI', message: 'Enter a code.', messagecode: 'oathauth-auth-ui', requests: []}}, 'oathauth-auth-ui', /Enter a code/],
  ])('%s refused: %j', async (method, answer, code, message) => {
    const fake = fakeWiki([[{type: 'login'}, loginToken], [{}, answer]]);
    const wiki = new Wiki('wiki.example', {fetch: fake.fetch, userAgent});
    const attempt = method === 'login' ? wiki.login({username: 'Olga@bot', password: 'hunter2'}) : wiki.clientlogin({username: 'Olga', password: 'hunter2'});
    const error: unknown = await attempt.catch((reason: unknown) => reason);
    expect(error).toMatchObject({name: 'LoginError', code, message: expect.stringMatching(message)});
    expect(JSON.stringify(error)).not.toContain('hunter2');
    expect(wiki.user).toBeUndefined();
  });

  test('a page that sends no cookies is told so before anything is sent', async () => {
    const fake = fakeWiki();
    const wiki = new Wiki('wiki.example', {fetch: fake.fetch, origin: 'https://page.example'});
    await expect(wiki.login({username: 'Olga@bot', password: 'x'})).rejects.toThrow(/asks as "anonymous": give the Wiki the option \{auth: 'cookies'\}/);
    await expect(wiki.clientlogin({username: '', password: 'x'})).rejects.toThrow(/^username: a text/);
    expect(fake.requests).toEqual([]);
  });

  test('logging out, also when nobody was logged in any more', async () => {
    const fake = fakeWiki([[{action: 'logout', token: 't'}, {}], [{meta: 'tokens|userinfo'}, {errors: [{code: 'assertnameduserfailed', text: ''}]}]]);
    const wiki = new Wiki('wiki.example', {fetch: fake.fetch, userAgent, user: 'Olga', tokens: {csrf: 't'}});
    await wiki.logout();
    expect(wiki.user).toBeUndefined();
    wiki.session.changeUser('Olga');
    await wiki.logout();
    fake.done();
  });

  test('logging out is done when the session is gone, or there never was one', async () => {
    const gone = {errors: [{code: 'badtoken', text: ''}]};
    const fake = fakeWiki([[{action: 'logout'}, gone], [{meta: 'tokens|userinfo'}, {query: {tokens: {csrftoken: '+\\'}, userinfo: {id: 0, name: '127.0.0.1', anon: true}}}], [{action: 'logout'}, gone]]);
    await new Wiki('wiki.example', {fetch: fake.fetch, userAgent, tokens: {csrf: 't'}}).logout();
    fake.done();
    await new Wiki('wiki.example', {fetch: fake.fetch, origin: 'https://page.example'}).logout();
  });
});

test('userinfo tells nobody without failing', async () => {
  const fake = fakeWiki([[{meta: 'userinfo', assert: undefined, assertuser: undefined}, {query: {userinfo: {id: 0, name: '127.0.0.1', anon: true, groups: ['*'], rights: ['read']}}}]]);
  const wiki = new Wiki('wiki.example', {fetch: fake.fetch, userAgent, user: 'Olga'});
  expect(await wiki.userinfo()).toMatchObject({anon: true, name: '127.0.0.1'});
});

describe('wikiHere', () => {
  const config = {wgScriptPath: '/w', wgUserName: 'Olga', wgUserLanguage: 'nb'};
  const mw = (values: Record<string, unknown> = config): object => ({
    config: {get: (name: string) => values[name] ?? null},
    user: {tokens: {get: (name: string) => ({csrfToken: 'c+\\', watchToken: 'w+\\'})[name] ?? null}},
  });

  test('knows address, user, tokens and language without a request', async () => {
    const fake = fakeWiki([[{action: 'watch', token: 'w+\\', assertuser: 'Olga', uselang: 'nb', origin: undefined}, {watch: []}]]);
    vi.stubGlobal('mw', mw());
    vi.stubGlobal('location', {origin: 'https://wiki.example'});
    const wiki = wikiHere({fetch: fake.fetch});
    expect(wiki.apiUrl).toBe('https://wiki.example/w/api.php');
    expect(wiki.user).toBe('Olga');
    await wiki.post({action: 'watch', titles: ['Oslo']}, {token: 'watch'});
    fake.done();
  });

  test('is one for all callers of a page', () => {
    vi.stubGlobal('mw', mw());
    vi.stubGlobal('location', {origin: 'https://wiki.example'});
    expect(wikiHere()).toBe(wikiHere());
    expect(wikiHere({uselang: 'de'})).not.toBe(wikiHere());
  });

  test('nobody logged in: no user is asserted', () => {
    vi.stubGlobal('mw', mw({wgScriptPath: '/w'}));
    vi.stubGlobal('location', {origin: 'https://wiki.example'});
    expect(wikiHere().user).toBeUndefined();
  });

  test('elsewhere it says what to do', () => {
    expect(() => wikiHere()).toThrow(/pages of a MediaWiki only; elsewhere, name the wiki: new Wiki\('https/);
  });
});
