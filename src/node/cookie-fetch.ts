/** A `fetch` that keeps cookies, as logins in Node need. */
import makeFetchCookie from 'fetch-cookie';
import {CookieJar} from 'tough-cookie';
import type {Fetch} from '../core/exchange.js';

export interface CookieFetchOptions {
  /** Where the cookies are kept; one of tough-cookie's, e.g. to save them to a file. Default: in memory. */
  readonly jar?: CookieJar;
  /** What sends the requests; e.g. undici's with a proxy or a client certificate. Default: the platform's. */
  readonly fetch?: Fetch;
}

/**
 * @example
 * const wiki = new Wiki('en.wikipedia.org', {userAgent: 'MyBot/1.0 (User:Me)', fetch: cookieFetch()});
 * await wiki.login({username: 'Me@mybot', password});
 */
export function cookieFetch({jar = new CookieJar(), fetch = (url, init) => globalThis.fetch(url, init)}: CookieFetchOptions = {}): Fetch {
  const withCookies = makeFetchCookie<string, RequestInit, Response>((url, init = {}) => fetch(url, init), jar);
  return (url, init) => (init.credentials === 'omit' ? fetch(url, init) : withCookies(url, init));
}
