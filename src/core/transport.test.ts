import {afterEach, describe, expect, test, vi} from 'vitest';
import {HttpError, InvalidAnswerError, NetworkError} from './errors.js';
import type {Fetch} from './exchange.js';
import {retryAfterSeconds} from './retry-after.js';
import {type HttpAnswer, type HttpRequest, send} from './transport.js';

const url = 'https://wiki.example/w/api.php';
const failed = {url, method: 'GET', params: {}} as const;
const request: HttpRequest = {url: `${url}?action=query`, method: 'GET', headers: {}, credentials: 'omit'};

function exchange(fetch: Fetch, options: {signal?: AbortSignal; method?: 'GET' | 'POST'} = {}): Promise<HttpAnswer> {
  const {signal, method = 'GET'} = options;
  return send({...request, method}, {fetch, signal, timeoutSeconds: 60, asked: {...failed, method}});
}

const answering = (body: string, init: ResponseInit = {}): Fetch => () => Promise.resolve(new Response(body, init));
/** Never answers, but ends when aborted, as the platform's fetch does. */
const silent: Fetch = (_, {signal}) => new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));

afterEach(() => void vi.useRealTimers());

test('JSON comes back parsed, with status and headers', async () => {
  const answer = await exchange(answering('{"batchcomplete":true}', {headers: {'X-Database-Lag': '1'}}));
  expect(answer.data).toEqual({batchcomplete: true});
  expect(answer.headers.get('X-Database-Lag')).toBe('1');
});

test('fetch is called before send returns', () => {
  const fetch = vi.fn<Fetch>(() => new Promise(() => {}));
  void exchange(fetch);
  expect(fetch).toHaveBeenCalledOnce();
});

describe('what is no answer of the API', () => {
  test.each<[string, Fetch, RegExp]>([
    ['a page', answering('<!DOCTYPE html><title>Log in to the hotel'), /answered with HTML where JSON of MediaWiki’s API was expected. Is this the address/],
    ['nothing', answering(''), /answered with nothing/],
    ['cut JSON', answering('{"query":{"pag'), /not JSON, or cut JSON/],
    ['a number', answering('7'), /not JSON/],
  ])('%s with status 200', async (_, fetch, message) => {
    const error: unknown = await exchange(fetch).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InvalidAnswerError);
    expect(error).toMatchObject({name: 'InvalidAnswerError', message: expect.stringMatching(message), request: failed});
  });

  test('a bad status with a page: the status, the start of the page, and when to come back', async () => {
    const error: unknown = await exchange(answering('<h1>Sorry', {status: 503, statusText: 'Busy', headers: {'Retry-After': '9'}})).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(HttpError);
    expect(error).toMatchObject({status: 503, bodyStart: '<h1>Sorry', retryAfterSeconds: 9, message: `${url} answered 503 Busy.`});
  });

  test('404 asks whether the address is right', async () => {
    await expect(exchange(answering('', {status: 404}))).rejects.toThrow(/answered 404. Is this the address of the wiki’s api.php/);
  });

  test('JSON of somebody else with a bad status is not taken for the wiki’s', async () => {
    await expect(exchange(answering('{"message":"too many"}', {status: 429}))).rejects.toMatchObject({name: 'HttpError', status: 429});
  });

  test('an error of the API with a bad status is the API’s', async () => {
    const {status, data} = await exchange(answering('{"errors":[{"code":"internal_api_error_X"}]}', {status: 500}));
    expect({status, data}).toEqual({status: 500, data: {errors: [{code: 'internal_api_error_X'}]}});
  });

  test('a redirected POST has lost its body: the new address is named', async () => {
    const response = new Response('{}');
    Object.defineProperties(response, {redirected: {value: true}, url: {value: 'https://new.example/w/api.php'}});
    await expect(exchange(() => Promise.resolve(response), {method: 'POST'})).rejects.toThrow(/redirects to https:\/\/new\.example\/w\/api\.php/);
    await expect(exchange(() => Promise.resolve(Object.defineProperty(new Response('{}'), 'redirected', {value: true})))).resolves.toMatchObject({data: {}});
  });
});

describe('no answer', () => {
  test('a lost connection keeps its cause', async () => {
    const cause = new TypeError('Failed to fetch');
    const error: unknown = await exchange(() => Promise.reject(cause)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({name: 'NetworkError', cause, message: expect.stringContaining(`${url} could not be reached`)});
  });

  test('outside a page the reason is told where it is known, and CORS is not', async () => {
    const reasons = ['ECONNREFUSED', 'CERT_HAS_EXPIRED'].map((code) => Object.assign(new Error(code === 'ECONNREFUSED' ? '' : 'certificate has expired'), {code}));
    const messages = [...reasons, undefined].map((cause) =>
      send(request, {fetch: () => Promise.reject(new TypeError('fetch failed', {cause})), timeoutSeconds: 60, asked: failed}).catch((error: unknown) => (error as Error).message),
    );
    expect(await Promise.all(messages)).toEqual([
      `${url} could not be reached, or the connection was lost: ECONNREFUSED.`,
      `${url} could not be reached, or the connection was lost: certificate has expired (CERT_HAS_EXPIRED).`,
      `${url} could not be reached, or the connection was lost: the wiki is down, this device is offline, or the host name is wrong.`,
    ]);
  });

  test('on a page, where no reason is told, one more question looks for it', async () => {
    const fetch: Fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    await expect(send(request, {fetch, timeoutSeconds: 60, asked: failed, pageOrigin: 'https://page.example'})).rejects.toMatchObject({reason: 'unreachable', message: expect.stringMatching(/the wiki is down, this device is offline, or the host name is wrong\.$/)});
    await expect(send(request, {fetch: () => Promise.reject(undefined), timeoutSeconds: 60, asked: failed})).rejects.toBeInstanceOf(NetworkError);
  });

  test('a body cut on its way is a lost connection', async () => {
    const cut = new ReadableStream({start: (controller) => controller.error(new TypeError('terminated'))});
    await expect(exchange(() => Promise.resolve(new Response(cut)))).rejects.toBeInstanceOf(NetworkError);
  });

  test('a time limit passes', async () => {
    vi.useFakeTimers();
    const outcome = exchange(silent).catch((reason: unknown) => reason);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await outcome).toMatchObject({name: 'NetworkError', message: `${url} did not answer within 60 seconds.`, cause: {name: 'TimeoutError'}});
  });

  test('an abort is the platform’s, with its own reason', async () => {
    const controller = new AbortController();
    const outcome = exchange(silent, {signal: controller.signal});
    const reason = new Error('the dialog was closed');
    controller.abort(reason);
    await expect(outcome).rejects.toBe(reason);
    await expect(exchange(silent, {signal: AbortSignal.abort()})).rejects.toMatchObject({name: 'AbortError'});
  });

  test('nothing is left behind: no timer, no listener', async () => {
    vi.useFakeTimers();
    const {signal} = new AbortController();
    const remove = vi.spyOn(signal, 'removeEventListener');
    await exchange(answering('{}'), {signal});
    expect(vi.getTimerCount()).toBe(0);
    expect(remove).toHaveBeenCalledWith('abort', expect.anything());
  });
});

test.each([
  ['12', 12],
  [' 0 ', 0],
  ['Sat, 21 Nov 2026 12:00:30 GMT', 30],
  ['Sat, 21 Nov 2026 11:00:00 GMT', 0],
  ['soon', undefined],
  ['1.5', 2],
  ['-5', undefined],
  ['99999999999999999999', 1e20],
  [undefined, undefined],
])('Retry-After %s is %s seconds', (value, seconds) => {
  vi.useFakeTimers({now: Date.UTC(2026, 10, 21, 12)});
  expect(retryAfterSeconds(new Headers(value === undefined ? {} : {'Retry-After': value}))).toBe(seconds);
});
