/** How a wiki merges two changes of one text: by lines, and not where both changed the same place, or places that touch. */

/** @returns undefined where they are in conflict */
export function merged(base: string, mine: string, theirs: string): string | undefined {
  const from = base.split('\n');
  const changes = [...hunks(from, mine.split('\n'), true), ...hunks(from, theirs.split('\n'), false)];
  changes.sort((a, b) => a.start - b.start || a.end - b.end);
  const result: string[] = [];
  let at = 0;
  for (let first = changes.shift(); first; first = changes.shift()) {
    const group = [first];
    let end = first.end;
    while (changes[0] && changes[0].start <= end) {
      const next = changes.shift() as typeof first;
      group.push(next);
      end = Math.max(end, next.end);
    }
    const [ours, others] = [true, false].map((side) => changed(from, first.start, end, group.filter(({mine}) => mine === side)));
    const sides = new Set(group.map((hunk) => hunk.mine));
    if (sides.size === 2 && String(ours) !== String(others)) return undefined;
    result.push(...from.slice(at, first.start), ...((sides.has(true) ? ours : others) ?? []));
    at = end;
  }
  return [...result, ...from.slice(at)].join('\n');
}

/** Lines from `start` to before `end` become these. */
interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
  readonly mine: boolean;
}

function changed(from: readonly string[], start: number, end: number, all: readonly Hunk[]): string[] {
  const result: string[] = [];
  let at = start;
  for (const hunk of all) {
    result.push(...from.slice(at, hunk.start), ...hunk.lines);
    at = hunk.end;
  }
  return [...result, ...from.slice(at, end)];
}

/** By the longest common subsequence: texts of a model are short. */
function hunks(from: readonly string[], to: readonly string[], mine: boolean): Hunk[] {
  const common = from.map(() => Array<number>(to.length + 1).fill(0));
  common.push(Array<number>(to.length + 1).fill(0));
  const length = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = from.length - 1; i >= 0; i--) {
    for (let j = to.length - 1; j >= 0; j--) (common[i] as number[])[j] = from[i] === to[j] ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1));
  }
  const all: Hunk[] = [];
  let [i, j] = [0, 0];
  while (i < from.length || j < to.length) {
    const [start, begin] = [i, j];
    while ((i < from.length || j < to.length) && !(i < from.length && j < to.length && from[i] === to[j])) {
      if (j >= to.length || (i < from.length && length(i + 1, j) >= length(i, j + 1))) i++;
      else j++;
    }
    if (i > start || j > begin) all.push({start, end: i, lines: to.slice(begin, j), mine});
    while (i < from.length && j < to.length && from[i] === to[j]) [i, j] = [i + 1, j + 1];
  }
  return all;
}
