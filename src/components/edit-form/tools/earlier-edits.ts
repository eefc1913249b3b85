/** What an earlier visit has left open on this page when it ended between a save and its answer. */
import {lazily} from '../../../core/lazily.js';
import type {SavedEdit} from '../../../wiki/edit/edit.js';
import type {EarlierWrite} from '../../../wiki/write/settle.js';
import type {Draft} from '../draft.js';
import type {Saver} from '../saver.js';

export class EarlierEdits {
  private readonly draft: Draft;
  private readonly tell: (saver: Saver, saved: SavedEdit) => void;
  private offered: readonly EarlierWrite[] = [];

  /** @param tell - that it was saved after all */
  constructor(draft: Draft, tell: (saver: Saver, saved: SavedEdit) => void) {
    this.draft = draft;
    this.tell = tell;
  }

  /** What was saved is told; what was not stands beside the text, until the user has saved the page or given it up. */
  async look(saver: Saver): Promise<void> {
    const {settle} = await lazily(() => import('../../../wiki/write/settle.js'));
    const edits = (await settle(saver.session, {target: saver.opening.title})).filter(({action}) => action === 'edit');
    for (const {result, params} of edits) {
      const {text, appendtext, prependtext, summary} = params as Readonly<Record<string, string | undefined>>;
      if (result) this.tell(saver, result as SavedEdit);
      else this.draft.keep(saver, {text: text ?? appendtext ?? prependtext, summary: summary ?? ''});
    }
    this.offered = [...this.offered, ...edits.filter(({result}) => !result)];
  }

  forget(): void {
    for (const edit of this.offered) void edit.forget();
    this.offered = [];
  }
}
