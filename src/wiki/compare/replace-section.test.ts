import {expect, test} from 'vitest';
import {placesOf, withSection} from './replace-section.js';

const text = 'Top.\n\n== A ==\nx\n\n== AB ==\ny\n\n== A ==\nx\nmore\n\n== A ==\nx';
const replaced = (old: string, section: number | string, by: string): string[] => placesOf(text, old, section).map((place) => withSection(text, place, by));

test('a section is found as a whole: not within a longer one, nor in the middle of a line', () => {
  expect(placesOf(text, '== A ==\nx', 1)).toHaveLength(2);
  expect(placesOf(text, '== AB ==\ny', 2)).toEqual([{start: 17, end: 29}]);
  expect(placesOf('Not here == A ==\n\n== A ==', '== A ==', 1)).toEqual([{start: 18, end: 25}]);
  expect(placesOf('text', '', 1)).toEqual([]);
});

test('an empty line stands below, and nothing of what was emptied', () => {
  expect(replaced('== AB ==\ny', 2, '== B ==\n \n')).toEqual(['Top.\n\n== A ==\nx\n\n== B ==\n\n== A ==\nx\nmore\n\n== A ==\nx']);
  expect(replaced('== AB ==\ny', 2, ' \n')).toEqual(['Top.\n\n== A ==\nx\n\n== A ==\nx\nmore\n\n== A ==\nx']);
});

test('the top is where the text begins, also where it is empty', () => {
  expect(placesOf('\n\n== A ==\nx', '', 0)).toEqual([{start: 0, end: 2}]);
  expect(placesOf('Top.\n== A ==', 'Top.', 'T-0')).toEqual([{start: 0, end: 5}]);
});
