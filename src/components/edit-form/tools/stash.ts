/** While somebody writes the summary, the wiki parses the text: saving is quicker then. */
import {lazily} from '../../../core/lazily.js';
import type {Draft} from '../draft.js';
import type {Saver} from '../saver.js';
import {newSection} from '../section.js';

export class Stash {
  private readonly draft: Draft;
  private stashed: string | undefined;

  constructor(draft: Draft) {
    this.draft = draft;
  }

  /** Sends each text once; that it cannot be is nobody's concern. */
  async send(saver: Saver): Promise<void> {
    const {session, section, opening, begun} = saver;
    if (section === newSection || session.origin.anonymous) return;
    const text = this.draft.textFor(saver);
    const {title, baserevid, contentmodel, contentformat, missing} = opening;
    if (missing || baserevid === undefined || text === begun || text === this.stashed) return;
    this.stashed = text;
    const loaded = await lazily(() => import('../../../wiki/edit/stash.js')).catch(() => undefined);
    await loaded?.stashEdit(session, {title, text, baserevid, contentmodel, contentformat, ...(section !== undefined && {section})});
  }
}
