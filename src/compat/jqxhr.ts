/**
 * One request, as `$.ajax` makes it: the same options, and in its answer the same object (`jqXHR`), on `fetch`. Calls
 * with an `xhr` of their own, or that make the page wait, go by XMLHttpRequest.
 *
 * @see https://api.jquery.com/jQuery.ajax/
 */
import {exchange, type Fetch, type Message} from '../core/exchange.js';
import {currentOrigin} from '../core/current-origin.js';
import {createXhr, sendByXhr} from '../core/xhr.js';
import {jQuery} from './page.js';
import {merge, toQuery} from './parameters.js';
import {deferred, resolved} from './promise.js';
import {sent} from './sent.js';
import type {Callbacks} from './promise-types.js';

/** Options of `$.ajax` that have no effect here. */
type Ignored = 'accepts' | 'contents' | 'context' | 'converters' | 'crossDomain' | 'dataFilter' | 'global' | 'ifModified' | 'jsonp' | 'jsonpCallback' | 'mimeType' | 'password' | 'processData' | 'scriptAttrs' | 'scriptCharset' | 'statusCode' | 'traditional' | 'username';

/** The options of `$.ajax`. */
export interface AjaxOptions extends Partial<Record<Ignored, unknown>> {
  url?: string | URL | undefined;
  type?: string | undefined;
  /** Goes before `type`. */
  method?: string | undefined;
  headers?: Readonly<Record<string, unknown>> | undefined;
  data?: unknown;
  /** False: the browser sets it. */
  contentType?: string | false | undefined;
  /** `json`, or `text`; by default what the answer says it is. */
  dataType?: string | undefined;
  /** Milliseconds; 0: as long as it takes. */
  timeout?: number | undefined;
  /** Set on the XMLHttpRequest, if there is one. */
  xhrFields?: XhrFields | undefined;
  /** Makes the XMLHttpRequest, e.g. with listeners for the progress of an upload. */
  xhr?(): XMLHttpRequest;
  /** False: the whole page waits. */
  async?: boolean | undefined;
  cache?: boolean | undefined;
  /** May change headers and settings; `false` cancels. */
  beforeSend?(jqXHR: JqXhr, settings: object): unknown;
  /** `(data, textStatus, jqXHR)` */
  success?: Callbacks;
  /** `(jqXHR, textStatus, exception)` */
  error?: Callbacks;
  /** `(jqXHR, textStatus)` */
  complete?: Callbacks;
  signal?: AbortSignal | undefined;
  /** Instead of the platform's. */
  fetch?: Fetch | undefined;
}

interface XhrFields {
  /** Whether cookies go to another origin. */
  withCredentials?: boolean;
}

/** jQuery's superset of XMLHttpRequest, and a promise: `done(data, textStatus, jqXHR)`, `fail(jqXHR, textStatus, exception)`. */
export interface JqXhr {
  readyState: number;
  status: number;
  statusText: string;
  responseText: string;
  /** The parsed answer, of errors too. */
  responseJSON?: unknown;
  getResponseHeader(name: string): string | null;
  getAllResponseHeaders(): string | null;
  /** Before it is sent only. */
  setRequestHeader(name: string, value: string): void;
  abort(reason?: string): void;
  state(): 'pending' | 'resolved' | 'rejected';
  done(...callbacks: Callbacks[]): this;
  fail(...callbacks: Callbacks[]): unknown;
  always(...callbacks: Callbacks[]): unknown;
  then(...handlers: (((...args: never[]) => unknown) | null | undefined)[]): unknown;
}

/** What came back; nothing of it where there was no answer. */
interface Landed {
  readonly status?: number;
  readonly statusText?: string;
  readonly text?: string;
  readonly headers?: Headers;
  /** Why nothing was sent. */
  readonly error?: unknown;
}

const form = 'application/x-www-form-urlencoded';
const typeHeader = 'content-type';

/** Sends it before this returns. */
export function ajax(options: AjaxOptions): JqXhr {
  const settings = prepare(options);
  const outcome = deferred();
  let response: Headers | undefined;
  let abortText = 'canceled';
  let stop = (): void => {};
  let timer: ReturnType<typeof setTimeout> | undefined;

  const jqXHR: JqXhr = outcome.promise({
    readyState: 0,
    status: 0,
    statusText: '',
    getResponseHeader: (name: string) => response?.get(name) ?? null,
    getAllResponseHeaders: () => (outcome.state() === 'pending' ? null : [...(response ?? [])].map(([name, value]) => `${name}: ${value}\r\n`).join('')),
    setRequestHeader(name: string, value: string) {
      settings.headers[name.toLowerCase()] = value;
      return jqXHR;
    },
    abort(reason: string = abortText) {
      finish({statusText: reason});
      stop();
      return jqXHR;
    },
  }) as unknown as JqXhr;

  function finish({status = 0, statusText = '', text, headers, error: refused}: Landed): void {
    if (outcome.state() !== 'pending') return;
    clearTimeout(timer);
    response = headers;
    jqXHR.readyState = status && 4;
    jqXHR.status = status;
    if (status) jqXHR.responseText = text ?? '';
    const isOk = (status > 199 && status < 300) || status === 304;
    const isEmpty = status === 204 || settings.type === 'HEAD';
    let textStatus = status || refused || !statusText ? 'error' : statusText;
    if (isOk) textStatus = isEmpty ? 'nocontent' : status === 304 ? 'notmodified' : 'success';
    let value: unknown = text;
    let exception: unknown = isOk ? undefined : (refused ?? statusText);
    const type = settings.dataType ?? headers?.get(typeHeader) ?? '';
    try {
      if (/\bjsonp?\b/.test(type)) jqXHR.responseJSON = value = JSON.parse(text ?? '');
      else if (/\bxml\b/.test(type)) value = new DOMParser().parseFromString(text ?? '', 'text/xml');
    } catch (error) {
      if (textStatus === 'success') [textStatus, exception] = ['parsererror', error];
    }
    jqXHR.statusText = statusText || textStatus;
    if (exception === undefined) outcome.resolve(isEmpty ? undefined : value, textStatus, jqXHR);
    else outcome.reject(jqXHR, textStatus, exception);
  }

  const {success, error, complete} = options;
  outcome.done(success as never).fail(error as never).always((_: unknown, textStatus: string) => resolved(jqXHR, textStatus).done(complete as never));
  if (options.beforeSend?.(jqXHR, settings) === false) {
    jqXHR.abort();
    return jqXHR;
  }
  abortText = 'abort';
  jqXHR.readyState = 1;
  if (settings.timeout && settings.async !== false) timer = setTimeout(() => jqXHR.abort('timeout'), settings.timeout);
  try {
    const message = toMessage(settings);
    sent.set(jqXHR, message);
    // Whoever has a fetch of its own (a `Wiki` with an access token) sends by that, and hears of no progress.
    const byOther = (settings.xhr || settings.async === false) && !settings.fetch;
    stop = byOther ? byXhr(message, settings, finish) : byFetch(message, settings, finish);
  } catch (error) {
    // An address or a header that cannot be.
    finish({error});
  }
  return jqXHR;
}

type Settings = Omit<AjaxOptions, 'headers' | 'url'> & {url: string; type: string; headers: Record<string, unknown>; data?: string | FormData | undefined};

function prepare(options: AjaxOptions): Settings {
  const {url = '', data, contentType, dataType} = options;
  const type = (options.method ?? options.type ?? 'GET').toUpperCase();
  // Names are the same in any case: the last one counts.
  const headers: Settings['headers'] = contentType ? {[typeHeader]: contentType} : {};
  for (const [name, value] of Object.entries(merge<object>(jQuery()?.ajaxSettings?.headers, options.headers))) headers[name.toLowerCase()] = value;
  const text = typeof data === 'string' || data instanceof FormData ? data : data ? toQuery(data) : undefined;
  const settings = merge<object>(options, {url: String(url).replace(/#.*/, ''), type, headers, data: text}) as Settings;
  if (type === 'GET' || type === 'HEAD') {
    // What browsers let pages read of other sites only as a script: today, as nobody.
    if (dataType === 'jsonp') settings.url = withQuery(settings.url, 'origin=*');
    if (text) settings.url = withQuery(settings.url, text as string);
    if (options.cache === false) settings.url = withQuery(settings.url, `_=${Date.now()}`);
    settings.data = undefined;
  } else if (typeof text === 'string') {
    if (contentType === undefined) headers[typeHeader] ??= `${form}; charset=UTF-8`;
    if (String(headers[typeHeader]).startsWith(form)) settings.data = text.replace(/%20/g, '+');
  }
  return settings;
}

/** @throws {TypeError} of the platform, of what cannot be in an address or a header */
function toMessage({url, type, headers: given, data, xhrFields}: Settings): Message {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) if (value !== undefined) headers.set(name, value as string);
  const credentials = xhrFields?.withCredentials ? 'include' : 'same-origin';
  // A token is for the wiki it was given by: no redirect takes it elsewhere.
  const bounds: Partial<Message> = type === 'GET' ? {} : isSameOrigin(url) ? {mode: 'same-origin'} : {redirect: 'manual'};
  return merge<Message>({url, method: type, headers, body: data, credentials}, bounds as Message);
}

function byFetch(message: Message, {fetch = (url, init) => globalThis.fetch(url, init)}: Settings, finish: (landed: Landed) => void): () => void {
  const aborter = new AbortController();
  exchange(message, fetch, aborter.signal).then(
    ({response: {status, statusText, headers}, text}) => finish({status, statusText, headers, text}),
    () => finish({}),
  );
  return () => aborter.abort();
}

function byXhr(message: Message, {xhr: create = createXhr, xhrFields, async}: Settings, finish: (landed: Landed) => void): () => void {
  const xhr = Object.assign(create(), xhrFields);
  sendByXhr(xhr, message, async !== false, () => {
    const headers = new Headers();
    for (const [, name = '', value = ''] of xhr.getAllResponseHeaders().matchAll(/^([^:\s]+): *(.*?)\r?$/gm)) headers.append(name, value);
    finish({status: xhr.status, statusText: xhr.statusText, text: xhr.responseText, headers});
  });
  return () => xhr.abort();
}

export const withQuery = (url: string, query: string): string => `${url}${url.includes('?') ? '&' : '?'}${query}`;

/** Whether the address is of the page's own origin; off the browser there is none. */
export function isSameOrigin(url: string): boolean {
  const {document, location} = globalThis as {document?: {baseURI: string}; location?: {href: string}};
  const base = document?.baseURI ?? location?.href;
  try {
    return base !== undefined && new URL(url, base).origin === currentOrigin();
  } catch {
    return false;
  }
}
