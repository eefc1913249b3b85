/** `action=edit`, guarded: on a base revision or as a new page, never over somebody's edit, applied exactly once. */
import type {Abortable} from '../../core/abortable.js';
import {type ApiError, isApiError} from '../../core/api-errors.js';
import type {Params} from '../../core/params.js';
import {paramsReplaced} from '../../core/replaced.js';
import type {ApiParams, Session} from '../../core/session.js';
import type {Found, Prepared, Sent, Write, Written} from '../write/kind.js';
import type {Revision} from '../revision.js';
import {writeOnce} from '../write/write-once.js';
import {checkEdit} from './arguments.js';
import {type Base, type Ground, groundFor} from './base.js';
import {reserveName} from './temporary-account.js';
import {claim, nameOf} from './claims.js';
import {conflict, gone} from './conflict.js';
import {conflicts, editKind} from './edit-kind.js';
import {md5Of} from './md5.js';
import {type Section, sectionText} from './new-section.js';

/** What to save; names are those of the API. One of `text`, `appendtext` and `prependtext`, or `undo`. */
export interface Edit {
  /** The new text: of the page, or of the section. */
  readonly text?: string | undefined;
  /** Goes below what is there by then. */
  readonly appendtext?: string | undefined;
  /** Goes above what is there by then. */
  readonly prependtext?: string | undefined;
  /** The revision to undo; the newest of them, with `undoafter`. */
  readonly undo?: number | undefined;
  /** Of several revisions to undo, the one before the first. */
  readonly undoafter?: number | undefined;
  readonly summary?: string | undefined;
  /** A section by its number, or `new`. */
  readonly section?: number | string | undefined;
  /** The heading, with `section: 'new'`; without one, the summary is the heading. */
  readonly sectiontitle?: string | undefined;
  /** The revision the text was made from. */
  readonly baserevid?: number | undefined;
  /** The page must not exist yet. */
  readonly createonly?: boolean | undefined;
  /** The page must exist. Without a base, what is added makes a page where there is none. */
  readonly nocreate?: boolean | undefined;
  /** The page is made again if it was deleted meanwhile. */
  readonly recreate?: boolean | undefined;
  /** The page a redirect leads to is edited. */
  readonly redirect?: boolean | undefined;
  readonly minor?: boolean | undefined;
  /** Not minor, also for users whose preference is to mark all their edits so. */
  readonly notminor?: boolean | undefined;
  readonly bot?: boolean | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly watchlist?: 'watch' | 'unwatch' | 'preferences' | 'nochange' | undefined;
  readonly watchlistexpiry?: string | undefined;
  readonly contentmodel?: string | undefined;
  readonly contentformat?: string | undefined;
  /** The answer to a captcha that an earlier attempt met. */
  readonly captchaid?: string | undefined;
  readonly captchaword?: string | undefined;
  /** As whom: the wiki refuses when that is not who is logged in. Default: the session's user, where known. */
  readonly assertuser?: string | undefined;
  /** When editing began: the wiki refuses (`pagedeleted`) where the page was deleted since. */
  readonly starttimestamp?: string | undefined;
  /** The time of the base: with it, the wiki overwrites later edits of the same user in silence. Better none. */
  readonly basetimestamp?: string | undefined;
  /** Where to go with the edit a temporary account was made for. */
  readonly returnto?: string | undefined;
  readonly returntoquery?: string | undefined;
  readonly returntoanchor?: string | undefined;
}

/** What may go with a text besides. */
export type EditFields = Omit<Edit, 'text' | 'appendtext' | 'prependtext' | 'undo' | 'undoafter' | 'sectiontitle' | 'createonly' | 'baserevid' | 'basetimestamp'>;

/**
 * Makes the new text from the newest. It is called again with a newer one when somebody was faster, never with a text
 * that has the change in it already. It must not wait for another edit of the same page, which waits for this one.
 *
 * @returns the text; with `{text, summary, …}`, what goes along; undefined, or the same text, to leave the page as it is
 */
export type EditTransform = (text: string, revision: Revision) => string | (EditFields & {readonly text: string}) | undefined | Promise<string | (EditFields & {readonly text: string}) | undefined>;

export interface EditOptions extends Abortable {
  /**
   * Puts a short mark of its own at the end of the summary, by which the edit is known again even where several devices
   * share an account and save the same text with the same summary.
   */
  readonly mark?: boolean | undefined;
}

export interface SavedEdit extends Written {
  readonly pageid: number;
  readonly title: string;
  /** The new revision; absent when nothing changed. */
  readonly newrevid?: number;
  /** The revision before; another than the base when the wiki merged the edits of others. */
  readonly oldrevid?: number;
  readonly newtimestamp?: string;
  /** The page was created. */
  readonly new?: true;
  /** Applied, and undone by somebody before its outcome was known. */
  readonly reverted?: true;
  /** A temporary account was made for this edit. */
  readonly tempusercreated?: true;
  /** Where the wiki wants the reader to go for that account's login elsewhere. */
  readonly tempusercreatedredirect?: string;
}

/** Which page, and what is known of it. */
export interface EditTarget {
  readonly title: string;
  /** What was last read of it, or saved; asked when it is the edit's turn. */
  readonly base: () => Base | undefined;
  /** Told of an edit, also when it is found later; `base`: the revision it was first made on. */
  readonly learn?: (saved: SavedEdit, base: number | undefined) => void;
}

/** An edit of a page by its title; see {@link Page.edit}. */
export async function edit(session: Session, target: EditTarget, change: Edit, options: EditOptions): Promise<SavedEdit> {
  checkEdit(change, options);
  return writeOnce(session, new EditWrite(session, target, change, options), options);
}

/** An edit that an earlier page has sent, of a page by that title. */
export const sentEdit = (session: Session, title: string, {params}: Sent): Write<SavedEdit> => new EditWrite(session, {title, base: () => undefined}, params as unknown as Edit, {});

/** How many times what is only added is put below newer text, or a change is made again on it. */
export const mostRebases = 20;

export class EditWrite implements Write<SavedEdit> {
  readonly kind = editKind;
  readonly target: string;
  protected readonly session: Session;
  protected readonly page: EditTarget;
  protected change: Edit;
  private readonly mark: string;
  protected base: number | undefined;
  protected rebases = 0;

  constructor(session: Session, page: EditTarget, change: Edit, {mark}: EditOptions) {
    this.session = session;
    this.page = page;
    this.target = page.title;
    this.change = change;
    this.mark = mark ? `[${Math.random().toString(36).slice(2, 8)}]` : '';
  }

  get given(): Params {
    return this.change as Params;
  }

  /** @throws {LoginError} it would make a temporary account that could not be kept */
  async prepare(options: Abortable): Promise<Prepared<SavedEdit>> {
    const prepared = await this.prepared(options);
    if ('done' in prepared) return prepared;
    const tempname = await reserveName(this.session, options.signal);
    return tempname === undefined ? prepared : {...prepared, before: {...prepared.before, tempname}};
  }

  protected async prepared({signal}: Abortable): Promise<Prepared<SavedEdit>> {
    const {section, sectiontitle, summary} = this.change;
    const ground = await groundFor(this.session, this.page.title, this.page.base(), this.change, signal, section === 'new' && (sectiontitle === undefined || !summary));
    return this.made(ground);
  }

  /** What is only added goes below, or above, what others have saved; a text that was made on another is a conflict. */
  async instead(refusal: ApiError, sent: Sent, {newest}: Found<SavedEdit>, _options: Abortable): Promise<Prepared<SavedEdit> | undefined> {
    if (!isConflict(refusal) || sent.params['text'] !== undefined || sent.params['undo'] !== undefined || newest === undefined || this.rebases++ >= mostRebases) return undefined;
    const {createonly: _createonly, ...params} = sent.params;
    // Where the page was made by somebody meanwhile, nothing of ours is before it.
    const before = {...sent.before, revid: sent.before['revid'] === 0 ? newest : sent.before['revid']};
    return {params: {...params, action: 'edit', baserevid: newest, nocreate: true}, before};
  }

  async refusal(refusal: ApiError, {params}: Sent, {signal}: Abortable): Promise<ApiError> {
    const {text = ''} = this.change;
    return isConflict(refusal) || isApiError(refusal, gone) ? conflict(this.session, {title: this.page.title, params, mine: text, refusal}, signal) : refusal;
  }

  learn(saved: SavedEdit): void {
    if (saved.newrevid !== undefined) void claim(this.session.apiUrl, nameOf(saved.newrevid, saved.newtimestamp));
    this.page.learn?.(saved, this.base);
  }

  protected made({guard, title = this.page.title, isEmpty, newSectionSummary}: Ground): Pick<Sent, 'params' | 'before'> {
    const {createonly: _createonly, nocreate: _nocreate, baserevid: _baserevid, recreate, redirect: _redirect, summary, section, sectiontitle, ...fields} = this.change;
    const added: Partial<Section> = section === 'new' ? sectionText({text: fields.text ?? '', summary, sectiontitle}, {isEmpty: isEmpty ?? false, newSectionSummary}) : {};
    // As the wiki would put them: what is looked for later is what is there.
    const own = paramsReplaced({...fields, text: added.appendtext === undefined ? fields.text : undefined, appendtext: added.appendtext ?? fields.appendtext, summary: added.summary ?? summary});
    const {text, appendtext, prependtext} = own;
    const words = text ?? (appendtext === undefined && prependtext === undefined ? undefined : `${prependtext ?? ''}${appendtext ?? ''}`);
    this.base = 'baserevid' in guard ? guard.baserevid : undefined;
    const params: ApiParams = {
      action: 'edit',
      // In HTML, so that the words of a refusal come without wikitext's brackets.
      errorformat: 'html',
      title: 'pageid' in guard ? undefined : title,
      ...guard,
      ...own,
      recreate,
      section: section === 'new' ? undefined : section,
      summary: this.marked(own.summary),
      md5: words === undefined ? undefined : md5Of(words),
    };
    return {params, before: {revid: this.base ?? 0, mark: this.mark || undefined}};
  }

  private marked(summary: string | undefined): string | undefined {
    if (!this.mark) return summary;
    const room = 500 - this.mark.length - 1;
    return `${Array.from(summary ?? '').slice(0, room).join('')} ${this.mark}`.trim();
  }
}

export const isConflict = (error: unknown): boolean => conflicts.some((code) => isApiError(error, code));
