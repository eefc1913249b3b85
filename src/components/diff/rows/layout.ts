/** What is on the page, top to bottom: pieces of rows, and gaps of unchanged lines that are left out between them. */
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
  /** Lines of it that were asked for, above and below. */
  readonly above: DiffRow[];
  readonly below: DiffRow[];
}

export interface Piece {
  readonly kind: 'rows';
  /** Indexes of its rows in the model. */
  readonly start: number;
  readonly end: number;
}

/** So many rows are laid out together. */
const pieceRows = 40;

export function layOut({hunks, texts}: DiffModel): readonly (Gap | Piece)[] {
  const pieces: (Gap | Piece)[] = [];
  let [from, to] = [1, 1];
  for (const hunk of hunks) {
    pieces.push({kind: 'gap', hunk, from, to, lines: hunk.to.line - to, above: [], below: []});
    for (let start = hunk.start; start < hunk.end; start += pieceRows) pieces.push({kind: 'rows', start, end: Math.min(start + pieceRows, hunk.end)});
    [from, to] = [hunk.from.line + hunk.from.lines, hunk.to.line + hunk.to.lines];
  }
  if (hunks.length > 0) pieces.push({kind: 'gap', hunk: undefined, from, to, lines: texts && texts.to.length + 1 - to, above: [], below: []});
  return pieces;
}

/**
 * Takes lines out of a gap.
 *
 * @param count - how many; as many as there are, if fewer
 * @returns their rows
 */
export function openGap(gap: Gap, where: 'above' | 'below', count: number, texts: DiffTexts): readonly DiffRow[] {
  const hidden = gap.lines ?? texts.to.length + 1 - gap.to;
  const shown = Math.min(count, hidden);
  const skip = where === 'above' ? 0 : hidden - shown;
  const rows = Array.from({length: shown}, (_, index): DiffRow => contextRow(texts, gap.from + skip + index, gap.to + skip + index));
  gap.lines = hidden - shown;
  if (where === 'above') {
    gap.above.push(...rows);
    gap.from += shown;
    gap.to += shown;
  } else {
    gap.below.unshift(...rows);
  }
  return rows;
}

function contextRow(texts: DiffTexts, from: number, to: number): DiffRow {
  const [left, right] = [texts.from[from - 1] ?? '', texts.to[to - 1] ?? ''];
  const run = left === right ? {kind: 'same' as const, text: right} : {kind: 'same' as const, text: right, fromText: left};
  return {kind: 'context', from: {line: from, lines: 1, text: left}, to: {line: to, lines: 1, text: right}, runs: [run], move: undefined};
}

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
