/** The wiki's scripts beside api.php, `rest.php` and `index.php`: one exchange with one of them, as the session's user. */
import type {FailedRequest} from './wiki-error.js';
import {exchange, type Fetch, type Received} from './exchange.js';
import {authorized} from './authorization.js';
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
 * Sends the message once; a second time where the wiki refuses who we say we are, and that can be renewed. Neither script knows `origin=`, nor can it be told who we must be.
 *
 * @throws {NetworkError} no answer, or a part of one; also after the session's `timeoutSeconds`, and where the wiki does
 * not allow this page
 * @throws what `read` throws; the signal's reason, on abort
 */
export async function askScript<Answer>(session: Session, {url, method, contentType, body, failed, elsewhere}: ScriptMessage, signal: AbortSignal | undefined, read: (received: Received) => Answer): Promise<Answer> {
  const {settings, origin} = session;
  const {signer, timeoutSeconds, pageOrigin} = settings;
  // Other spellings of a title are redirected to its own. The platform takes an access token along on the wiki's own
  // origin only.
  const redirect = method === 'GET' ? 'follow' : 'manual';
  const fetch = method === 'GET' && origin.credentials === 'include' ? fresh(settings.fetch) : settings.fetch;
  const send = async (header?: string): Promise<Answer> => {
    const message = {url, method, headers: requestHeaders(settings, origin, header, contentType), body, credentials: origin.credentials, redirect} as const;
    const received = await within(timeoutSeconds, signal, (limit) => exchange(message, fetch, limit)).catch((cause: unknown) => {
      signal?.throwIfAborted();
      const late = (cause as Error | undefined)?.name === 'TimeoutError';
      const foreign = pageOrigin !== undefined && pageOrigin !== new URL(url).origin;
      const why = late ? `did not answer within ${timeoutSeconds} seconds` : `could not be reached, or the connection was lost${foreign ? ', or the wiki does not allow this page (CORS)' : ''}`;
      throw new NetworkError(`${failed.url} ${why}.`, {request: failed, cause, hint: foreign && !late ? elsewhere : undefined});
    });
    return read(received);
  };
  return signer ? authorized(signer, {url, method, body, contentType}, signal, send) : send();
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
