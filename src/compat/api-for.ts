/** From a `Wiki` to an `Api`: the same wiki, the same user, the same tokens. */
import type {Fetch} from '../core/exchange.js';
import type {Wiki} from '../wiki/wiki.js';
import {Api} from './api.js';
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
  const api = new Api({ajax: {url: session.apiUrl, timeout: timeoutSeconds * 1000, fetch}});
  api.defaults.parameters = {
    action: 'query',
    format: 'json',
    uselang,
    maxlag,
    // A refused cookie makes one nobody without a word. The user may change.
    get assertuser() {
      return origin.mustAssert ? session.user : undefined;
    },
  };
  // The session says who we are, in its own header.
  api.defaults.userAgent = undefined;
  shareTokens(api, session.tokens);
  wikis.set(api, Promise.resolve(wiki));
  return api;
}
