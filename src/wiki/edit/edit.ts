/** `action=edit`, guarded: on a base revision or as a new page, never over somebody's edit, never sent twice. */
import {type ApiError, isApiError} from '../../core/api-errors.js';
import type {WikiError} from '../../core/wiki-error.js';
import {apiError} from '../../core/refusals.js';
import {InvalidAnswerError} from '../../core/invalid-answer.js';
import {lazily} from '../../core/lazily.js';
import type {ApiAnswer, ApiParams, Session} from '../../core/session.js';
import {requireSomebody} from '../../core/somebody.js';
import {type Captcha, CaptchaNeededError, EditConflictError, OutcomeUnknownError} from '../../core/write-errors.js';
import {checkEdit} from './arguments.js';
import {onePage} from '../page-refusals.js';
import {type QueryPage, readRevision, type Revision, type Where} from '../revision.js';

/** What to save; names are those of the API. */
export interface Edit {
  /** The new text: of the page, or of the section. */
  readonly text: string;
  readonly summary?: string;
  /** A section by its number, or `new`. */
  readonly section?: number | string | undefined;
  /** The heading, with `section: 'new'`. */
  readonly sectiontitle?: string;
  /** The revision the text was made from. */
  readonly baserevid?: number | undefined;
  /** The page must not exist yet. */
  readonly createonly?: boolean;
  readonly minor?: boolean;
  /** Not minor, also for users whose preference is to mark all their edits so. */
  readonly notminor?: boolean;
  readonly bot?: boolean;
  readonly tags?: readonly string[];
  readonly watchlist?: 'watch' | 'unwatch' | 'preferences' | 'nochange';
  readonly watchlistexpiry?: string;
  readonly contentmodel?: string;
  readonly contentformat?: string;
  /** The answer to a captcha that an earlier attempt met. */
  readonly captchaid?: string;
  readonly captchaword?: string;
}

export interface EditOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface SavedEdit {
  /** `nochange`: the page had this text already. */
  readonly outcome: 'saved' | 'nochange';
  readonly pageid: number;
  readonly title: string;
  /** The new revision; absent when nothing changed. */
  readonly newrevid?: number;
  /** The revision before; another than the base when the wiki merged the edits of others. */
  readonly oldrevid?: number;
  readonly newtimestamp?: string;
  /** The page was created. */
  readonly new?: true;
  /** Found on the wiki after its answer was lost. */
  readonly recovered?: true;
  /** A temporary account was made for this edit. */
  readonly tempusercreated?: true;
}

/** What was read and saved of a page through one object: edits go on from it. */
export interface PageMemory {
  /** What was last read: the base of an edit that names none. */
  base?: {readonly pageid: number; readonly revid: number};
  /** What was last saved. */
  newest?: number;
}

/** See {@link Page.edit}. */
export async function editPage(session: Session, title: string, memory: PageMemory, change: Edit, options: EditOptions): Promise<SavedEdit> {
  const {base, newest} = memory;
  const learn = (saved: SavedEdit): void => goOnFrom(memory, saved, change.baserevid ?? base?.revid);
  const saved = await edit(session, {title, base, newest, learn}, change, options);
  learn(saved);
  return saved;
}

/** From what was saved on that base: told at once, or found later. */
function goOnFrom(memory: PageMemory, {pageid, newrevid, oldrevid}: SavedEdit, baserevid: number | undefined): void {
  if (newrevid === undefined || newrevid <= (memory.newest ?? 0)) return;
  memory.newest = newrevid;
  // When the wiki merged in the edits of others, what was saved is not the text at hand: an edit on top of it would
  // undo theirs. On the old base, the wiki merges again, or tells of a conflict.
  const merged = oldrevid !== (baserevid ?? oldrevid);
  if (!merged && newrevid > (memory.base?.revid ?? 0)) memory.base = {pageid, revid: newrevid};
}

/** Which page, and what is known of it. */
export interface EditTarget {
  readonly title: string;
  readonly base: {readonly pageid: number; readonly revid: number} | undefined;
  /** The last revision known to be saved already: what is looked for comes after it. */
  readonly newest?: number | undefined;
  /** Told of an edit that was found after its answer was lost. */
  readonly learn?: (found: SavedEdit) => void;
}

/** What the edit is made on. The wiki refuses it, or merges, when somebody was faster. */
export type Guard =
  | {readonly createonly: true}
  // By page id where known: a title may mean another page by now, and the wiki accepts a base of another page.
  | {readonly baserevid: number; readonly nocreate: true; readonly pageid?: number};

interface EditAnswer extends ApiAnswer {
  readonly edit?: {
    readonly result: 'Success' | 'Failure';
    /** Why not, in the words of an extension that refuses by `Failure`. */
    readonly code?: string;
    readonly info?: string;
    readonly pageid: number;
    readonly title: string;
    readonly new?: boolean;
    readonly nochange?: boolean;
    readonly oldrevid?: number;
    readonly newrevid?: number;
    readonly newtimestamp?: string;
    readonly captcha?: Captcha;
    readonly tempusercreated?: boolean;
  };
}

/** See {@link Page.edit}, which this does. */
export async function edit(session: Session, target: EditTarget, change: Edit, options: EditOptions): Promise<SavedEdit> {
  checkEdit(change, options);
  requireSomebody(session);
  const {signal} = options;
  const guard = await guardFor(session, target, change, signal);
  const {createonly: _createonly, baserevid: _baserevid, ...fields} = change;
  const where = 'pageid' in guard && guard.pageid !== undefined ? {} : {title: target.title};
  // In HTML, so that the words of a refusal come without wikitext's brackets.
  const params: ApiParams = {action: 'edit', errorformat: 'html', ...where, ...guard, ...fields};
  const flight = {open: false};
  const sentAt = Date.now();
  // Who sent it is known once it is sent: the token has told.
  const looking = (user = session.user) => async (asked?: EditOptions): Promise<SavedEdit | undefined> => {
    const {findEdit} = await lazily(() => import('./evidence.js'));
    const found = await findEdit(session, {title: target.title, newest: target.newest, guard, change, user, sentAt}, asked);
    if (found) target.learn?.(found);
    return found;
  };
  // Browsers send a POST again by themselves when the connection dies under it. The second then meets what the first has
  // saved, as a conflict or as no change: that is no conflict, and it was a change.
  const earlier = (): Promise<SavedEdit | undefined> => looking()({signal}).catch(() => undefined);
  try {
    const answer = await session.post<EditAnswer>(params, {token: 'csrf', signal, flight});
    flight.open = !answer.edit;
    const met = saved(session, answer);
    return met.outcome === 'nochange' ? ((await earlier()) ?? met) : met;
  } catch (error) {
    if (flight.open) throw new OutcomeUnknownError(looking(), {cause: error, request: (error as Partial<WikiError>).request});
    if (!isApiError(error, 'editconflict') && !isApiError(error, 'articleexists')) throw error;
    const found = await earlier();
    if (found) return found;
    throw await conflict(session, target, guard, change, error, signal);
  }
}

function saved(session: Session, answer: EditAnswer): SavedEdit {
  if (!answer.edit) throw new InvalidAnswerError('The wiki answers without a word about the edit.', JSON.stringify(answer).slice(0, 1024));
  const {result, code, info, captcha, nochange, new: created, tempusercreated, pageid, title, newrevid, oldrevid, newtimestamp} = answer.edit;
  // The API tells a captcha, and what some extensions refuse, as a success without an error.
  if (captcha) throw new CaptchaNeededError(captcha, {answer});
  if (result !== 'Success') throw apiError([{code: code ?? 'failure', text: info ?? `The wiki answers “${result}” and says no more.`, module: 'edit'}], {answer});
  // The cookies have changed with the new account: the tokens at hand are those of nobody.
  if (tempusercreated) session.changeUser(undefined);
  return {
    outcome: nochange ? 'nochange' : 'saved',
    pageid,
    title,
    ...(newrevid !== undefined && {newrevid}),
    ...(oldrevid !== undefined && {oldrevid}),
    ...(newtimestamp !== undefined && {newtimestamp}),
    ...(created && {new: true}),
    ...(tempusercreated && {tempusercreated: true}),
  };
}

async function guardFor(session: Session, {title, base}: EditTarget, {baserevid, createonly}: Edit, signal: AbortSignal | undefined): Promise<Guard> {
  if (createonly) return {createonly: true};
  if (baserevid !== undefined) return {baserevid, nocreate: true, ...(base?.revid === baserevid && {pageid: base.pageid})};
  if (base) return {baserevid: base.revid, nocreate: true, pageid: base.pageid};
  const {query} = await session.get<{query?: {pages?: readonly (QueryPage & {lastrevid?: number})[]}}>({action: 'query', prop: 'info', titles: [title]}, {signal});
  const page = onePage(query, title, session.apiUrl);
  const {pageid, lastrevid} = page as QueryPage & {lastrevid?: number};
  return pageid === undefined || lastrevid === undefined ? {createonly: true} : {baserevid: lastrevid, nocreate: true, pageid};
}

/** Both sides of a conflict with somebody else; a text that cannot be read is left out. */
async function conflict(session: Session, {title}: EditTarget, guard: Guard, {text, section}: Edit, refusal: ApiError, signal: AbortSignal | undefined): Promise<EditConflictError> {
  const read = (where: Where): Promise<Revision | undefined> =>
    readRevision(session, where, {signal, ...(section !== 'new' && {section})}).catch(() => undefined);
  const theirs = await read('pageid' in guard && guard.pageid !== undefined ? {pageids: guard.pageid} : {titles: [title]});
  // By its number alone: under its title, a page that was moved is not found.
  const base = 'baserevid' in guard ? await read({revids: guard.baserevid}) : undefined;
  // A section's number means another section once somebody has put one before it.
  const moved = section !== undefined && section !== 'new' && heading(base?.text) !== heading(theirs?.text);
  return new EditConflictError(refusal, {
    base: base?.text,
    mine: text,
    theirs: moved ? undefined : theirs?.text,
    theirRevid: theirs?.revid,
    theirUser: theirs?.user,
  });
}

const heading = (text: string | undefined): string | undefined => /^(=+)\s*(.*?)\s*\1\s*$/m.exec(text?.split('\n', 1)[0] ?? '')?.[2];
