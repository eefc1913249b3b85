import fc from 'fast-check';
import {expect, test} from 'vitest';
import {paramsReplaced, withReplaced} from './replaced.js';

test('what no wiki stores is replaced, each by one', () => {
  expect(withReplaced('a\u0000b\u000Bc\u001F')).toBe('a\uFFFDb\uFFFDc\uFFFD');
  expect(withReplaced('Great 😀'.slice(0, 7))).toBe('Great \uFFFD');
  expect(withReplaced('\uDE00\uD83D\uFFFE\uFFFF')).toBe('\uFFFD'.repeat(4));
  expect(withReplaced('tab\tline\nend\r\u007F\u0085 “Ås” 😀 图')).toBe('tab\tline\nend\r\u007F\u0085 “Ås” 😀 图');
});

test('whatever is given, it is well-formed and without control characters then, and a second time the same', () => {
  fc.assert(
    fc.property(fc.string({unit: fc.integer({min: 0, max: 0xffff}).map((code) => String.fromCharCode(code))}), (text) => {
      const replaced = withReplaced(text);
      expect(new TextDecoder().decode(new TextEncoder().encode(replaced))).toBe(replaced);
      expect(withReplaced(replaced)).toBe(replaced);
    }),
  );
});

test('of parameters: texts and lists, and a list may be separated by U+001F; all else stays', () => {
  const at = new Date();
  const file = new Blob(['x']);
  expect(paramsReplaced({reason: 'a\u0001', titles: ['b\u0002', 7, at], tags: '\u001Fc\u0003\u001Fd', file, watch: true, none: undefined})).toEqual({reason: 'a\uFFFD', titles: ['b\uFFFD', 7, at], tags: '\u001Fc\uFFFD\u001Fd', file, watch: true, none: undefined});
});
