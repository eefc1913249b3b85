/** Two sides that are to be compared, and the way to the changes around them. */
import type {DiffContext} from './ask-sides.js';
import type {DiffRequest} from './diff-request.js';
import type {DiffSide} from './diff-side.js';

export interface DiffOpening extends DiffContext {
  /** Undefined where nothing came before: all of the other side is new. */
  readonly from: DiffSide | undefined;
  readonly to: DiffSide;
  /** Zero where both follow each other; undefined where nobody has counted: `revisionsBetween` does. */
  readonly between: RevisionsBetween | undefined;
  /** What leads to the change before this one, in one request; undefined where there is none. */
  readonly older: DiffRequest | undefined;
  /** What leads to the change after this one, in one request; undefined where there is none. */
  readonly newer: DiffRequest | undefined;
  /** Of two wikis, the left side's: its user, and where its links lead. The opening's own are the right one's. */
  readonly fromContext?: DiffContext;
}

export interface RevisionsBetween {
  readonly revisions: number;
  /** Whose they are, those hidden left out. */
  readonly users: readonly string[];
  /** There are more than were counted. */
  readonly more: boolean;
}

/** Two sides, and who asks. */
export type Opened = DiffContext & {readonly from: DiffSide | undefined; readonly to: DiffSide};

/** What can be told of two sides without asking. */
export function openingOf(opened: Opened): DiffOpening {
  const {from, to} = opened;
  const one = from?.kind === 'revision' && isOfPage(from, to) ? from : undefined;
  const last = to.kind === 'revision' && (one || !from) ? to : undefined;
  const follow = last && (from === undefined || (one && (last.parentid === one.revid || last.revid === one.revid)));
  const page = to.page.title;
  return {
    ...opened,
    between: follow ? {revisions: 0, users: [], more: false} : undefined,
    older: one && last && one.parentid !== 0 ? {fromrev: one.revid, torev: 'prev', page} : undefined,
    newer: last && !last.archived && last.revid !== last.page.lastrevid ? {fromrev: last.revid, torev: 'next', page} : undefined,
  };
}

/** By its title, as a deleted page has no number any more. */
const isOfPage = (one: DiffSide, other: DiffSide): boolean => one.page.title === other.page.title && one.page.ns === other.page.ns;
