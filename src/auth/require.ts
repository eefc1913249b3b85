/** What every way to log in asks for first, and what it says when the wiki does not know the session again. */
import type {ApiErrorOptions} from '../core/api-errors.js';
import type {ApiMessage} from '../core/wiki-error.js';
import {LoginError} from '../core/refusals.js';
import {isObject} from '../core/check.js';
import {checkNames} from '../core/names.js';
import type {Session} from '../core/session.js';

/**
 * @param others - names that may stand beside `username` and `password`
 * @throws {TypeError} names what is wrong; the values themselves stay out of the message
 */
export function checkCredentials(credentials: object, others: readonly string[] = []): void {
  if (!isObject(credentials)) throw new TypeError('credentials: an object expected, {username, password}');
  checkNames(credentials, ['username', 'password', ...others], 'member of credentials');
  const values = credentials as Readonly<Record<string, unknown>>;
  for (const name of ['username', 'password']) {
    if (typeof values[name] !== 'string' || values[name] === '') throw new TypeError(`${name}: a text that is not empty expected`);
  }
}

/** @throws {TypeError} this session never sends cookies, so that no login can hold */
export function requireCookies(session: Session): void {
  if (session.settings.auth === 'cookies') return;
  throw new TypeError(
    `Nobody can log in with a session that asks as "${session.settings.auth}": give the Wiki the option {auth: 'cookies'}; the wiki must list this page’s origin in $wgCrossSiteAJAXdomains.`,
  );
}

/** The wiki made a session for the token, and was not shown it again: outside browsers, for want of a cookie jar. */
export function sessionLost({settings}: Session, said: ApiMessage, options: ApiErrorOptions): LoginError {
  const more = settings.pageOrigin === undefined ? ' The cookies of the session did not come back: give the Wiki a fetch that keeps them, such as {fetch: cookieFetch()} of wikilit/node.' : '';
  return new LoginError([{...said, text: `${said.text}${more}`}], options);
}
