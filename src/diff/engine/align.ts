/** Which changed line became which: where lines differ in both texts, those that have most in common are a pair. */
import {at} from './at.js';
import type {Budget, Steps} from './budget.js';
import type {Document} from './document.js';
import type {Group} from './groups.js';
import {likenesses, rising} from './rare.js';
import {ratio, type Similarity} from './similar.js';

/** Lines less alike are no pair: one was removed, the other added. */
const least = 0.25;

/** So many pairs of lines are compared with each other; of more, only those with rare words in common. */
const limit = 5000;

/** A gap of so many lines that say next to nothing does not part two groups. */
const weakLines = 3;
const weakWeight = 8;

/**
 * Pairs, in `matchA` and `matchB` (-1 is none), the lines of groups that are like one another. Empty lines between
 * groups are paired anew with them, since an empty line is the same as every other by chance.
 */
export function* align(document: Document, groups: readonly Group[], matchA: Int32Array, matchB: Int32Array, similarity: Similarity, budget: Budget): Steps<void> {
  for (const {a0, a1, b0, b1} of regions(document, groups)) {
    for (let x = a0; x < a1; x++) matchA[x] = -1;
    for (let y = b0; y < b1; y++) matchB[y] = -1;
    yield* alignRegion(document, a0, a1, b0, b1, matchA, matchB, similarity, budget);
    if (budget.due()) yield;
  }
}

/** Groups, and what is between them where that is weak. */
function regions({a}: Document, groups: readonly Group[]): readonly Group[] {
  const regions: Group[] = [];
  for (const group of groups) {
    const last = regions.at(-1);
    if (last && joins(last, group) && isWeak(last.a1, group.a0)) {
      last.a1 = group.a1;
      last.b1 = group.b1;
    } else {
      regions.push(Object.assign({}, group));
    }
  }
  return regions.filter(({a0, a1, b0, b1}) => a1 > a0 && b1 > b0);

  function joins(one: Group, other: Group): boolean {
    const size = (other.a1 - one.a0) * (other.b1 - one.b0);
    return other.a0 - one.a1 <= weakLines && size > 0 && size <= limit;
  }

  function isWeak(low: number, high: number): boolean {
    for (let x = low; x < high; x++) if ((a.lines[x] as string).length > 40 || a.weight(x) > weakWeight) return false;
    return true;
  }
}

function* alignRegion(document: Document, a0: number, a1: number, b0: number, b1: number, matchA: Int32Array, matchB: Int32Array, similarity: Similarity, budget: Budget): Steps<void> {
  if (a0 === a1 || b0 === b1 || budget.spent()) return;
  if ((a1 - a0) * (b1 - b0) <= limit) {
    alignAll(document, a0, a1, b0, b1, matchA, matchB, similarity);
    return;
  }
  const {a, b, tokens} = document;
  const range = (low: number, high: number): number[] => Array.from({length: high - low}, (_, index) => low + index);
  const found = yield* likenesses(a, range(a0, a1), b, range(b0, b1), tokens, similarity, 0.5, budget);
  const anchors = rising(found, b1);
  if (anchors.length === 0) return;
  for (const {x, y} of [...anchors, {x: a1, y: b1}]) {
    if (x < a1) {
      matchA[x] = y;
      matchB[y] = x;
    }
    if ((x - a0) * (y - b0) <= limit) yield* alignRegion(document, a0, x, b0, y, matchA, matchB, similarity, budget);
    [a0, b0] = [x + 1, y + 1];
    if (budget.due()) yield;
  }
}

/** The pairs that together have most in common, none crossing another: S. Needleman and C. Wunsch, 1970. */
function alignAll({a, b}: Document, a0: number, a1: number, b0: number, b1: number, matchA: Int32Array, matchB: Int32Array, similarity: Similarity): void {
  const width = b1 - b0 + 1;
  const gains = new Float64Array((a1 - a0) * (b1 - b0));
  const sums = new Float64Array((a1 - a0 + 1) * width);
  for (let x = a1 - 1; x >= a0; x--) {
    const line = a.line(x);
    const compare = similarity.from(line);
    for (let y = b1 - 1; y >= b0; y--) {
      const other = b.line(y);
      let gain = 0;
      if (at(a.ids, x) === at(b.ids, y)) gain = line.weight + 1;
      else if (2 * Math.min(line.weight, other.weight) >= least * (line.weight + other.weight)) {
        const common = compare(other);
        if (ratio(common, line, other) >= least) gain = common;
      }
      gains[(x - a0) * (width - 1) + y - b0] = gain;
      const place = (x - a0) * width + y - b0;
      sums[place] = Math.max(sums[place + width] as number, sums[place + 1] as number, gain > 0 ? (sums[place + width + 1] as number) + gain : 0);
    }
  }
  for (let x = a0, y = b0; x < a1 && y < b1; ) {
    const place = (x - a0) * width + y - b0;
    const gain = gains[(x - a0) * (width - 1) + y - b0] as number;
    if (gain > 0 && sums[place] === (sums[place + width + 1] as number) + gain) {
      matchA[x] = y;
      matchB[y] = x;
      x++;
      y++;
    } else if (sums[place] === sums[place + width]) x++;
    else y++;
  }
}
