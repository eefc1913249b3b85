/** A `fetch` that keeps cookies, as logins in Node need. */
import makeFetchCookie from 'fetch-cookie';
import {CookieJar} from 'tough-cookie';
import {checkOptions, isFunction, isText, type Rule} from '../core/check.js';
import type {Fetch} from '../core/exchange.js';
import {CookieFile} from './cookie-file.js';

export interface CookieFetchOptions {
  /** Where the cookies are kept; one of tough-cookie's. Default: in memory. */
  readonly jar?: CookieJar | undefined;
  /**
   * A file to keep the cookies in, for the next process and for others at the same time: a path, or a `file:` URL. Made with
   * the first cookie; only its owner may read it, as who has the cookies is who is logged in.
   */
  readonly file?: string | URL | undefined;
  /** What sends the requests; e.g. undici's with a proxy or a client certificate. Default: the platform's. */
  readonly fetch?: Fetch | undefined;
}

/** Each option has its rule, or this does not compile. */
const rules: Readonly<Record<keyof CookieFetchOptions, Rule>> = {
  jar: [(value) => typeof value === 'object' && value !== null && isFunction((value as CookieJar).getCookieString), 'a CookieJar of tough-cookie'],
  file: [(value) => isText(value) || (value instanceof URL && value.protocol === 'file:'), 'a path or a file: URL'],
  fetch: [isFunction, 'a function like fetch'],
};

/**
 * @example
 * const wiki = new Wiki('en.wikipedia.org', {userAgent: 'MyBot/1.0 (User:Me)', fetch: cookieFetch()});
 * await wiki.login({username: 'Me@mybot', password});
 * @throws {TypeError} an option that cannot be meant
 * @throws {CookieFileError} the file is no jar of cookies, or nothing can be written where it is to be
 */
export function cookieFetch(options: CookieFetchOptions = {}): Fetch {
  checkOptions(options, rules);
  const {jar, file, fetch = (url, init) => globalThis.fetch(url, init)} = options;
  if (jar && file !== undefined) throw new TypeError('file: a jar is given, too; one of them expected');
  const kept = file === undefined ? (jar ?? new CookieJar()) : new CookieFile(file);
  return (url, init) => {
    if (init.credentials === 'omit') return fetch(url, init);
    const {origin} = new URL(url);
    // fetch-cookie takes the header along to another port, to a parent domain, and from https to http; the platform to none.
    const send: Fetch = (to, init) => fetch(to, new URL(to).origin === origin ? init : withoutAuthorization(init));
    return makeFetchCookie<string, RequestInit, Response>((to, init = {}) => send(to, init), kept)(url, init);
  };
}

function withoutAuthorization(init: RequestInit): RequestInit {
  const headers = new Headers(init.headers);
  headers.delete('Authorization');
  return {...init, headers};
}
