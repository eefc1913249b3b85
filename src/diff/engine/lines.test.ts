import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {finish, unlimited} from './budget.js';
import {compareLines} from './lines.js';
import {Common, compareIds} from './myers.js';

const compared = (a: readonly number[], b: readonly number[]) => finish(compareLines(Int32Array.from(a), Int32Array.from(b), 1 + Math.max(0, ...a, ...b), unlimited));

/** What is marked on neither side. */
function kept(a: readonly number[], b: readonly number[]): readonly [readonly number[], readonly number[]] {
  const {changedA, changedB} = compared(a, b);
  return [a.filter((_, index) => !changedA[index]), b.filter((_, index) => !changedB[index])];
}

/** The length of a longest common row, by the textbook. */
function longest(a: readonly number[], b: readonly number[]): number {
  let row = Array.from<number>({length: b.length + 1}).fill(0);
  for (const x of a) {
    const next = [0];
    for (const [index, y] of b.entries()) next.push(x === y ? (row[index] ?? 0) + 1 : Math.max(next[index] ?? 0, row[index + 1] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}

describe('lines', () => {
  test('what is not marked is the same on both sides, in the same order', () => {
    const list = fc.array(fc.nat(8), {maxLength: 60});
    fc.assert(
      fc.property(list, list, (a, b) => {
        const [left, right] = kept(a, b);
        expect(left).toEqual(right);
      }),
      {numRuns: 2000},
    );
  });

  test('between anchors no fewer could be marked', () => {
    const list = fc.array(fc.nat(4), {maxLength: 60});
    fc.assert(
      fc.property(list, list, (a, b) => {
        const pair = {a: Int32Array.from(a), b: Int32Array.from(b), changedA: new Uint8Array(a.length), changedB: new Uint8Array(b.length)};
        finish(compareIds(pair, 0, a.length, 0, b.length, new Common(() => 5), unlimited));
        expect(pair.changedA.filter((changed) => !changed).length).toBe(longest(a, b));
      }),
      {numRuns: 1000},
    );
  });

  test('forty thousand lines of ten kinds in disorder are compared, if not in the fewest marks', () => {
    let seed = 1;
    const next = () => (seed = (seed * 48271) % 2147483647) % 10;
    const [a, b] = [Array.from({length: 40_000}, next), Array.from({length: 40_000}, next)];
    const [left, right] = kept(a, b);
    expect(left).toEqual(right);
    expect(left.length).toBeGreaterThan(15_000);
  });

  test('a unique line holds its place though more empty ones would be kept without it', () => {
    // 1 is a paragraph, 0 an empty line.
    const {changedA, changedB} = compared([1, 0, 0, 0], [0, 0, 0, 1]);
    expect([[...changedA], [...changedB]]).toEqual([
      [0, 1, 1, 1],
      [1, 1, 1, 0],
    ]);
  });
});
