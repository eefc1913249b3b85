/** One exchange with the API: the JSON parsed, and everything else told as an error. No retries here. */
import {exchange, type Fetch, type Received} from './exchange.js';
import {once} from './lazily.js';
import type {Params} from './params.js';
import type {Settings} from './settings.js';
import {within} from './time-limit.js';

export interface HttpRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Blob | undefined;
  readonly credentials: RequestCredentials;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON: an object or an array (`action=opensearch`). */
  readonly data: object;
}

/** What was asked, with secrets in it: errors tell it without. */
export interface Asked {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly params: Params;
}

export interface SendOptions {
  readonly fetch: Fetch;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutSeconds: number;
  readonly asked: Asked;
  /** Of the page this is asked from, if it is one. */
  readonly pageOrigin?: string | undefined;
  readonly auth?: Settings['auth'];
  readonly crossorigin?: boolean | undefined;
  /** Of the caller's own. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Sends the request once; `fetch` is called before this returns.
 *
 * @throws {NetworkError} no answer, or a part of one; also after `timeoutSeconds`, with a `TimeoutError` as its cause
 * @throws {HttpError} the status is no success, and the body is not JSON
 * @throws {InvalidAnswerError} the status is a success, and the body is not JSON
 * @throws the signal's reason, on abort
 */
export async function send(message: HttpRequest, options: SendOptions): Promise<HttpAnswer> {
  const {fetch, signal, timeoutSeconds} = options;
  // What carries a secret stays with the wiki it is meant for: a redirect could take it to another host.
  const redirect = message.method === 'POST' || 'authorization' in message.headers ? 'manual' : 'follow';
  const received = await within(timeoutSeconds, signal, (limit) => exchange({...message, redirect}, fetch, limit)).catch(async (cause: unknown) => {
    signal?.throwIfAborted();
    return (await trouble()).noAnswer(cause, options);
  });
  const {status, headers} = received.response;
  return {status, headers, data: plain(received, message) ?? (await trouble()).readAnswer(received, options.asked)};
}

/** Nothing but a success. */
function plain({response, text}: Received, {method}: HttpRequest): object | undefined {
  if (!response.ok || (response.redirected && method === 'POST')) return undefined;
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null ? data : undefined;
  } catch {
    return undefined;
  }
}

/** What to do when something went wrong; most pages never need it. */
export const trouble = once(() => import('./trouble.js'));
