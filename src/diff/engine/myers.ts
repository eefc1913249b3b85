/**
 * Which elements of two lists differ, in linear space: E. Myers, “An O(ND) difference algorithm and its variations”,
 * 1986, § 4b. What is in one list alone is set aside first, and a search that becomes too long ends at the best place
 * it has found, as in GNU diff: then there may be more differences than needed, but it never takes long.
 */
import {at} from './at.js';
import type {Budget, Steps} from './budget.js';

/** Two lists of numbers, and what of them is found to differ. */
export interface Pair {
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** 1 for an element that is not in the other list. */
  readonly changedA: Uint8Array;
  readonly changedB: Uint8Array;
}

/** So many steps a search takes at least before it is cut short; the square of it is the work of one search. */
const patience = 256;

/**
 * Marks in `pair` what differs between `a[aLow … aHigh-1]` and `b[bLow … bHigh-1]`.
 *
 * @param common - for the numbers of these lists
 */
export function* compareIds(pair: Pair, aLow: number, aHigh: number, bLow: number, bHigh: number, common: Common, budget: Budget): Steps<void> {
  const {a, b, changedA, changedB} = pair;
  [aLow, aHigh, bLow, bHigh] = trimmed(a, aLow, aHigh, b, bLow, bHigh);
  yield* compareAt(pair, common.of(a, aLow, aHigh, b, bLow, bHigh, changedA), common.of(b, bLow, bHigh, a, aLow, aHigh, changedB), budget);
}

/** The same for the elements at these places alone, which rise; nothing is set aside. */
export function* compareAt({a, b, changedA, changedB}: Pair, indexA: Int32Array, indexB: Int32Array, budget: Budget): Steps<void> {
  if (indexA.length === 0 || indexB.length === 0) {
    for (const index of indexA) changedA[index] = 1;
    for (const index of indexB) changedB[index] = 1;
    return;
  }
  const search = new Search(indexA.map((index) => at(a, index)), indexB.map((index) => at(b, index)));
  // [aLow, aHigh, bLow, bHigh] of what is still to be compared
  const todo = [0, indexA.length, 0, indexB.length];
  while (todo.length > 0) {
    const [from, to, otherFrom, otherTo] = todo.splice(-4) as [number, number, number, number];
    const [low, high, otherLow, otherHigh] = trimmed(search.a, from, to, search.b, otherFrom, otherTo);
    // When time is up, all that is left counts as changed.
    if (low === high || otherLow === otherHigh || budget.spent()) {
      for (let index = low; index < high; index++) changedA[at(indexA, index)] = 1;
      for (let index = otherLow; index < otherHigh; index++) changedB[at(indexB, index)] = 1;
    } else {
      const [x, y] = search.split(low, high, otherLow, otherHigh);
      todo.push(x, high, y, otherHigh, low, x, otherLow, y);
      if (budget.due()) yield;
    }
  }
}

/** The ranges without what they have in common at both ends: that is the same whatever stands between. */
export function trimmed(a: Int32Array, aLow: number, aHigh: number, b: Int32Array, bLow: number, bHigh: number): [aLow: number, aHigh: number, bLow: number, bHigh: number] {
  while (aLow < aHigh && bLow < bHigh && a[aLow] === b[bLow]) {
    aLow++;
    bLow++;
  }
  while (aLow < aHigh && bLow < bHigh && a[aHigh - 1] === b[bHigh - 1]) {
    aHigh--;
    bHigh--;
  }
  return [aLow, aHigh, bLow, bHigh];
}

/** Knows what two ranges have in common; kept for many comparisons, as its tables are as long as there are numbers. */
export class Common {
  private readonly idCount: () => number;
  private seen = new Int32Array(0);
  private round = 0;

  /** @param idCount - numbers in the lists are smaller; there may be more of them each time */
  constructor(idCount: () => number) {
    this.idCount = idCount;
  }

  /** The places in `list` of what is in `other` as well; the rest is marked in `changed`. */
  of(list: Int32Array, low: number, high: number, other: Int32Array, otherLow: number, otherHigh: number, changed: Uint8Array): Int32Array {
    const round = ++this.round;
    if (this.seen.length < this.idCount()) this.seen = new Int32Array(2 * this.idCount());
    const {seen} = this;
    for (let index = otherLow; index < otherHigh; index++) seen[at(other, index)] = round;
    const places = new Int32Array(high - low);
    let count = 0;
    for (let index = low; index < high; index++) {
      if (seen[at(list, index)] === round) places[count++] = index;
      else changed[index] = 1;
    }
    return places.subarray(0, count);
  }
}

/** Searches the middle of the shortest way from one list to the other, from both ends. */
class Search {
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** How far in `a` one gets on each diagonal, from the start and from the end; diagonal `d` at `d + zero`. */
  private readonly forward: Int32Array;
  private readonly backward: Int32Array;
  private readonly zero: number;

  constructor(a: Int32Array, b: Int32Array) {
    this.a = a;
    this.b = b;
    this.zero = b.length + 1;
    this.forward = new Int32Array(a.length + b.length + 3);
    this.backward = new Int32Array(a.length + b.length + 3);
  }

  /** A place on a shortest way, or, after too long a search, on a good one: neither the start nor the end of both. */
  split(aLow: number, aHigh: number, bLow: number, bHigh: number): readonly [number, number] {
    const {a, b, forward, backward, zero} = this;
    const lowest = aLow - bHigh;
    const highest = aHigh - bLow;
    const start = aLow - bLow;
    const end = aHigh - bHigh;
    const odd = ((start - end) & 1) !== 0;
    // Diagonals searched so far, from the start and from the end.
    let forwardLow = start;
    let forwardHigh = start;
    let backwardLow = end;
    let backwardHigh = end;
    forward[start + zero] = aLow;
    backward[end + zero] = aHigh;
    for (let cost = 1; ; cost++) {
      if (forwardLow > lowest) forward[--forwardLow - 1 + zero] = -1;
      else forwardLow++;
      if (forwardHigh < highest) forward[++forwardHigh + 1 + zero] = -1;
      else forwardHigh--;
      for (let diagonal = forwardHigh; diagonal >= forwardLow; diagonal -= 2) {
        const below = at(forward, diagonal - 1 + zero);
        const above = at(forward, diagonal + 1 + zero);
        let x = below < above ? above : below + 1;
        let y = x - diagonal;
        while (x < aHigh && y < bHigh && a[x] === b[y]) {
          x++;
          y++;
        }
        forward[diagonal + zero] = x;
        if (odd && diagonal >= backwardLow && diagonal <= backwardHigh && at(backward, diagonal + zero) <= x) return [x, y];
      }
      if (backwardLow > lowest) backward[--backwardLow - 1 + zero] = aHigh + 1;
      else backwardLow++;
      if (backwardHigh < highest) backward[++backwardHigh + 1 + zero] = aHigh + 1;
      else backwardHigh--;
      for (let diagonal = backwardHigh; diagonal >= backwardLow; diagonal -= 2) {
        const below = at(backward, diagonal - 1 + zero);
        const above = at(backward, diagonal + 1 + zero);
        let x = below < above ? below : above - 1;
        let y = x - diagonal;
        while (x > aLow && y > bLow && a[x - 1] === b[y - 1]) {
          x--;
          y--;
        }
        backward[diagonal + zero] = x;
        if (!odd && diagonal >= forwardLow && diagonal <= forwardHigh && x <= at(forward, diagonal + zero)) return [x, y];
      }
      if (cost >= patience) return this.best(aLow, aHigh, bLow, bHigh, forwardLow, forwardHigh, backwardLow, backwardHigh);
    }
  }

  /** The place that has left most of both lists behind. */
  private best(aLow: number, aHigh: number, bLow: number, bHigh: number, forwardLow: number, forwardHigh: number, backwardLow: number, backwardHigh: number): readonly [number, number] {
    let most = -1;
    let place: readonly [number, number] = [aLow, bHigh];
    for (let diagonal = forwardHigh; diagonal >= forwardLow; diagonal -= 2) {
      const x = Math.min(at(this.forward, diagonal + this.zero), aHigh);
      const y = Math.min(x - diagonal, bHigh);
      const done = x - aLow + (y - bLow);
      if (done > most && y >= bLow) [most, place] = [done, [y + diagonal, y]];
    }
    for (let diagonal = backwardHigh; diagonal >= backwardLow; diagonal -= 2) {
      const x = Math.max(at(this.backward, diagonal + this.zero), aLow);
      const y = Math.max(x - diagonal, bLow);
      const done = aHigh - x + (bHigh - y);
      if (done > most && y <= bHigh) [most, place] = [done, [y + diagonal, y]];
    }
    return place;
  }
}
