/** What the user can do about a refusal. */
import type {Conflict, OutcomeUnknownError} from '../../../core/errors.js';
import type {SavedEdit} from '../../../wiki/edit/edit.js';
import {focusOn, type RenderingHost} from '../../focus-on.js';
import type {Draft} from '../draft.js';
import type {Drafts} from '../drafts/drafts.js';
import type {Saver} from '../saver.js';
import type {Saving} from '../saving.js';

export class WaysOut {
  private readonly host: RenderingHost;
  private readonly saving: Saving;
  private readonly draft: Draft;
  private readonly drafts: Drafts;

  constructor(host: RenderingHost, saving: Saving, draft: Draft, drafts: Drafts) {
    this.host = host;
    this.saving = saving;
    this.draft = draft;
    this.drafts = drafts;
  }

  /** The answer to a captcha, as typed. */
  readonly onCaptchaWord = (word: string): void => {
    const {refusal} = this.saving.progress;
    if (refusal) this.saving.set({refusal: {...refusal, word}});
  };

  /** Asks whether the edit whose answer was lost is there. */
  readonly onCheck = async (): Promise<void> => {
    const {saving, host} = this;
    const {saver, refusal} = saving.progress;
    if (!saver || !refusal || refusal.checked === 'checking') return;
    saving.set({refusal: {...refusal, checked: 'checking'}});
    try {
      const found = await (refusal.error as OutcomeUnknownError<SavedEdit>).check();
      if (found) {
        saving.settle(saver, found);
        focusOn(host, '.save');
      } else {
        await saving.refuse(saver, {...refusal, checked: 'not found'});
      }
    } catch (checkError) {
      await saving.refuse(saver, {...refusal, checked: 'failed', checkError});
    }
  };

  /** The page is gone, and is made anew. */
  readonly onRecreate = (): void => this.saveBy((saver) => saver.recreate());

  readonly onSaveAgain = (): void => this.saveBy(() => {});

  /** On top of theirs. */
  readonly onSaveMine = (): void => {
    const theirRevid = this.conflict?.theirRevid;
    if (theirRevid !== undefined) this.saveBy((saver) => saver.rebase(theirRevid));
  };

  /** Theirs is what is edited now, as this text; one's own stays beside it. */
  readonly onRebase = (text: string): void => {
    const {host, saving, draft, drafts} = this;
    const {saver} = saving.progress;
    const {theirs, theirRevid} = this.conflict ?? {};
    if (!saver || theirs === undefined || theirRevid === undefined) return;
    drafts.closed();
    draft.keep(saver, {text: draft.textFor(saver)});
    saver.rebase(theirRevid);
    saver.text = theirs;
    draft.setText(text, saver);
    drafts.opened(saver, {revid: theirRevid});
    saving.set({refusal: undefined});
    host.focus();
  };

  /** Something was chosen. */
  readonly onUpdate = (): void => this.host.requestUpdate();

  private get conflict(): Conflict | undefined {
    const {refusal} = this.saving.progress;
    return refusal?.state === 'conflict' ? (refusal.error as {conflict: Conflict}).conflict : undefined;
  }

  private saveBy(prepare: (saver: Saver) => void): void {
    const {saver} = this.saving.progress;
    if (!saver) return;
    prepare(saver);
    this.saving.set({refusal: undefined});
    // The button that was pressed goes away.
    focusOn(this.host, '.save');
    void this.saving.save();
  }
}
