/**
 * One request, as `$.ajax` makes it: the same options, and in its answer the same object (`jqXHR`), on `fetch`. Calls
 * with an `xhr` of their own, or that make the page wait, go by XMLHttpRequest.
 *
 * @see https://api.jquery.com/jQuery.ajax/
 */
import {exchange, type Fetch, type Message} from '../core/exchange.js';
import {currentOrigin} from '../core/current-origin.js';
import {createXhr, exchangeByXhr} from '../core/xhr.js';
import {jQuery} from './page.js';
import {merge, toQuery} from './parameters.js';
import {deferred, resolved} from './promise.js';
import {sent} from './sent.js';
import type {Callbacks} from './promise-types.js';

/** The options of `$.ajax` that have an effect here; any others are ignored. */
export interface AjaxOptions {
  url?: string | undefined;
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
  beforeSend?(jqXHR: JqXhr, settings: AjaxOptions): unknown;
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
  getAllResponseHeaders(): string;
  /** Before it is sent only. */
  setRequestHeader(name: string, value: string): void;
  abort(reason?: string): void;
  state(): 'pending' | 'resolved' | 'rejected';
  done(...callbacks: Callbacks[]): unknown;
  fail(...callbacks: Callbacks[]): unknown;
  always(...callbacks: Callbacks[]): unknown;
  then(...handlers: (((...args: never[]) => unknown) | null | undefined)[]): unknown;
}

/** What came back. */
interface Landed {
  readonly status: number;
  readonly statusText: string;
  readonly text: string;
  readonly headers: Headers;
}

const form = 'application/x-www-form-urlencoded';

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
    getAllResponseHeaders: () => (response ? [...response].map(([name, value]) => `${name}: ${value}\r\n`).join('') : null),
    setRequestHeader(name: string, value: string) {
      setHeader(settings.headers, name, value);
      return jqXHR;
    },
    abort(reason: string = abortText) {
      stop();
      finish({status: 0, statusText: reason});
      return jqXHR;
    },
  }) as unknown as JqXhr;

  function finish({status, statusText, text, headers}: Pick<Landed, 'status' | 'statusText'> & Partial<Landed>): void {
    if (outcome.state() !== 'pending') return;
    clearTimeout(timer);
    response = headers;
    Object.assign(jqXHR, {readyState: status > 0 ? 4 : 0, status}, text !== undefined && {responseText: text});
    const {value, error} = read(text, settings.dataType ?? headers?.get('content-type') ?? '');
    if (error === undefined && value !== text) jqXHR.responseJSON = value;
    const [textStatus, exception] = judge(status, statusText, settings.type, error);
    jqXHR.statusText = statusText || textStatus;
    if (exception === undefined) outcome.resolve(textStatus === 'nocontent' ? undefined : value, textStatus, jqXHR);
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
  const message = toMessage(settings);
  sent.set(jqXHR, message);
  stop = settings.xhr || settings.async === false ? byXhr(message, settings, finish) : byFetch(message, settings, finish);
  return jqXHR;
}

type Settings = AjaxOptions & {url: string; type: string; headers: Record<string, unknown>; data?: string | FormData | undefined};

function prepare(options: AjaxOptions): Settings {
  const {url = '', data, contentType = `${form}; charset=UTF-8`, dataType} = options;
  const type = (options.method ?? options.type ?? 'GET').toUpperCase();
  const headers = merge<Record<string, unknown>>(jQuery()?.ajaxSettings?.headers);
  for (const [name, value] of Object.entries(options.headers ?? {})) setHeader(headers, name, value);
  const text = typeof data === 'string' || data instanceof FormData ? data : data ? toQuery(data) : undefined;
  const settings = merge<AjaxOptions>(options, {url: url.replace(/#.*/, ''), type, headers, data: text}) as Settings;
  if (type === 'GET' || type === 'HEAD') {
    // What browsers let pages read of other sites only as a script: today, as nobody.
    if (dataType === 'jsonp') Object.assign(settings, {url: withQuery(settings.url, 'origin=*'), dataType: 'json'});
    if (text) settings.url = withQuery(settings.url, text as string);
    if (options.cache === false) settings.url = withQuery(settings.url, `_=${Date.now()}`);
    settings.data = undefined;
  } else if (typeof text === 'string') {
    if (contentType !== false && !headerOf(headers, 'content-type')) headers['Content-Type'] = contentType;
    if (String(headerOf(headers, 'content-type')).startsWith(form)) settings.data = text.replace(/%20/g, '+');
  }
  return settings;
}

function toMessage({url, type, headers, data, xhrFields}: Settings): Message {
  const message: Message = {
    url,
    method: type,
    headers: headers as Record<string, string>,
    body: data ?? null,
    credentials: xhrFields?.withCredentials ? 'include' : 'same-origin',
  };
  if (type === 'GET') return message;
  // A token is for the wiki it was given by: no redirect takes it elsewhere.
  return merge<Message>(message, isSameOrigin(url) ? ({mode: 'same-origin'} as Message) : ({redirect: 'manual'} as Message));
}

function byFetch(message: Message, {fetch = (url, init) => globalThis.fetch(url, init)}: Settings, finish: (landed: Landed | {status: 0; statusText: ''}) => void): () => void {
  const aborter = new AbortController();
  exchange(message, fetch, aborter.signal).then(
    ({response: {status, statusText, headers}, text}) => finish({status, statusText, headers, text}),
    () => finish({status: 0, statusText: ''}),
  );
  return () => aborter.abort();
}

function byXhr(message: Message, {xhr = createXhr, xhrFields, async}: Settings, finish: (landed: Landed | {status: 0; statusText: ''}) => void): () => void {
  return exchangeByXhr(message, {create: () => xhr(), fields: xhrFields, async}, (answer) => {
    if (!answer) return finish({status: 0, statusText: ''});
    const headers = new Headers();
    for (const [, name = '', value = ''] of answer.headers.matchAll(/^([^:\s]+): *(.*?)\r?$/gm)) headers.append(name, value);
    finish(merge<object>(answer, {headers}) as Landed);
  });
}

function read(text: string | undefined, type: string): {value?: unknown; error?: unknown} {
  if (text === undefined || !/\bjson\b/.test(type)) return {value: text};
  try {
    return {value: JSON.parse(text)};
  } catch (error) {
    return {error};
  }
}

/** The words of jQuery for what happened; an exception where it is a failure. */
function judge(status: number, statusText: string, method: string, error: unknown): [textStatus: string, exception?: unknown] {
  if ((status < 200 || status > 299) && status !== 304) return [status || !statusText ? 'error' : statusText, statusText];
  if (status === 204 || method === 'HEAD') return ['nocontent'];
  if (status === 304) return ['notmodified'];
  return error === undefined ? ['success'] : ['parsererror', error];
}

const headerOf = (headers: object, name: string): unknown => Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];

/** Names are the same in any case. */
export function setHeader(headers: Record<string, unknown>, name: string, value: unknown): void {
  const known = Object.keys(headers).find((key) => key.toLowerCase() === name.toLowerCase());
  headers[known ?? name] = value;
}

export const withQuery = (url: string, query: string): string => `${url}${url.includes('?') ? '&' : '?'}${query}`;

/** Whether the address is of the page's own origin; off the browser there is none. */
export function isSameOrigin(url: string): boolean {
  const {document} = globalThis as {document?: {baseURI: string}};
  return document !== undefined && new URL(url, document.baseURI).origin === currentOrigin();
}
