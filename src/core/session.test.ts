import {afterEach, describe, expect, test, vi} from 'vitest';
import {fakeWiki, type FakeWiki} from '../testing/fake-wiki.js';
import type {ApiMessage} from './errors.js';
import {type ApiParams, Session} from './session.js';
import type {SessionOptions} from './settings.js';
import {version} from './version.js';

const api = 'https://wiki.example/w/api.php';
const page = 'https://page.example';

function session(fake: FakeWiki, options: SessionOptions = {}): Session {
  return new Session(api, {fetch: fake.fetch, userAgent: 'Test/1.0 (User:Me)', ...options});
}

const refuses = (code: string, text = code): object => ({errors: [{code, text, module: 'main'}], docref: 'See …'});
const tokens = (token: string, user = 'Olga'): object => ({query: {tokens: {csrftoken: token}, userinfo: {id: 3, name: user}}});

afterEach(() => void vi.useRealTimers());

describe('a question', () => {
  test('goes by GET with what every request of ours carries, in a fixed order', async () => {
    const fake = fakeWiki([[{}, {batchcomplete: true}]]);
    expect(await session(fake).get({titles: ['Oslo'], action: 'query'})).toEqual({batchcomplete: true});
    expect(fake.requests[0]).toMatchObject({
      method: 'GET',
      url: `${api}?action=query&errorformat=plaintext&errorsuselocal=1&format=json&formatversion=2&titles=Oslo`,
      credentials: 'same-origin',
      headers: {'user-agent': `Test/1.0 (User:Me) wikilit/${version}`},
    });
  });

  test('is sent at once: what else the page does in this task comes after it', async () => {
    const fake = fakeWiki([[{}, {}]]);
    const fetch = vi.fn(fake.fetch);
    const answer = session(fake, {fetch}).get({action: 'query'});
    expect(fetch).toHaveBeenCalledOnce();
    await answer;
  });

  test('that is too long for a URL goes by POST, its origin still in the URL', async () => {
    const fake = fakeWiki([[{action: 'query', titles: /Page 0\|Page 1\|/}, {}]]);
    await session(fake, {origin: page}).get({action: 'query', titles: Array.from({length: 500}, (_, index) => `Page ${index}`)});
    expect(fake.requests[0]).toMatchObject({method: 'POST', url: `${api}?action=query&format=json&formatversion=2&origin=*`});
  });

  test('of another site goes without cookies and without a header of ours', async () => {
    const fake = fakeWiki([[{origin: '*'}, {}]]);
    await session(fake, {origin: page}).get({action: 'query'});
    expect(fake.requests[0]).toMatchObject({credentials: 'omit', headers: {}});
  });

  test('the caller’s main-module parameters win, the session’s own fill in', async () => {
    const fake = fakeWiki([[{uselang: 'de', maxlag: '5', errorformat: 'html', requestid: 'r', curtimestamp: '1', servedby: '1', maxage: '60', smaxage: '60'}, {}]]);
    await session(fake, {uselang: 'nb', maxlag: 5}).get({action: 'query', uselang: 'de', errorformat: 'html', requestid: 'r', curtimestamp: true, servedby: true, maxage: 60, smaxage: 60});
    fake.done();
  });

  test.each<[unknown, RegExp]>([
    [{action: 'query', format: 'xml'}, /^format: 'xml' given, but answers are read as JSON/],
    [{meta: 'siteinfo'}, /^action: undefined given/],
    [undefined, /^params: undefined given/],
    [{action: 'query', titles: {}}, /^titles: an object given/],
  ])('%j is refused before anything is sent', async (params, message) => {
    const fake = fakeWiki();
    await expect(session(fake).get(params as ApiParams)).rejects.toThrow(message);
    await expect(session(fake).get(params as ApiParams)).rejects.toBeInstanceOf(TypeError);
    expect(fake.requests).toEqual([]);
  });
});

describe('options of a request', () => {
  test('headers are of that request alone, and go before the session’s', async () => {
    const fake = fakeWiki([[{}, {}], [{}, {}]]);
    const wiki = session(fake, {headers: {'x-one': 'always', 'x-two': 'always'}});
    await wiki.get({action: 'query'}, {headers: {'x-one': 'now'}});
    await wiki.get({action: 'query'});
    expect(fake.requests.map(({headers}) => [headers['x-one'], headers['x-two']])).toEqual([['now', 'always'], ['always', 'always']]);
  });

  test.each<[unknown, RegExp]>([
    [{signl: 1}, /^signl: no such option; did you mean signal\?/],
    [{retries: 3}, /^retries: .* did you mean retry\?/],
    [{retry: 'x'}, /^retry: 'x' given, false or \{maxRetries, maxRetrySeconds, onWait\} expected/],
    [{retry: {times: 3}}, /^retry: an object given/],
    [{signal: 1}, /^signal: 1 given, an AbortSignal expected/],
    [{signal: new AbortController()}, /^signal: AbortController given/],
    [{token: true}, /^token: true given, a type such as 'csrf' expected/],
    [{token: ''}, /^token: '' given/],
    [{tokenParam: 7}, /^tokenParam: 7 given/],
    [{headers: {'x-one': 1}}, /^headers: an object given, an object such as/],
    ['x', /^options: 'x' given, an object expected/],
    [null, /^options: null given/],
    [new AbortController().signal, /^options: AbortSignal given, an object expected/],
  ])('%j is refused before anything is sent', async (options, message) => {
    const fake = fakeWiki();
    const wiki = session(fake, {user: 'Olga', tokens: {csrf: 't'}});
    for (const asked of [wiki.get({action: 'query'}, options as object), wiki.post({action: 'watch'}, options as object)]) {
      await expect(asked).rejects.toThrow(message);
      await expect(asked).rejects.toBeInstanceOf(TypeError);
    }
    expect(fake.requests).toEqual([]);
  });

  test('left undefined are as good as absent', async () => {
    const fake = fakeWiki([[{}, {}]]);
    await session(fake).get({action: 'query'}, {signal: undefined, token: undefined, retry: undefined});
    fake.done();
  });
});

describe('who it is', () => {
  test('who never was logged in is told so, before the wiki’s words', async () => {
    const text = 'You are no longer logged in, so the action could not be completed.';
    const fake = fakeWiki([[{assert: 'user'}, refuses('assertuserfailed', text)], [{assertuser: 'Olga'}, refuses('assertnameduserfailed', text)]]);
    await expect(session(fake, {tokens: {csrf: 't'}}).post({action: 'watch'}, {token: 'csrf'})).rejects.toMatchObject({name: 'LoginError', code: 'assertuserfailed', message: `Nobody is logged in here. ${text}`});
    await expect(session(fake, {user: 'Olga', tokens: {csrf: 't'}}).post({action: 'watch'}, {token: 'csrf'})).rejects.toMatchObject({message: text});
  });

  test('JSON of something else gives no token, and says so', async () => {
    const fake = fakeWiki([[{}, {hello: 1, token: 'secret'}], [{}, []]]);
    for (const asked of ['csrf', 'watch']) {
      await expect(session(fake).post({action: 'watch'}, {token: asked})).rejects.toMatchObject({name: 'InvalidAnswerError', message: `${api} answered without “query.tokens”. Is this the address of a wiki’s api.php?`, bodyStart: expect.not.stringContaining('secret')});
    }
  });

  test('a known user is asserted on every request', async () => {
    const fake = fakeWiki([[{assertuser: 'Olga'}, {}]]);
    await session(fake, {user: 'Olga'}).get({action: 'query'});
  });

  test('cookies from another site: some user is asserted until the name is known', async () => {
    const fake = fakeWiki([
      [{assert: 'user', meta: 'tokens|userinfo', origin: page}, tokens('t+\\')],
      [{assertuser: 'Olga', token: 't+\\', origin: page}, {watch: []}],
    ]);
    await session(fake, {origin: page, auth: 'cookies'}).post({action: 'watch'}, {token: 'csrf'});
    expect(fake.requests[1]).toMatchObject({credentials: 'include'});
  });

  test('a caller may ask without', async () => {
    const fake = fakeWiki([[{assert: undefined, assertuser: undefined}, {}]]);
    await session(fake, {user: 'Olga'}).get({action: 'query', assert: false});
    fake.done();
  });

  test('an access token goes into its header, and some user is asserted', async () => {
    const fake = fakeWiki([[{assert: 'user', crossorigin: '1', origin: undefined}, {}]]);
    await session(fake, {origin: page, auth: {accessToken: () => Promise.resolve('abc')}, crossorigin: true}).get({action: 'query'});
    expect(fake.requests[0]).toMatchObject({credentials: 'omit', headers: {authorization: 'Bearer abc', 'api-user-agent': `Test/1.0 (User:Me) wikilit/${version}`}});
  });

  test('a login the wiki ignored is told, not passed over', async () => {
    const ignored = new Response('{"batchcomplete":true}', {headers: {'MediaWiki-Login-Suppressed': 'true'}});
    const fake = fakeWiki([[{}, ignored]]);
    await expect(session(fake, {origin: page, auth: 'cookies'}).get({action: 'query'})).rejects.toMatchObject({name: 'LoginError', code: 'login-suppressed'});
  });
});

describe('a write', () => {
  test('fetches its token once, and puts it last', async () => {
    const fake = fakeWiki([[{meta: 'tokens|userinfo', type: 'csrf'}, tokens('t+\\')], [{action: 'edit', token: 't+\\'}, {edit: {}}], [{token: 't+\\'}, {edit: {}}]]);
    const wiki = session(fake);
    await wiki.post({action: 'edit', text: 'a'}, {token: 'csrf'});
    await wiki.post({action: 'edit', text: 'b'}, {token: 'csrf'});
    expect(Object.keys(fake.requests[1]?.params ?? {}).at(-1)).toBe('token');
    fake.done();
  });

  test('a refused token is renewed once and the same sent again', async () => {
    const fake = fakeWiki([[{token: 'old'}, refuses('badtoken')], [{meta: 'tokens|userinfo', assertuser: 'Olga'}, tokens('new')], [{text: 'a', token: 'new', assertuser: 'Olga'}, {edit: {result: 'Success'}}]]);
    await expect(session(fake, {user: 'Olga', tokens: {csrf: 'old'}}).post({action: 'edit', text: 'a'}, {token: 'csrf'})).resolves.toEqual({edit: {result: 'Success'}});
  });

  test('refused twice, it is told', async () => {
    const fake = fakeWiki([[{}, refuses('badtoken')], [{}, tokens('new')], [{}, refuses('badtoken', 'Invalid CSRF token.')]]);
    await expect(session(fake, {user: 'Olga', tokens: {csrf: 'old'}}).post({action: 'edit'}, {token: 'csrf'})).rejects.toMatchObject({code: 'badtoken', message: 'Invalid CSRF token.'});
    fake.done();
  });

  test('is not sent again when its answer was lost', async () => {
    const fake = fakeWiki([[{}, new TypeError('Failed to fetch')]]);
    await expect(session(fake, {user: 'Olga', tokens: {csrf: 't'}}).post({action: 'move'}, {token: 'csrf'})).rejects.toMatchObject({name: 'NetworkError'});
    expect(fake.requests).toHaveLength(1);
  });

  test('a posted question is sent again', async () => {
    vi.useFakeTimers();
    const fake = fakeWiki([[{}, new TypeError('Failed to fetch')], [{text: 'x'}, {parse: {}}]]);
    const parsed = session(fake).post({action: 'parse', text: 'x'});
    await vi.runAllTimersAsync();
    await expect(parsed).resolves.toEqual({parse: {}});
  });

  test('outside the wiki’s pages some user is asserted unless nobody was asked for', async () => {
    const fake = fakeWiki([[{}, {query: {tokens: {csrftoken: '+\\'}, userinfo: {id: 0, name: '127.0.0.1', anon: true}}}], [{assert: 'user'}, refuses('assertuserfailed')], [{assert: undefined}, {}]]);
    await expect(session(fake).post({action: 'edit'}, {token: 'csrf'})).rejects.toMatchObject({name: 'LoginError', code: 'assertuserfailed'});
    await session(fake, {forceLogin: false, tokens: {csrf: '+\\'}}).post({action: 'edit'}, {token: 'csrf'});
    fake.done();
  });
});

describe('what the wiki says against it', () => {
  test('all errors are kept, the first gives the message, and secrets stay out', async () => {
    const fake = fakeWiki([[{}, {errors: [{code: 'ratelimited', text: 'Too fast.'}, {code: 'autoblocked', text: 'Blocked.'}]}]]);
    const error: unknown = await session(fake, {tokens: {csrf: 'secret-token'}}).post({action: 'edit', text: 'a', captchaword: 'secret-word'}, {token: 'csrf'}).catch((reason: unknown) => reason);
    expect(error).toMatchObject({name: 'RateLimitError', message: 'Too fast.', errors: [{code: 'ratelimited'}, {code: 'autoblocked'}], request: {url: api, method: 'POST', params: {action: 'edit', text: 'a', token: '***', captchaword: '***'}}});
    expect(JSON.stringify(error)).not.toContain('secret');
  });

  test('warnings go to onWarning, and the answer comes all the same', async () => {
    const warnings: ApiMessage[] = [];
    const fake = fakeWiki([[{}, {warnings: [{code: 'unrecognizedparams', text: 'Unrecognized parameter: x.', module: 'main'}], ok: true}]]);
    await expect(session(fake, {onWarning: (warning) => warnings.push(warning)}).get({action: 'query', x: 1})).resolves.toMatchObject({ok: true});
    expect(warnings).toEqual([{code: 'unrecognizedparams', text: 'Unrecognized parameter: x.', module: 'main'}]);
  });

  test('a lagging wiki is waited for, and the wait is told', async () => {
    vi.useFakeTimers();
    const lagged = new Response(JSON.stringify(refuses('maxlag')), {headers: {'Retry-After': '7'}});
    const fake = fakeWiki([[{maxlag: '5'}, lagged], [{maxlag: '5'}, {ok: true}]]);
    let answer: Promise<object> | undefined;
    const wait = await new Promise((onWait) => void (answer = session(fake, {maxlag: 5, retry: {onWait}}).get({action: 'query'})));
    expect(wait).toMatchObject({attempt: 1, seconds: 7, reason: {code: 'maxlag'}});
    await vi.advanceTimersByTimeAsync(8000);
    await expect(answer).resolves.toEqual({ok: true});
  });
});
