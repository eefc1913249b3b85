/** A text to begin with that is not the newest: an old revision’s, or the newest without what some revisions did. */
import {ApiError} from '../../core/api-errors.js';
import type {Abortable} from '../../core/abortable.js';
import {checkOptions, signalRule} from '../../core/check.js';
import type {Session} from '../../core/session.js';
import {shown} from '../../core/shown.js';
import {readRevision, type Revision} from '../revision.js';
import {mergePages} from './merge-pages.js';

/** One of both. */
export interface ProposalRequest {
  /** An old revision, to go back to. */
  readonly oldid?: number | undefined;
  /** A revision to undo; the newest of them, with `undoafter`. */
  readonly undo?: number | undefined;
  /** The one before the first that is undone. Default: the one before `undo`. */
  readonly undoafter?: number | undefined;
}

export interface Proposal {
  /** @param newest - the text of the page as it is now */
  readonly text: (newest: string) => string;
  /** The old revision, or the one that is undone. */
  readonly revision: Revision;
}

/**
 * @throws {ApiError} `nosuchrevid`: it is not of this page; `texthidden`; from `text`, `undofailure`: later edits are in the way
 * @throws {TypeError} not one of `oldid` and `undo`, or what is no number
 */
export async function proposal(session: Session, title: string, request: ProposalRequest, options: Abortable = {}): Promise<Proposal> {
  checkOptions(options, {signal: signalRule});
  const {oldid, undo, undoafter} = request;
  for (const [name, value] of Object.entries({oldid, undo, undoafter})) {
    if (value !== undefined && (!Number.isInteger(value) || value <= 0)) throw new TypeError(`${name}: ${shown(value)} given, a revision’s number expected`);
  }
  if (undoafter !== undefined && undo === undefined) throw new TypeError(`undoafter: ${shown(undoafter)} given, undo expected as well`);
  if ((oldid === undefined) === (undo === undefined)) throw new TypeError(`oldid, undo: ${oldid === undefined ? 'none' : 'both'} given, one of them expected`);
  const read = (revid: number): Promise<Revision> => readRevision(session, {titles: [title]}, {revid, signal: options.signal});
  if (oldid !== undefined) {
    const revision = await read(oldid);
    return {text: () => revision.text, revision};
  }
  const undone = undo as number;
  const [revision, given] = await Promise.all([read(undone), undoafter === undefined ? undefined : read(undoafter)]);
  if (!given && revision.parentid === 0) throw failure(`Revision ${undone} is the first of “${revision.title}”: there is nothing before it.`);
  const before = given ?? (await read(revision.parentid));
  return {
    revision,
    text(newest) {
      const {text, conflicts} = mergePages(revision.text, newest, before.text);
      if (conflicts.length > 0) throw failure(`Revision ${undone} cannot be undone: later edits changed the same lines.`);
      return text;
    },
  };
}

const failure = (text: string): ApiError => new ApiError([{code: 'undofailure', text, module: 'edit'}]);
