import {afterEach, beforeEach, expect, test} from 'vitest';
import {page} from 'vitest/browser';
import './diff.js';
import type {WikiDiff} from './diff.js';
import {all, expectAccessible, one, shown, texts, wide} from './diff.fixtures.js';

beforeEach(wide);
afterEach(() => document.body.replaceChildren());

const signs = (diff: WikiDiff): (string | undefined)[] => all(diff, '.cell.to :is(.invisible, .blank)').map(({dataset}) => dataset['c']);

test('blanks and what has no width are shown when asked for, and the text stays what it is', async () => {
  const toText = 'a\u00a0b\tc\u200bd\u00ade  ';
  const diff = await shown({fromText: 'x', toText});
  expect(signs(diff)).toEqual([]);
  await page.getByText('More', {exact: true}).click();
  await page.getByLabelText('Show blanks and invisible characters').click();
  await expect.poll(() => signs(diff)).toEqual(['⍽', '→', 'ZWSP', 'SHY', '··']);
  expect(texts(diff, '.cell.to')).toEqual([toText]);
  await expectAccessible(diff);
});

test('characters that change the order of others are shown always, and change none', async () => {
  const toText = 'if (a\u202e} \u2066// b\u2069 \u2066) {';
  const diff = await shown({fromText: 'x', toText});
  expect(signs(diff)).toEqual(['RLO', 'LRI', 'PDI', 'LRI']);
  expect(all(diff, '.cell.to .invisible').every((element) => getComputedStyle(element).unicodeBidi === 'isolate')).toBe(true);
  expect(texts(diff, '.cell.to')).toEqual([toText]);
});

test('a change in blanks alone has a mark that can be seen', async () => {
  const diff = await shown({fromText: 'one two three', toText: 'one  two three'});
  expect(one(diff, '.blanks').textContent).toBe(' ');
  expect(getComputedStyle(one(diff, '.blanks')).backgroundImage).toContain('radial-gradient');
});
