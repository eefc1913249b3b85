/** What may go with an edit besides its text, on this wiki and for this user. */
import type {Session} from '../../../core/session.js';
import {askMessages} from '../../../i18n/ask-messages.js';
import {messagesOf} from '../../../i18n/messages.js';
import {paraminfo} from '../../../wiki/actions/paraminfo.js';

export interface Offered {
  /** Tags this user may put on an edit; the components on this wiki know what it calls them. */
  readonly tags: readonly string[];
  /** For how long a page can be watched, for `watchlistexpiry`; empty where the wiki has no such thing. */
  readonly watchFor: readonly {readonly expiry: string; readonly label: string}[];
}

/** What the wiki's own form proposes. */
const expiries = 'watchlist-expiry-options';

/**
 * Asks at most twice a session: what the wiki's `action=edit` takes, and what it calls it.
 *
 * @throws {ApiError} and the other kinds of {@link WikiError}
 * @see https://www.mediawiki.org/wiki/API:Parameter_information
 */
export async function offered(session: Session): Promise<Offered> {
  const [edit] = await paraminfo(session, 'edit');
  const type = edit?.parameters.find(({name}) => name === 'tags')?.type;
  const tags = Array.isArray(type) ? (type as readonly string[]) : [];
  const canExpire = edit?.parameters.some(({name}) => name === 'watchlistexpiry') ?? false;
  // An extension may call a tag what can be no message's key.
  const keys = [...tags.filter((name) => !/[|#<>]/.test(name)).map((name) => `tag-${name}`), ...(canExpire ? [expiries] : [])];
  if (keys.length > 0) await askMessages(session, keys);
  return {tags, watchFor: canExpire ? choices(messagesOf(session).text(expiries)) : []};
}

/** As the wiki writes them: `Permanent:infinite,1 week:1 week`. */
function choices(text: string): Offered['watchFor'] {
  const pairs = text.split(',').map((pair) => pair.split(':').map((part) => part.trim()));
  return pairs.flatMap(([label, expiry]) => (label && expiry ? [{label, expiry}] : []));
}
