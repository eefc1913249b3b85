/** What is asked of many pages at once. */
import {lazily} from '../core/lazily.js';
import type {Params} from '../core/params.js';
import type {Session} from '../core/session.js';
import {shown} from '../core/shown.js';
import {lazyGenerator} from './lazy-generator.js';
import {checkListingOptions, Listing, type ListingOptions} from './listing.js';

/** See {@link Wiki.pages}. */
export function manyPages<Item>(session: Session, titles: readonly string[], params: Params, options: ListingOptions = {}): Listing<Item> {
  checkListingOptions(options);
  if (!Array.isArray(titles)) throw new TypeError(`titles: ${shown(titles)} given, an array of titles expected`);
  const wrong = titles.findIndex((title) => typeof title !== 'string' || title.trim() === '');
  if (wrong >= 0) throw new TypeError(`titles: ${shown(titles[wrong])} given at ${wrong}, a page’s title expected`);
  return new Listing((count) => lazyGenerator(() => lazily(() => import('./query/walk-pages.js')).then(({walkPages}) => walkPages<Item>(session, titles, params, options, count))));
}
