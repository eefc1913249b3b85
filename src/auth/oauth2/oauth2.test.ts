/** What needs no browser and no server; the rest is in e2e/oauth.spec.ts. */
import {afterEach, describe, expect, test, vi} from 'vitest';
import type {Fetch} from '../../core/exchange.js';
import {nextTask} from '../../core/next-task.js';
import {OAuth2, type OAuth2Options} from './oauth2.js';
// Loaded when it is needed: here beforehand, as time passes fast.
import './refresh.js';

const clientId = 'a1b2c3';
const redirectUri = 'https://app.example/back';

afterEach(() => void vi.useRealTimers());
afterEach(() => void vi.unstubAllGlobals());

describe('what cannot be meant is refused at once', () => {
  test.each<[string, unknown, RegExp]>([
    ['wiki.example', undefined, /^options: an object expected, \{clientId\}$/],
    ['wiki.example', {redirectUri}, /^clientId: undefined given, the client id of the application expected/],
    ['wiki.example', {clientId}, /^redirectUri: outside a page, an absolute URL is required/],
    ['wiki.example', {clientId, redirectUri: '/back'}, /^redirectUri: '\/back' given, an absolute URL expected/],
    ['wiki.example', {clientId, redirectUri, storage: 'local'}, /^storage: 'local' given, 'memory' or 'session' expected/],
    ['wiki.example', {clientId, redirectUri, clientSecret: 7}, /^clientSecret: number given/],
    ['wiki.example', {clientID: clientId, redirectUri}, /^clientID: no such option; did you mean clientId\?/],
    ['http://wiki.example', {clientId, redirectUri}, /^api: tokens would travel unencrypted from wiki\.example/],
    ['not a host', {clientId, redirectUri}, /^api: 'not a host' given/],
  ])('%s, %j', (api, options, message) => {
    expect(() => new OAuth2(api, options as OAuth2Options)).toThrow(TypeError);
    expect(() => new OAuth2(api, options as OAuth2Options)).toThrow(message);
  });

  test('leaving a page, where there is none', async () => {
    await expect(new OAuth2('wiki.example', {clientId, redirectUri}).authorize()).rejects.toThrow(/^authorize: there is no page here/);
  });
});

/** Logged in, as if the user had just come back. */
async function loggedIn(fetch: Fetch): Promise<OAuth2> {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => void kept.set(name, value), removeItem: (name: string) => void kept.delete(name)});
  const oauth = new OAuth2('wiki.example', {clientId, redirectUri, fetch});
  const state = `${(oauth as unknown as {tag: string}).tag}s`;
  kept.set('wikilit oauth2 https://wiki.example/w/rest.php/oauth2/access_token a1b2c3 begun', JSON.stringify({state, verifier: 'v'.repeat(43)}));
  expect(await oauth.complete(`${redirectUri}?code=hunter2&state=${state}`)).toBe(true);
  expect(kept.size, 'kept in memory').toBe(0);
  return oauth;
}

/** Time passes as fast as it can, beside what takes its own. */
async function passingTime<T>(waiting: Promise<T>): Promise<T> {
  const state = {done: false};
  const end = (): void => void (state.done = true);
  waiting.then(end, end);
  while (!state.done) {
    await vi.advanceTimersByTimeAsync(50);
    await new Promise<void>((resolve) => nextTask(resolve));
  }
  return waiting;
}

const granted = (token: string, seconds: number): Response => Response.json({token_type: 'Bearer', access_token: token, refresh_token: `refresh-${token}`, expires_in: seconds});

test('the code is redeemed by a form, without cookies; the verifier proves who has begun', async () => {
  const sent: [string, RequestInit][] = [];
  const oauth = await loggedIn((url, init) => {
    sent.push([url, init]);
    return Promise.resolve(granted('one', 3600));
  });
  expect(sent.map(([url]) => url)).toEqual(['https://wiki.example/w/rest.php/oauth2/access_token']);
  expect(sent[0]?.[1]).toMatchObject({method: 'POST', credentials: 'omit', redirect: 'manual'});
  expect(Object.fromEntries(new URLSearchParams(sent[0]?.[1].body as URLSearchParams))).toEqual({grant_type: 'authorization_code', client_id: clientId, code: 'hunter2', code_verifier: 'v'.repeat(43), redirect_uri: redirectUri});
  expect(await oauth.accessToken()).toBe('one');
});

test('a token near its end that cannot be renewed just now is good as long as it is', async () => {
  let online = true;
  vi.useFakeTimers({toFake: ['Date', 'setTimeout', 'clearTimeout']});
  const oauth = await loggedIn(() => (online ? Promise.resolve(granted('one', 3600)) : Promise.reject(new TypeError('Failed to fetch'))));
  online = false;
  vi.setSystemTime(Date.now() + 3_580_000);
  expect(await passingTime(oauth.accessToken())).toBe('one');
  vi.setSystemTime(Date.now() + 60_000);
  expect(await passingTime(oauth.accessToken().catch((error: unknown) => error))).toMatchObject({name: 'NetworkError', hint: expect.stringContaining('$wgAllowCrossOrigin')});
  expect(oauth.loggedIn).toBe(true);
});

test('a token endpoint that hangs is given up; others of the same do not wait for it for ever', async () => {
  let hangs = false;
  vi.useFakeTimers({toFake: ['Date', 'setTimeout', 'clearTimeout']});
  const oauth = await loggedIn((_, init) => (hangs ? new Promise((_resolve, reject) => init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error))) : Promise.resolve(granted('one', 3600))));
  hangs = true;
  vi.setSystemTime(Date.now() + 3_700_000);
  expect(await passingTime(oauth.accessToken().catch((error: unknown) => error))).toMatchObject({name: 'NetworkError', reason: 'timeout'});
});

test('what is forgotten while it is renewed stays forgotten', async () => {
  let answer: ((response: Response) => void) | undefined;
  const oauth = await loggedIn(() => (answer === undefined ? ((answer = () => {}), Promise.resolve(granted('one', 1))) : new Promise((resolve) => (answer = resolve))));
  const renewing = oauth.accessToken().catch(() => {});
  await vi.waitFor(() => expect(String(answer)).not.toBe('() => {}'));
  oauth.forget();
  answer?.(granted('two', 3600));
  await renewing;
  expect(oauth.loggedIn).toBe(false);
});

test('an answer that is no token is told without what was sent', async () => {
  const answers = [new Response('<html>', {status: 502}), Response.json({access_token: 7}), Response.json({error: 'invalid_client', error_description: 'Client authentication failed'}, {status: 401})];
  const errors: unknown[] = [];
  for (const answer of answers) errors.push(await loggedIn(() => Promise.resolve(answer)).catch((error: unknown) => error));
  expect(errors).toMatchObject([{name: 'HttpError', status: 502}, {name: 'LoginError', code: 'invalid-answer'}, {name: 'LoginError', code: 'invalid_client', message: 'Client authentication failed'}]);
  expect(JSON.stringify(errors)).not.toMatch(/hunter2|vvvv/);
});
