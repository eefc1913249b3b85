/** The REST API of a wiki. How a request goes is in `rest-request.ts`, loaded with the first. */
import type {RetryPolicy} from '../core/retry.js';
import type {Session} from '../core/session.js';
import {defineLater} from './methods.js';

export interface RestOptions {
  /** Stops the request, also while it waits to be sent again. */
  readonly signal?: AbortSignal | undefined;
  /** Sent again when? `false`: never. Default: the session's. */
  readonly retry?: RetryPolicy | false | undefined;
}

/**
 * What goes into the path's braces; what is left is the query of a GET, and the JSON of the others. In a query, lists
 * are joined by `|`, and `false` is sent, as some parameters are true by themselves.
 */
export type RestParams = Readonly<Record<string, unknown>>;

export type RestMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * The REST API, as the session's user, with its headers, retries and errors.
 *
 * All methods answer with the parsed JSON, with the text of anything else (`/v1/page/{title}/html`), or with undefined
 * for no content, and throw
 * - `ApiError`: the wiki refused, in its words; `code` is the `errorKey`, and where the Action API has a code for it,
 *   `has(code)` knows that one, too. `BlockedError` and `RateLimitError` are of this kind;
 * - `HttpError`, `NetworkError`, `InvalidAnswerError`: there is no answer of the API. After one of these, a write may
 *   have been done;
 * - `TypeError`: a path or a parameter that cannot be meant.
 *
 * rest.php cannot be told who we must be: when a login has ended, reads are answered as nobody's. Writes are not: their
 * token is that user's.
 *
 * From another site it answers where the wiki sets `$wgAllowCrossOrigin`, and the user of the cookies where it also
 * sets `$wgRestAllowCrossOriginCookieAuth` and lists the page in `$wgCrossSiteAJAXdomains`.
 *
 * @see https://www.mediawiki.org/wiki/API:REST_API
 */
export interface Rest {
  /**
   * Reads.
   *
   * @example await wiki.rest.get('/v1/page/{title}', {title: 'Oslo'})
   * @param path - as the API documents it; what is in braces is taken from the parameters and encoded
   */
  get<Answer = unknown>(path: string, params?: RestParams, options?: RestOptions): Promise<Answer>;
  /**
   * Sends what is not in the path as JSON. A token is put in where the API asks for one.
   *
   * @example await wiki.rest.post('/v1/page', {title: 'Oslo', source: 'A city.', comment: 'new'})
   * @throws {LoginError} before anything is done: a write that would be nobody's, unless `forceLogin` is false
   */
  post<Answer = unknown>(path: string, params?: RestParams, options?: RestOptions): Promise<Answer>;
  /**
   * As {@link post} does.
   *
   * @example await wiki.rest.put('/v1/page/{title}', {title: 'Oslo', source, comment, latest: {id}})
   */
  put<Answer = unknown>(path: string, params?: RestParams, options?: RestOptions): Promise<Answer>;
  /** As {@link post} does; without a body when there is nothing to say. */
  delete<Answer = unknown>(path: string, params?: RestParams, options?: RestOptions): Promise<Answer>;
}

/** See {@link Wiki.rest}. */
export function restOf(session: Session): Rest {
  const rest = {} as Rest;
  defineLater(rest, 'get post put delete', () => import('./rest-request.js'), () => session);
  return rest;
}
