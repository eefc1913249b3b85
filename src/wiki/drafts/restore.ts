/** A draft on top of what the page has become. */
import type {MergeConflict} from '../../diff/merge3.js';
import {mergePages} from '../edit/merge-pages.js';
import {asStored} from '../edit/stored-text.js';
import type {DraftBase, DraftRecord} from './record.js';

export interface RestoredDraft {
  /** To be edited on, and saved upon the newest revision. */
  readonly text: string;
  /** Others have changed the page, and what they changed is in it. */
  readonly merged: boolean;
  /** Where both changed the same lines: `text` has what was typed there, and this is what is on the wiki. */
  readonly conflicts: readonly MergeConflict[];
  /** The page has what was typed already: it was saved, and the answer never came. */
  readonly isSaved: boolean;
}

/**
 * Nothing that was typed is lost: what others changed elsewhere goes in, and where they changed the same lines they are
 * told as conflicts.
 *
 * @param newest - the page, or the section, as it is now; undefined when there is no such page
 */
export function restoreDraft(draft: Pick<DraftRecord, 'base' | 'section' | 'subject' | 'text'>, newest: DraftBase | undefined): RestoredDraft {
  const {base, section, subject, text} = draft;
  // A new section takes the place of nothing.
  if (!newest || section === 'new') return {text, merged: false, conflicts: [], isSaved: false};
  // A summary alone may have been typed.
  const isSaved = subject === '' && text !== base?.text && asStored(text) === asStored(newest.text);
  if (isSaved || base?.revid === newest.revid) return {text, merged: false, conflicts: [], isSaved};
  const {text: merged, conflicts, fromTheirs} = mergePages(base?.text ?? '', text, newest.text);
  return {text: merged, merged: fromTheirs.length > 0, conflicts, isSaved};
}
