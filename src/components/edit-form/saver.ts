/** What the next save is based on, and the saving itself. */
import type {Session} from '../../core/session.js';
import {edit, type Edit, type SavedEdit} from '../../wiki/edit.js';
import type {EditOpening} from '../../wiki/edit-opening.js';
import {headingOf} from './summary-field.js';

export interface SaverFields extends Pick<Edit, 'text' | 'summary' | 'minor' | 'notminor' | 'captchaid' | 'captchaword'> {
  /** Whether the page is to be watched, as ticked. */
  readonly watch: boolean;
}

/** One for each opening of a page. */
export class Saver {
  readonly opening: EditOpening;
  readonly #session: Session;
  readonly #section: string | undefined;
  /** Undefined: the page must not exist yet. */
  #base: {readonly pageid: number | undefined; readonly revid: number} | undefined;
  #watched: boolean;
  /** What the last attempt would have saved. */
  #sent: {readonly text: string; readonly watch: boolean};
  /** The wiki put this edit together with those of others. */
  merged = false;
  /** The text the user started from: when the form still holds it, nothing would be lost. */
  text: string;

  constructor(session: Session, opening: EditOpening, section: string | undefined) {
    this.opening = opening;
    this.#session = session;
    this.#section = section;
    this.#base = opening.baserevid === undefined ? undefined : {pageid: opening.pageid, revid: opening.baserevid};
    this.text = opening.text;
    this.#watched = opening.watched;
    this.#sent = {text: opening.text, watch: opening.watched};
  }

  /** The text last sent. */
  get sentText(): string {
    return this.#sent.text;
  }

  get apiUrl(): string {
    return this.#session.apiUrl;
  }

  /** All that will be sent, but for the token. */
  edit({watch, ...given}: SaverFields): Edit {
    this.#sent = {text: given.text, watch};
    const fields = {...given, watchlist: watch === this.#watched ? 'nochange' : watch ? 'watch' : 'unwatch'} as const;
    if (!this.#base) return {...fields, createonly: true};
    return {...fields, baserevid: this.#base.revid, ...(this.#section !== undefined && {section: this.#section})};
  }

  /** Throws as `Page.edit` does. */
  save(change: Edit): Promise<SavedEdit> {
    const {title} = this.opening;
    const {pageid, revid} = this.#base ?? {};
    const base = pageid === undefined || revid === undefined ? undefined : {pageid, revid};
    return edit(this.#session, {title, base}, change, {});
  }

  /** The user knows this revision now and means to save on top of it. */
  rebase(revid: number): void {
    this.#base = {pageid: this.opening.pageid, revid};
  }

  /** The page is gone; the next save makes it anew. */
  recreate(): void {
    this.#base = undefined;
  }

  /**
   * Goes on from what was saved: the last that was sent.
   *
   * @returns false where the page's text is now another than the one sent, so that it must be read again before the
   * next save: going on with the old one would undo the edits of others that the wiki merged in, or sign twice
   */
  settle(saved: SavedEdit): boolean {
    const {text, watch} = this.#sent;
    const before = this.#base?.revid ?? 0;
    const fromText = this.text;
    this.text = text;
    this.#watched = watch;
    if (saved.outcome === 'nochange' || saved.newrevid === undefined) return true;
    this.#base = {pageid: saved.pageid, revid: saved.newrevid};
    this.merged = saved.oldrevid !== before;
    const resected = this.#section !== undefined && headings(text) !== headings(fromText);
    return !this.merged && !saved.tempusercreated && !resected && !isTransformed(text) && headingOf(text) === headingOf(fromText);
  }
}

/** Signatures, substitutions, pipe tricks: the wiki stores something else. */
const isTransformed = (text: string): boolean => /~{3}|\{\{\s*(safe)?subst:|\[\[[^[\]|]*\|\]\]|\[\[\|/i.test(text);

/** A section with another number of headings may be two sections now. */
const headings = (text: string): number => text.split('\n').filter((line) => line.startsWith('=') && line.trimEnd().endsWith('=')).length;
