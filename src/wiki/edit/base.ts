/** What an edit is made on: the wiki refuses it, or merges, when somebody was faster. */
import {ApiError} from '../../core/api-errors.js';
import {pageConfig} from '../../core/page-config.js';
import type {ApiParams, Session} from '../../core/session.js';
import {noRevision, onePage} from '../page-refusals.js';
import type {QueryPage, RevisionsAnswer} from '../revision.js';
import type {Edit} from './edit.js';

/** A page as it was read or saved. */
export interface Base {
  readonly pageid: number;
  readonly revid: number;
}

type Guard =
  | {readonly createonly: true}
  // By page id where known: a title may mean another page by now, and the wiki accepts a base of another page.
  | {readonly baserevid: number; readonly nocreate: true; readonly pageid: number};

/** What there is to know before an edit. */
export interface Ground {
  readonly guard: Guard;
  /** Where it is another than the one asked for: what a redirect leads to. */
  readonly title?: string | undefined;
  readonly isEmpty?: boolean | undefined;
  /** The summary of new sections in the wiki's own words, with `$1` for their heading. */
  readonly newSectionSummary?: string | undefined;
}

type InfoPage = QueryPage & {readonly lastrevid?: number; readonly contentmodel?: string; readonly length?: number};

interface InfoAnswer {
  readonly query?: {
    readonly pages?: readonly InfoPage[];
    readonly allmessages?: readonly {readonly name: string; readonly content?: string}[];
  };
}

/**
 * @param held - what was last read or saved of the page
 * @throws {ApiError} `nosuchrevid`: the base is no revision of this page; `missingtitle`, with `nocreate`; `invalidtitle`,
 * `pagecannotexist`; `sectionsnotsupported`
 */
export async function groundFor(session: Session, title: string, held: Base | undefined, edit: Pick<Edit, 'baserevid' | 'createonly' | 'nocreate' | 'recreate' | 'redirect' | 'section'>, signal: AbortSignal | undefined, newSectionSummary = false): Promise<Ground> {
  const {baserevid, createonly, nocreate, recreate, redirect, section} = edit;
  const isNew = section === 'new';
  const on = (revid: number, pageid: number): Guard => ({baserevid: revid, nocreate: true, pageid});
  const known = redirect ? held : baserevid === undefined || baserevid === held?.revid ? held : (baseHere(session, title, baserevid) ?? (await baseOf(session, title, baserevid, signal)));
  if (!newSectionSummary && !redirect && !recreate) {
    if (createonly) return {guard: {createonly: true}, isEmpty: true};
    // Of a page that gets a new section more must be known: whether it holds wikitext, and anything at all.
    if (known && !isNew) return {guard: on(known.revid, known.pageid)};
  }
  const which = known && !redirect && !createonly ? {pageids: known.pageid} : {titles: [title], redirects: redirect};
  const {query} = await session.get<InfoAnswer>(question(which, newSectionSummary), {signal});
  const {pageid, lastrevid, contentmodel, length, ...page} = onePage(query, title, session.apiUrl) as InfoPage;
  const words = query?.allmessages?.[0]?.content;
  const now = pageid !== undefined && lastrevid !== undefined ? {pageid, revid: lastrevid} : undefined;
  const own = redirect && baserevid !== undefined ? await baseOf(session, page.title, baserevid, signal) : known;
  // A page that is gone has no base any more: it is made as a new one, where that is asked for. A redirect may lead to
  // another page by now.
  const base = (redirect && own?.pageid !== now?.pageid) || (recreate && !now) ? now : (own ?? now);
  if (!base && nocreate) throw refusal('missingtitle', `There is no page “${page.title}”.`);
  // The wiki itself fails with an exception that leaves it open whether anything was done.
  if (isNew && contentmodel !== undefined && contentmodel !== 'wikitext') throw refusal('sectionsnotsupported', `“${page.title}” has no sections: it holds ${contentmodel}, not wikitext.`);
  if (createonly || !base) return {guard: {createonly: true}, isEmpty: true, ...(redirect && {title: page.title}), newSectionSummary: words};
  return {guard: on(base.revid, base.pageid), isEmpty: length === 0, newSectionSummary: words};
}

/** Of the page one is on, the wiki's own page says it. */
function baseHere(session: Session, title: string, revid: number): Base | undefined {
  const config = pageConfig(session);
  const pageid = config?.('wgArticleId');
  const isOn = config?.('wgPageName') === title.replace(/ /g, '_') && [config('wgRevisionId'), config('wgCurRevisionId')].includes(revid);
  return isOn && typeof pageid === 'number' && pageid > 0 ? {pageid, revid} : undefined;
}

/** The wiki takes a revision of any page, and then saves over what others have saved on this one. */
async function baseOf(session: Session, title: string, revid: number, signal: AbortSignal | undefined): Promise<Base> {
  const params = {action: 'query', prop: 'revisions', titles: [title], rvstartid: revid, rvendid: revid, rvprop: 'ids'};
  let query: RevisionsAnswer['query'];
  let error: unknown;
  try {
    ({query} = await session.get<RevisionsAnswer>(params, {signal}));
  } catch (refused) {
    error = refused;
  }
  const page = query?.pages?.[0];
  if (page?.pageid !== undefined && page.revisions?.[0]?.revid === revid) return {pageid: page.pageid, revid};
  throw await noRevision(session, {query, error, title, revid, signal});
}

const refusal = (code: string, text: string): ApiError => new ApiError([{code, text, module: 'edit'}]);

/** In the wiki's own language, as the wiki writes it itself. */
const question = (which: {readonly pageids: number} | {readonly titles: readonly string[]; readonly redirects: boolean | undefined}, withMessage: boolean): ApiParams => ({
  action: 'query',
  prop: 'info',
  ...which,
  ...(withMessage && {meta: 'allmessages', ammessages: 'newsectionsummary', uselang: 'content'}),
});
