/** What is on the page, top to bottom: pieces of rows, and gaps of unchanged lines that are left out between them, or were asked for. */
import {contextRow} from '../../../diff/local-row.js';
import type {DiffHunk, DiffModel, DiffRow, DiffTexts} from '../../../diff/model.js';

/** Lines that are left out. */
export interface Gap {
  readonly kind: 'gap';
  /** The hunk that follows; undefined after the last. */
  readonly hunk: DiffHunk | undefined;
  /** The first hidden line of each side, from 1. */
  from: number;
  to: number;
  /** How many are hidden; undefined where that is not known. */
  lines: number | undefined;
  /** Lines of it that were asked for from below. */
  below: readonly DiffRow[];
}

export interface Piece {
  readonly kind: 'rows';
  /** Indexes of its rows in the model. */
  readonly start: number;
  readonly end: number;
}

/** Unchanged lines that were left out before. */
export interface OpenedPiece {
  readonly kind: 'opened';
  readonly texts: DiffTexts;
  /** Its first line on each side, from 1. */
  readonly from: number;
  readonly to: number;
  readonly lines: number;
}

/** So many rows are laid out together. */
const pieceRows = 40;

export function layOut({hunks, texts}: DiffModel): readonly (Gap | Piece)[] {
  const pieces: (Gap | Piece)[] = [];
  let [from, to] = [1, 1];
  for (const hunk of hunks) {
    pieces.push({kind: 'gap', hunk, from, to, lines: hunk.to.line - to, below: []});
    for (let start = hunk.start; start < hunk.end; start += pieceRows) pieces.push({kind: 'rows', start, end: Math.min(start + pieceRows, hunk.end)});
    [from, to] = [hunk.from.line + hunk.from.lines, hunk.to.line + hunk.to.lines];
  }
  if (hunks.length > 0) pieces.push({kind: 'gap', hunk: undefined, from, to, lines: texts && texts.to.length + 1 - to, below: []});
  return pieces;
}

/**
 * Takes lines out of a gap.
 *
 * @param count - how many; as many as there are, if fewer
 * @returns what comes before the gap now; what was asked for from below is the gap's
 */
export function openGap(gap: Gap, where: 'above' | 'below', count: number, texts: DiffTexts): readonly OpenedPiece[] {
  const {from, to} = gap;
  const hidden = gap.lines ?? texts.to.length + 1 - to;
  const opened = Math.min(count, hidden);
  gap.lines = hidden - opened;
  if (where === 'below') {
    gap.below = [...openedRows({kind: 'opened', texts, from: from + gap.lines, to: to + gap.lines, lines: opened}), ...gap.below];
    return [];
  }
  gap.from += opened;
  gap.to += opened;
  const pieces: OpenedPiece[] = [];
  for (let done = 0; done < opened; done += pieceRows) pieces.push({kind: 'opened', texts, from: from + done, to: to + done, lines: Math.min(pieceRows, opened - done)});
  return pieces;
}

export const openedRows = ({texts, from, to, lines}: OpenedPiece): readonly DiffRow[] => Array.from({length: lines}, (_, index) => contextRow(texts, from - 1 + index, to - 1 + index));

/** A change: rows that differ, with no line between them that does not, shown or left out. Indexes in the model. */
export interface Change {
  readonly start: number;
  readonly end: number;
}

export function changesIn({rows, hunks}: DiffModel): readonly Change[] {
  const changes: Change[] = [];
  for (const hunk of hunks) {
    for (let index = hunk.start; index < hunk.end; index++) {
      const start = index;
      while (index < hunk.end && rows[index]?.kind !== 'context') index++;
      if (index > start) changes.push({start, end: index});
    }
  }
  return changes;
}
