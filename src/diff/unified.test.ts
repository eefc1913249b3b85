import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {diffTexts, type DiffOptions} from './diff-texts.js';
import {textPairs} from './laws.fixtures.js';
import {inFolder, missing, runs} from './process.fixtures.js';
import {toUnified, type UnifiedOptions} from './unified.js';

const unified = async (from: string, to: string, options?: UnifiedOptions) => toUnified(await diffTexts(from, to), options);

const rows = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

describe('a patch', () => {
  test('tells what was removed and added between three unchanged lines, with the heading of the section', async () => {
    const from = rows('== Rivers ==', '1', '2', '3', '4', 'old', '5', '6', '7', '8');
    expect(await unified(from, from.replace('old', 'new\nmore'))).toBe(rows('--- from', '+++ to', '@@ -3,7 +3,8 @@ Rivers', ' 2', ' 3', ' 4', '-old', '+new', '+more', ' 5', ' 6', ' 7'));
  });

  test('has as much context as is asked for; what meets is one hunk', async () => {
    const from = rows('a', '1', '2', 'b');
    const to = rows('A', '1', '2', 'B');
    expect(await unified(from, to, {context: 0})).toBe(rows('--- from', '+++ to', '@@ -1 +1 @@', '-a', '+A', '@@ -4 +4 @@', '-b', '+B'));
    expect(await unified(from, to, {context: 1})).toBe(rows('--- from', '+++ to', '@@ -1,4 +1,4 @@', '-a', '+A', ' 1', ' 2', '-b', '+B'));
    expect(await unified(rows('a', '1', '2', '3', '4', '5'), rows('A', '1', '2', '3', '4', '5'), {context: Infinity})).toContain('@@ -1,6 +1,6 @@');
  });

  test('of nothing is nothing', async () => {
    expect(await unified('a', 'a')).toBe('');
    expect(await unified('', '')).toBe('');
  });

  test('of empty texts, and of no lines, tells the line before', async () => {
    expect(await unified('', 'a\n')).toBe(rows('--- from', '+++ to', '@@ -0,0 +1 @@', '+a'));
    expect(await unified('a\nb\n', '')).toBe(rows('--- from', '+++ to', '@@ -1,2 +0,0 @@', '-a', '-b'));
    expect(await unified('a\nb\n', 'a\nx\nb\n', {context: 0})).toBe(rows('--- from', '+++ to', '@@ -1,0 +2 @@', '+x'));
  });

  test('says where a line feed is missing at the end', async () => {
    expect(await unified('a', 'a\n')).toBe(rows('--- from', '+++ to', '@@ -1 +1 @@', '-a', '\\ No newline at end of file', '+a'));
    expect(await unified('a\nb', 'A\nb')).toBe(rows('--- from', '+++ to', '@@ -1,2 +1,2 @@', '-a', '+A', ' b', '\\ No newline at end of file'));
    expect(await unified('a\n', 'a\n\nb')).toBe(rows('--- from', '+++ to', '@@ -1 +1,3 @@', ' a', '+', '+b', '\\ No newline at end of file'));
  });

  test('tells lines that moved, and paragraphs that were split, as removed and added', async () => {
    const model = await diffTexts(rows('The first sentence is here. The second one is there.', 'x'), rows('The first sentence is here.', '', 'The second one is there.', 'x'));
    expect(toUnified(model)).toBe(rows('--- from', '+++ to', '@@ -1,2 +1,4 @@', '-The first sentence is here. The second one is there.', '+The first sentence is here.', '+', '+The second one is there.', ' x'));
    const moved = await diffTexts(rows('a paragraph that moves down', 'one', 'two', 'three'), rows('one', 'two', 'three', 'a paragraph that moves down'));
    expect(moved.moves).toHaveLength(1);
    expect(toUnified(moved)).toBe(rows('--- from', '+++ to', '@@ -1,4 +1,4 @@', '-a paragraph that moves down', ' one', ' two', ' three', '+a paragraph that moves down'));
  });

  test('tells blanks that the model ignores', async () => {
    const model = await diffTexts(rows('a  b', '1', '2', '3', '4', '5', 'c'), rows('a b', '1', '2', '3', '4', '5', 'd'), {ignoreWhitespace: true, context: 0});
    expect(toUnified(model, {context: 0})).toBe(rows('--- from', '+++ to', '@@ -1 +1 @@', '-a  b', '+a b', '@@ -7 +7 @@', '-c', '+d'));
  });

  test('of a model without texts tells what its rows show, and no more', async () => {
    const model = {...(await diffTexts('1\n2\n3\nold\n4\n5\n6', '1\n2\n3\nnew\n4\n5\n6', {context: 2})), texts: undefined};
    expect(toUnified(model)).toBe(rows('--- from', '+++ to', '@@ -2,5 +2,5 @@', ' 2', ' 3', '-old', '+new', ' 4', ' 5'));
    expect(toUnified(model, {context: 1})).toBe(rows('--- from', '+++ to', '@@ -3,3 +3,3 @@', ' 3', '-old', '+new', ' 4'));
  });

  test('holds no more lines than it should, whatever titles and headings hold', async () => {
    const model = await diffTexts('a\n', 'b\n');
    const hunks = model.hunks.map((hunk) => ({...hunk, section: 'x\n+evil'}));
    expect(toUnified({...model, hunks}, {fromLabel: 'Main Page\n+++ evil', toLabel: 'a "b" \\ c\td'})).toBe(rows('--- "Main Page\\012+++ evil"', '+++ "a \\"b\\" \\\\ c\\011d"', '@@ -1 +1 @@ x +evil', '-a', '+b'));
    expect(toUnified(model, {fromLabel: 'Main Page', toLabel: 'Øl'})).toMatch(/^--- Main Page\t\n\+\+\+ Øl\n/);
    expect(toUnified(model, {fromLabel: '/dev/null'})).toMatch(/^--- \.\/dev\/null\n/);
  });

  test('is refused where an argument is wrong, by its name', async () => {
    const model = await diffTexts('a', 'b');
    expect(() => toUnified('a' as never)).toThrow(new TypeError("model: 'a' given, what diffTexts() gives expected"));
    expect(() => toUnified(model, 3 as never)).toThrow(new TypeError('options: 3 given, an object such as {context: 3} expected'));
    expect(() => toUnified(model, {context: -1})).toThrow(new TypeError('context: -1 given, a number of lines expected'));
    expect(() => toUnified(model, {fromLabel: 1 as never})).toThrow(new TypeError('fromLabel: 1 given, a string expected'));
    expect(() => toUnified(model, {lines: 1} as never)).toThrow(new TypeError('lines: no such option; there are context, fromLabel, toLabel'));
  });
});

interface Case {
  readonly from: string;
  readonly to: string;
  readonly patch: string;
}

describe('GNU patch', () => {
  const labels = fc.option(fc.oneof(fc.constantFrom('Main Page', '/dev/null', 'A\n+++ b', 'A 1970-01-01 00:00:00 UTC', '"a', 'Øl\t', '../a', '\r'), fc.string()), {nil: undefined});
  const options = fc.record({context: fc.constantFrom(0, 1, 3, 10, Infinity), fromLabel: labels, toLabel: labels});
  const shown = fc.record({context: fc.constantFrom(0, 2, Infinity), ignoreWhitespace: fc.boolean()});
  const count = runs(200);
  const pairs = (make: (from: string, to: string, shown: DiffOptions, options: UnifiedOptions) => Promise<Case>) =>
    Promise.all(fc.sample(fc.tuple(textPairs, shown, options), {numRuns: count, seed: count}).map(([[from, to], shown, options]) => make(from, to, shown, options)));

  test('makes the right text of the left one, with no line out of its place', {timeout: 600_000}, async ({skip}) => {
    skip(missing('patch').length > 0, 'not on this machine: patch');
    expectPatched(await pairs(async (from, to, shown, options) => ({from, to, patch: toUnified(await diffTexts(from, to, shown), options)})));
  });

  test('also by rows alone, of lines with line feeds', {timeout: 600_000}, async ({skip}) => {
    skip(missing('patch').length > 0, 'not on this machine: patch');
    expectPatched(
      await pairs(async (from, to, {context}, options) => ({from: ended(from), to: ended(to), patch: toUnified({...(await diffTexts(from, to, {context})), texts: undefined}, options)})),
    );
  });
});

/** With a line feed after each line; of an empty text there is none. */
const ended = (text: string): string => (text === '' ? '' : `${text}\n`);

function expectPatched(all: readonly Case[]): void {
  for (const {from, to, patch} of all) expect(patch === '').toBe(from === to);
  const cases = all.filter(({patch}) => patch !== '');
  const files = Object.fromEntries(cases.flatMap(({from, patch}, index) => [[`${index}.text`, from], [`${index}.patch`, patch]]));
  const script = `for i in $(seq 0 ${cases.length - 1}); do patch --batch --fuzz=0 $i.text $i.patch > $i.told 2>&1; done`;
  const read = inFolder(files, script, cases.flatMap((_, index) => [`${index}.text`, `${index}.told`]));
  for (const [index, one] of cases.entries()) {
    expect(read[2 * index], JSON.stringify(one)).toBe(one.to);
    expect(read[2 * index + 1], JSON.stringify(one)).toBe(`patching file ${index}.text\n`);
  }
}
