/** The wiki's scripts beside api.php, `rest.php` and `index.php`: one exchange with one of them, as the session's user. */
import type {FailedRequest} from './wiki-error.js';
import {unlessAborted} from './unless-aborted.js';
import {exchange, type Fetch, type Received} from './exchange.js';
import {accessToken} from './bearer.js';
import {requestHeaders} from './headers.js';
import {HttpError} from './http-error.js';
import {NetworkError} from './network-error.js';
import {retryAfterSeconds} from './retry-after.js';
import {withoutTokens} from './without-tokens.js';
import type {Session} from './session.js';
import {within} from './time-limit.js';

export interface ScriptMessage {
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly contentType?: string | undefined;
  readonly body?: string | Blob | undefined;
  /** How this request is told in errors. */
  readonly failed: FailedRequest;
  /** What to do when a page of another site gets no answer. */
  readonly elsewhere: string;
}

/**
 * Sends the message once. Neither script knows `origin=`, nor can it be told who we must be.
 *
 * @throws {NetworkError} no answer, or a part of one; also after the session's `timeoutSeconds`, and where the wiki does
 * not allow this page
 * @throws the signal's reason, on abort
 */
export async function askScript(session: Session, {url, method, contentType, body, failed, elsewhere}: ScriptMessage, signal: AbortSignal | undefined): Promise<Received> {
  const {settings, origin} = session;
  const {bearer, timeoutSeconds, pageOrigin} = settings;
  const token = bearer && (await unlessAborted(accessToken(bearer), signal));
  const headers = requestHeaders(settings, origin, token, contentType);
  // Other spellings of a title are redirected to its own. The platform takes an access token along on the wiki's own
  // origin only.
  const redirect = method === 'GET' ? 'follow' : 'manual';
  const fetch = method === 'GET' && origin.credentials === 'include' ? fresh(settings.fetch) : settings.fetch;
  const message = {url, method, headers, body, credentials: origin.credentials, redirect} as const;
  return within(timeoutSeconds, signal, (limit) => exchange(message, fetch, limit)).catch((cause: unknown) => {
    signal?.throwIfAborted();
    const late = (cause as Error | undefined)?.name === 'TimeoutError';
    const foreign = pageOrigin !== undefined && pageOrigin !== new URL(url).origin;
    const why = late ? `did not answer within ${timeoutSeconds} seconds` : `could not be reached, or the connection was lost${foreign ? ', or the wiki does not allow this page (CORS)' : ''}`;
    throw new NetworkError(`${failed.url} ${why}.`, {request: failed, cause, hint: foreign && !late ? elsewhere : undefined});
  });
}

/** Nobody's answer, kept by the browser, says that cookies are not allowed: given to somebody's request, it fails. */
const fresh = (fetch: Fetch): Fetch => (url, init) => fetch(url, {...init, cache: 'no-store'});

/**
 * A status that is no success, where the wiki has no words of its own for it.
 *
 * @param words - what else is to be said, if anything
 */
export function httpError({response, text}: Received, failed: FailedRequest, words = ''): HttpError {
  const {status, statusText, headers, type} = response;
  const redirects = type === 'opaqueredirect' || (status >= 300 && status < 400);
  const to = headers.get('Location');
  const hint = redirects ? `Give the address it redirects to${to ? `: ${to}` : ''}.` : words;
  return new HttpError({status, statusText, bodyStart: withoutTokens(text.slice(0, 1024)), retryAfterSeconds: retryAfterSeconds(headers)}, {request: failed}, hint && ` ${hint}`);
}
