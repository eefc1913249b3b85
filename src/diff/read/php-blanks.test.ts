import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {DiffRun} from '../model.js';
import {withBlanks} from './php-blanks.js';

/** As MediaWiki does it, to the HTML of a line. */
const escapeWhiteSpace = (html: string): string => html.replace(/^ /, '\u00a0 ').replace(/ $/, ' \u00a0').replace(/ {2}/g, '\u00a0 ');

const read = (html: string): readonly DiffRun[] => withBlanks(html.split(/(<del>.*?<\/del>)/).flatMap((text): DiffRun[] => (text === '' ? [] : text.startsWith('<') ? [{kind: 'removed', text: text.slice(5, -6)}] : [{kind: 'same', text}])), true);

const pieces = fc.array(fc.tuple(fc.boolean(), fc.array(fc.constantFrom(' ', ' ', 'a', '\t'), {minLength: 1}).map((parts) => parts.join(''))), {maxLength: 6});

test('blanks are what they were, wherever words are marked', () => {
  fc.assert(
    fc.property(pieces, (list) => {
      const html = list.map(([marked, text]) => (marked ? `<del>${text}</del>` : text)).join('');
      expect(read(escapeWhiteSpace(html)).map(({text}) => text).join('')).toBe(list.map(([, text]) => text).join(''));
    }),
    {numRuns: 2_000},
  );
});

test.each([
  ['10\u00a0km', '10\u00a0km'],
  ['\u00a0km', '\u00a0km'],
  ['km\u00a0', 'km\u00a0'],
  ['\u00a0\u00a0', '\u00a0\u00a0'],
  ['a\u00a0\u00a0b', 'a\u00a0\u00a0b'],
])('a no-break space of the text stays: %j', (html, text) => expect(read(html)).toEqual([{kind: 'same', text}]));

test('alone among changed lines it is an empty line; in an unchanged one it is what it is', () => {
  expect(read('\u00a0')).toEqual([]);
  expect(withBlanks([{kind: 'same', text: '\u00a0'}], false)).toEqual([{kind: 'same', text: '\u00a0'}]);
  expect(read('<del>\u00a0</del>')).toEqual([{kind: 'removed', text: '\u00a0'}]);
});
