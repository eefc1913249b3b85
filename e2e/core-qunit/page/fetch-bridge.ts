/**
 * In the page: makes `fetch` visible to core's tests. They look at the network in two ways: sinon's fake server, which
 * stands in the place of `XMLHttpRequest`, and, for aborting, a stub in the place of `jQuery.ajax`.
 *
 * Each `fetch` is handed to whichever stands there, before it returns: what a client sends late is seen late. Nothing is
 * sent again or made up here.
 */

/** How many calls of `fetch` went where. */
export interface Bridged {
  byXhr: number;
  byAjax: number;
}

interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: XMLHttpRequestBodyInit | null;
  readonly credentials: RequestCredentials | undefined;
  readonly signal: AbortSignal | null | undefined;
}

interface AjaxRequest extends PromiseLike<unknown> {
  abort(): void;
}

/** The part of sinon's request that tests look at. */
type FakeXhr = XMLHttpRequest & {requestHeaders?: Record<string, string>};

declare const $: {ajax(options: object): AjaxRequest};

export const bridged: Bridged = {byXhr: 0, byAjax: 0};

/** Replaces `fetch`; to be called while `jQuery.ajax` is the real one. */
export function bridgeFetch(): void {
  const realAjax = $.ajax;
  globalThis.fetch = async (input, init = {}) => {
    if (input instanceof Request) throw new TypeError('The bridge takes an address: the body of a Request cannot be read at once.');
    const request = sent(String(input), init);
    request.signal?.throwIfAborted();
    return $.ajax === realAjax ? byXhr(request) : byAjax(request);
  };
}

function sent(url: string, {method = 'GET', headers: given, body, credentials, signal}: RequestInit): Sent {
  // Not by way of Headers where it can be helped: it makes the names lower case.
  const headers = given instanceof Headers || Array.isArray(given) ? [...(given as Iterable<[string, string]>)] : Object.entries(given ?? {});
  const form = body instanceof URLSearchParams && !headers.some(([name]) => name.toLowerCase() === 'content-type');
  return {
    url,
    method: method.toUpperCase(),
    headers: form ? [...headers, ['Content-Type', 'application/x-www-form-urlencoded;charset=UTF-8']] : headers,
    body: body instanceof URLSearchParams ? String(body) : ((body ?? null) as XMLHttpRequestBodyInit | null),
    credentials,
    signal,
  };
}

function byXhr({url, method, headers, body, credentials, signal}: Sent): Promise<Response> {
  bridged.byXhr++;
  return new Promise((resolve, reject) => {
    const xhr: FakeXhr = new XMLHttpRequest(); // sinon's, while a test has its server
    const lost = (): void => reject(new TypeError('Failed to fetch'));
    xhr.open(method, url, true);
    if (xhr.requestHeaders) xhr.requestHeaders = inAnyCase(xhr.requestHeaders);
    xhr.withCredentials = credentials === 'include';
    for (const [name, value] of headers) xhr.setRequestHeader(name, value);
    xhr.addEventListener('load', () => (xhr.status === 0 ? lost() : resolve(answer(xhr, url))));
    xhr.addEventListener('error', lost);
    xhr.addEventListener('timeout', lost);
    xhr.addEventListener('abort', lost);
    const abort = (): void => {
      reject(signal?.reason);
      if (xhr.readyState !== XMLHttpRequest.DONE) xhr.abort();
    };
    signal?.addEventListener('abort', abort, {once: true});
    xhr.send(body);
  });
}

function answer(xhr: XMLHttpRequest, url: string): Response {
  const headers = new Headers();
  for (const [, name, value] of xhr.getAllResponseHeaders().matchAll(/^([^:\r\n]+):[ \t]*(.*?)\r?$/gm)) headers.append(name ?? '', value ?? '');
  const empty = [204, 205, 304].includes(xhr.status); // a Response of these takes no body
  const response = new Response(empty ? null : xhr.responseText, {status: xhr.status, statusText: xhr.statusText, headers});
  // All of it is here. Read as a stream it would come some tasks later, and core's tests of saveOptions, whose first
  // request for a token is answered with 404 at once, would depend on how many.
  response.text = () => Promise.resolve(xhr.responseText);
  Object.defineProperty(response, 'url', {value: new URL(url, location.href).href});
  return response;
}

function byAjax({url, method, headers, body, signal}: Sent): Promise<Response> {
  bridged.byAjax++;
  return new Promise((resolve, reject) => {
    const request = $.ajax({url, type: method, method, data: body, headers: Object.fromEntries(headers), processData: false});
    const abort = (): void => {
      request.abort();
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', abort, {once: true});
    request.then(
      (data) => resolve(new Response(JSON.stringify(data), {headers: {'Content-Type': 'application/json'}})),
      () => reject(new TypeError('Failed to fetch')),
    );
  });
}

/** HTTP's header names have no case; those of sinon's requests have, so a look-up is made without. */
function inAnyCase(headers: Record<string, string>): Record<string, string> {
  const actual = (target: object, name: string | symbol): string | symbol =>
    typeof name === 'symbol' ? name : (Object.keys(target).find((key) => key.toLowerCase() === name.toLowerCase()) ?? name);
  return new Proxy(headers, {
    get: (target, name) => Reflect.get(target, actual(target, name)) as unknown,
    set: (target, name, value) => Reflect.set(target, actual(target, name), value),
    has: (target, name) => Reflect.has(target, actual(target, name)),
    getOwnPropertyDescriptor: (target, name) => Reflect.getOwnPropertyDescriptor(target, actual(target, name)),
  });
}
