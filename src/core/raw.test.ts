import {afterEach, describe, expect, test, vi} from 'vitest';
import {fakeWiki, type FakeWiki} from '../testing/fake-wiki.js';
import {rawApi, rawIndex} from './raw.js';
import {Session} from './session.js';
import type {SessionOptions} from './settings.js';

const session = (fake: FakeWiki, options: SessionOptions = {}): Session => new Session('https://wiki.example/w/api.php', {fetch: fake.fetch, userAgent: 'Test/1.0', retry: false, ...options});
const text = (body: string, status = 200): Response => new Response(body, {status, headers: {'Content-Type': 'text/x-wiki'}});

afterEach(() => void vi.restoreAllMocks());

describe('rawApi', () => {
  test('the text, whatever it is, asked for as any question of the session', async () => {
    const fake = fakeWiki([[{action: 'rsd', assertuser: 'Olga', errorformat: 'plaintext'}, text('<rsd/>')], [{action: 'query'}, {query: {a: 1}}]]);
    const wiki = session(fake, {user: 'Olga'});
    expect(await rawApi(wiki, {action: 'rsd'})).toBe('<rsd/>');
    expect(await rawApi(wiki, {action: 'query'})).toBe('{"query":{"a":1}}');
    expect(fake.requests[0]?.headers['user-agent']).toMatch(/^Test/);
    fake.done();
  });

  test('what the wiki refuses, and what a gateway does', async () => {
    await expect(rawApi(session(fakeWiki([[{}, {errors: [{code: 'readapidenied', text: 'No.'}]}]])), {action: 'rsd'})).rejects.toMatchObject({name: 'ApiError', code: 'readapidenied'});
    await expect(rawApi(session(fakeWiki([[{}, text('x', 503)]])), {action: 'rsd'})).rejects.toMatchObject({name: 'HttpError', status: 503});
    await expect(rawApi(session(fakeWiki()), {action: ''})).rejects.toThrow(/^action: '' given/);
  });

  test('is sent again by the same rules', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    expect(await rawApi(session(fakeWiki([[{}, new TypeError('lost')], [{}, text('<rsd/>')]]), {retry: {maxRetries: 1}}), {action: 'rsd'})).toBe('<rsd/>');
  });

  test('leaves the session as it was', async () => {
    const fake = fakeWiki([[{}, text('<rsd/>')], [{}, {query: {}}]]);
    const wiki = session(fake);
    await rawApi(wiki, {action: 'rsd'});
    expect(await wiki.get({action: 'query'})).toEqual({query: {}});
  });
});

describe('rawIndex', () => {
  test('a GET: parameters as the API takes them, none of the session’s', async () => {
    const fake = fakeWiki([[{}, text('== A ==')]]);
    expect(await rawIndex(session(fake, {user: 'Olga', maxlag: 5}), {title: 'A & b', action: 'raw', ctype: undefined})).toBe('== A ==');
    expect(fake.requests[0]).toMatchObject({method: 'GET', url: 'https://wiki.example/w/index.php?title=A%20%26%20b&action=raw', headers: {'user-agent': expect.stringMatching(/^Test/)}});
  });

  test('a POST: in the body, not sent again when lost; nobody’s is refused', async () => {
    const fake = fakeWiki([[{title: 'A', token: 'secret'}, new TypeError('lost')]]);
    const error = await rawIndex(session(fake, {retry: {}}), {title: 'A', token: 'secret'}, {method: 'POST'}).catch((error: unknown) => error);
    expect(error).toMatchObject({name: 'NetworkError', request: {method: 'POST', params: {title: 'A', token: '***'}}});
    expect(fake.requests).toHaveLength(1);
    expect(fake.requests[0]).toMatchObject({url: 'https://wiki.example/w/index.php', headers: {'content-type': expect.stringContaining('urlencoded')}});
    await expect(rawIndex(session(fake, {auth: 'anonymous'}), {title: 'A'}, {method: 'POST'})).rejects.toMatchObject({name: 'LoginError'});
    expect(fake.requests).toHaveLength(1);
  });

  test('a status that is no success; an answer of no page', async () => {
    await expect(rawIndex(session(fakeWiki([[{}, text('', 404)]])), {title: 'No', action: 'raw'})).rejects.toMatchObject({name: 'HttpError', status: 404});
    const elsewhere = session(fakeWiki([[{}, new TypeError('Failed to fetch')]]), {origin: 'https://page.example'});
    await expect(rawIndex(elsewhere, {title: 'A'})).rejects.toMatchObject({name: 'NetworkError', hint: expect.stringContaining('No page of another site can read index.php')});
  });

  test.each<[object, object, RegExp]>([
    [{title: {}}, {}, /^title: an object given/],
    [{}, {method: 'PUT'}, /^method: 'PUT' given, 'GET' or 'POST' expected/],
    [{}, {token: 'csrf'}, /^token: no such option/],
  ])('%j with %j is refused before anything is sent', async (params, options, message) => {
    const fake = fakeWiki();
    await expect(rawIndex(session(fake), params as Record<string, string>, options)).rejects.toThrow(message);
    expect(fake.requests).toEqual([]);
  });
});
