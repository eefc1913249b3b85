/** One revision of a page, as read for its text. */
import {checkOptions, isText, type Rule, signalRule} from '../core/check.js';
import {once} from '../core/lazily.js';
import type {Session} from '../core/session.js';
import {ask} from './query/look-up.js';
import {sectionRule} from './section.js';

export interface Revision {
  readonly pageid: number;
  readonly title: string;
  readonly revid: number;
  readonly parentid: number;
  /** ISO 8601. */
  readonly timestamp: string;
  /** Undefined when hidden. */
  readonly user: string | undefined;
  readonly contentmodel: string;
  readonly contentformat: string;
  readonly text: string;
}

export interface ReadOptions {
  /** A section by its number (0 is the top), or `T-1` for one from a template. */
  readonly section?: number | string | undefined;
  /** An old revision of this page. */
  readonly revid?: number | undefined;
  /** Another content than the main one, where a page has several. */
  readonly slot?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A page in an answer to `action=query`, formatversion 2. */
export interface QueryPage {
  readonly pageid?: number;
  readonly ns: number;
  readonly title: string;
  readonly missing?: boolean;
  readonly invalid?: boolean;
  /** In the shape `errorformat` asks for. */
  readonly invalidreason?: {readonly text?: string};
  readonly special?: boolean;
  readonly revisions?: readonly QueryRevision[];
}

export interface QueryRevision {
  readonly revid: number;
  readonly parentid: number;
  readonly timestamp: string;
  readonly user?: string;
  readonly comment?: string;
  readonly slots?: {readonly main: QuerySlot; readonly [role: string]: QuerySlot | undefined};
}

interface QuerySlot {
  readonly contentmodel?: string;
  readonly contentformat?: string;
  readonly content?: string;
  readonly texthidden?: boolean;
  readonly nosuchsection?: boolean;
}

export interface RevisionsAnswer {
  readonly query?: {readonly pages?: readonly QueryPage[]; readonly interwiki?: readonly {readonly title: string; readonly iw: string}[]};
}

/** Of which page, by one of these. */
export type Where = {readonly titles: readonly [string]} | {readonly pageids: number} | {readonly revids: number};

/** Each option has its rule, or this does not compile. */
const rules: Readonly<Record<keyof ReadOptions, Rule>> = {
  section: sectionRule,
  revid: [(value) => Number.isInteger(value) && Number(value) > 0, 'a revision’s number'],
  slot: [(value) => isText(value) && !String(value).includes('|'), "a slot’s name such as 'main'"],
  signal: signalRule,
};

/**
 * Reads a page's newest revision, or the one asked for, with its text.
 *
 * @throws {ApiError} `missingtitle`, `invalidtitle`, `nosuchsection`, `nosuchrevid`, `texthidden`, … in the wiki's words
 * @param moreOptions - what the caller takes besides
 * @throws {TypeError} a wrong option
 * @see https://www.mediawiki.org/wiki/API:Revisions
 */
export async function readRevision(session: Session, where: Where, options: ReadOptions, moreOptions: Readonly<Record<string, Rule>> = {}): Promise<Revision> {
  checkOptions(options, {...rules, ...moreOptions});
  const {section, revid, slot = 'main', signal} = options;
  const params = Object.assign({
    action: 'query',
    prop: 'revisions',
    // By `revids` the API would give a revision of whatever page: this is the page's history, from there to there.
    rvstartid: revid,
    rvendid: revid,
    rvprop: ['ids', 'timestamp', 'user', 'content'],
    rvslots: slot,
    rvsection: section,
  }, where);
  let answer: RevisionsAnswer | undefined;
  let error: unknown;
  try {
    answer = await ask<RevisionsAnswer>(session, params, {signal});
  } catch (refused) {
    error = refused;
  }
  const page = answer?.query?.pages?.[0];
  const revision = page?.revisions?.[0];
  const stored = revision?.slots?.[slot];
  if (page?.pageid === undefined || !revision || stored?.content === undefined || stored.nosuchsection) {
    throw await (await refusals()).noRevision(session, {query: answer?.query, error, title: 'titles' in where ? where.titles[0] : '', section, revid, slot, signal});
  }
  const {revid: own, parentid, timestamp, user} = revision;
  const {contentmodel = 'wikitext', contentformat = 'text/x-wiki', content: text} = stored;
  return {pageid: page.pageid, title: page.title, revid: own, parentid, timestamp, user, contentmodel, contentformat, text};
}

/** What is said when there is no such page, title, revision or text; most pages never need it. */
export const refusals = once(() => import('./page-refusals.js'));
