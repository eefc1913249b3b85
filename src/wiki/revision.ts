/** One revision of a page, as read for its text. */
import {ApiError, isApiError} from '../core/api-errors.js';
import {checkOptions, isText, type Rule, signalRule} from '../core/check.js';
import {lazily} from '../core/lazily.js';
import {required} from '../core/required.js';
import type {Session} from '../core/session.js';
import {shown} from '../core/shown.js';
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

/** The code of the refusal of an `rvstartid` that is nowhere. */
export const noSuchStart = 'badid_rvstartid';

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
  const answer = await ask<RevisionsAnswer>(session, params, signal).catch((error: unknown) => {
    if (isApiError(error, noSuchStart)) return undefined;
    throw error;
  });
  const title = 'titles' in where ? where.titles[0] : '';
  const page = answer && onePage(answer.query, title, session.apiUrl);
  if (!page || (revid !== undefined && page.pageid !== undefined && !page.revisions)) {
    const {whoseRevision} = await lazily(() => import('./other-page.js'));
    throw refusal('nosuchrevid', await whoseRevision(session, page?.title ?? title, revid, signal));
  }
  return toRevision(page, section, slot);
}

/** The page of an answer about one page. */
export function onePage(query: RevisionsAnswer['query'], title: string, who = 'The wiki'): QueryPage {
  const elsewhere = query?.interwiki?.[0];
  if (elsewhere) throw refusal('invalidtitle', `“${elsewhere.title}” is a page of another wiki (${elsewhere.iw}).`);
  return required(who, {query}, `query.pages: ${title}`, query?.pages?.[0]);
}

function toRevision(page: QueryPage, section: number | string | undefined, slot: string): Revision {
  requireTitle(page);
  const revision = page.revisions?.[0];
  if (page.missing || page.pageid === undefined || !revision) throw refusal('missingtitle', `There is no page “${page.title}”.`);
  const stored = revision.slots?.[slot];
  if (revision.slots && !stored) throw refusal('nosuchslot', `“${page.title}” has no slot ${shown(slot)}.`);
  const {contentmodel, contentformat, content, nosuchsection} = stored ?? {};
  if (nosuchsection) throw refusal('nosuchsection', `“${page.title}” has no section ${section}.`);
  if (content === undefined) throw refusal('texthidden', `The text of revision ${revision.revid} of “${page.title}” is hidden.`);
  const {revid, parentid, timestamp, user} = revision;
  return {pageid: page.pageid, title: page.title, revid, parentid, timestamp, user, contentmodel: contentmodel ?? 'wikitext', contentformat: contentformat ?? 'text/x-wiki', text: content};
}

/** @throws {ApiError} the wiki refuses the title, or there can be no text under it */
export function requireTitle(page: QueryPage): void {
  if (page.invalid) throw refusal('invalidtitle', page.invalidreason?.text ?? `“${page.title}” is no valid title.`);
  if (page.special) throw refusal('pagecannotexist', `“${page.title}” is a special page: it has no text.`);
}

/** The API tells these as marks on a page rather than as errors. */
function refusal(code: string, text: string): ApiError {
  return new ApiError([{code, text, module: 'query'}]);
}
