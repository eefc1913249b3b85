import {expect, test} from 'vitest';
import {requireTitleText, titleProblem} from './title-problem.js';

test.each([
  ['a[b', 'illegal character "["'], ['{{x}}', 'illegal character "{"'], ['a|b', 'illegal character "|"'], ['<b>', 'illegal character "<"'], ['a\nb', 'illegal character "\\n"'], ['a%20b', 'illegal character "%20"'], ['\u0001', 'not valid Unicode text'], ['x#\uFFFD', 'not valid Unicode text'],
  ['', 'empty'], [' _ ', 'empty'], ['\u200E', 'empty'], [' : ', 'empty'], ['::x', 'a colon too many at the beginning'], ['../x', 'a relative path'], ['a~~~', '~~~, which is a signature'], ['é'.repeat(128), 'too long: 256 bytes, 255 at most'], [`Special:${'a'.repeat(513)}`, 'too long: 513 bytes, 512 at most'],
])('%j is no title on any wiki', (text, problem) => {
  expect(titleProblem(text)).toBe(problem);
  expect(() => requireTitleText('title', text)).toThrow(`given, a page’s title expected: ${problem}`);
});

test.each(['Foo', ':Foo', ' foo_', 'Foo#bar', 'Foo#[x]|', '#x', 'mw:foo', 'Talk:File:x', '&amp;', '100%', 'a'.repeat(255), `User:${'a'.repeat(255)}`, `Special:${'a'.repeat(400)}`, '&amp;'.repeat(100), `${' '.repeat(300)}x`, '...', 'ß', '😀'])('%j may be one', (text) => {
  expect(titleProblem(text)).toBeUndefined();
});

test('what is no text is named', () => {
  expect(() => requireTitleText('to', undefined)).toThrow(new TypeError('to: undefined given, a page’s title expected'));
  expect(() => requireTitleText('to', 'a[b')).toThrow(new TypeError('to: \'a[b\' given, a page’s title expected: illegal character "["'));
});
