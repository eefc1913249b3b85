import {Wiki} from '../wiki/wiki.js';

const wikis = new Map<string, Wiki>();

/**
 * The wiki at an address that stands in an attribute; one object for all that name the same, so that they share tokens
 * and messages.
 *
 * @throws {TypeError} not the address of a wiki
 */
export function wikiAt(api: string): Wiki {
  const wiki = wikis.get(api) ?? new Wiki(api);
  wikis.set(api, wiki);
  return wiki;
}
