import fc from 'fast-check';
import {afterEach, describe, expect, test, vi} from 'vitest';
import type {SessionOptions} from '../core/settings.js';
import {Session} from '../core/session.js';
import {fakeWiki, type FakeAnswer, type FakeRequest, type FakeWiki} from '../testing/fake-wiki.js';
import {type Rest, restOf} from './rest.js';
import {fillPath} from './rest-path.js';

const api = 'https://wiki.example/w/api.php';
const page = 'https://page.example';
const path = '/v1/page/{title}';

const session = (fake: FakeWiki, options: SessionOptions = {}): Session => new Session(api, {fetch: fake.fetch, userAgent: 'Test/1.0', retry: false, ...options});
const rest = (fake: FakeWiki, options?: SessionOptions): Rest => restOf(session(fake, options));

const json = (status: number, body: object, headers: Record<string, string> = {}): Response => new Response(JSON.stringify(body), {status, headers: {'Content-Type': 'application/json', ...headers}});
const refuses = (errorKey: string, status = 403, more: object = {}): Response => json(status, {errorKey, messageTranslations: {en: errorKey}, httpReason: 'No', ...more});
const badtoken = (): Response => refuses('rest-badtoken');

/** Remembers the bodies, which fakeWiki reads as forms. */
function bodies(): {seen: unknown[]; answering: (answer: FakeAnswer) => (request: FakeRequest, init: RequestInit) => FakeAnswer} {
  const seen: unknown[] = [];
  return {
    seen,
    answering: (answer) => (_, init) => {
      seen.push(typeof init.body === 'string' ? JSON.parse(init.body) : init.body);
      return answer;
    },
  };
}

afterEach(() => void vi.restoreAllMocks());

describe('the address', () => {
  test('braces are filled, the rest is the query: lists joined, false sent, nothing left out but what is absent', async () => {
    const fake = fakeWiki([[{prop: 'a|b', stash: 'false', limit: '3', none: undefined}, json(200, {})]]);
    await rest(fake).get('/v1/page/{title}/links/{n}', {title: 'A b/c', n: 2, prop: ['a', 'b'], stash: false, limit: 3, none: undefined});
    expect(fake.requests[0]?.url).toMatch(/^https:\/\/wiki\.example\/w\/rest\.php\/v1\/page\/A_b%2Fc\/links\/2\?/);
    fake.done();
  });

  test('whatever the title, it is one part of that path, and comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme', minLength: 1}).filter((title) => !/^\.{1,2}$/.test(title) && !/[ _]/.test(title)), (title) => {
        const [filled] = fillPath('/v1/page/{title}/bare', {title});
        const {origin, pathname, search, hash} = new URL(`https://wiki.example/w/rest.php${filled}`);
        expect([origin, search, hash]).toEqual(['https://wiki.example', '', '']);
        const parts = pathname.split('/');
        expect(parts.slice(0, 5)).toEqual(['', 'w', 'rest.php', 'v1', 'page']);
        expect(parts.slice(6)).toEqual(['bare']);
        expect(decodeURIComponent(parts[5] ?? '')).toBe(title);
      }),
    );
  });

  test.each<[string, unknown, RegExp]>([
    [path, {}, /^title: undefined given/],
    [path, {titel: 'A'}, /^title: undefined given, a text or a number for \/v1\/page\/\{title\} expected/],
    [path, {title: ''}, /^title: '' given/],
    [path, {title: '..'}, /^title: '\.\.' given/],
    [path, {title: ['A']}, /^title: an array given/],
    ['/v1/page/{ti tle}', {}, /^path: /],
    ['/v1/page/{title', {title: 'A'}, /names in braces/],
    ['/v1/../x', {}, /without \. and \.\./],
    ['/v1/%2e%2E/x', {}, /without \. and \.\./],
    ['/v1/page?x=1', {}, /give what is asked as parameters/],
    ['/v1\\..\\x', {}, /^path: /],
    ['v1/page', {}, /^path: 'v1\/page' given/],
    ['https://evil.example/', {}, /^path: /],
    ['/v1/search', {q: {}}, /^q: an object given/],
    ['/v1/search', {q: new Blob()}, /^q: Blob given/],
    ['/v1/search', 'q', /^params: 'q' given/],
  ])('%s with %j is refused before anything is sent', async (path, params, message) => {
    const fake = fakeWiki();
    const asked = rest(fake).get(path, params as Record<string, unknown>);
    await expect(asked).rejects.toBeInstanceOf(TypeError);
    await expect(asked).rejects.toThrow(message);
    expect(fake.requests).toEqual([]);
  });

  test('a misspelt option is refused', async () => {
    await expect(rest(fakeWiki()).get('/v1/search', {}, {signl: 1} as object)).rejects.toThrow(/^signl: no such option; did you mean signal\?/);
  });
});

describe('the answer', () => {
  test.each<[string, () => Response, unknown]>([
    ['JSON', () => json(200, [1]), [1]],
    ['HTML', () => new Response('<p>x', {headers: {'Content-Type': 'text/html'}}), '<p>x'],
    ['no content', () => new Response(null, {status: 204}), undefined],
  ])('%s', async (_, answer, expected) => {
    expect(await rest(fakeWiki([[{}, answer()]])).get('/v1/x')).toEqual(expected);
  });

  test('cut JSON is no answer; a page of a proxy is none, either', async () => {
    const cut = new Response('{"a', {headers: {'Content-Type': 'application/json'}});
    await expect(rest(fakeWiki([[{}, cut]])).get('/v1/x')).rejects.toMatchObject({name: 'InvalidAnswerError', bodyStart: '{"a'});
    const gateway = new Response('<h1>Bad gateway', {status: 502, headers: {'Content-Type': 'text/html'}});
    await expect(rest(fakeWiki([[{}, gateway]])).get('/v1/x')).rejects.toMatchObject({name: 'HttpError', status: 502});
  });

  test.each<[string | undefined, string]>([
    [undefined, 'auf Deutsch'],
    ['user', 'auf Deutsch'],
    ['nb', 'in English'],
    ['en-gb', 'in English'],
    ['de-at', 'auf Deutsch'],
  ])('a refusal is told in the user’s language (%s): %s', async (uselang, text) => {
    const answer = json(404, {errorKey: 'rest-x', messageTranslations: {de: '<strong>auf</strong> [[Hilfe:Sprache|Deutsch]]', en: 'in English'}});
    await expect(rest(fakeWiki([[{}, answer]]), uselang === undefined ? {} : {uselang}).get('/v1/x')).rejects.toMatchObject({
      name: 'ApiError',
      code: 'rest-x',
      message: text,
      errors: [{data: {messageTranslations: {en: 'in English'}}}],
      request: {url: 'https://wiki.example/w/rest.php/v1/x'},
    });
  });

  test('a refusal of a module of the Action API has its code, too, and its kind', async () => {
    const refusal = async (answer: Response): Promise<unknown> => rest(fakeWiki([[{}, answer]])).get('/v1/x').catch((error: unknown) => error);
    expect(await refusal(refuses('blockedtext', 400, {actionModuleErrorCode: 'blocked'}))).toMatchObject({name: 'BlockedError', code: 'blockedtext', errors: [{}, {code: 'blocked'}]});
    expect(await refusal(json(429, {errorKey: 'apierror-ratelimited', messageTranslations: {en: 'Wait.'}}, {'Retry-After': '7'}))).toMatchObject({name: 'RateLimitError', retryAfterSeconds: 7, errors: [{}, {code: 'ratelimited'}]});
  });

  test('without a key, the Action API’s code is the code; without one, the status', async () => {
    await expect(rest(fakeWiki([[{}, refuses('', 400, {actionModuleErrorCode: 'blocked', messageTranslations: {en: 'No.'}})]])).get('/v1/x')).rejects.toMatchObject({name: 'BlockedError', code: 'blocked', errors: {length: 1}});
    await expect(rest(fakeWiki([[{}, refuses('', 404, {messageTranslations: {en: 'No.'}})]])).get('/v1/x')).rejects.toMatchObject({name: 'ApiError', code: 'http-404', message: 'No.'});
  });

  test('a fault of the server is no refusal, though it has words', async () => {
    await expect(rest(fakeWiki([[{}, refuses('rest-internal', 500)]])).get('/v1/x')).rejects.toMatchObject({name: 'HttpError', status: 500, message: expect.stringContaining('rest-internal')});
  });

  test('an odd error body does no harm', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.constantFrom('errorKey', 'messageTranslations', 'message', 'error', 'actionModuleErrorCode', 'httpReason'), async (value, name) => {
        const answer = new Response(JSON.stringify({errorKey: 'rest-x', [name]: value}), {status: 400, headers: {'Content-Type': 'application/json'}});
        const error = await rest(fakeWiki([[{}, answer]])).get('/v1/x').catch((error: unknown) => error);
        expect(['ApiError', 'HttpError', 'BlockedError']).toContain((error as Error).name);
      }),
    );
  });
});

describe('a token', () => {
  const tokens = (token: string): object => ({query: {tokens: {csrftoken: token}, userinfo: {id: 3, name: 'Olga'}}});

  test('is put in where it is asked for, and from then on', async () => {
    const {seen, answering} = bodies();
    const fake = fakeWiki([[{meta: 'tokens|userinfo', assertuser: 'Olga'}, tokens('one')], [{}, answering(badtoken())], [{}, answering(json(201, {ok: 1}))], [{}, answering(json(200, {ok: 2}))]]);
    const wiki = session(fake, {user: 'Olga'});
    expect(await restOf(wiki).put(path, {title: 'A', source: 'x'})).toEqual({ok: 1});
    expect(await restOf(wiki).put(path, {title: 'B', source: 'y'})).toEqual({ok: 2});
    expect(seen).toEqual([{source: 'x'}, {source: 'x', token: 'one'}, {source: 'y', token: 'one'}]);
    fake.done();
  });

  test('that is refused is renewed once', async () => {
    const {seen, answering} = bodies();
    const fake = fakeWiki([[{}, answering(badtoken())], [{}, answering(json(200, {}))], [{}, answering(badtoken())], [{action: 'query'}, tokens('new')], [{}, answering(badtoken())]]);
    const it = rest(fake, {user: 'Olga', tokens: {csrf: 'old'}});
    await it.post('/v1/page', {});
    await expect(it.post('/v1/page', {})).rejects.toMatchObject({code: 'rest-badtoken'});
    expect(seen).toEqual([{}, {token: 'old'}, {token: 'old'}, {token: 'new'}]);
    fake.done();
  });

  test('that was old already is renewed, too', async () => {
    const {seen, answering} = bodies();
    const fake = fakeWiki([[{}, answering(badtoken())], [{}, answering(badtoken())], [{action: 'query'}, tokens('new')], [{}, answering(json(200, {ok: 1}))]]);
    expect(await rest(fake, {user: 'Olga', tokens: {csrf: 'old'}}).post('/v1/page', {})).toEqual({ok: 1});
    expect(seen).toEqual([{}, {token: 'old'}, {token: 'new'}]);
    fake.done();
  });

  test('is put in and renewed also where the wiki has no key for its errors (1.39)', async () => {
    const {seen, answering} = bodies();
    const [missing, bad] = [json(400, {actionModuleErrorCode: 'missingparam', messageTranslations: {en: 'The "token" parameter must be set.'}}), json(403, {messageTranslations: {en: 'Invalid CSRF token.'}})];
    const fake = fakeWiki([[{}, answering(missing)], [{}, answering(bad)], [{action: 'query'}, tokens('new')], [{}, answering(json(200, {ok: 1}))]]);
    expect(await rest(fake, {user: 'Olga', tokens: {csrf: 'old'}}).post('/v1/page', {})).toEqual({ok: 1});
    expect(seen).toEqual([{}, {token: 'old'}, {token: 'new'}]);
    fake.done();
  });

  test('is not asked for with an access token, unless the wiki wants one', async () => {
    const {seen, answering} = bodies();
    const fake = fakeWiki([[{}, answering(json(200, {}))], [{}, answering(badtoken())], [{action: 'query', assert: 'user'}, tokens('one')], [{}, answering(json(200, {}))]]);
    const it = rest(fake, {auth: {accessToken: 'abc'}});
    await it.post('/v1/x', {});
    await it.post('/v1/page', {});
    expect(seen).toEqual([{}, {}, {token: 'one'}]);
    fake.done();
  });

  test('is not asked for where a POST only asks; nobody may', async () => {
    const fake = fakeWiki([[{}, new Response('<p>x')]]);
    expect(await rest(fake, {origin: page}).post('/v1/transform/wikitext/to/html', {wikitext: 'x'})).toBe('<p>x');
    fake.done();
  });

  test('is in no URL and no error, also when the wiki says it back', async () => {
    const token = 'secret+\\';
    const fake = fakeWiki([[{}, badtoken()], [{}, refuses('rest-x', 400, {name: 'token', value: token, messageTranslations: {en: `Not ${token}`}})]]);
    const error = await rest(fake, {user: 'Olga', tokens: {csrf: token}}).post('/v1/page', {token: 'mine', password: 'hidden', a: {token: 'deep'}}).catch((error: unknown) => error as Error);
    expect(error).toMatchObject({message: 'Not ***', request: {params: {token: '***', password: '***', a: '…'}}});
    expect(JSON.stringify(error) + String(error)).not.toMatch(/secret|mine|hidden|deep/);
    expect(fake.requests.map(({url}) => url).join(' ')).not.toContain('secret');
  });

  test('of nobody is not used where somebody is expected', async () => {
    const fake = fakeWiki([[{action: 'query'}, {query: {tokens: {csrftoken: '+\\'}, userinfo: {id: 0, name: '1.2.3.4', anon: true}}}]]);
    await expect(rest(fake).post('/v1/page', {})).rejects.toMatchObject({name: 'LoginError', code: 'notloggedin'});
    fake.done();
  });

  test('is not asked for on another’s behalf', async () => {
    const fake = fakeWiki();
    const wiki = session(fake, {user: 'Olga', tokens: {csrf: 't'}});
    fake.expect({}, () => {
      wiki.changeUser('Henrik');
      return badtoken();
    });
    await expect(restOf(wiki).post('/v1/page', {})).rejects.toMatchObject({code: 'rest-badtoken'});
    fake.done();
  });
});

describe('how it is sent', () => {
  test('JSON with its type; a DELETE with nothing to say has no body', async () => {
    const {seen, answering} = bodies();
    const fake = fakeWiki([[{}, answering(json(200, {}))], [{}, answering(json(200, {}))]]);
    const it = rest(fake, {user: 'Olga', tokens: {csrf: 't'}});
    await it.post('/v1/x', {a: [{b: null}]});
    await it.delete('/v1/x/{id}', {id: 7});
    expect(fake.requests.map(({method, headers}) => [method, headers['content-type']])).toEqual([['POST', 'application/json'], ['DELETE', undefined]]);
    expect(seen[0]).toEqual({a: [{b: null}]});
    expect(seen[1] ?? undefined).toBeUndefined();
  });

  test('no origin= in the URL; from another site as nobody without cookies and headers, as somebody past the cache', async () => {
    const inits: RequestInit[] = [];
    const keep = (_: FakeRequest, init: RequestInit): Response => {
      inits.push(init);
      return json(200, {});
    };
    const fake = fakeWiki([[{origin: undefined}, keep], [{origin: undefined}, keep], [{crossorigin: undefined}, keep]]);
    await rest(fake, {origin: page}).get('/v1/x');
    await rest(fake, {origin: page, auth: 'cookies'}).get('/v1/x');
    await rest(fake, {origin: page, crossorigin: true, auth: {accessToken: 'abc'}}).get('/v1/x');
    expect(inits).toMatchObject([{credentials: 'omit', headers: {}}, {credentials: 'include', cache: 'no-store'}, {credentials: 'omit', headers: {authorization: 'Bearer abc'}}]);
    expect(inits[0]?.cache).toBeUndefined();
    fake.done();
  });

  test('a read is sent again after a lost connection, a write is not', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const lost = new TypeError('Failed to fetch');
    const options = {retry: {maxRetries: 1}, user: 'Olga', tokens: {csrf: 't'}, origin: page, auth: 'cookies'} as const;
    const reading = fakeWiki([[{}, lost], [{}, json(200, {ok: 1})]]);
    expect(await rest(reading, options).get('/v1/x')).toEqual({ok: 1});
    const writing = fakeWiki([[{}, lost]]);
    await expect(rest(writing, options).post('/v1/x')).rejects.toMatchObject({name: 'NetworkError', cause: lost, hint: expect.stringContaining('$wgAllowCrossOrigin')});
    writing.done();
  });

  test('a redirected write is told where to', async () => {
    const fake = fakeWiki([[{}, new Response('', {status: 308, headers: {Location: '/w/rest.php/v1/y'}})]]);
    await expect(rest(fake, {user: 'Olga', tokens: {csrf: 't'}}).post('/v1/x')).rejects.toMatchObject({name: 'HttpError', status: 308, message: expect.stringContaining('Give the address it redirects to: /w/rest.php/v1/y')});
  });

  test('an abort, and an answer that does not come in time', async () => {
    const never = (): Promise<Response> => new Promise(() => {});
    const controller = new AbortController();
    const asked = rest(fakeWiki([[{}, never]])).get('/v1/x', {}, {signal: controller.signal});
    controller.abort();
    await expect(asked).rejects.toMatchObject({name: 'AbortError'});
    await expect(rest(fakeWiki([[{}, never]]), {timeoutSeconds: 0.01}).get('/v1/x')).rejects.toMatchObject({name: 'NetworkError', message: expect.stringContaining('within 0.01 seconds')});
  });
});
