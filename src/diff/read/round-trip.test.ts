/** Models of random texts, told as wikis tell them, are read as what they were. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {type DiffModel, diffTexts, fromCompareHtml, fromRestCompare} from '../index.js';
import {textPairs} from '../laws.fixtures.js';
import {unnamed} from './answers.fixtures.js';
import {asInline, asRest, asTable} from './written.fixtures.js';

const {process} = globalThis as unknown as {process: {env: Readonly<Record<string, string | undefined>>}};
const numRuns = Number(process.env['WIKILIT_RUNS'] ?? 500);

/** Which lines are a move together, and the names of sections, are the reader's own. */
const told = (model: DiffModel): object => ({
  hunks: unnamed(model),
  rows: model.rows.map(({kind, from, to, runs, move}) => ({kind, from, to, runs, moved: move !== undefined})),
  lines: [model.stats.addedLines, model.stats.removedLines, model.stats.changedLines, model.stats.movedLines],
  characters: [model.stats.addedCharacters, model.stats.removedCharacters],
});

test.each([
  ['JSON', (model: DiffModel) => fromRestCompare(asRest(model))],
  ['a table', (model: DiffModel) => fromCompareHtml(asTable(model))],
  ['the inline format', (model: DiffModel) => fromCompareHtml(asInline(model))],
])('as %s', async (dialect, again) => {
  await fc.assert(
    fc.asyncProperty(textPairs, async ([from, to]) => {
      const model = await diffTexts(from, to);
      // wikidiff2 splits paragraphs, and does not join any; a table does not tell an empty line in one from an added one.
      fc.pre(dialect === 'JSON' || model.rows.every(({from, to}) => (from?.lines ?? 1) === 1 && (to?.lines === 1 || !to?.text.split('\n').includes(''))));
      expect(told(again(model))).toEqual(told(model));
    }),
    {numRuns},
  );
}, 600_000);
