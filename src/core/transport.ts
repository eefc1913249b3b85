/** One exchange with the API: the JSON parsed, and everything else told as an error. No retries here. */
import type {FailedRequest} from './api-errors.js';
import {exchange, type Fetch} from './exchange.js';
import {HttpError, InvalidAnswerError, NetworkError} from './http-errors.js';
import {retryAfterSeconds} from './retry-after.js';
import {withoutTokens} from './secrets.js';
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

export interface SendOptions {
  readonly fetch: Fetch;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutSeconds: number;
  /** How this request is told in errors. */
  readonly failed: FailedRequest;
  /** Of the page this is asked from, if it is one. */
  readonly pageOrigin?: string | undefined;
}

/**
 * Sends the request once; `fetch` is called before this returns.
 *
 * @throws {NetworkError} no answer, or a part of one; also after `timeoutSeconds`, with a `TimeoutError` as its cause
 * @throws {HttpError} the status is no success, and the body is not JSON
 * @throws {InvalidAnswerError} the status is a success, and the body is not JSON
 * @throws the signal's reason, on abort
 */
export async function send(message: HttpRequest, {fetch, signal, timeoutSeconds, failed, pageOrigin}: SendOptions): Promise<HttpAnswer> {
  // What carries a secret stays with the wiki it is meant for: a redirect could take it to another host.
  const redirect = message.method === 'POST' || 'authorization' in message.headers ? 'manual' : 'follow';
  const {response, text} = await within(timeoutSeconds, signal, (limit) => exchange({...message, redirect}, fetch, limit)).catch((cause: unknown) => {
    signal?.throwIfAborted();
    const why = (cause as Error | undefined)?.name === 'TimeoutError' ? `did not answer within ${timeoutSeconds} seconds` : `could not be reached, or the connection was lost: ${networkReason(cause, pageOrigin)}`;
    throw new NetworkError(`${failed.url} ${why}.`, {request: failed, cause});
  });
  return {status: response.status, headers: response.headers, data: parse(response, text, failed)};
}

/** An error of the API may come with a bad status (an internal error with 500): that is an answer all the same. */
function parse(response: Response, text: string, failed: FailedRequest): object {
  const {status, statusText, headers} = response;
  const bodyStart = withoutTokens(text.slice(0, 1024));
  if (response.redirected && failed.method === 'POST') {
    throw new InvalidAnswerError(`${failed.url} redirects to ${response.url}, and a redirected POST loses its body. Give that address.`, bodyStart, {request: failed});
  }
  let data: unknown;
  let cause: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    cause = error;
  }
  if (typeof data === 'object' && data !== null && (response.ok || 'errors' in data || 'error' in data)) return data;
  if (response.ok) throw new InvalidAnswerError(notJson(text, failed), bodyStart, {request: failed, cause});
  const redirects = response.type === 'opaqueredirect' || (status >= 300 && status < 400);
  throw new HttpError({status, statusText, bodyStart, retryAfterSeconds: retryAfterSeconds(headers)}, {request: failed}, redirects ? redirectHint(headers.get('Location')) : undefined);
}

const redirectHint = (to: string | null): string => ` Give the address it redirects to${to ? `: ${to}` : ''}.`;

function notJson(text: string, {url}: FailedRequest): string {
  const what = text.trim() === '' ? 'nothing' : /^\s*</.test(text) ? 'HTML' : 'something that is not JSON, or cut JSON';
  return `${url} answered with ${what} where JSON of MediaWiki’s API was expected. Is this the address of a wiki’s api.php?`;
}

/** Browsers do not say why; Node does, in the cause of the cause. */
function networkReason(error: unknown, pageOrigin: string | undefined): string {
  const {code, message} = ((error as {cause?: unknown} | undefined)?.cause ?? {}) as {code?: string | number; message?: string};
  if (typeof code === 'string') return message ? `${message} (${code})` : code;
  return `the wiki is down, this device is offline, ${pageOrigin === undefined ? 'or the host name is wrong' : 'the host name is wrong, or the wiki does not allow this page (CORS)'}`;
}
