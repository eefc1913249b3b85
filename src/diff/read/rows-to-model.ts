/** A model of the rows of a wiki's answer, which come one after the other, with numbers of lines at some. */
import type {DiffHunk, DiffModel, DiffRow, DiffRun, RowKind, RowSide} from '../model.js';
import {diffStats} from '../stats.js';
import {groupMoves, pairMoves} from './moves.js';
import {sideText} from './runs.js';

/** The anchors of a line that was moved: its own, and that of its other place. */
export interface MoveLink {
  readonly id: string;
  readonly other: string;
}

export interface ReadRow {
  readonly kind: RowKind;
  readonly runs: readonly DiffRun[];
  /** How far both texts are before it: numbers of lines, from 1. */
  readonly at: Place;
  readonly from: RowSide | undefined;
  readonly to: RowSide | undefined;
  readonly link: MoveLink | undefined;
}

interface Place {
  readonly from: number;
  readonly to: number;
}

export class ReadRows {
  readonly rows: ReadRow[] = [];
  private from = 1;
  private to = 1;

  /** The next row of both texts stands there: what is between is left out. Never backwards, whatever an answer says. */
  goTo({from, to}: Place): void {
    this.from = Math.max(this.from, from);
    this.to = Math.max(this.to, to);
  }

  get at(): Place {
    return {from: this.from, to: this.to};
  }

  add(kind: RowKind, runs: readonly DiffRun[], link?: MoveLink): void {
    const {at} = this;
    const from = kind === 'added' || kind === 'movedTo' ? undefined : side(at.from, sideText(runs, 'added'));
    const to = kind === 'removed' || kind === 'movedFrom' ? undefined : side(at.to, sideText(runs, 'removed'));
    this.rows.push({kind, runs, link, at, from, to});
    this.from += from?.lines ?? 0;
    this.to += to?.lines ?? 0;
  }
}

const side = (line: number, text: string): RowSide => ({line, lines: text.includes('\n') ? text.split('\n').length : 1, text});

/** A row while its move is not known yet. */
export type OpenRow = Omit<DiffRow, 'move'> & {move: DiffRow['move']};

/** @param sectionOf - the heading above a row, by its index, where an answer tells it; a hunk is asked for by its first change */
export function modelOf(read: readonly ReadRow[], engine: DiffModel['engine'], sectionOf: (row: number) => string | undefined = () => undefined): DiffModel {
  const {rows: paired, partners} = pairMoves(read);
  const rows = paired.map(({kind, from, to, runs}): OpenRow => ({kind, from, to, runs, move: undefined}));
  return {engine, rows, hunks: hunksOf(rows, paired, sectionOf), moves: groupMoves(rows, partners), stats: diffStats(rows), texts: undefined, truncated: false};
}

/** A hunk ends where the next row is further down than right below. */
function hunksOf(rows: readonly DiffRow[], read: readonly ReadRow[], sectionOf: (row: number) => string | undefined): DiffHunk[] {
  const hunks: DiffHunk[] = [];
  let start = 0;
  let [from, to] = [0, 0];
  const close = (end: number): void => {
    if (end === start) return;
    const first = (read[start] as ReadRow).at;
    let change = start;
    while (change < end - 1 && rows[change]?.kind === 'context') change++;
    hunks.push({start, end, from: {line: first.from, lines: from - first.from}, to: {line: first.to, lines: to - first.to}, section: sectionOf(change)});
    start = end;
  };
  for (const [index, {at}] of read.entries()) {
    if (at.from !== from || at.to !== to) close(index);
    from = at.from + (rows[index]?.from?.lines ?? 0);
    to = at.to + (rows[index]?.to?.lines ?? 0);
  }
  close(rows.length);
  return hunks;
}
