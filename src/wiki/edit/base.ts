/** What an edit is made on: the wiki refuses it, or merges, when somebody was faster. */
import {ApiError} from '../../core/api-errors.js';
import type {ApiParams, Session} from '../../core/session.js';
import {onePage} from '../page-refusals.js';
import type {QueryPage} from '../revision.js';
import type {Edit} from './edit.js';

/** A page as it was read or saved. */
export interface Base {
  readonly pageid: number;
  readonly revid: number;
  /** Undefined: not known. */
  readonly contentmodel?: string | undefined;
  readonly isEmpty?: boolean | undefined;
}

export type Guard =
  | {readonly createonly: true}
  // By page id where known: a title may mean another page by now, and the wiki accepts a base of another page.
  | {readonly baserevid: number; readonly nocreate?: true; readonly pageid?: number};

/** What there is to know before an edit. */
export interface Ground {
  readonly guard: Guard;
  readonly contentmodel?: string | undefined;
  readonly isEmpty?: boolean | undefined;
  /** The summary of new sections in the wiki's own words, with `$1` for their heading. */
  readonly newSectionSummary?: string | undefined;
}

interface Asking {
  readonly signal?: AbortSignal | undefined;
  /** Whether the model, and whether there is any text, must be known. */
  readonly facts: boolean;
  readonly newSectionSummary: boolean;
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
 * @throws {ApiError} `missingtitle`, with `nocreate`; `invalidtitle`, `pagecannotexist`
 */
export async function groundFor(session: Session, title: string, held: Base | undefined, edit: Pick<Edit, 'baserevid' | 'createonly' | 'nocreate' | 'recreate' | 'redirect'>, {signal, facts, newSectionSummary}: Asking): Promise<Ground> {
  const {baserevid, createonly, nocreate, recreate, redirect} = edit;
  const on = (revid: number, pageid: number | undefined): Guard => ({baserevid: revid, ...(!recreate && {nocreate: true}), ...(pageid !== undefined && {pageid})});
  const known = baserevid === undefined || baserevid === held?.revid ? held : undefined;
  const revid = baserevid ?? known?.revid;
  const isEnough = createonly || (revid !== undefined && (!facts || (known?.contentmodel !== undefined && known.isEmpty !== undefined)));
  if (isEnough && !newSectionSummary && !redirect) {
    return createonly ? {guard: {createonly}, isEmpty: true} : {guard: on(revid as number, known?.pageid), contentmodel: known?.contentmodel, isEmpty: known?.isEmpty};
  }
  const which = known && !redirect && !createonly ? {pageids: known.pageid} : {titles: [title], redirects: redirect};
  const {query} = await session.get<InfoAnswer>(question(which, newSectionSummary), {signal});
  const page = onePage(query, title, session.apiUrl) as InfoPage;
  const words = query?.allmessages?.[0]?.content;
  const base = (redirect ? undefined : revid) ?? page.lastrevid;
  if (base === undefined && nocreate) throw new ApiError([{code: 'missingtitle', text: `There is no page “${page.title}”.`, module: 'edit'}]);
  if (createonly || base === undefined) return {guard: {createonly: true}, contentmodel: page.contentmodel, isEmpty: true, newSectionSummary: words};
  return {guard: on(base, page.pageid ?? known?.pageid), contentmodel: page.contentmodel, isEmpty: page.length === 0, newSectionSummary: words};
}

/** In the wiki's own language, as the wiki writes it itself. */
const question = (which: {readonly pageids: number} | {readonly titles: readonly string[]; readonly redirects: boolean | undefined}, withMessage: boolean): ApiParams => ({
  action: 'query',
  prop: 'info',
  ...which,
  ...(withMessage && {meta: 'allmessages', ammessages: 'newsectionsummary', uselang: 'content'}),
});
