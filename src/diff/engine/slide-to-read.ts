/** Where a change is marked that could be marked at several places: for who reads it. (For merging, slide-as-diff.ts.) */
import {type Group, groupsOf} from './groups.js';
import type {Pair} from './myers.js';

/**
 * Something added beside its like can be marked at either: `b` in `a b b c`. Moves each such group to where it reads
 * best, and as far down as that holds.
 *
 * @param quality - how good a border is before the element at this index of the list
 * @see https://git-scm.com/docs/git-diff#Documentation/git-diff.txt---indent-heuristic for the idea
 */
export function slide(pair: Pair, qualityA: (index: number) => number, qualityB: (index: number) => number): void {
  let before: Group | undefined;
  const groups = groupsOf(pair);
  for (const [index, group] of groups.entries()) {
    const {a0, a1, b0, b1} = group;
    const after = groups[index + 1];
    if (b0 === b1) {
      const by = best(pair.a, a0, a1, before?.a1 ?? 0, after?.a0 ?? pair.a.length, qualityA);
      move(pair.changedA, a0, a1, by);
      shift(group, by);
    } else if (a0 === a1) {
      const by = best(pair.b, b0, b1, before?.b1 ?? 0, after?.b0 ?? pair.b.length, qualityB);
      move(pair.changedB, b0, b1, by);
      shift(group, by);
    }
    before = group;
  }
}

function best(list: Int32Array, start: number, end: number, lowest: number, highest: number, quality: (index: number) => number): number {
  let low = 0;
  while (start + low > lowest && list[start + low - 1] === list[end + low - 1]) low--;
  let high = 0;
  while (end + high < highest && list[start + high] === list[end + high]) high++;
  if (low === high) return 0;
  let most = -1;
  let by = 0;
  for (let offset = low; offset <= high; offset++) {
    const good = quality(start + offset) + quality(end + offset);
    if (good >= most) {
      most = good;
      by = offset;
    }
  }
  return by;
}

function move(changed: Uint8Array, start: number, end: number, by: number): void {
  if (by === 0) return;
  changed.fill(0, start, end);
  changed.fill(1, start + by, end + by);
}

function shift(group: Group, by: number): void {
  group.a0 += by;
  group.a1 += by;
  group.b0 += by;
  group.b1 += by;
}
