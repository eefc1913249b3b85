/** One revision of a page, as read for its text. */
import {ApiError} from '../core/api-errors.js';
import type {Session} from '../core/session.js';

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
  /** An old revision; of this page, whatever its title was then. */
  readonly revid?: number | undefined;
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
  readonly slots?: {readonly main: {readonly contentmodel?: string; readonly contentformat?: string; readonly content?: string; readonly texthidden?: boolean; readonly nosuchsection?: boolean}};
}

interface RevisionsAnswer {
  readonly query?: {readonly pages?: readonly QueryPage[]; readonly badrevids?: object; readonly interwiki?: readonly {readonly title: string; readonly iw: string}[]};
}

/**
 * Reads a page's newest revision, or the one asked for, with its text.
 *
 * @throws {ApiError} `missingtitle`, `invalidtitle`, `nosuchsection`, `nosuchrevid`, `texthidden`, … in the wiki's words
 * @see https://www.mediawiki.org/wiki/API:Revisions
 */
export async function readRevision(session: Session, title: string, {section, revid, signal}: ReadOptions): Promise<Revision> {
  const params = {
    action: 'query',
    prop: 'revisions',
    titles: revid === undefined ? [title] : undefined,
    revids: revid,
    rvprop: ['ids', 'timestamp', 'user', 'content'],
    rvslots: 'main',
    rvsection: section,
  };
  const {query} = await session.get<RevisionsAnswer>(params, {signal});
  return toRevision(onePage(query, title, revid), section);
}

/** The page of an answer about one page. */
export function onePage(query: RevisionsAnswer['query'], title: string, revid?: number): QueryPage {
  const page = query?.pages?.[0];
  if (page) return page;
  if (query?.badrevids) throw refusal('nosuchrevid', `There is no revision ${revid}.`);
  const elsewhere = query?.interwiki?.[0];
  throw refusal('invalidtitle', elsewhere ? `“${elsewhere.title}” is a page of another wiki (${elsewhere.iw}).` : `The wiki knows no page “${title}”.`);
}

function toRevision(page: QueryPage, section: number | string | undefined): Revision {
  requireTitle(page);
  const revision = page.revisions?.[0];
  if (page.missing || page.pageid === undefined || !revision) throw refusal('missingtitle', `There is no page “${page.title}”.`);
  const {contentmodel, contentformat, content, nosuchsection} = revision.slots?.main ?? {};
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
