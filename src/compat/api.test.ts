import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {ApiError, HttpError, InvalidAnswerError, NetworkError} from '../core/errors.js';
import {Api} from './api.js';
import {apiUrl, onWiki, outcome, server} from './server.fixtures.js';
import {resetTokens} from './tokens.js';

const api = (options = {}): Api => new Api({ajax: {url: apiUrl}, ...options});

beforeEach(resetTokens);
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the constructor', () => {
  it('merges the options with the defaults', () => {
    const {defaults} = new Api({ajax: {url: new URL(apiUrl), timeout: 5}, parameters: {formatversion: 2}});
    expect(defaults).toEqual({ajax: {url: apiUrl, timeout: 5, dataType: 'json'}, parameters: {action: 'query', format: 'json', formatversion: 2}, useUS: false, userAgent: undefined});
  });

  it('on a wiki knows the address', () => {
    onWiki();
    expect(new Api().defaults).toMatchObject({ajax: {url: '/w/api.php'}, useUS: true, userAgent: 'MediaWiki-JS/1.43.9'});
  });

  it('off the wiki says that the address is missing', () => {
    expect(() => new Api()).toThrow('ajax.url: missing; name the api.php');
  });

  it('can be called on an object of another class, and be extended', async () => {
    server({});
    function Other(this: Api): void {
      Api.call(this, {ajax: {url: apiUrl}});
    }
    Other.prototype = Object.create(Api.prototype) as object;
    const OtherApi = Other as unknown as new () => Api;
    expect(await new OtherApi().get({})).toEqual({});
    class Counting extends Api {
      count = 0;
      override ajax(...args: Parameters<Api['ajax']>): ReturnType<Api['ajax']> {
        this.count++;
        return super.ajax(...args);
      }
    }
    const counting = new Counting({ajax: {url: apiUrl}});
    await counting.isCategory('X');
    expect(counting.count).toBe(1);
  });
});

describe('a request', () => {
  it('is sent before the call returns, with nothing added, the token last', () => {
    const asked = server({});
    void api().post({token: 'a+\\', titles: ['A B', 'C'], minor: true, bot: false});
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({url: apiUrl, method: 'POST', body: 'action=query&format=json&titles=A+B%7CC&minor=true&token=a%2B%5C'});
    expect(asked[0]?.headers).toEqual({'content-type': 'application/x-www-form-urlencoded; charset=UTF-8'});
  });

  it('by GET has its parameters in the address', () => {
    const asked = server({});
    void api().get({titles: 'A B'}, {url: `${apiUrl}?x=1#y`});
    expect(asked[0]).toMatchObject({url: `${apiUrl}?x=1&action=query&format=json&titles=A%20B`, body: null});
  });

  it('names the tool where the caller gives a name, or on the wiki’s own pages', () => {
    const asked = server({});
    void api({userAgent: 'Tool/1.0 (User:Me)'}).get({});
    void api().get({});
    onWiki();
    void new Api().get({});
    void new Api().get({}, {headers: {'api-user-agent': 'mine'}});
    void api({ajax: {url: 'https://other.example/w/api.php'}}).get({});
    expect(asked.map(({headers}) => headers)).toEqual([{'api-user-agent': 'Tool/1.0 (User:Me)'}, {}, {'api-user-agent': 'MediaWiki-JS/1.43.9'}, {'api-user-agent': 'mine'}, {}]);
  });

  it('sends cookies to another origin only where asked to, and no token along a redirect', () => {
    onWiki();
    const asked = server({});
    void new Api().post({});
    void api({ajax: {url: 'https://other.example/w/api.php'}}).post({});
    void api({ajax: {url: 'https://other.example/w/api.php', xhrFields: {withCredentials: true}}}).post({});
    expect(asked.map(({init: {credentials, mode, redirect}}) => [credentials, mode, redirect])).toEqual([
      ['same-origin', 'same-origin', undefined],
      ['same-origin', undefined, 'manual'],
      ['include', undefined, 'manual'],
    ]);
  });

  it('with a file goes as multipart by itself', () => {
    const asked = server({});
    void api().post({file: new Blob(['x']), comment: 'a'});
    const body = asked[0]?.body as FormData;
    expect([...body.keys()]).toEqual(['action', 'format', 'file', 'comment']);
    expect(asked[0]?.headers).toEqual({});
  });

  it('asked for as multipart where there is no FormData goes as text', () => {
    const asked = server({});
    vi.stubGlobal('FormData', undefined);
    void api().post({action: 'test'}, {contentType: 'multipart/form-data'});
    expect(asked[0]).toMatchObject({body: 'action=test&format=json', headers: {'content-type': 'application/x-www-form-urlencoded; charset=UTF-8'}});
  });

  it('takes beforeSend, success, error and complete as $.ajax does', async () => {
    const asked = server({a: 1});
    const said: unknown[] = [];
    await api().get({}, {
      beforeSend: (jqXHR) => jqXHR.setRequestHeader('X-One', '1'),
      success: (data: unknown, textStatus: string) => said.push('success', data, textStatus),
      error: () => said.push('error'),
      complete: (jqXHR: {status: number}, textStatus: string) => said.push('complete', jqXHR.status, textStatus),
    });
    expect(said).toEqual(['success', {a: 1}, 'success', 'complete', 200, 'success']);
    expect(asked[0]?.headers).toEqual({'x-one': '1'});
    const canceled = await outcome(api().get({}, {beforeSend: () => false}));
    expect(canceled.slice(0, 2)).toEqual(['fail', 'http']);
    expect(canceled[2]).toMatchObject({textStatus: 'canceled', exception: 'canceled'});
    expect(asked).toHaveLength(1);
  });
});

describe('what cannot be sent', () => {
  it.each([
    ['a header', {headers: {'X-A': 'a\nb'}}],
    ['a name beyond Latin-1', {headers: {'Api-User-Agent': 'Gadget (User:Łukasz)'}}],
  ])('%s: fails as core does, and throws nothing', async (_, options) => {
    server({});
    const got = await outcome(api().get({}, options));
    expect(got).toMatchObject(['fail', 'http', {textStatus: 'error', xhr: {status: 0}}]);
  });
});

describe('the outcome', () => {
  it.each([
    ['success', {query: {}}, ['done', {query: {}}, {status: 200, responseText: '{"query":{}}', responseJSON: {query: {}}, readyState: 4}]],
    ['an error', {error: {code: 'badtoken'}}, ['fail', 'badtoken', {error: {code: 'badtoken'}}, {error: {code: 'badtoken'}}, {status: 200}]],
    ['errors', {errors: [{code: 'a'}, {code: 'b'}]}, ['fail', 'a', {errors: [{code: 'a'}, {code: 'b'}]}, {}, {status: 200}]],
    ['an error without code', {error: {}}, ['fail', 'unknown', {error: {}}, {}, {}]],
    ['nothing', new Response('null'), ['fail', 'ok-but-empty', 'OK response but empty result (check HTTP headers?)', null, {status: 200}]],
    ['204', new Response(null, {status: 204}), ['fail', 'ok-but-empty', 'OK response but empty result (check HTTP headers?)', undefined, {status: 204}]],
    ['HTML', new Response('<p>'), ['fail', 'http', {textStatus: 'parsererror', exception: {name: 'SyntaxError'}, xhr: {status: 200, responseText: '<p>'}}]],
    ['404', Response.json({error: 1}, {status: 404, statusText: 'Not Found'}), ['fail', 'http', {textStatus: 'error', exception: 'Not Found', xhr: {status: 404, responseJSON: {error: 1}}}]],
    ['no network', new TypeError('Failed to fetch'), ['fail', 'http', {textStatus: 'error', exception: '', xhr: {status: 0, readyState: 0}}]],
  ])('%s', async (_, reply, expected) => {
    server(reply);
    const got = await outcome(api().get({}));
    expect(got).toHaveLength(expected.length);
    expect(got).toMatchObject(expected);
  });

  it('headers can be read', async () => {
    server(Response.json({}, {headers: {'MediaWiki-API-Error': 'x'}}));
    const [, , xhr] = (await outcome(api().get({}))) as [string, object, {getResponseHeader(name: string): string; getAllResponseHeaders(): string}];
    expect(xhr.getResponseHeader('mediawiki-api-error')).toBe('x');
    expect(xhr.getAllResponseHeaders()).toContain('mediawiki-api-error: x\r\n');
  });

  it('after the timeout', async () => {
    vi.useFakeTimers();
    const asked = server('never');
    const got = outcome(api().get({}, {timeout: 1000}));
    vi.advanceTimersByTime(1000);
    expect(await got).toMatchObject(['fail', 'http', {textStatus: 'timeout', exception: 'timeout'}]);
    expect(asked[0]?.init.signal?.aborted).toBe(true);
  });

  it('abort fails at once, ends the request, and leaves its place empty', () => {
    const asked = server('never');
    const mine = api();
    const first = mine.get({});
    const second = mine.post({});
    const fail = vi.fn();
    first.fail(fail);
    first.abort();
    expect(first.state()).toBe('rejected');
    expect(fail.mock.calls[0]).toMatchObject(['http', {textStatus: 'abort', exception: 'abort', xhr: {status: 0, statusText: 'abort'}}]);
    expect(mine.requests).toEqual([null, expect.anything()]);
    mine.abort();
    expect(second.state()).toBe('rejected');
    let made = 0;
    const again = (): void => {
      made++;
      if (made < 10) mine.get({}).fail(again);
    };
    again();
    mine.abort();
    expect(made).toBe(2);
    made = 10;
    mine.abort();
    expect(asked.every(({init}) => init.signal?.aborted)).toBe(true);
  });
});

describe('signals, as MediaWiki 1.44 has them', () => {
  it('aborted before: fails with the reason twice, and sends nothing', async () => {
    const asked = server({});
    const reason = new DOMException('no', 'AbortError');
    const got = await outcome(api().get({}, {signal: AbortSignal.abort(reason)}));
    expect(got).toEqual(['fail', reason, reason]);
    expect(asked).toEqual([]);
  });

  it('aborted during: fails with the reason twice, at once', () => {
    const asked = server('never');
    const aborter = new Api.AbortController();
    const fail = vi.fn();
    api().get({}, {signal: aborter.signal}).fail(fail);
    aborter.abort('enough');
    expect(fail).toHaveBeenCalledWith('enough', 'enough');
    expect(asked[0]?.init.signal?.aborted).toBe(true);
  });

  it('makeAbortablePromise: its abort fails as ever, the caller’s signal with its reason', () => {
    server('never');
    const fail = vi.fn();
    const mine: {signal?: AbortSignal} = {};
    const abortable = api().makeAbortablePromise(mine);
    api().get({}, mine).fail(fail);
    abortable.abort();
    expect(fail.mock.calls[0]).toMatchObject(['http', {textStatus: 'abort', exception: 'abort'}]);
    api().get({}, mine).fail(fail);
    expect(fail.mock.calls[1]).toEqual(['http', {textStatus: 'abort', exception: 'abort'}]);

    const aborter = new AbortController();
    const chained = {signal: aborter.signal};
    api().makeAbortablePromise(chained);
    expect(chained.signal).not.toBe(aborter.signal);
    api().get({}, chained).fail(fail);
    aborter.abort('enough');
    expect(fail.mock.calls[2]).toEqual(['enough', 'enough']);
    const late = {signal: aborter.signal};
    api().makeAbortablePromise(late);
    expect(late.signal.reason).toBe('enough');
  });

  it('a signal used for many requests keeps nothing of those that have ended', async () => {
    server({});
    const {signal} = new AbortController();
    const remove = vi.spyOn(signal, 'removeEventListener');
    await api().get({}, {signal});
    expect(remove).toHaveBeenCalledOnce();
  });

  it('postWithToken ends by a signal, too', async () => {
    const asked = server({query: {tokens: {csrftoken: 'c'}}}, 'never');
    const aborter = new AbortController();
    const got = outcome(api().postWithToken('csrf', {action: 'x'}, {signal: aborter.signal}));
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    aborter.abort('enough');
    expect(await got).toEqual(['fail', 'enough', 'enough']);
  });
});

describe('prepareExtensibleApiRequest', () => {
  it('waits for what hooks put in', async () => {
    onWiki({
      hook: (name: string) => ({
        fire(data: {params: object; promise: {then(f: () => void): unknown}}) {
          data.promise = data.promise.then(() => Object.assign(data.params, {[name]: 1})) as typeof data.promise;
        },
      }),
    });
    expect(await new Api().prepareExtensibleApiRequest('extendLogout')).toEqual({extendLogout: 1});
  });
});

describe('native()', () => {
  const native = (reply: object, params = {}): Promise<unknown> => {
    server(reply);
    return api().get(params).native();
  };

  it('finds words for what is made here, and for a login', async () => {
    await expect(native({login: {result: 'Failed', reason: 'Wrong.'}}).then(() => api().login('A', 'b').native())).rejects.toMatchObject({code: 'unknown', message: 'Wrong.'});
    server({query: {pages: [{missing: true}]}});
    await expect(api().edit('A', () => 'x').native()).rejects.toMatchObject({name: 'ApiError', code: 'nocreate-missing', message: 'The page does not exist.'});
    server({query: {tokens: {csrftoken: 'c'}}}, {upload: {warnings: {exists: 'Foo.png'}}});
    await expect(api().uploadFromStash('k', {filename: 'Foo.png'}).native()).rejects.toMatchObject({code: 'exists', message: 'The wiki warns of the upload: exists (Foo.png).'});
    const thrown = {my: 1};
    await expect(native({}).then(() => api().get({}).then(() => Promise.reject(thrown as unknown as Error)).native())).rejects.toBe(thrown);
  });

  it('gives the answer', async () => {
    expect(await native({a: 1})).toEqual({a: 1});
  });

  it('rejects with an ApiError that says what the wiki said, without secrets', async () => {
    const error = await native({error: {code: 'badtoken', info: 'Invalid CSRF token.'}}, {token: 'geheim', titles: 'A'}).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({name: 'ApiError', code: 'badtoken', message: 'Invalid CSRF token.', request: {url: apiUrl, method: 'GET', params: {titles: 'A', token: '***'}}});
    expect(JSON.stringify(error)).not.toContain('geheim');
  });

  it.each([
    [new TypeError('Failed to fetch'), NetworkError, 'could not be reached'],
    [new Response('<p>'), InvalidAnswerError, 'not JSON'],
    [new Response('x', {status: 503, headers: {'Retry-After': '7'}}), HttpError, '503'],
  ])('%s', async (reply, Kind, words) => {
    const error = await native(reply).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Kind);
    expect((error as Error).message).toContain(words);
  });

  it('rejects with an AbortError after abort, with the reason after a signal, and with what a handler threw', async () => {
    server('never');
    const request = api().get({});
    const rejected = request.native();
    request.abort();
    await expect(rejected).rejects.toMatchObject({name: 'AbortError'});
    const reason = new DOMException('late', 'TimeoutError');
    await expect(api().get({}, {signal: AbortSignal.abort(reason)}).native()).rejects.toBe(reason);
    await expect(api().get({}, {signal: AbortSignal.abort('enough')}).native()).rejects.toBe('enough');
    server({});
    const mine = new Error('mine');
    await expect(
      api()
        .get({})
        .then(() => {
          throw mine;
        })
        .native(),
    ).rejects.toBe(mine);
  });

  it('keeps a token in the answer out of the error', async () => {
    server({login: {result: 'NeedToken', token: 'geheim'}});
    const error = await api().login('A', 'b').native().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({name: 'ApiError', answer: {login: {result: 'NeedToken', token: '***'}}});
    expect(JSON.stringify(error)).not.toContain('geheim');
  });

  it('tells a timeout as one', async () => {
    server('never');
    await expect(api().get({}, {timeout: 1}).native()).rejects.toMatchObject({name: 'NetworkError', cause: {name: 'TimeoutError'}});
  });
});
