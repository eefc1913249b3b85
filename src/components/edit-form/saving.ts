/** Where the form is on its way: opened, saving, refused, saved; and what the user can do about a refusal. */
import type {Captcha} from '../../core/errors.js';
import type {SavedEdit} from '../../wiki/edit/edit.js';
import {givenUrl} from '../../wiki/given-url.js';
import {WikiSavedEvent, WikiSaveEvent} from '../events.js';
import type {Draft} from './draft.js';
import type {Drafts} from './drafts/drafts.js';
import {focusOn, type RenderingHost} from '../focus-on.js';
import {mayEdit, mayMarkMinor, type Saved} from './parts.js';
import {type Refusal, refusalOf} from './refusal.js';
import type {Saver, SaverFields} from './saver.js';

/** A refusal stands beside `ready`. */
export type Stage = 'failed' | 'opening' | 'readonly' | 'ready' | 'saved' | 'saving';

interface Progress {
  readonly stage: Stage;
  /** Of the page that is open. */
  readonly saver: Saver | undefined;
  readonly refusal: Refusal | undefined;
  readonly saved: Saved | undefined;
  /** The text is being read again after saving. */
  readonly rereading: boolean;
}

/** What the form's tools have to do with saving. */
export interface SavingTools {
  /** What goes along besides the form's own fields. */
  readonly fields: Partial<SaverFields>;
  /** Why the wiki would not take this text, if that can be known here. */
  faultIn(text: string, saver: Saver): Refusal | undefined;
  /** A refusal is about to be shown. */
  refused(refusal: Refusal): Promise<unknown>;
  /** What was typed is saved, or given up: nothing of it is to be kept any longer. */
  done(): void;
}

export class Saving {
  progress: Progress = {stage: 'opening', saver: undefined, refusal: undefined, saved: undefined, rereading: false};
  private readonly host: RenderingHost;
  private readonly draft: Draft;
  /** Reads the page again. */
  private readonly reopen: () => void;
  private readonly drafts: Drafts;
  /** Once they are loaded. */
  tools: SavingTools | undefined;

  constructor(host: RenderingHost, draft: Draft, drafts: Drafts, reopen: () => void) {
    this.drafts = drafts;
    this.host = host;
    this.draft = draft;
    this.reopen = reopen;
  }

  set(progress: Partial<Progress>): void {
    this.progress = {...this.progress, ...progress};
    this.host.requestUpdate();
  }

  get canSave(): boolean {
    const {stage, refusal, rereading} = this.progress;
    return (stage === 'ready' || stage === 'saved') && refusal?.state !== 'conflict' && refusal?.checked !== 'checking' && !rereading;
  }

  get isDirty(): boolean {
    const {stage, saver} = this.progress;
    return this.draft.fields.kept.length > 0 || (saver !== undefined && (stage === 'saving' || this.draft.isEdited(saver)));
  }

  /** Another page or section is asked for. */
  close(): void {
    const {saver, stage, rereading} = this.progress;
    if (rereading) return;
    this.drafts.closed();
    if (saver && (stage === 'saving' || this.draft.isEdited(saver))) this.draft.close(saver);
    this.set({stage: 'opening', saver: undefined, refusal: undefined, saved: undefined});
  }

  opened(saver: Saver): void {
    const {rereading} = this.progress;
    this.draft.open(saver);
    this.drafts.opened(saver);
    this.set({saver, refusal: undefined, rereading: false, stage: mayEdit(saver.opening) ? (rereading ? 'saved' : 'ready') : 'readonly'});
  }

  /** @param quiet - nobody has pressed the button: the focus stays where it is */
  async save(quiet = false): Promise<SavedEdit | undefined> {
    const {saver, refusal} = this.progress;
    if (!saver || !this.canSave) return undefined;
    const tooLong = this.draft.isSummaryTooLong(saver);
    this.draft.set({tooLong});
    if (tooLong) {
      focusOn(this.host, '#summary');
      return undefined;
    }
    const text = this.draft.textFor(saver);
    const fault = this.tools?.faultIn(text, saver);
    if (fault) {
      await this.refuse(saver, fault);
      return undefined;
    }
    const {minor, watch, subject} = this.draft.fields;
    const {captcha} = (refusal?.state === 'captcha' ? refusal.error : {}) as {captcha?: Captcha};
    const change = saver.edit({
      text,
      subject,
      summary: this.draft.summaryFor(saver),
      // What the tick shows, whatever the user's preferences say.
      ...(mayMarkMinor(saver) && (minor ? {minor: true} : {notminor: true})),
      watch,
      ...this.tools?.fields,
      ...(captcha?.id !== undefined && {captchaid: captcha.id, captchaword: refusal?.word ?? ''}),
    });
    if (!this.host.dispatchEvent(new WikiSaveEvent(saver.opening.title, change))) return undefined;
    this.set({stage: 'saving', refusal: undefined, saved: undefined});
    try {
      return this.settle(saver, await saver.save(change));
    } catch (error) {
      await this.refuse(saver, {...refusalOf(error), ...(captcha && {again: true})}, quiet);
      return undefined;
    }
  }

  /** All goes back to how it was opened; nothing that was typed is kept. */
  discard(): void {
    const {saver} = this.progress;
    if (!saver) return;
    this.draft.discard(saver);
    this.drafts.discarded();
    this.tools?.done();
    this.set({refusal: undefined});
  }

  /** It is on the wiki. */
  settle(saver: Saver, saved: SavedEdit): SavedEdit {
    const inStep = saver.settle(saved);
    this.tools?.done();
    const isOpen = saver === this.progress.saver;
    if (isOpen) {
      this.draft.saved(saver);
      this.drafts.saved(saver, saved.newrevid);
      this.set({stage: 'saved', saved: {...saved, merged: saver.merged}, refusal: undefined, rereading: !inStep});
      if (!inStep) this.reopen();
    } else {
      this.draft.savedLater(saver);
      this.drafts.saved(saver);
    }
    const way = givenUrl(saved.tempusercreatedredirect, saver.session.apiUrl);
    // After an update, so that the browser does not ask whether to leave what is saved.
    if (this.host.dispatchEvent(new WikiSavedEvent(saved)) && way && isOpen) void this.host.updateComplete.then(() => location.assign(way.href));
    return saved;
  }

  /** The page may have been left while the wiki was asked: then the text is kept, and this is not about the next one. */
  async refuse(saver: Saver, refusal: Refusal, quiet = false): Promise<void> {
    await this.tools?.refused(refusal);
    if (saver !== this.progress.saver) return;
    this.set({stage: 'ready', refusal});
    if (!quiet) focusOn(this.host, '#captcha', 'wiki-login', '#refusal');
  }
}
