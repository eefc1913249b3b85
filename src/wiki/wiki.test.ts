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
    const exchange = [[{type: 'login'}, loginToken], [{}, answer]] as const;
    const fake = fakeWiki([...exchange, ...exchange]);
    const wiki = new Wiki('wiki.example', {fetch: fake.fetch, userAgent});
    const attempt = method === 'login' ? wiki.login({username: 'Olga@bot', password: 'hunter2'}) : wiki.clientlogin({username: 'Olga', password: 'hunter2'});
    const error: unknown = await attempt.catch((reason: unknown) => reason);
    expect(error).toMatchObject({name: 'LoginError', code, message: expect.stringMatching(message)});
    expect(JSON.stringify(error)).not.toContain('hunter2');
    expect(wiki.user).toBeUndefined();
  });

  const forgotten = [
    ['login', {login: {result: 'Failed', reason: {code: 'sessionlost', text: 'Unable to continue login. Your session most likely timed out.'}}}, 'sessionlost'],
    ['clientlogin', {errors: [{code: 'badtoken', text: 'Invalid CSRF token.'}]}, 'badtoken'],
  ] as const;
  test.each(forgotten)('%s without a cookie jar says what is missing, outside browsers', async (method, answer, code) => {
    const attempt = (options: object): Promise<unknown> => {
      const exchange = [[{type: 'login'}, loginToken], [{}, answer]] as const;
      const wiki = new Wiki('wiki.example', {fetch: fakeWiki([...exchange, ...exchange]).fetch, ...options});
      return wiki[method]({username: 'Olga', password: 'hunter2'}).catch((reason: unknown) => reason);
    };
    expect(await attempt({userAgent})).toMatchObject({name: 'LoginError', code, message: expect.stringMatching(/(timed out|token)\. The cookies of the session did not come back: .*cookieFetch\(\)\} of wikilit\/node/)});
    expect(await attempt({origin: 'https://wiki.example'})).toMatchObject({name: 'LoginError', code, message: expect.not.stringContaining('cookieFetch')});
  });

  test.each([['login'], ['clientlogin']] as const)('%s: JSON of something else is no answer', async (method) => {
    const fake = fakeWiki([[{type: 'login'}, loginToken], [{}, {hello: 1}]]);
    await expect(new Wiki('wiki.example', {fetch: fake.fetch, userAgent})[method]({username: 'Olga', password: 'x'})).rejects.toMatchObject({name: 'InvalidAnswerError', message: expect.stringContaining(`without “${method}”`)});
  });

  test.each<[unknown, unknown, RegExp]>([
    [undefined, {}, /^credentials: an object expected, \{username, password\}$/],
    ['Olga:hunter2', {}, /^credentials: an object expected/],
    [{username: 'Olga', pasword: 'hunter2'}, {}, /^pasword: no such member of credentials; did you mean password\?/],
    [{username: 'Olga', password: 7}, {}, /^password: a text that is not empty expected/],
    [{username: 'Olga', password: 'hunter2'}, {signl: 1}, /^signl: no such option; did you mean signal\?/],
    [{username: 'Olga', password: 'hunter2'}, null, /^options: null given/],
  ])('%j with %j is refused before anything is sent', async (credentials, options, message) => {
    const fake = fakeWiki();
    const wiki = new Wiki('wiki.example', {fetch: fake.fetch, userAgent});
    for (const attempt of [wiki.login(credentials as never, options as object), wiki.clientlogin(credentials as never, options as object)]) {
      await expect(attempt).rejects.toThrow(message);
      await expect(attempt).rejects.toBeInstanceOf(TypeError);
      await expect(attempt).rejects.not.toThrow(/hunter2/);
    }
    await expect(wiki.logout({signl: 1} as object)).rejects.toThrow(/^signl/);
    expect(fake.requests).toEqual([]);
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
  const fake = fakeWiki([[{meta: 'userinfo', assertuser: 'Olga'}, {errors: [{code: 'assertnameduserfailed', text: 'You are not Olga.'}]}], [{meta: 'userinfo', assert: undefined, assertuser: undefined}, {query: {userinfo: {id: 0, name: '127.0.0.1', anon: true, groups: ['*'], rights: ['read']}}}]]);
  const wiki = new Wiki('wiki.example', {fetch: fake.fetch, userAgent, user: 'Olga'});
  expect(await wiki.userinfo()).toMatchObject({anon: true, name: '127.0.0.1'});
});

test.each([[{hello: 1}], [[]], [{query: {}}]])('%j tells of no user', async (answer) => {
  const wiki = new Wiki('wiki.example', {fetch: fakeWiki([[{}, answer]]).fetch, userAgent});
  await expect(wiki.userinfo()).rejects.toMatchObject({name: 'InvalidAnswerError', message: expect.stringContaining('without “query.userinfo”')});
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
