/**
 * Which lines differ. Lines that are unique in both texts and stand in the same order are taken as anchors (“patience
 * diff”, B. Cohen), as a paragraph says more than the shortest way does; between them the shortest way is searched.
 */
import {at} from './at.js';
import type {Budget, Steps} from './budget.js';
import {Common, compareIds, type Pair, trimmed} from './myers.js';

/** How often anchors are looked for between anchors. */
const depth = 6;

/** @param idCount - numbers in both lists are smaller */
export function* compareLines(a: Int32Array, b: Int32Array, idCount: number, budget: Budget): Steps<Pair> {
  const pair: Pair = {a, b, changedA: new Uint8Array(a.length), changedB: new Uint8Array(b.length)};
  const common = new Common(() => idCount);
  const anchors = new Anchors(pair, idCount);
  // [aLow, aHigh, bLow, bHigh, how deep] of what is still to be compared
  const todo = [0, a.length, 0, b.length, 0];
  while (todo.length > 0) {
    if (budget.due()) yield;
    let [aLow, aHigh, bLow, bHigh, deep] = todo.splice(-5) as [number, number, number, number, number];
    [aLow, aHigh, bLow, bHigh] = trimmed(a, aLow, aHigh, b, bLow, bHigh);
    const found = deep < depth && aLow < aHigh && bLow < bHigh ? anchors.find(aLow, aHigh, bLow, bHigh) : [];
    if (found.length === 0) {
      yield* compareIds(pair, aLow, aHigh, bLow, bHigh, common, budget);
      continue;
    }
    for (const [x, y] of found) {
      if (x > aLow || y > bLow) todo.push(aLow, x, bLow, y, deep + 1);
      [aLow, bLow] = [x + 1, y + 1];
    }
    if (aLow < aHigh || bLow < bHigh) todo.push(aLow, aHigh, bLow, bHigh, deep + 1);
  }
  return pair;
}

type Anchor = readonly [x: number, y: number];

class Anchors {
  private readonly pair: Pair;
  /** How often a number stands in each list, 2 for more than once, and where in `b`; all zero between searches. */
  private readonly countA: Uint8Array;
  private readonly countB: Uint8Array;
  private readonly placeB: Int32Array;

  constructor(pair: Pair, idCount: number) {
    this.pair = pair;
    this.countA = new Uint8Array(idCount);
    this.countB = new Uint8Array(idCount);
    this.placeB = new Int32Array(idCount);
  }

  find(aLow: number, aHigh: number, bLow: number, bHigh: number): readonly Anchor[] {
    const {pair, countA, countB, placeB} = this;
    const {a, b} = pair;
    count(a, aLow, aHigh, countA);
    count(b, bLow, bHigh, countB);
    note(b, bLow, bHigh, placeB);
    const unique = this.uniqueIn(aLow, aHigh);
    forget(a, aLow, aHigh, countA);
    forget(b, bLow, bHigh, countB);
    return rising(unique);
  }

  private uniqueIn(aLow: number, aHigh: number): readonly Anchor[] {
    const {pair, countA, countB, placeB} = this;
    const unique: Anchor[] = [];
    for (let x = aLow; x < aHigh; x++) {
      const id = at(pair.a, x);
      if (countA[id] === 1 && countB[id] === 1) unique.push([x, at(placeB, id)]);
    }
    return unique;
  }
}

// Each loop is a function: of a long one with many loops, V8 throws away again and again what it has compiled.

function count(list: Int32Array, low: number, high: number, counts: Uint8Array): void {
  for (let index = low; index < high; index++) counts[at(list, index)] = Math.min(2, at(counts, at(list, index)) + 1);
}

function note(list: Int32Array, low: number, high: number, places: Int32Array): void {
  for (let index = low; index < high; index++) places[at(list, index)] = index;
}

function forget(list: Int32Array, low: number, high: number, counts: Uint8Array): void {
  for (let index = low; index < high; index++) counts[at(list, index)] = 0;
}

/** The most of them whose places rise in both lists: “patience sorting”. */
function rising(anchors: readonly Anchor[]): readonly Anchor[] {
  // For each length the anchor that ends such a row lowest; for each anchor the one before it in its row.
  const ends: number[] = [];
  const before = new Int32Array(anchors.length).fill(-1);
  for (const [index, [, y]] of anchors.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((anchors[ends[middle] as number] as Anchor)[1] < y) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[index] = ends[low - 1] as number;
    ends[low] = index;
  }
  const row: Anchor[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = at(before, index)) row.push(anchors[index] as Anchor);
  return row.reverse();
}
