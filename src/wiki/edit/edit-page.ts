/** Edits through one object of a page: what was read and saved through it is what the next ones go on from. */
import type {Session} from '../../core/session.js';
import {writeOnce} from '../write/write-once.js';
import {checkEdit, checkFields} from './arguments.js';
import type {Base} from './base.js';
import {edit, type Edit, type EditFields, type EditOptions, type EditTarget, type EditTransform, type SavedEdit} from './edit.js';
import {TransformWrite} from './transform.js';

/** What was read and saved of a page through one object. */
export interface PageMemory {
  /** What was last read, and saved as a whole: the base of a text that names none. */
  base?: Base;
  /** What was last saved, in whatever way: what is only added goes there. Nobody here has seen all of it. */
  newest?: Base;
  /** The same of the page that a redirect under this title leads to. */
  target?: Base;
}

/** See {@link Page.edit}. */
export function editOrTransform(session: Session, title: string, memory: PageMemory, given: readonly unknown[]): Promise<SavedEdit> {
  const [what, ...rest] = given;
  if (typeof what !== 'function') return editPage(session, title, memory, what as Edit, rest[0] as EditOptions | undefined);
  return transformPage(session, title, memory, what as EditTransform, ...(rest as [EditFields?, EditOptions?]));
}

/** See {@link Page.edit}. */
export async function editPage(session: Session, title: string, memory: PageMemory, change: Edit, options: EditOptions = {}): Promise<SavedEdit> {
  checkEdit(change, options);
  const {text, section, appendtext = '', prependtext = ''} = change;
  if (text === undefined && change.undo === undefined && section !== undefined) {
    // The wiki would count the sections of the newest text, whatever the base.
    const {appendtext: _append, prependtext: _prepend, ...fields} = change;
    return transformPage(session, title, memory, (old) => `${prependtext}${old}${appendtext}`, fields, options, change);
  }
  return edit(session, targetOf(title, memory, change), change, options);
}

/** Makes a change of the newest text; see {@link Page.edit}. */
async function transformPage(session: Session, title: string, memory: PageMemory, transform: EditTransform, fields: EditFields = {}, options: EditOptions = {}, given: Edit = fields): Promise<SavedEdit> {
  checkFields(fields, options);
  return writeOnce(session, new TransformWrite(session, targetOf(title, memory, fields), transform, fields, options, given), options);
}

/** What the edit is of, and what is learnt from it. */
function targetOf(title: string, memory: PageMemory, {text, section, redirect}: Edit): EditTarget {
  const {base} = memory;
  const isWhole = text !== undefined && section !== 'new';
  return {
    title,
    // A text was made on what had been read by then; what is only added goes to what was saved in the meantime.
    base: () => (redirect ? memory.target : isWhole ? base : newer(memory.base, memory.newest)),
    learn({pageid, newrevid, oldrevid}, on) {
      if (newrevid === undefined) return;
      const saved = {pageid, revid: newrevid};
      // When the wiki merged in the edits of others, what was saved is not the text at hand: an edit on top of it would
      // undo theirs. On the old base, the wiki merges again, or tells of a conflict.
      const isSeen = isWhole && section === undefined && oldrevid === (on ?? oldrevid);
      if (redirect) {
        if (isSeen) memory.target = saved;
        return;
      }
      memory.newest = newer(saved, memory.newest);
      if (isSeen) memory.base = newer(saved, memory.base);
    },
  };
}

/** The first, unless the other is later. */
const newer = <One extends Base | undefined>(one: One, other: Base | undefined): Base | One => (other && other.revid > (one?.revid ?? 0) ? other : one);
