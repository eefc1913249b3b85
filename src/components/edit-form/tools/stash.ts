/** While somebody writes the summary, the wiki parses the text: saving is quicker then. */
import {lazily} from '../../../core/lazily.js';
import type {Draft} from '../draft.js';
import type {Saving} from '../saving.js';
import {newSection} from '../section.js';

/** Sends each text once, when the summary gets the focus; that it cannot be is nobody's concern. */
export function stashForSummary(root: HTMLElement | DocumentFragment, saving: Saving, draft: Draft): void {
  let stashed: string | undefined;
  const send = async (): Promise<void> => {
    const {saver} = saving.progress;
    if (!saver || saver.section === newSection || saver.session.origin.anonymous) return;
    const text = draft.textFor(saver);
    const {title, baserevid, contentmodel, contentformat, missing} = saver.opening;
    if (missing || baserevid === undefined || text === saver.begun || text === stashed) return;
    stashed = text;
    const loaded = await lazily(() => import('../../../wiki/edit/stash.js')).catch(() => undefined);
    await loaded?.stashEdit(saver.session, {title, text, baserevid, contentmodel, contentformat, ...(saver.section !== undefined && {section: saver.section})});
  };
  root.addEventListener('focusin', ({target}) => {
    if ((target as Element).id === 'summary') void send();
  });
}
