/** wikidiff2 finds moved lines, as long as there are few: what it finds on the recorded pairs is found here, too, if sometimes in its place. */
import {expect, test} from 'vitest';
import {diffTexts} from './diff-texts.js';
import type {DiffModel, DiffRow} from './model.js';
import {recordedDiffs} from './read/recorded.fixtures.js';
import {fromRestCompare} from './read/rest-compare.js';

/** Each line that says something and is found again, moved or in its place, as the line it was and the line it is. */
const foundLines = (model: DiffModel): string[] => [...movedLines(model), ...model.rows.flatMap(({kind, from, to}) => (kind === 'changed' ? [`${from?.line} → ${to?.line}`] : []))];

function movedLines({rows}: DiffModel): string[] {
  const gone = new Map<unknown, DiffRow[]>();
  const come = new Map<unknown, DiffRow[]>();
  for (const row of rows) {
    const ends = row.kind === 'movedFrom' ? gone : row.kind === 'movedTo' ? come : undefined;
    ends?.set(row.move, [...(ends.get(row.move) ?? []), row]);
  }
  return [...gone].flatMap(([move, from]) => from.flatMap(({from}, index) => (from && /\w/.test(from.text) ? [`${from.line} → ${come.get(move)?.[index]?.to?.line}`] : [])));
}

const withMoves = Object.entries(recordedDiffs).filter(([, {rest}]) => rest && fromRestCompare(rest).moves.length > 0);

test.each(withMoves)('%s: every line that moved for wikidiff2', async (_, {texts: {from, to}, rest}) => {
  const [theirs, ours] = [movedLines(fromRestCompare(rest)), foundLines(await diffTexts(from, to))];
  expect(ours).toEqual(expect.arrayContaining(theirs));
});

test('there are such pairs', () => {
  expect(withMoves.length).toBeGreaterThan(5);
});
