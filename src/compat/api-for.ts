/** From a `Wiki` to an `Api`: the same wiki, the same user, the same tokens. */
import type {Fetch} from '../core/exchange.js';
import type {Wiki} from '../wiki/wiki.js';
import {Api} from './api.js';
import type {Parameters} from './parameters.js';
import {shareTokens} from './tokens.js';
import {wikis} from './wiki-for.js';

/**
 * An `mw.Api` that speaks as this wiki does: its address, `origin`, cookies or access token, headers, language.
 *
 * @example apiFor(new Wiki('en.wikipedia.org')).get({titles: 'Oslo', prop: 'info'}).done((data) => …)
 */
export function apiFor(wiki: Wiki): Api {
  const {session} = wiki;
  const {settings: {uselang, maxlag, timeoutSeconds}, origin} = session;
  const fetch: Fetch = (url, init) => import('./session-fetch.js').then(({sessionFetch}) => sessionFetch(session, url, init));
  const parameters: Parameters = {uselang, maxlag};
  const api = new Api({parameters, ajax: {url: session.apiUrl, timeout: timeoutSeconds * 1000, fetch}});
  // A refused cookie makes one nobody without a word. The user may change.
  if (origin.mustAssert) Object.defineProperty(api.defaults.parameters, 'assertuser', {enumerable: true, configurable: true, get: () => session.user});
  shareTokens(api, session.tokens.known);
  wikis.set(api, Promise.resolve(wiki));
  return api;
}
