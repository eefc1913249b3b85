/** What may go with an edit besides its text, on this wiki and for this user. */
import type {Session} from '../../../core/session.js';
import {askMessages} from '../../../i18n/ask-messages.js';
import {paraminfo} from '../../../wiki/actions/paraminfo.js';

export interface Offered {
  /** Tags this user may put on an edit, with the wiki's names for them, as plain text. */
  readonly tags: readonly {readonly name: string; readonly label: string}[];
  /** For how long a page can be watched, for `watchlistexpiry`; empty where the wiki has no such thing. */
  readonly watchFor: readonly {readonly expiry: string; readonly label: string}[];
}

/** Without an end: what the wiki's own form proposes. */
const options = 'watchlist-expiry-options';

/**
 * Asks at most twice a session: what the wiki's `action=edit` takes, and what it calls it.
 *
 * @throws {ApiError} and the other kinds of {@link WikiError}
 * @see https://www.mediawiki.org/wiki/API:Parameter_information
 */
export async function offered(session: Session): Promise<Offered> {
  const [edit] = await paraminfo(session, 'edit');
  const typeOf = (wanted: string): readonly string[] => {
    const type = edit?.parameters.find(({name}) => name === wanted)?.type;
    return Array.isArray(type) ? (type as readonly string[]) : [];
  };
  const names = typeOf('tags');
  const canExpire = edit?.parameters.some(({name}) => name === 'watchlistexpiry') ?? false;
  const keys = [...names.map((name) => `tag-${name}`), ...(canExpire ? [options] : [])];
  const texts = keys.length === 0 ? {} : await askMessages(session, keys);
  return {
    tags: names.map((name) => ({name, label: plain(texts[`tag-${name}`] ?? '') || name})),
    watchFor: canExpire ? choices(texts[options] ?? '') : [],
  };
}

/** As the wiki writes them: `Permanent:infinite,1 week:1 week`. */
function choices(text: string): Offered['watchFor'] {
  const pairs = text.split(',').map((pair) => pair.split(':').map((part) => part.trim()));
  const all = pairs.flatMap(([label = '', expiry = '']) => (label && expiry ? [{label: plain(label), expiry}] : []));
  return all.length > 0 ? all : [{label: 'Permanent', expiry: 'infinite'}];
}

/** A message's words, without links and bold type. */
const plain = (wikitext: string): string => wikitext.replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1').replace(/\[\S+ ([^\]]*)\]/g, '$1').replace(/'{2,}|<[^>]*>/g, '').trim();
