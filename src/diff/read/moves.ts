/** Lines that a wiki says were moved: which belong together, and which moved as one. */
import type {DiffMove, DiffRun} from '../model.js';
import {headingIn} from '../sections.js';
import type {OpenRow, ReadRow} from './rows-to-model.js';
import {interleave, sideRuns, sideText, wholeRun} from './runs.js';

export interface PairedRows {
  readonly rows: readonly ReadRow[];
  /** Of each row that moved away, by its index, where it is now. */
  readonly partners: ReadonlyMap<number, number>;
}

/** A line whose other place is not in the answer was not moved, for who reads it: it was added or removed. */
export function pairMoves(read: readonly ReadRow[]): PairedRows {
  const sources = places(read, 'movedFrom');
  const partners = new Map<number, number>();
  const runs = new Map<number, readonly DiffRun[]>();
  for (const [index, {kind, link, runs: given}] of read.entries()) {
    const source = kind === 'movedTo' && link ? sources.get(link.other) : undefined;
    if (source === undefined || partners.has(source) || read[source]?.link?.other !== link?.id) continue;
    partners.set(source, index);
    // A table marks each side's words in its own place; other answers mark both sides' where the line is now.
    const own = (read[source] as ReadRow).runs;
    const both = interleave(own, sideRuns(given, 'removed')) ?? given;
    runs.set(index, sideRuns(both, 'removed'));
    runs.set(source, sideText(both, 'added') === sideText(own, 'added') ? sideRuns(both, 'added') : own);
  }
  const rows = read.map((row, index): ReadRow => {
    const {kind, from, to} = row;
    const paired = runs.get(index);
    if (paired) return Object.assign({}, row, {runs: paired});
    if (kind === 'movedFrom') return Object.assign({}, row, {kind: 'removed', runs: wholeRun('removed', from?.text ?? '')});
    if (kind === 'movedTo') return Object.assign({}, row, {kind: 'added', runs: wholeRun('added', to?.text ?? '')});
    return row;
  });
  return {rows, partners};
}

function places(read: readonly ReadRow[], wanted: ReadRow['kind']): Map<string, number> {
  const found = new Map<string, number>();
  for (const [index, {kind, link}] of read.entries()) if (kind === wanted && link) found.set(link.id, index);
  return found;
}

/** Lines that follow each other in both places are one move, blank lines between them or not. Each row is told its move. */
export function groupMoves(rows: readonly OpenRow[], partners: ReadonlyMap<number, number>): DiffMove[] {
  if (partners.size === 0) return [];
  const below = {from: nextFilled(rows, 'from'), to: nextFilled(rows, 'to')};
  const groups: [source: number, destination: number][][] = [];
  for (const source of [...partners.keys()].sort((a, b) => a - b)) {
    const destination = partners.get(source) as number;
    const group = groups.at(-1);
    const [lastSource, lastDestination] = group?.at(-1) ?? [-1, -1];
    if (group && below.from[lastSource] === source && below.to[lastDestination] === destination) group.push([source, destination]);
    else groups.push([[source, destination]]);
  }
  return groups.map((group) => {
    const sources = group.map(([source]) => rows[source] as OpenRow);
    const destinations = group.map(([, destination]) => rows[destination] as OpenRow);
    const [source, destination] = group[0] as [number, number];
    const [lastSource, lastDestination] = group.at(-1) as [number, number];
    const section = sectionOf(sources, 'from', rows[below.from[lastSource] ?? -1]) && sectionOf(destinations, 'to', rows[below.to[lastDestination] ?? -1]);
    const move: DiffMove = {from: range(sources, 'from'), to: range(destinations, 'to'), direction: source < destination ? 'down' : 'up', section};
    for (const row of [...sources, ...destinations]) row.move = move;
    return move;
  });
}

type Side = 'from' | 'to';

/** Of each row of a side, the index of the next that is not blank; undefined where lines are left out before it. */
function nextFilled(rows: readonly OpenRow[], side: Side): (number | undefined)[] {
  const next: (number | undefined)[] = [];
  let below: number | undefined;
  for (let index = rows.length - 1; index >= 0; index--) {
    const here = rows[index]?.[side];
    if (!here) continue;
    if (below !== undefined && rows[below]?.[side]?.line !== here.line + here.lines) below = undefined;
    // A blank line is passed over, but what is below it has to stand right below it.
    next[index] = below === undefined || filled(rows[below], side) ? below : next[below];
    below = index;
  }
  return next;
}

const filled = (row: OpenRow | undefined, side: Side): boolean => row?.[side]?.text.trim() !== '';

function range(rows: readonly OpenRow[], side: Side): DiffMove['from'] {
  const first = rows[0]?.[side];
  const last = rows.at(-1)?.[side];
  const line = first?.line ?? 1;
  return {line, lines: (last?.line ?? line) + (last?.lines ?? 0) - line};
}

/** Its heading, where the lines are a whole section: from the heading to the next one that is not below it. */
function sectionOf(lines: readonly OpenRow[], side: Side, follows: OpenRow | undefined): string | undefined {
  const [first, ...rest] = lines.map((row) => headingIn(row[side]?.text ?? ''));
  const next = follows && headingIn(follows[side]?.text ?? '');
  if (!first || rest.some((heading) => heading && heading.level <= first.level)) return undefined;
  return !follows || (next && next.level <= first.level) ? first.title : undefined;
}
