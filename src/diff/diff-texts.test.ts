import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {diffTexts, type DiffOptions} from './diff-texts.js';
import {applied, expectLawful, textPairs} from './laws.fixtures.js';
import type {DiffRow} from './model.js';

const {process} = globalThis as unknown as {process: {env: Readonly<Record<string, string | undefined>>}};

const numRuns = Number(process.env['WIKILIT_RUNS'] ?? 1000);

/** A row as text: what was removed in `[-…-]`, what was added in `{+…+}`. */
const written = ({kind, runs}: DiffRow): string => `${kind}: ${runs.map((run) => (run.kind === 'same' ? run.text : run.kind === 'added' ? `{+${run.text}+}` : `[-${run.text}-]`)).join('')}`;

const compared = async (from: string, to: string, options?: DiffOptions) => (await diffTexts(from, to, {context: 0, ...options})).rows.map(written);

test('a language whose code the browser does not take is compared as any other', async () => {
  expect(await compared('a b', 'a c', {locale: 'zh-classical!'})).toEqual(['changed: a [-b-]{+c+}']);
});

describe('the laws', () => {
  test('applied to the left text, the model gives the right one; each row says what stands in the texts', async () => {
    await fc.assert(
      fc.asyncProperty(textPairs, fc.constantFrom(0, 1, 3, Infinity), async ([from, to], context) => {
        const model = await diffTexts(from, to, {context});
        expect(applied(from, model)).toBe(to);
        expectLawful(model, from, to);
        expect(model.hunks.length === 0).toBe(from === to);
      }),
      {numRuns},
    );
  }, 600_000);

  test('the same with no time at all: words are not marked, and no line is lost', async () => {
    await fc.assert(
      fc.asyncProperty(textPairs, async ([from, to]) => {
        const model = await diffTexts(from, to, {budgetMs: 0});
        expect(applied(from, model)).toBe(to);
      }),
      {numRuns: numRuns / 10},
    );
  }, 600_000);

  test('where blanks are ignored, rows differ in more than blanks', async () => {
    await fc.assert(
      fc.asyncProperty(textPairs, async ([from, to]) => {
        const model = await diffTexts(from, to, {ignoreWhitespace: true, context: Infinity});
        for (const {kind, runs} of model.rows) {
          if (kind !== 'changed') continue;
          const parts = (side: string) => runs.filter((run) => run.kind !== side).map((run) => run.text).join('').replace(/[\s]/g, '');
          if (!runs.some(({text}) => text.includes('\n'))) expect(parts('added')).not.toBe(parts('removed'));
        }
      }),
      {numRuns: numRuns / 10},
    );
  }, 600_000);
});

describe('words', () => {
  test('are replaced whole, and equal full stops stay outside', async () => {
    expect(await compared('The quick brown fox jumps.', 'The quick red fox jumped.')).toEqual(['changed: The quick [-brown-]{+red+} fox [-jumps-]{+jumped+}.']);
  });

  test('that stayed count for more than the blanks and full stops between them', async () => {
    expect(await compared('Alpha is first. Beta is second. Gamma is third.', 'Beta is second. Gamma is third. Alpha is first.')).toEqual(['changed: [-Alpha is first. -]Beta is second. Gamma is third.{+ Alpha is first.+}']);
    expect(await compared('a\tb  c', 'a b c')).toEqual(['changed: a[-\t-]{+ +}b [- -]c']);
  });

  test('two that follow one another are one change', async () => {
    expect(await compared('It was a long winter there', 'It was the cold winter there')).toEqual(['changed: It was [-a long-]{+the cold+} winter there']);
  });

  test('an added one is marked with the blank after it', async () => {
    expect(await compared('all of it is here', 'all of it still is here')).toEqual(['changed: all of it {+still +}is here']);
  });

  test.each([
    ['Chinese and Japanese character by character', '東京は日本の首都です。人口は約一千四百万人です。', '東京都は日本国の首都である。人口は約千四百万人です。', 'changed: 東京{+都+}は日本{+国+}の首都で[-す-]{+ある+}。人口は約[-一-]千四百万人です。'],
    ['Thai by its dictionary', 'ภาษาไทยง่าย', 'ภาษาไทยยาก', 'changed: ภาษาไทย[-ง่าย-]{+ยาก+}'],
    ['flags, families and skin tones whole', 'flag 🇩🇪 home 👨‍👩‍👧 yes 👍 end', 'flag 🇫🇷 home 👨‍👩‍👦 yes 👍🏽 end', 'changed: flag [-🇩🇪-]{+🇫🇷+} home [-👨‍👩‍👧-]{+👨‍👩‍👦+} yes [-👍-]{+👍🏽+} end'],
    ['letters with the marks on them', 'the cafe\u0301 is', 'the cafe is', 'changed: the [-cafe\u0301-]{+cafe+} is'],
    ['Hebrew by words', 'ירושלים היא בירת ישראל.', 'ירושלים היא עיר הבירה של ישראל.', 'changed: ירושלים היא [-בירת-]{+עיר הבירה של+} ישראל.'],
    ['wikitext by its signs', '[[Oslo|the city]] {{x|a=1}}', '[[Oslo|a city]] {{x|a=2}}', 'changed: [[Oslo|[-the-]{+a+} city]] {{x|a=[-1-]{+2+}}}'],
    ['characters beyond the sixteenth bit', '𝒜𝒷 𠀀𠀁 x', '𝒜𝒷 𠀀𠀂 x', 'changed: 𝒜𝒷 𠀀[-𠀁-]{+𠀂+} x'],
  ])('%s', async (_, from, to, row) => {
    expect(await compared(from, to)).toEqual([row]);
  });
});

describe('lines', () => {
  test('that have little in common are removed and added', async () => {
    expect(await compared('Birds sing at dawn', 'Table of contents')).toEqual(['removed: [-Birds sing at dawn-]', 'added: {+Table of contents+}']);
  });

  test('a new paragraph is marked with the empty line below it, not the one above', async () => {
    expect(await compared('One.\n\nThree.', 'One.\n\nTwo.\n\nThree.')).toEqual(['added: {+Two.+}', 'added: {++}']);
  });

  test('a changed paragraph is found again between new ones, though the empty lines would align otherwise', async () => {
    const [one, two] = ['The first paragraph tells of rivers and lakes.', 'The second paragraph tells of hills and dales.'];
    expect(await compared(`${one}\n\n${two}`, `Something quite new.\n\n${one.replace('rivers', 'seas')}\n\n${two}`)).toEqual(['added: {+Something quite new.+}', 'added: {++}', `changed: The first paragraph tells of [-rivers-]{+seas+} and lakes.`]);
  });

  test.each([
    ['a line feed at the end', 'a', 'a\n', ['added: {++}']],
    ['no line feed any more', 'a\n', 'a', ['removed: [--]']],
    ['nothing became a line', '', 'a', ['added: {+a+}']],
    ['a line became nothing', 'a\nb', '', ['removed: [-a-]', 'removed: [-b-]']],
    ['a carriage return', 'a\r\nb', 'a\nb', ['changed: a[-\r-]']],
  ])('%s', async (_, from, to, rows) => {
    expect(await compared(from, to)).toEqual(rows);
  });
});

describe('paragraphs', () => {
  const [first, second] = ['The first sentence speaks of the harbour and of its ships.', 'The second one speaks of mountains, and the snow upon them.'];

  test('that were split are one row', async () => {
    expect(await compared(`${first} ${second}`, `${first}\n\n${second}`)).toEqual([`changed: ${first}[- -]{+\n\n+}${second}`]);
  });

  test('that were split or joined are one row where the next paragraph changed, too', async () => {
    const [one, two, next] = ['Alpha beta gamma. Delta epsilon zeta.', 'Iota kappa lambda. Mu nu xi omicron.', 'Rho sigma tau upsilon.'];
    const [whole, parted] = [`${one} ${two}\n\n${next}`, `${one}\n\n${two}\n\n${next} Phi.`];
    expect(await compared(whole, parted)).toEqual([`changed: ${one}[- -]{+\n\n+}${two}`, 'context: ', `changed: ${next}{+ Phi.+}`]);
    expect(await compared(parted, whole)).toEqual([`changed: ${one}[-\n\n-]{+ +}${two}`, 'context: ', `changed: ${next}[- Phi.-]`]);
    // A paragraph of its own stays one.
    expect(await compared(`${one}\n\n${next}`, `${one} Psi.\n\n${two}\n\n${next} Phi.`)).toEqual([`changed: ${one}{+ Psi.+}`, 'context: ', `added: {+${two}+}`, 'added: {++}', `changed: ${next}{+ Phi.+}`]);
  });

  test('that were joined are one row, with what changed in them', async () => {
    expect(await compared(`a\n${first}\n${second}\nb`, `a\n${first} ${second.replace('snow', 'ice')}\nb`)).toEqual([`changed: ${first}[-\n-]{+ +}The second one speaks of mountains, and the [-snow-]{+ice+} upon them.`]);
  });
});

describe('moves', () => {
  const paragraph = (number: number) => `Paragraph ${'abcdefghijklmnopqrstuvwxyz'.split('').map((letter) => letter + number).join(' ')}.`;

  test('a moved line with a change in it', async () => {
    const others = Array.from({length: 4}, (_, index) => paragraph(index));
    const moved = 'This one is about the long way from here to there.';
    const model = await diffTexts([moved, ...others].join('\n'), [...others, moved.replace('long', 'short')].join('\n'), {context: 0});
    expect(model.rows.map(written)).toEqual(['movedFrom: This one is about the [-long-] way from here to there.', 'movedTo: This one is about the {+short+} way from here to there.']);
    expect(model.moves).toEqual([{from: {line: 1, lines: 1}, to: {line: 5, lines: 1}, direction: 'down', section: undefined}]);
  });

  test('three hundred lines, which are one move', async () => {
    const block = Array.from({length: 300}, (_, index) => paragraph(index));
    const rest = Array.from({length: 500}, (_, index) => paragraph(1000 + index));
    const {moves, stats} = await diffTexts([...block, ...rest].join('\n'), [...rest, ...block].join('\n'));
    expect(moves).toEqual([{from: {line: 1, lines: 300}, to: {line: 501, lines: 300}, direction: 'down', section: undefined}]);
    expect(stats).toMatchObject({addedLines: 0, removedLines: 0, movedLines: 300, addedCharacters: 0});
  });

  test('a section that moved is named', async () => {
    const section = (title: string, numbers: readonly number[]) => ['', `== ${title} ==`, ...numbers.map(paragraph)].join('\n');
    const [rivers, towns] = [section('Rivers', [1, 2, 3]), section('Towns', [4, 5])];
    const {moves} = await diffTexts(`Top${rivers}${towns}`, `Top${towns}${rivers}`);
    expect(moves).toMatchObject([{section: 'Towns', direction: 'up', from: {line: 6}, to: {line: 2}}]);
  });

  test('a line that was kept in its place is not moved', async () => {
    expect(await compared('a b c d e f g h\nx', 'x\na b c d e f g i')).not.toContain('context: x');
  });
});

describe('hunks', () => {
  const lines = Array.from({length: 40}, (_, index) => `Line ${index}`);
  const changed = (...indexes: readonly number[]) => lines.map((line, index) => (indexes.includes(index) ? `${line} is changed` : line)).join('\n');

  test('have two lines around them, and one hunk where nothing is left out between', async () => {
    const {hunks, rows} = await diffTexts(lines.join('\n'), changed(10, 14, 30));
    expect(hunks).toEqual([
      {start: 0, end: 9, from: {line: 9, lines: 9}, to: {line: 9, lines: 9}, section: undefined},
      {start: 9, end: 14, from: {line: 29, lines: 5}, to: {line: 29, lines: 5}, section: undefined},
    ]);
    expect(rows.length).toBe(14);
  });

  test('know the section of what changed', async () => {
    const text = (word: string) => `top\n== A ==\na\n== B ==\nb ${word} b\nb`;
    expect((await diffTexts(text('one'), text('two'))).hunks.map(({section}) => section)).toEqual(['B']);
  });
});

describe('a text that is made to take long', () => {
  const numbers = (count: number, kinds: number, step: number) => Array.from({length: count}, (_, index) => String(((index * step) % 7919) % kinds));

  test.each([
    ['many lines of few kinds', numbers(60_000, 5, 31).join('\n'), numbers(60_000, 5, 37).join('\n')],
    ['a line of many words of few kinds', numbers(60_000, 40, 31).join(' '), numbers(60_000, 40, 37).join(' ')],
    ['empty lines alone', '\n'.repeat(200_000), '\n'.repeat(200_100)],
    ['Thai without a blank', 'ภาษาไทยง่าย'.repeat(20_000), 'ภาษาไทยยาก'.repeat(22_000)],
    ['everything in reverse', numbers(7000, 7919, 1).join('\n'), numbers(7000, 7919, 1).reverse().join('\n')],
    ['marks without a letter', '\u0301'.repeat(300_000), '\u0302'.repeat(300_000)],
  ])('%s', async (_, from, to) => {
    expect(applied(from, await diffTexts(from, to))).toBe(to);
  });
});

describe('a wrong argument is refused by its name', () => {
  test.each([
    [undefined, '', {}, /^from: undefined given, a text expected/],
    ['', 5, {}, /^to: 5 given/],
    ['', '', {contxt: 3}, /^contxt: no such option; there are context, /],
    ['', '', {context: -1}, /^context: -1 given, a number of lines expected/],
    ['', '', {signal: {}}, /^signal: /],
    ['', '', null, /^options: null given, an object such as \{context: 3\} expected/],
    ['', '', 3, /^options: 3 given/],
    [{}, '', {}, /^from: an object given, a text expected/],
    [Object.create(null), '', {}, /^from: an object given/],
  ])('%#', async (from, to, options, message) => {
    await expect(diffTexts(from as string, to as string, options as DiffOptions)).rejects.toThrow(message);
  });

  test('an aborted comparison rejects with the reason', async () => {
    const reason = new Error('no longer wanted');
    await expect(diffTexts('a', 'b', {signal: AbortSignal.abort(reason)})).rejects.toBe(reason);
  });
});
