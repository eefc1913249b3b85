/** What a diff is asked to show, and the refusal of what cannot be meant. */
import {checkOptions, isFlag, isText, type Rule, signalRule} from '../../core/check.js';
import {shown} from '../../core/shown.js';
import {editedSectionRule} from '../edit/edited-section.js';

/**
 * One of these:
 *
 * - `fromrev` and `torev`: two revisions, of any pages;
 * - `fromrev` and `torev: 'prev' | 'next' | 'cur'`: as MediaWiki's own `oldid` and `diff`. `prev` shows what `fromrev` itself
 *   changed, `next` what the revision after it did, `cur` all that was changed since;
 * - `torev` alone: what that revision changed, as `?diff=` alone does;
 * - `page`: its newest change;
 * - `page` and `since`: what was changed since then;
 * - `text`, and `page` or `fromrev`: an unsaved text against the page's newest revision, or that one.
 *
 * Beside revisions, a `page` decides nothing, as in MediaWiki's own addresses; with a neighbour it saves a request.
 */
export interface DiffRequest {
  readonly fromrev?: number | undefined;
  readonly torev?: number | Neighbour | undefined;
  /** A title, in any spelling the wiki understands. */
  readonly page?: string | undefined;
  readonly since?: Since | undefined;
  readonly text?: string | undefined;
  /** Of a text: the section it is for, `new` for one more; else it is the whole page. */
  readonly section?: number | string | undefined;
  /** Of a new section. */
  readonly sectiontitle?: string | undefined;
  /** Of a text: as the wiki would save it, with signatures made and templates substituted. Needs a request more. */
  readonly pst?: boolean | undefined;
}

export type Neighbour = 'prev' | 'next' | 'cur';

/**
 * - `my-last-edit`: the user's last revision of the page;
 * - `last-other-author`: the revision before the newest ones, as far as one author made them.
 */
export type Since = 'my-last-edit' | 'last-other-author';

export interface OpenDiffOptions {
  /** Keys of messages to bring along: 50 at most. */
  readonly messages?: readonly string[] | undefined;
  /** False: headers alone, for those who let the wiki compare. Default: true. */
  readonly texts?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A request that has been checked. */
export type Way =
  | {readonly by: 'revisions'; readonly fromrev: number; readonly torev: number}
  | {readonly by: 'neighbour'; readonly revid: number; readonly to: Neighbour; readonly page: string | undefined}
  | {readonly by: 'page'; readonly page: string}
  | {readonly by: 'since'; readonly page: string; readonly since: Since}
  | UnsavedText;

export interface UnsavedText {
  readonly by: 'text';
  readonly base: {readonly fromrev: number} | {readonly page: string};
  readonly text: string;
  readonly section: number | string | undefined;
  readonly sectiontitle: string | undefined;
  readonly pst: boolean;
}

/** @throws {TypeError} names the member that cannot be meant, alone or beside the others */
export function wayOf(request: DiffRequest): Way {
  checkOptions(request, rules, 'member');
  const {fromrev, torev, page, since, text, section, sectiontitle, pst} = request;
  if (text === undefined) without({section, sectiontitle, pst}, 'text', text);
  if (section !== 'new') without({sectiontitle}, "section: 'new'", section);
  if (text !== undefined) {
    without({torev, since}, 'no text', text);
    const base = fromrev === undefined ? {page: given(page)} : {fromrev};
    return {by: 'text', base, text, section, sectiontitle, pst: pst ?? false};
  }
  if (since !== undefined) {
    without({fromrev, torev}, 'no since', since);
    return {by: 'since', page: given(page), since};
  }
  if (typeof torev === 'number') return fromrev === undefined ? {by: 'neighbour', revid: torev, to: 'prev', page} : {by: 'revisions', fromrev, torev};
  if (fromrev === undefined && torev === undefined) return {by: 'page', page: given(page)};
  if (fromrev === undefined) throw new TypeError(`fromrev: undefined given, a revision’s number expected beside torev: ${shown(torev)}`);
  if (torev === undefined) throw new TypeError("torev: undefined given, a revision’s number expected beside fromrev; or 'prev', 'next' or 'cur'");
  return {by: 'neighbour', revid: fromrev, to: torev, page};
}

/** @throws {TypeError} an option that cannot be meant */
export const checkDiffOptions = (options: OpenDiffOptions): void => checkOptions(options, optionRules);

const isRevid = (value: unknown): boolean => Number.isInteger(value) && Number(value) > 0;
const neighbours: ReadonlySet<unknown> = new Set(['prev', 'next', 'cur']);

/** Each member has its rule, or this does not compile. */
const rules: Readonly<Record<keyof DiffRequest, Rule>> = {
  fromrev: [isRevid, 'a revision’s number'],
  torev: [(value) => isRevid(value) || neighbours.has(value), "a revision’s number, or 'prev', 'next' or 'cur',"],
  page: [(value) => typeof value === 'string' && !/^[\s:_]*(#|$)/.test(value), 'a page’s title'],
  since: [(value) => value === 'my-last-edit' || value === 'last-other-author', "'my-last-edit' or 'last-other-author'"],
  text: [(value) => typeof value === 'string', 'a text'],
  section: editedSectionRule,
  sectiontitle: [(value) => typeof value === 'string', 'a heading'],
  pst: [isFlag, 'true or false'],
};

/** What a wiki takes at once from anybody. */
const mostMessages = 50;

const optionRules: Readonly<Record<keyof OpenDiffOptions, Rule>> = {
  messages: [(value) => Array.isArray(value) && value.length <= mostMessages && value.every(isText), `an array of ${mostMessages} keys at most`],
  texts: [isFlag, 'true or false'],
  signal: signalRule,
};

function without(others: object, needed: string, there: unknown): void {
  const [name, value] = Object.entries(others).find(([, value]) => value !== undefined) ?? [];
  if (name !== undefined) throw new TypeError(`${name}: ${shown(value)} given, which needs ${needed}, but that is ${shown(there)}`);
}

function given(page: string | undefined): string {
  if (page === undefined) throw new TypeError('page: undefined given, a page’s title expected; or fromrev, torev or both');
  return page;
}
