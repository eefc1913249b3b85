/** What happens when the user presses, ticks or types. */
import {WikiCancelEvent} from '../events.js';
import type {Draft} from './draft.js';
import type {Drafts} from './drafts/drafts.js';
import {focusOn, type RenderingHost} from '../focus-on.js';
import type {FormActions} from './form-view.js';
import type {Saving} from './saving.js';

export type ActionHost = RenderingHost & {section: string | undefined};

export interface Opener {
  readonly retry: () => void;
  /** Asks whether to throw away what was typed, or no longer. */
  readonly discarding: (on: boolean) => void;
}

export function formActions(host: ActionHost, draft: Draft, drafts: Drafts, saving: Saving, {retry, discarding}: Opener): FormActions {
  const cancel = (): void => {
    discarding(false);
    const {saver} = saving.progress;
    if (!host.dispatchEvent(new WikiCancelEvent()) || !saver) return;
    draft.discard(saver);
    drafts.discarded();
    saving.tools?.done();
    saving.set({refusal: undefined});
    host.focus();
  };
  return {
    onSubmit: (event) => {
      event.preventDefault();
      void saving.save();
    },
    onRetry: retry,
    onUpdate: () => host.requestUpdate(),
    onSubject: (subject) => draft.set({subject}),
    onSummary: (summary) => draft.typeSummary(summary),
    onMinor: (minor) => draft.set({minor}),
    onWatch: (watch) => draft.set({watch}),
    onCancel: () => {
      if (saving.progress.stage === 'saving') return;
      if (saving.isDirty) {
        discarding(true);
        focusOn(host, '#keep');
      } else {
        cancel();
      }
    },
    onDiscard: cancel,
    onKeep: () => {
      discarding(false);
      host.focus();
    },
    onCaptchaWord: (word) => {
      const {refusal} = saving.progress;
      if (refusal) saving.set({refusal: {...refusal, word}});
    },
    onCheck: () => void saving.check(),
    onRecreate: () => saving.recreate(),
    onSaveAgain: () => saving.saveAgain(),
    onSaveMine: () => saving.saveMine(),
    onRebase: (text) => saving.rebase(text),
    onWholePage: () => {
      // What was typed is for the whole page from now on.
      const {saver} = saving.progress;
      if (saver) saver.section = undefined;
      host.section = undefined;
    },
  };
}
