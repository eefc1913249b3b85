/** A paragraph that was split in two or more, or several that were joined: shown as one change, with line ends in it. */
import {at} from './at.js';
import type {Budget, Steps} from './budget.js';
import type {Side} from './document.js';
import type {Similarity} from './similar.js';
import type {Line} from './tokens.js';

/** How many lines each line of a side stands for in its row: 0 where the row began above it. */
export interface Spans {
  readonly a: Int32Array;
  readonly b: Int32Array;
}

/** So much of what is taken along must be in the line on the other side. */
const share = 0.6;

/**
 * @param matchA - pairs in order; -1 where there is none
 * @param movedA - lines that went elsewhere; they are not taken
 */
export function* findSplits(a: Side, b: Side, matchA: Int32Array, matchB: Int32Array, movedA: Int32Array, movedB: Int32Array, similarity: Similarity, budget: Budget): Steps<Spans> {
  const spans = {a: new Int32Array(matchA.length).fill(1), b: new Int32Array(matchB.length).fill(1)};
  for (let x = 0; x < matchA.length; x++) {
    if (budget.due()) yield;
    const y = at(matchA, x);
    if (y < 0 || a.ids[x] === b.ids[y]) continue;
    const isFree = (match: Int32Array, moved: Int32Array, span: Int32Array) => (index: number) => index >= 0 && index < match.length && match[index] === -1 && at(moved, index) < 0 && span[index] === 1;
    const split = reach(a.line(x), b, y, matchB, matchA, isFree(matchB, movedB, spans.b), similarity);
    if (split) {
      take(matchB, spans.b, matchA, x, split);
      continue;
    }
    const joined = reach(b.line(y), a, x, matchA, matchB, isFree(matchA, movedA, spans.a), similarity);
    if (joined) take(matchA, spans.a, matchB, y, joined);
  }
  return spans;
}

/**
 * Of a paragraph that came with an empty line it is open which one came with it. The one above it, if it was cut off the
 * paragraph above; else the match stays with that one.
 */
function reach(line: Line, side: Side, index: number, match: Int32Array, otherMatch: Int32Array, isFree: (index: number) => boolean, similarity: Similarity): Range | undefined {
  const upper = index + 1;
  let lower = upper;
  if (side.lines[upper] === '' && at(match, upper) >= 0) while (isFree(lower + 1)) lower++;
  if (lower === upper || side.lines[lower] !== '') return extend(line, side, index, isFree, similarity);
  rematch(match, otherMatch, upper, lower);
  const range = extend(line, side, index, isFree, similarity);
  if (range && range.high > upper) return range;
  rematch(match, otherMatch, lower, upper);
  return extend(line, side, index, isFree, similarity);
}

function rematch(match: Int32Array, otherMatch: Int32Array, from: number, to: number): void {
  const other = at(match, from);
  match[from] = -1;
  match[to] = other;
  otherMatch[other] = to;
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** Lines around `index` that together with it are more like `line` than it is alone. */
function extend(line: Line, side: Side, index: number, isFree: (index: number) => boolean, similarity: Similarity): Range | undefined {
  if (!isFree(index - 1) && !isFree(index + 1)) return undefined;
  const compare = similarity.from(line);
  let shared = compare(side.line(index));
  let [low, high] = [index, index];
  for (const step of [-1, 1]) {
    // Empty lines come along with what is beyond them.
    for (let next = index + step; isFree(next); next += step) {
      const part = side.line(next);
      if (part.weight === 0) continue;
      const joined = side.joined(Math.min(low, next), Math.max(high, next) - Math.min(low, next) + 1);
      const common = compare(joined);
      if (common - shared < share * part.weight) break;
      shared = common;
      low = Math.min(low, next);
      high = Math.max(high, next);
    }
  }
  return low < high ? {low, high} : undefined;
}

/** The first line of the range stands for all of it. */
function take(match: Int32Array, span: Int32Array, otherMatch: Int32Array, other: number, {low, high}: Range): void {
  for (let index = low; index <= high; index++) {
    match[index] = -1;
    span[index] = 0;
  }
  match[low] = other;
  span[low] = high - low + 1;
  otherMatch[other] = low;
}
