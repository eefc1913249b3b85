/** What the next save is based on, and the saving itself. */
import type {Session} from '../../core/session.js';
import {lazily} from '../../core/lazily.js';
import type {Edit, SavedEdit} from '../../wiki/edit/edit.js';
import type {EditOpening} from '../../wiki/edit/opening.js';
import type {Proposed} from './proposed.js';
import {newSection} from './section.js';
import {headingOf} from './summary-field.js';

export interface SaverFields extends Pick<Edit, 'captchaid' | 'captchaword' | 'minor' | 'notminor' | 'summary' | 'tags' | 'watchlistexpiry'> {
  readonly text: string;
  /** The heading of a new section. */
  readonly subject?: string;
  /** Whether the page is to be watched, as ticked. */
  readonly watch: boolean;
}

/** One for each opening of a page. */
export class Saver {
  readonly session: Session;
  /** As it was read, but for whether the page exists: that is kept up to date. */
  opening: EditOpening;
  section: string | undefined;
  /** Undefined: the page must not exist yet. */
  private base: {readonly pageid: number | undefined; readonly revid: number} | undefined;
  private watched: boolean;
  /** What the last attempt would have saved. */
  private sent: {readonly text: string; readonly watch: boolean};
  /** The page around has put another text in its place, on `wiki-save`. */
  private isOther = false;
  /** The wiki put this edit together with those of others: the revision it was made on. */
  merged: number | undefined;
  /** The text the user started from: when the form still holds it, nothing would be lost. */
  text: string;

  /** What the form begins with, where that is not the newest text; until it is saved. */
  proposed: (Pick<Proposed, 'kind' | 'revision' | 'save' | 'summary'> & {readonly text: string}) | undefined;

  constructor(session: Session, opening: EditOpening, section: string | undefined, proposed?: Proposed) {
    this.proposed = proposed && {...proposed, text: proposed.text(opening.text)};
    this.opening = opening;
    this.session = session;
    this.section = section;
    this.base = opening.baserevid === undefined ? undefined : {pageid: opening.pageid, revid: opening.baserevid};
    this.text = opening.text;
    this.watched = opening.watched;
    this.sent = {text: opening.text, watch: opening.watched};
    editing().catch(() => {});
  }

  /** The text the form was opened with. */
  get begun(): string {
    return this.proposed?.text ?? this.text;
  }

  /** The text last sent. */
  get sentText(): string {
    return this.sent.text;
  }

  /** All that will be sent, but for the token. */
  edit({watch, subject = '', ...given}: SaverFields): Edit & {readonly text: string} {
    this.sent = {text: given.text, watch};
    const fields = {...given, watchlist: watch === this.watched && !given.watchlistexpiry ? 'nochange' : watch ? 'watch' : 'unwatch'} as const;
    const guard = this.base ? {baserevid: this.base.revid} : {createonly: true};
    if (this.section === newSection) return {...fields, ...guard, section: newSection, sectiontitle: subject.trim()};
    // A page that is not there has no sections: what was one is all of it then.
    return {...fields, ...guard, ...(this.base && this.section !== undefined && {section: this.section})};
  }

  /** Throws as `Page.edit` does. */
  async save(change: Edit): Promise<SavedEdit> {
    this.isOther = change.text !== this.sent.text;
    const {title, user} = this.opening;
    const {pageid, revid} = this.base ?? {};
    const base = pageid === undefined || revid === undefined ? undefined : {pageid, revid};
    const {edit} = await editing();
    // It is theirs who opened the form, whoever this page has logged in or out since.
    const send = (change: Edit): Promise<SavedEdit> => edit(this.session, {title, base: () => base}, user.anon ? change : {...change, assertuser: user.name}, {});
    return this.proposed ? this.proposed.save(send, change, this.proposed.text) : send(change);
  }

  /** The user knows this revision now and means to save on top of it. */
  rebase(revid: number): void {
    this.proposed = undefined;
    this.setBase({pageid: this.opening.pageid, revid});
  }

  /** The page is gone; the next save makes it anew. */
  recreate(): void {
    this.setBase(undefined);
  }

  /**
   * Goes on from what was saved: the last that was sent; after a new section, with the next one.
   *
   * @returns false where the page's text is now another than the one sent, so that it must be read again before the
   * next save: going on with the old one would undo the edits of others that the wiki merged in, or what the page around
   * put in, or sign twice; and JSON is written anew by the wiki
   */
  settle(saved: SavedEdit): boolean {
    const {text, watch} = this.sent;
    const before = this.base?.revid ?? 0;
    const fromText = this.text;
    const isNew = this.section === newSection;
    this.proposed = undefined;
    this.text = isNew ? this.opening.text : text;
    this.watched = watch;
    if (saved.outcome === 'nochange' || saved.newrevid === undefined) return !this.isOther;
    this.setBase({pageid: saved.pageid, revid: saved.newrevid});
    this.merged = !isNew && saved.oldrevid !== before ? before : undefined;
    if (isNew) return !saved.tempusercreated;
    const resected = this.section !== undefined && headings(text) !== headings(fromText);
    return !this.isOther && this.merged === undefined && !saved.tempusercreated && !resected && !isTransformed(text) && this.opening.contentmodel !== 'json' && headingOf(text) === headingOf(fromText);
  }

  private setBase(base: Saver['base']): void {
    this.base = base;
    this.opening = {...this.opening, missing: !base};
  }
}

/** Signatures, substitutions, pipe tricks: the wiki stores something else. In short; `stored-text.ts`, loaded later, knows what. */
const isTransformed = (text: string): boolean => /~{3}|\{\{\s*(safe)?subst:|\[\[[^[\]|]*\|\]\]|\[\[\|/i.test(text);

/** A section with another number of headings may be two sections now. */
const headings = (text: string): number => text.split('\n').filter((line) => line.startsWith('=') && line.trimEnd().endsWith('=')).length;

/** Loaded when the form is open: once the connection is lost, what saves could not be. */
const editing = (): Promise<typeof import('../../wiki/edit/edit.js')> => lazily(() => import('../../wiki/edit/edit.js'));
