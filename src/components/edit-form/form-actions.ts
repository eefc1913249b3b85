/** What happens when the user presses, ticks or types. */
import {WikiCancelEvent} from '../events.js';
import type {Draft} from './draft.js';
import {focusOn, type RenderingHost} from '../focus-on.js';
import type {FormActions} from './form-view.js';
import type {Saving} from './saving.js';

export type ActionHost = RenderingHost & {section: string | undefined};

export interface Opener {
  readonly retry: () => void;
  /** Asks whether to throw away what was typed, or no longer. */
  readonly discarding: (on: boolean) => void;
}

export function formActions(host: ActionHost, draft: Draft, saving: Saving, {retry, discarding}: Opener): FormActions {
  const cancel = (): void => {
    discarding(false);
    if (!host.dispatchEvent(new WikiCancelEvent()) || !saving.progress.saver) return;
    saving.discard();
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
    onWholePage: () => {
      // What was typed is for the whole page from now on.
      const {saver} = saving.progress;
      if (saver) saver.section = undefined;
      host.section = undefined;
    },
  };
}
