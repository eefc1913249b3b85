/** What holds for every model of two texts, whoever made it; and pairs of texts to try it on. */
import fc from 'fast-check';
import {expect} from 'vitest';
import {linesOf} from './engine/lines-of.js';
import type {DiffModel, DiffRow, DiffRun} from './model.js';

/** What stands on one side of a row, by its runs. */
const sideOf = ({runs}: DiffRow, side: 'from' | 'to'): string =>
  runs
    .filter(({kind}) => kind !== (side === 'from' ? 'added' : 'removed'))
    .map(({text, fromText}) => (side === 'from' ? (fromText ?? text) : text))
    .join('');

/** The right text, made of the left one and the model: what is in no row is taken from the left. */
export function applied(from: string, {rows}: DiffModel): string {
  const lines = linesOf(from);
  const to: string[] = [];
  // The lines that come next.
  let [x, y] = [0, 0];
  const take = (count: number): void => {
    for (let left = count; left > 0; left--, x++, y++) to.push(lines[x] as string);
  };
  for (const row of rows) {
    // Lines before a row that has no place on the left are known by its place on the right.
    take(row.from ? row.from.line - 1 - x : (row.to?.line ?? 0) - 1 - y);
    x += row.from?.lines ?? 0;
    y += row.to?.lines ?? 0;
    if (row.to) to.push(sideOf(row, 'to'));
  }
  take(lines.length - x);
  return to.join('\n');
}

/** Every law that a model keeps, but that of {@link applied}. */
export function expectLawful({rows, hunks, moves, texts}: DiffModel, from: string, to: string): void {
  const [left, right] = [linesOf(from), linesOf(to)];
  for (const row of rows) {
    for (const [side, lines] of [['from', left], ['to', right]] as const) {
      const place = row[side];
      if (!place) continue;
      expect(lines.slice(place.line - 1, place.line - 1 + place.lines).join('\n')).toBe(place.text);
      expect(sideOf(row, side)).toBe(place.text);
    }
    expect(row.runs.every(({text}) => text !== '' || row.runs.length === 1)).toBe(true);
    expect(isInterleaved(row.runs)).toBe(true);
    expect([row.from !== undefined, row.to !== undefined]).toEqual([row.kind !== 'added' && row.kind !== 'movedTo', row.kind !== 'removed' && row.kind !== 'movedFrom']);
    if (row.kind === 'context') expect(row.runs.map(({kind}) => kind)).toEqual(['same']);
    if (row.kind === 'changed') expect(row.runs.some(({kind}) => kind !== 'same')).toBe(true);
    expect(row.move !== undefined).toBe(row.kind === 'movedFrom' || row.kind === 'movedTo');
  }
  expect(hunks.map(({start, end}) => end - start).reduce((sum, length) => sum + length, 0)).toBe(rows.length);
  for (const move of moves) {
    const [gone, come] = (['movedFrom', 'movedTo'] as const).map((kind) => rows.filter((row) => row.kind === kind && row.move === move)) as [DiffRow[], DiffRow[]];
    expect(gone.length).toBeGreaterThan(0);
    expect(come.length).toBe(gone.length);
    expect(gone.map(same)).toEqual(come.map(same));
  }
  if (texts) expect([texts.from, texts.to]).toEqual([left, right]);
}

const same = ({runs}: DiffRow): string =>
  runs
    .filter(({kind}) => kind === 'same')
    .map(({text}) => text)
    .join('');

/** What was removed stands before what was added, and nothing twice in a row. */
const isInterleaved = (runs: readonly DiffRun[]): boolean => runs.every(({kind}, index) => index === 0 || (kind !== runs[index - 1]?.kind && !(kind === 'removed' && runs[index - 1]?.kind === 'added')));

const words = ['a', 'the', 'Oslo', 'city', '[[Norway]]', '{{cite|x=1}}', '東京', 'は', '都', 'ไทย', '🇩🇪', '👨‍👩‍👧', 'é', 'é', '.', ',', '==', '|', '|-', "''", ' ', '\t', '\r', ' ', '\u202e'];
const line = fc.oneof(
  {weight: 3, arbitrary: fc.constantFrom('', '', '|-', '}}', '== A ==', '=== B ===', 'same', 'a b')},
  {weight: 3, arbitrary: fc.array(fc.constantFrom(...words), {maxLength: 12}).map((parts) => parts.join(' '))},
  {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 20}).map((text) => text.replaceAll('\n', ''))},
);
const someLines = fc.array(line, {maxLength: 14});

/** Edits of a list of lines: what is cut out goes elsewhere or nowhere. */
const edit = fc.record({at: fc.nat(20), cut: fc.nat(4), put: fc.array(line, {maxLength: 3}), to: fc.option(fc.nat(20)), word: fc.option(fc.tuple(fc.nat(10), fc.constantFrom(...words)))});

/** Pairs of texts, most of which have much in common. */
export const textPairs = fc.oneof(
  {weight: 5, arbitrary: fc.tuple(someLines, fc.array(edit, {maxLength: 5})).map(([lines, edits]) => [lines.join('\n'), edited(lines, edits).join('\n')] as const)},
  {weight: 1, arbitrary: fc.tuple(someLines, someLines).map(([one, other]) => [one.join('\n'), other.join('\n')] as const)},
);

function edited(lines: readonly string[], edits: readonly (typeof edit extends fc.Arbitrary<infer Edit> ? Edit : never)[]): readonly string[] {
  const result = [...lines];
  for (const {at, cut, put, to, word} of edits) {
    const block = result.splice(at, cut, ...put);
    if (to !== null) result.splice(to, 0, ...block);
    const changed = result[at];
    if (word && changed !== undefined) {
      const parts = changed.split(' ');
      parts.splice(word[0], 1, word[1]);
      result[at] = parts.join(' ');
    }
  }
  return result;
}
