/**
 * What one text changed of another, line by line, as `diff` tells it: the shortest way, without anchors, and changes
 * slid to where they are shown. What `diff3` and `git` merge rests on it.
 */
import {finish, unlimited} from './budget.js';
import {groupsOf} from './groups.js';
import {Common, compareAt, type Pair} from './myers.js';
import {slideChanges} from './slide-as-diff.js';

/** The lines from `start` to before `end` of the one are those from `newStart` to before `newEnd` of the other. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/**
 * `diff3` has `diff` look at so many equal lines before the first change and after the last as well: changes may slide there.
 *
 * @see https://www.gnu.org/software/diffutils/manual/html_node/diff-Performance.html `--horizon-lines`
 */
const horizon = 100;

/** @param idCount - numbers in both lists are smaller */
export function changesOf(from: Int32Array, to: Int32Array, idCount: number): readonly Change[] {
  const shorter = Math.min(from.length, to.length);
  let head = 0;
  while (head < shorter && from[head] === to[head]) head++;
  let tail = 0;
  while (tail < shorter - head && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++;
  if (head === from.length && head === to.length) return [];
  head = Math.max(0, head - horizon);
  tail = Math.max(0, tail - horizon);
  const [a, b] = [to.subarray(head, to.length - tail), from.subarray(head, from.length - tail)];
  // From the side to the base, as diff3 compares: of ways that are equally short, the same must be found.
  const pair: Pair = {a, b, changedA: new Uint8Array(a.length), changedB: new Uint8Array(b.length)};
  const common = new Common(() => idCount);
  finish(compareAt(pair, common.of(a, 0, a.length, b, 0, b.length, pair.changedA), common.of(b, 0, b.length, a, 0, a.length, pair.changedB), unlimited));
  slideChanges(pair);
  return groupsOf(pair).map(({a0, a1, b0, b1}) => ({start: b0 + head, end: b1 + head, newStart: a0 + head, newEnd: a1 + head}));
}
