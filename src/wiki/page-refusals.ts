/** The API tells some refusals as marks on a page rather than as errors. Here they are errors, in words. */
import {ApiError, isApiError} from '../core/api-errors.js';
import {required} from '../core/required.js';
import type {Session} from '../core/session.js';
import {shown} from '../core/shown.js';
import type {QueryPage, ReadOptions, RevisionsAnswer} from './revision.js';

/** The code of the refusal of an `rvstartid` that is nowhere. */
export const noSuchStart = 'badid_rvstartid';

/**
 * The page of an answer about one page.
 *
 * @throws {ApiError} the wiki refuses the title, or it is one of another wiki, or there can be no text under it
 */
export function onePage(query: RevisionsAnswer['query'], title: string, who = 'The wiki'): QueryPage {
  const elsewhere = query?.interwiki?.[0];
  if (elsewhere) throw refusal('invalidtitle', `“${elsewhere.title}” is a page of another wiki (${elsewhere.iw}).`);
  const page = required(who, {query}, `query.pages: ${title}`, query?.pages?.[0]);
  requireTitle(page);
  return page;
}

function requireTitle(page: QueryPage): void {
  if (page.invalid) throw refusal('invalidtitle', page.invalidreason?.text ?? `“${page.title}” is no valid title.`);
  if (page.special) throw refusal('pagecannotexist', `“${page.title}” is a special page: it has no text.`);
}

/** What was asked for, and what came instead of a revision with its text. */
interface NoRevision extends ReadOptions {
  readonly query: RevisionsAnswer['query'];
  /** What the request was refused with, if it was. */
  readonly error: unknown;
  /** Of the page that was asked. */
  readonly title: string;
}

/** Why there is no such revision, or no text in it: to be thrown. */
export async function noRevision(session: Session, {query, error, title, section, revid, slot, signal}: NoRevision): Promise<unknown> {
  if (error !== undefined && !isApiError(error, noSuchStart)) return error;
  const page = error === undefined ? onePage(query, title, session.apiUrl) : undefined;
  if (!page || (revid !== undefined && page.pageid !== undefined && !page.revisions)) return refusal('nosuchrevid', await whoseRevision(session, page?.title ?? title, revid, signal));
  const revision = page.revisions?.[0];
  if (page.missing || page.pageid === undefined || !revision) return refusal('missingtitle', `There is no page “${page.title}”.`);
  const stored = revision.slots?.[slot ?? 'main'];
  if (revision.slots && !stored) return refusal('nosuchslot', `“${page.title}” has no slot ${shown(slot)}.`);
  if (stored?.nosuchsection) return refusal('nosuchsection', `“${page.title}” has no section ${section}.`);
  return refusal('texthidden', `The text of revision ${revision.revid} of “${page.title}” is hidden.`);
}

/** It belongs to another page, or is nowhere. */
async function whoseRevision(session: Session, title: string, revid: number | undefined, signal: AbortSignal | undefined): Promise<string> {
  const {query} = await session.get<RevisionsAnswer>({action: 'query', revids: revid}, {signal});
  const other = query?.pages?.[0]?.title;
  return other === undefined ? `“${title}” has no revision ${revid}.` : `Revision ${revid} is of “${other}”, not of “${title}”.`;
}

const refusal = (code: string, text: string): ApiError => new ApiError([{code, text, module: 'query'}]);
