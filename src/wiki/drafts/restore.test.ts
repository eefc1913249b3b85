import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {triple} from '../../diff/merges.fixtures.js';
import {runs} from '../../diff/process.fixtures.js';
import {draft} from './drafts.fixtures.js';
import {restoreDraft} from './restore.js';

const base = 'One.\n\nTwo.\n\nThree.\n';
const mine = 'One.\n\nTwo, mine.\n\nThree.\n';
const typed = draft({base: {revid: 2, text: base}, text: mine});

describe('a draft comes back', () => {
  test('as it was typed, where the page is as it was, is gone, or is not there yet', () => {
    const asTyped = {text: mine, merged: false, conflicts: [], isSaved: false};
    expect(restoreDraft(typed, {revid: 2, text: base})).toEqual(asTyped);
    expect(restoreDraft(typed, undefined)).toEqual(asTyped);
    expect(restoreDraft({...typed, base: undefined}, undefined)).toEqual(asTyped);
  });

  test('with what others changed elsewhere', () => {
    expect(restoreDraft(typed, {revid: 3, text: 'One, theirs.\n\nTwo.\n\nThree.\n'})).toEqual({text: 'One, theirs.\n\nTwo, mine.\n\nThree.\n', merged: true, conflicts: [], isSaved: false});
    expect(restoreDraft(typed, {revid: 3, text: base})).toEqual({text: mine, merged: false, conflicts: [], isSaved: false});
  });

  test('with a line put below the last one, where others changed one above it', () => {
    const below = draft({base: {revid: 2, text: 'One.\n\nTwo.'}, text: 'One.\n\nTwo.\nMine.'});
    expect(restoreDraft(below, {revid: 3, text: 'One.\n\nTheirs.\nTwo.'})).toEqual({text: 'One.\n\nTheirs.\nTwo.\nMine.', merged: true, conflicts: [], isSaved: false});
  });

  test('with its own lines where others changed the same, and told what they have', () => {
    const {text, conflicts} = restoreDraft(typed, {revid: 3, text: 'One.\n\nTwo, theirs.\n\nThree.\n'});
    expect(text).toBe(mine);
    expect(conflicts).toMatchObject([{mine: 'Two, mine.\n', theirs: 'Two, theirs.\n', range: {line: 3, lines: 1}}]);
  });

  test('for a page that somebody else has made since, beside theirs', () => {
    expect(restoreDraft({...typed, base: undefined}, {revid: 3, text: 'Theirs.'})).toMatchObject({text: mine, conflicts: [{theirs: 'Theirs.\n'}]});
  });

  test('as it is, for a new section, whatever the page is now', () => {
    expect(restoreDraft({...typed, section: 'new'}, {revid: 9, text: ''})).toMatchObject({text: mine, conflicts: []});
  });

  test('no more once the page has it; a summary alone is still wanted', () => {
    expect(restoreDraft({...typed, text: `${mine}\n`}, {revid: 3, text: mine.trimEnd()})).toMatchObject({isSaved: true});
    expect(restoreDraft({...typed, subject: 'Heading'}, {revid: 3, text: mine})).toMatchObject({isSaved: false});
    expect(restoreDraft({...typed, text: base}, {revid: 2, text: base})).toMatchObject({isSaved: false});
  });
});

/** How often each line stands in a text. */
function counts(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const line of text.split('\n')) found.set(line, (found.get(line) ?? 0) + 1);
  return found;
}

test('no line that was typed is ever lost, and no line of others but those told as conflicts', () => {
  fc.assert(
    fc.property(triple, ({base, mine, theirs}) => {
      const {text, conflicts} = restoreDraft(draft({base: {revid: 2, text: base}, text: mine}), {revid: 3, text: theirs});
      const [before, after] = [counts(base), counts(text)];
      const told = counts(conflicts.map(({theirs}) => theirs).join('\n'));
      for (const [line, count] of counts(mine)) if (!before.has(line)) expect(after.get(line) ?? 0, line).toBeGreaterThanOrEqual(count);
      for (const [line, count] of counts(theirs)) if (!before.has(line)) expect((after.get(line) ?? 0) + (told.get(line) ?? 0), line).toBeGreaterThanOrEqual(count);
    }),
    {numRuns: runs(1000)},
  );
});
