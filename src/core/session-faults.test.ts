/** The request path among callbacks that fail, users that change, aborts, and parameters that mean harm. */
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {fakeWiki, type FakeWiki} from '../testing/fake-wiki.js';
import {type ApiParams, Session} from './session.js';
import type {SessionOptions} from './settings.js';

const api = 'https://wiki.example/w/api.php';
const page = 'https://page.example';
const userAgent = 'Test/1.0 (User:Me)';

const session = (fake: Pick<FakeWiki, 'fetch'>, options: SessionOptions = {}): Session => new Session(api, {fetch: fake.fetch, userAgent, ...options});
const tokens = (token: string, name = 'Olga'): object => ({query: {tokens: {csrftoken: token}, userinfo: {id: 3, name}}});
const caught = (promise: Promise<unknown>): Promise<Record<string, unknown>> => promise.then(() => ({name: 'no error'}), (error: unknown) => error as Record<string, unknown>);

let reported: unknown[] = [];
beforeEach(() => {
  reported = [];
  vi.stubGlobal('reportError', (error: unknown) => reported.push(error));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a callback that fails', () => {
  const broken = new Error('a bug in the callback');

  test('onWarning: a write that was made is not told as a failure', async () => {
    const fake = fakeWiki([[{}, {watch: [], warnings: [{code: 'w', text: 'Careful.'}]}]]);
    const onWarning = (): never => {
      throw broken;
    };
    expect(await session(fake, {tokens: {watch: 't'}, onWarning}).post({action: 'watch'}, {token: 'watch'})).toMatchObject({watch: []});
    expect(reported).toEqual([broken]);
  });

  test('onWait: the request is sent again all the same', async () => {
    vi.useFakeTimers();
    const fake = fakeWiki([[{}, new TypeError('Failed to fetch')], [{}, {ok: true}]]);
    const onWait = (): never => {
      throw broken;
    };
    const answer = session(fake, {retry: {onWait}}).get({action: 'query'}).catch((error: unknown) => error);
    await vi.runAllTimersAsync();
    expect(await answer).toEqual({ok: true});
    expect(reported).toEqual([broken]);
  });
});

describe('while the user changes', () => {
  test('a token request of the old user names nobody for the new one', async () => {
    let answer: (tokens: object) => void = () => {};
    const fake = fakeWiki([[{meta: 'tokens|userinfo'}, () => new Promise((resolve) => (answer = resolve))], [{token: 'old'}, {}], [{assertuser: undefined}, {}]]);
    const wiki = session(fake, {forceLogin: false});
    const write = wiki.post({action: 'watch'}, {token: 'csrf'});
    await vi.waitFor(() => expect(fake.requests).toHaveLength(1));
    wiki.changeUser(undefined);
    answer(tokens('old'));
    await write;
    expect(wiki.user).toBeUndefined();
    await wiki.get({action: 'query'});
    fake.done();
  });

  test('and its token is not kept for the new one', async () => {
    let answer: (tokens: object) => void = () => {};
    const fake = fakeWiki([[{meta: 'tokens|userinfo'}, () => new Promise((resolve) => (answer = resolve))], [{token: 'old'}, {}], [{meta: 'tokens|userinfo'}, tokens('new', 'Nils')], [{token: 'new'}, {}]]);
    const wiki = session(fake, {user: 'Olga'});
    const write = wiki.post({action: 'watch'}, {token: 'csrf'});
    await vi.waitFor(() => expect(fake.requests).toHaveLength(1));
    wiki.changeUser('Nils');
    answer(tokens('old'));
    await write;
    await wiki.post({action: 'watch'}, {token: 'csrf'});
    fake.done();
  });
});

test('what one user asked for is not done as another who has logged in since', async () => {
  const fake = fakeWiki([[{meta: 'tokens|userinfo'}, () => (wiki.changeUser('Nils'), tokens('old'))], [{token: 'old', assertuser: 'Nils'}, {errors: [{code: 'badtoken', text: 'Invalid CSRF token.'}]}]]);
  const wiki = session(fake, {user: 'Olga'});
  await expect(wiki.post({action: 'edit'}, {token: 'csrf'})).rejects.toMatchObject({code: 'badtoken'});
  fake.done();
});

describe('a write as nobody', () => {
  test('is refused before it is sent, whatever the action', async () => {
    const fake = fakeWiki();
    const refused = session(fake, {origin: page}).post({action: 'watch', titles: ['Oslo']}, {token: 'watch'});
    expect(await caught(refused)).toMatchObject({name: 'LoginError', code: 'notloggedin', message: 'From this page the wiki can only be read, as nobody: edits here would not be yours.', hint: expect.stringMatching(/^To save as somebody, use \{auth: 'cookies'\} where https:\/\/wiki\.example lists https:\/\/page\.example in \$wgCrossSiteAJAXdomains/)});
    expect(fake.requests).toEqual([]);
  });

  test('is refused in Node too, where a session was asked to be nobody', async () => {
    expect(await caught(session(fakeWiki(), {auth: 'anonymous'}).post({action: 'edit'}, {token: 'csrf'}))).toMatchObject({code: 'notloggedin', message: 'The wiki is asked as nobody here: edits here would not be yours.', hint: `To save as somebody, give another {auth} for ${api}; to save as nobody, {forceLogin: false}.`});
  });

  test('is made when that was asked for', async () => {
    const fake = fakeWiki([[{token: '+\\', origin: '*'}, {}]]);
    await session(fake, {origin: page, forceLogin: false}).post({action: 'edit'}, {token: 'csrf'});
    fake.done();
  });
});

describe('aborting', () => {
  /** As a userscript manager’s fetch: it never answers, and knows no signals. */
  const deaf = {fetch: (): Promise<Response> => new Promise(() => {})};

  test('ends a request whose fetch does not listen', async () => {
    const controller = new AbortController();
    const fetch = (): Promise<Response> => (controller.abort(), deaf.fetch());
    await expect(session({fetch}).get({action: 'query'}, {signal: controller.signal})).rejects.toMatchObject({name: 'AbortError'});
  });

  test('so does the time limit', async () => {
    vi.useFakeTimers();
    const asked = caught(session(deaf, {retry: false, timeoutSeconds: 2}).get({action: 'query'}));
    await vi.advanceTimersByTimeAsync(2000);
    expect(await asked).toMatchObject({name: 'NetworkError', cause: {name: 'TimeoutError'}});
  });

  test('ends the wait for an access token', async () => {
    const controller = new AbortController();
    const asked = session(deaf, {auth: {accessToken: () => new Promise(() => {})}}).get({action: 'query'}, {signal: controller.signal});
    controller.abort();
    await expect(asked).rejects.toMatchObject({name: 'AbortError'});
  });

  test('while a write waits after "too many requests": nothing is under way', async () => {
    const controller = new AbortController();
    const flight = {open: false};
    const fake = fakeWiki([[{}, new Response('slow down', {status: 429, headers: {'Retry-After': '60'}})]]);
    const wiki = session(fake, {tokens: {csrf: 't'}, user: 'Olga', retry: {onWait: () => controller.abort()}});
    await expect(wiki.post({action: 'edit'}, {token: 'csrf', signal: controller.signal, flight})).rejects.toMatchObject({name: 'AbortError'});
    expect(flight.open).toBe(false);
  });
});

describe('parameters', () => {
  test('left undefined do not displace what the session adds', async () => {
    const fake = fakeWiki([[{formatversion: '2', errorformat: 'plaintext', assertuser: 'Olga', uselang: 'nb'}, {}]]);
    const params = {action: 'query', assert: undefined, errorformat: undefined, formatversion: undefined, uselang: undefined} as unknown as ApiParams;
    await session(fake, {user: 'Olga', uselang: 'nb'}).get(params);
    fake.done();
  });

  test('named like parts of every object go out as they are, and change nothing here', async () => {
    const params = JSON.parse('{"action":"query","__proto__":"a","constructor":"b"}') as ApiParams;
    const asked: string[] = [];
    await session({fetch: (url) => (asked.push(url), Promise.resolve(new Response('{}')))}).get(params);
    expect(asked[0]).toContain('__proto__=a');
    expect(asked[0]).toContain('constructor=b');
    expect(({} as {a?: string}).a).toBeUndefined();
  });

  test('a long GET of an unknown action may write: it is not sent again when its answer was lost', async () => {
    const fake = fakeWiki([[{action: 'purge'}, new TypeError('Failed to fetch')]]);
    const titles = Array.from({length: 500}, (_, index) => `Page number ${index}`);
    expect(await caught(session(fake).get({action: 'purge', titles}))).toMatchObject({name: 'NetworkError', request: {method: 'POST'}});
    expect(fake.requests).toHaveLength(1);
  });
});

describe('headers and secrets', () => {
  test('headers are the same in any case: none is sent twice', async () => {
    const fake = fakeWiki([[{}, {}]]);
    await session(fake, {headers: {'user-agent': 'Mine/2.0', 'content-type': 'text/html'}}).post({action: 'parse'});
    expect(fake.requests[0]?.headers).toMatchObject({'user-agent': 'Mine/2.0', 'content-type': expect.stringMatching(/^application\/x-www-form-urlencoded[^,]*$/)});
  });

  test.each([['line\nbreak'], [undefined], ['']])('an access token that is none (%j) is refused before anything is sent, and not shown', async (token) => {
    const fake = fakeWiki();
    const asked = await caught(session(fake, {auth: {accessToken: () => token as string}, retry: false}).get({action: 'query'}));
    expect(asked).toBeInstanceOf(TypeError);
    expect(asked).toMatchObject({message: expect.stringMatching(/^auth: accessToken\(\) gave/)});
    expect(String(asked['message'])).not.toContain('break');
    expect(fake.requests).toEqual([]);
  });

  test('a token in an answer that was cut stays out of the error', async () => {
    const fake = fakeWiki([[{}, new Response('{"query":{"tokens":{"csrftoken":"0123secret+\\\\","patroltoken":"4567secr')]]);
    const error = await caught(session(fake, {retry: false, user: 'Olga'}).post({action: 'edit'}, {token: 'csrf'}));
    expect(error).toMatchObject({name: 'InvalidAnswerError', bodyStart: expect.stringContaining('csrftoken')});
    expect(JSON.stringify(error)).not.toMatch(/0123|4567/);
  });

  test.each<['GET' | 'POST', SessionOptions]>([['POST', {}], ['GET', {auth: {accessToken: 'abc'}}]])('%s with a secret does not follow a redirect, and names the new address', async (method, options) => {
    const asked: RequestInit[] = [];
    const moved = (_: string, init: RequestInit): Promise<Response> => (asked.push(init), Promise.resolve(new Response('', {status: 308, headers: {Location: 'https://new.example/w/api.php'}})));
    const error = await caught(session({fetch: moved}, {...options, retry: false}).request(method, {action: 'query'}, {}));
    expect(asked).toMatchObject([{redirect: 'manual'}]);
    expect(error).toMatchObject({name: 'HttpError', status: 308, message: expect.stringContaining('https://new.example/w/api.php')});
  });
});
