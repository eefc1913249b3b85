import {afterEach, describe, expect, it, vi} from 'vitest';
import {Api} from './api.js';
import {ForeignApi, ForeignRest} from './foreign.js';
import {Rest} from './rest.js';
import {onWiki, outcome, server} from './server.fixtures.js';

const other = 'https://other.example/w/api.php';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('ForeignApi', () => {
  it('needs an address', () => {
    expect(() => new ForeignApi('')).toThrow('mw.ForeignApi() requires a `url` parameter');
    expect(() => new ForeignApi({anonymous: true} as never)).toThrow('mw.ForeignApi() requires a `url` parameter');
    expect(new ForeignApi(new URL(other))).toMatchObject({apiUrl: other, defaults: {useUS: false, ajax: {url: other, timeout: 30_000, xhrFields: {withCredentials: true}}}});
  });

  it('says where it comes from, in the address also of a POST', () => {
    onWiki();
    const asked = server({});
    void new ForeignApi(other).get({a: 1});
    void new ForeignApi(`${other}?x`).post({a: 1});
    void new ForeignApi(other, {anonymous: true}).post({});
    void new ForeignApi('//wiki.example/w/api.php').post({});
    expect(asked.map(({url, body, init}) => [url, body, init.credentials])).toEqual([
      [`${other}?action=query&format=json&origin=https%3A%2F%2Fwiki.example&a=1`, null, 'include'],
      [`${other}?x&origin=https%3A%2F%2Fwiki.example`, 'action=query&format=json&origin=https%3A%2F%2Fwiki.example&a=1', 'include'],
      [`${other}?origin=*`, 'action=query&format=json&origin=*', 'same-origin'],
      ['//wiki.example/w/api.php', 'action=query&format=json', 'include'],
    ]);
  });

  it('what is undefined in the options displaces nothing', () => {
    onWiki();
    const {defaults} = new ForeignApi(other, {parameters: {origin: undefined}, ajax: {url: undefined as never, xhrFields: {withCredentials: undefined as never}}});
    expect(defaults).toMatchObject({parameters: {origin: 'https://wiki.example'}, ajax: {url: other, xhrFields: {withCredentials: true}}});
  });

  it('in a worker knows its own wiki by the location', () => {
    onWiki();
    vi.stubGlobal('document', undefined);
    vi.stubGlobal('location', {origin: 'https://wiki.example', href: 'https://wiki.example/w/worker.js'});
    expect(new ForeignApi('/w/api.php').getOrigin()).toBe(undefined);
    expect(new ForeignApi(other).getOrigin()).toBe('https://wiki.example');
  });

  it('can be extended as CentralAuth does it', async () => {
    onWiki();
    server({});
    const said: string[] = [];
    function Central(this: ForeignApi, url: string): void {
      ForeignApi.call(this, url);
    }
    Central.prototype = Object.create(ForeignApi.prototype) as ForeignApi;
    (Central.prototype).ajax = function (this: ForeignApi, parameters, options) {
      said.push('ajax');
      return ForeignApi.prototype.ajax.call(this, {...parameters, centralauthtoken: 'x'}, options);
    };
    const central = new (Central as unknown as new (url: string) => ForeignApi)(other);
    await central.isCategory('X');
    expect(said).toEqual(['ajax']);
    expect(central).toBeInstanceOf(Api);
    expect(ForeignApi.super).toBe(Api);
    expect(ForeignApi.parent).toBe(Api);
  });
});

describe('Rest', () => {
  const url = 'https://other.example/w/rest.php';

  it('sends JSON, with header names in lower case', () => {
    const asked = server({});
    void new Rest({ajax: {url}}).post('/v1/x', {source: '100%20'}, {Authorization: 'Bearer t'});
    void new Rest({ajax: {url}}).delete('/v1/x');
    void new Rest({ajax: {url}}).get('/v1/x', {q: 'a b', tags: ['c']});
    expect(asked.map(({method, body, headers, url: address}) => [method, body, headers, address.slice(url.length)])).toEqual([
      ['POST', '{"source":"100%20"}', {authorization: 'Bearer t', 'content-type': 'application/json'}, '/v1/x'],
      ['DELETE', null, {'content-type': 'application/json'}, '/v1/x'],
      ['GET', null, {}, '/v1/x?q=a%20b&tags%5B%5D=c'],
    ]);
  });

  it('reads what the answer says it is', async () => {
    server(Response.json({a: 1}), new Response('<p>', {headers: {'Content-Type': 'text/html'}}), new Response(null, {status: 204}));
    const rest = new Rest({ajax: {url}});
    expect(await rest.get('/a')).toEqual({a: 1});
    expect(await rest.get('/b')).toBe('<p>');
    expect(await rest.put('/c', {})).toBe(undefined);
    expect(rest.requests).toEqual([null, null, null]);
  });

  it('an error is http, and native() says what the wiki said', async () => {
    server(Response.json({errorKey: 'rest-nonexistent-title', messageTranslations: {en: 'No such page'}}, {status: 404}));
    const rest = new Rest({ajax: {url}});
    expect(await outcome(rest.get('/a'))).toMatchObject(['fail', 'http', {textStatus: 'error', xhr: {status: 404, responseJSON: {errorKey: 'rest-nonexistent-title'}}}]);
    await expect(rest.get('/a').native()).rejects.toMatchObject({name: 'ApiError', code: 'rest-nonexistent-title', message: 'No such page'});
  });

  it('keeps the secrets of a body out of errors', async () => {
    server(Response.json({}, {status: 500}));
    const error = (await new Rest({ajax: {url}}).put('/v1/page/A', {token: 'geheim', source: 'x', latest: {id: 1}}).native().catch((thrown: unknown) => thrown)) as {request: unknown};
    expect(error.request).toEqual({url: `${url}/v1/page/A`, method: 'PUT', params: {token: '***', source: 'x', latest: '…'}});
  });

  it('keeps the tokens of an answer out of errors', async () => {
    server(Response.json({errorKey: 'rest-badtoken', message: 'Bad token', csrfToken: 'ge"heim'}, {status: 403}));
    await expect(new Rest({ajax: {url}}).get('/a').native()).rejects.toMatchObject({answer: {errorKey: 'rest-badtoken', csrfToken: '***'}, errors: [{data: {csrfToken: '***'}}]});
  });

  it.each([
    ['a list', [{token: 'geheim', password: 'geheim'}]],
    ['a text', 'geheim'],
    ['what is no JSON', undefined],
  ])('keeps them out also of %s', async (_, body) => {
    server(Response.json({}, {status: 400}));
    const rest = new Rest({ajax: {url}});
    const sending = body === undefined ? rest.ajax('/v1/x', {type: 'POST', contentType: 'application/json', data: '{geheim'}) : rest.post('/v1/x', body);
    const error: unknown = await sending.native().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({name: 'HttpError'});
    expect(JSON.stringify((error as {request: unknown}).request)).not.toContain('geheim');
  });

  it('off the wiki says that the address is missing', () => {
    expect(() => new Rest()).toThrow('rest.php');
  });
});

describe('ForeignRest', () => {
  it('takes the other wiki’s Api second, or, since 1.46, the options', () => {
    const api = new ForeignApi(other);
    expect(new ForeignRest('https://o.example/rest.php', api, {anonymous: true})).toMatchObject({foreignActionApi: api, anonymous: true, url: 'https://o.example/rest.php'});
    const later = new ForeignRest('https://o.example/rest.php', {anonymous: true});
    expect(later).toMatchObject({anonymous: true, defaults: {ajax: {xhrFields: {withCredentials: false}}}});
    expect(later.foreignActionApi).toBe(undefined);
    expect(new ForeignRest('https://o.example/rest.php').anonymous).toBe(undefined);
  });
});
