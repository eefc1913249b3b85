/** Feeds, RSS or Atom, read into the same entries. */
import {apiError} from '../../core/refusals.js';
import type {ApiMessage} from '../../core/wiki-error.js';
import {htmlToText} from '../../core/html-to-text.js';
import type {Params} from '../../core/params.js';
import {rawApi} from '../../core/raw.js';
import type {Session} from '../../core/session.js';
import {shown} from '../../core/shown.js';
import type {AskOptions} from './options.js';
import {readXml} from './read-xml.js';
import {child, childrenOf, textOf, type XmlElement} from './xml.js';

export interface FeedEntry {
  /** The same as long as the entry is the same. */
  readonly id: string;
  readonly title: string;
  /** An http(s) address; undefined where there is none. */
  readonly link: string | undefined;
  /** The words of the HTML; for display as text only. */
  readonly description: string;
  /** ISO 8601; undefined where the feed does not tell. */
  readonly date: string | undefined;
  readonly author: string | undefined;
}

interface FeedParams extends Params {
  readonly feedformat?: 'atom' | 'rss';
}

/**
 * What a user has done.
 *
 * @throws {ApiError} the wiki refused: `baduser`, …
 * @throws {InvalidAnswerError} what came is no feed
 * @throws {TypeError} no user
 * @see https://www.mediawiki.org/wiki/API:Feedcontributions
 */
export function feedcontributions(session: Session, params: FeedParams & {readonly user: string}, options?: AskOptions): Promise<FeedEntry[]> {
  const user: unknown = (params as Partial<typeof params> | undefined)?.user;
  if (typeof user !== 'string' || user === '') return Promise.reject(new TypeError(`user: ${shown(user)} given, a user name expected`));
  return feed(session, 'feedcontributions', params, options);
}

/**
 * What has changed on the wiki. Throws as {@link feedcontributions} does.
 *
 * @see https://www.mediawiki.org/wiki/API:Feedrecentchanges
 */
export function feedrecentchanges(session: Session, params: FeedParams = {}, options?: AskOptions): Promise<FeedEntry[]> {
  return feed(session, 'feedrecentchanges', params, options);
}

/**
 * What has changed on one's watchlist, or on that of `wlowner` with `wltoken`. Throws as {@link feedcontributions} does.
 *
 * @throws {LoginError} nobody is logged in
 * @see https://www.mediawiki.org/wiki/API:Feedwatchlist
 */
export function feedwatchlist(session: Session, params: FeedParams = {}, options?: AskOptions): Promise<FeedEntry[]> {
  // Nobody has none; the wiki would say so in an entry.
  const nobodys = session.user === undefined && params['wlowner'] === undefined;
  return feed(session, 'feedwatchlist', nobodys ? {assert: 'user', ...params} : params, options);
}

async function feed(session: Session, action: string, params: Params, options: AskOptions | undefined): Promise<FeedEntry[]> {
  const root = readXml(session, await rawApi(session, {...params, action}, options), ['rss', 'feed']);
  const entries = root.name === 'rss' ? childrenOf(child(root, 'channel'), 'item').map(fromRss) : childrenOf(root, 'entry').map(fromAtom);
  // `feedwatchlist` tells its errors as entries, “Error (code)” in some language, of nothing and nobody.
  const [first, ...more] = entries.filter(({id, link, date, author}) => !id && !link && !date && !author).map((entry) => toError(entry, action));
  if (first) throw apiError([first, ...more]);
  return entries;
}

const fromRss = (item: XmlElement): FeedEntry => {
  const [link] = [textOf(child(item, 'link'))];
  return {
    id: textOf(child(item, 'guid')) || link,
    title: textOf(child(item, 'title')),
    link: webAddress(link),
    description: htmlToText(textOf(child(item, 'description'))),
    date: isoDate(textOf(child(item, 'pubDate'))),
    author: textOf(child(item, 'dc:creator')) || undefined,
  };
};

const fromAtom = (entry: XmlElement): FeedEntry => {
  const links = childrenOf(entry, 'link');
  const link = links.find(({attributes}) => (attributes.get('rel') ?? 'alternate') === 'alternate');
  return {
    id: textOf(child(entry, 'id')),
    title: textOf(child(entry, 'title')),
    link: webAddress(link?.attributes.get('href') ?? ''),
    description: htmlToText(textOf(child(entry, 'summary'))),
    date: isoDate(textOf(child(entry, 'updated'))),
    author: textOf(child(child(entry, 'author'), 'name')) || undefined,
  };
};

const webAddress = (link: string): string | undefined => (/^https?:\/\//i.test(link) ? link : undefined);

function isoDate(text: string): string | undefined {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}

function toError({title, description}: FeedEntry, module: string): ApiMessage {
  return {code: /[\w-]+(?=[^\w-]*$)/.exec(title)?.[0] ?? 'unknown', text: description, module};
}
