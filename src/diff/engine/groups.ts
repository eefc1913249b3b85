/** Changes as groups: what stands between two things that are the same. */
import type {Pair} from './myers.js';

/** `a[a0 … a1-1]` became `b[b0 … b1-1]`. */
export interface Group {
  a0: number;
  a1: number;
  b0: number;
  b1: number;
}

export function groupsOf({a, b, changedA, changedB}: Pair): Group[] {
  const groups: Group[] = [];
  for (let x = 0, y = 0; x < a.length || y < b.length; x++, y++) {
    const [a0, b0] = [x, y];
    while (x < a.length && changedA[x]) x++;
    while (y < b.length && changedB[y]) y++;
    if (x > a0 || y > b0) groups.push({a0, a1: x, b0, b1: y});
  }
  return groups;
}
