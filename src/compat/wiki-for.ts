/** From an `Api` to a `Wiki`: the same wiki, the same user, the same tokens. */
import type {Wiki} from '../wiki/wiki.js';
import type {Api} from './api.js';
import {scriptUrl} from './page.js';
import {tokensOf} from './tokens.js';

/** Those that are known, and on their way. */
export const wikis = new WeakMap<Api, Promise<Wiki>>();

export function wikiFor(api: Api): Promise<Wiki> {
  let wiki = wikis.get(api);
  if (!wiki) {
    const here = api.defaults.ajax.url === scriptUrl('api');
    wiki = import('./make-wiki.js').then(({makeWiki}) => makeWiki(api.defaults, tokensOf(api), here));
    wikis.set(api, wiki);
    // What could not be loaded may be reached the next time.
    wiki.catch(() => wikis.delete(api));
  }
  return wiki;
}
