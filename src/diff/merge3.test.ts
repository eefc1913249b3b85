import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {merge3} from './merge3.js';
import {inFolder, missing, runs} from './process.fixtures.js';
import {triple, type Triple} from './merges.fixtures.js';

const lines = (...list: readonly string[]): string => list.map((line) => `${line}\n`).join('');

describe('two changes of one text', () => {
  test('in different places are both in the merged text, and it is told what the other one brought', () => {
    expect(merge3(lines('a', 'b', 'c', 'd', 'e'), lines('A', 'b', 'c', 'd', 'e'), lines('a', 'b', 'C', 'and', 'e', 'f'))).toEqual({
      text: lines('A', 'b', 'C', 'and', 'e', 'f'),
      conflicts: [],
      fromTheirs: [
        {line: 3, lines: 2},
        {line: 6, lines: 1},
      ],
    });
  });

  test('what the other one took away is told as no lines, by the line that follows', () => {
    expect(merge3(lines('a', 'b', 'c'), lines('x', 'a', 'b', 'c'), lines('a', 'b'))).toEqual({text: lines('x', 'a', 'b'), conflicts: [], fromTheirs: [{line: 4, lines: 0}]});
  });

  test('in one place are a conflict, where mine stands, and all else is merged', () => {
    const {text, conflicts, fromTheirs} = merge3(lines('1', 'a', '2', '3', 'b', '4', '5'), lines('1', 'a', '2', '3', 'mine', 'too', '4', '5'), lines('1', 'a', 'more', '2', '3', 'theirs', '4'));
    expect(text).toBe(lines('1', 'a', 'more', '2', '3', 'mine', 'too', '4'));
    expect(fromTheirs).toEqual([
      {line: 3, lines: 1},
      {line: 9, lines: 0},
    ]);
    expect(conflicts).toEqual([{base: 'b\n', mine: 'mine\ntoo\n', theirs: 'theirs\n', range: {line: 6, lines: 2}, offset: 13}]);
  });

  test('that touch are a conflict; with a line between they are not', () => {
    expect(merge3(lines('a', 'b'), lines('A', 'b'), lines('a', 'B')).conflicts).toEqual([{base: 'a\nb\n', mine: 'A\nb\n', theirs: 'a\nB\n', range: {line: 1, lines: 2}, offset: 0}]);
    expect(merge3(lines('a', '', 'b'), lines('A', '', 'b'), lines('a', '', 'B')).text).toBe(lines('A', '', 'B'));
  });

  test('to the same is none; to the same and more at one place is one', () => {
    expect(merge3(lines('a', 'b'), lines('a', 'x', 'b'), lines('a', 'x', 'b'))).toEqual({text: lines('a', 'x', 'b'), conflicts: [], fromTheirs: []});
    expect(merge3(lines('a', 'b'), lines('a', 'x', 'b'), lines('a', 'x', 'y', 'b')).conflicts).toHaveLength(1);
  });

  test('one that takes away what the other changed: mine is empty, and stands before the line it is told with', () => {
    expect(merge3(lines('a', 'b', 'c'), lines('a', 'c'), lines('a', 'B', 'c'))).toEqual({text: lines('a', 'c'), conflicts: [{base: 'b\n', mine: '', theirs: 'B\n', range: {line: 2, lines: 0}, offset: 2}], fromTheirs: []});
  });

  test('at the end of a text: no line feed is invented, and none lost', () => {
    expect(merge3('a\nb\nc', 'A\nb\nc', 'a\nb\nc\n').text).toBe('A\nb\nc\n');
    expect(merge3('a\nb\nc\n', 'A\nb\nc\n', 'a\nb\nc').text).toBe('A\nb\nc');
    expect(merge3('', '', 'a').text).toBe('a');
    expect(merge3('a', 'a', '').text).toBe('');
    // diff3 takes these for the same.
    expect(merge3('', 'a\n', 'a').conflicts).toEqual([{base: '', mine: 'a\n', theirs: 'a', range: {line: 1, lines: 1}, offset: 0}]);
  });

  test('a wrong argument is refused by its name', () => {
    expect(() => merge3('', '', undefined as unknown as string)).toThrow(new TypeError('theirs: undefined given, a string expected'));
    expect(() => merge3(null as unknown as string, '', '')).toThrow(new TypeError('base: null given, a string expected'));
  });

  test('of a megabyte, with half of the lines changed, take well under a second', () => {
    const base = Array.from({length: 11_000}, (_, index) => (index % 2 ? '' : `${index} `.repeat(30)));
    const changed = (by: number) => lines(...base.map((line, index) => (Math.imul(index, 48271) % 97 < 48 && index % 3 === by ? `${line}${by}` : line)));
    const start = performance.now();
    merge3(lines(...base), changed(0), changed(1));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('the laws', () => {
  const numRuns = runs(1000);
  const holds = (law: (texts: Triple) => void) => fc.assert(fc.property(triple, law), {numRuns});

  test('who changed nothing gets what the other made; two that made the same get that', () => {
    holds(({base, mine}) => {
      for (const {text, conflicts} of [merge3(base, base, mine), merge3(base, mine, base), merge3(base, mine, mine)]) expect([text, conflicts]).toEqual([mine, []]);
    });
  });

  test('the other way round are the same conflicts, and the same text where there are none', () => {
    holds(({base, mine, theirs}) => {
      const [one, other] = [merge3(base, mine, theirs), merge3(base, theirs, mine)];
      const texts = ({conflicts}: typeof one) => conflicts.map(({base, mine, theirs}) => [base, mine, theirs]);
      expect(texts(other)).toEqual(texts(one).map(([base, mine, theirs]) => [base, theirs, mine]));
      if (one.conflicts.length === 0) expect(other.text).toBe(one.text);
    });
  });

  test('a conflict is where it is said to be, what theirs brought stands in theirs, and the rest in mine, in order', () => {
    holds(({base, mine, theirs}) => {
      const {text, conflicts, fromTheirs} = merge3(base, mine, theirs);
      const merged = split(text);
      for (const {mine, range, offset} of conflicts) {
        expect(text.slice(offset, offset + mine.length)).toBe(mine);
        expect(merged.slice(range.line - 1, range.line - 1 + range.lines).join('')).toBe(mine);
      }
      const brought = new Set(fromTheirs.flatMap(({line, lines}) => Array.from({length: lines}, (_, index) => line - 1 + index)));
      expectWithin(merged.filter((_, index) => brought.has(index)), split(theirs));
      expectWithin(merged.filter((_, index) => !brought.has(index)), split(mine));
    });
  });
});

/** By lines with their line feeds. */
const split = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function expectWithin(part: readonly string[], whole: readonly string[]): void {
  let next = 0;
  for (const line of part) {
    const found = whole.indexOf(line, next);
    expect(found, `${line} in order`).toBeGreaterThanOrEqual(next);
    next = found + 1;
  }
}

describe('beside others', () => {
  test('never merges what both diff3 and git call a conflict, and gives their text where both merge; alone, diff3 is followed but for a line feed at the end', {timeout: 600_000}, ({skip}) => {
    const absent = missing('diff3', 'git');
    skip(absent.length > 0, `not on this machine: ${absent.join(', ')}`);
    const count = runs(150);
    const triples = fc.sample(triple, {numRuns: count, seed: count});
    const merges = mergedByOthers(triples);
    let agreed = 0;
    for (const [index, {base, mine, theirs}] of triples.entries()) {
      const {diff3, git} = merges[index] as Merges;
      const {text, conflicts} = merge3(base, mine, theirs);
      const ours = conflicts.length === 0 ? text : undefined;
      const told = JSON.stringify({base, mine, theirs, diff3, git, ours});
      if (diff3 === undefined && git === undefined) expect(ours, told).toBeUndefined();
      if (diff3 !== undefined && diff3 === git) {
        agreed++;
        expect(ours, told).toBe(diff3);
      }
      if (mine.endsWith('\n') === theirs.endsWith('\n')) expect(ours, told).toBe(diff3);
    }
    expect(agreed).toBeGreaterThan(count / 4);
  });
});

/** The merged text, or undefined for a conflict. */
interface Merges {
  readonly diff3: string | undefined;
  readonly git: string | undefined;
}

/** @see https://gerrit.wikimedia.org/g/mediawiki/core/+/REL1_43/includes/GlobalFunctions.php `wfMerge`, which asks diff3 in these two ways */
function mergedByOthers(triples: readonly Triple[]): readonly Merges[] {
  const files = Object.fromEntries(triples.flatMap(({base, mine, theirs}, index) => [[`${index}.base`, base], [`${index}.mine`, mine], [`${index}.theirs`, theirs]]));
  const script = `for i in $(seq 0 ${triples.length - 1}); do
    diff3 -a --overlap-only $i.mine $i.base $i.theirs > $i.overlaps
    diff3 -a -e --merge $i.mine $i.base $i.theirs > $i.diff3
    git merge-file -p -q $i.mine $i.base $i.theirs > $i.git
    echo $? > $i.conflicts
  done`;
  const read = inFolder(files, script, triples.flatMap((_, index) => ['overlaps', 'diff3', 'conflicts', 'git'].map((name) => `${index}.${name}`)));
  return triples.map((_, index) => {
    const [overlaps, diff3, conflicts, git] = read.slice(4 * index, 4 * index + 4) as [string, string, string, string];
    return {diff3: overlaps === '' ? diff3 : undefined, git: conflicts.trim() === '0' ? git : undefined};
  });
}
