import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {attribute, decoded, htmlTokens} from './html-tokens.js';
import {escaped} from './written.fixtures.js';

const tokens = (html: string): string[] => Array.from(htmlTokens(html), (token) => (token.kind === 'start' || token.kind === 'end' ? `${token.kind} ${token.name}` : `${token.kind} ${decoded(token.source)}`));

test.each([
  ['', []],
  ['a &lt; b', ['text a < b']],
  ['<TD Class="x">a</TD>', ['start td', 'text a', 'end td']],
  ['<br/><br /><br>', ['start br', 'start br', 'start br']],
  ['<a title="1 > 2" href=\'>\'>x</a>', ['start a', 'text x', 'end a']],
  ["<a title=it's>x</a>", ['start a', 'text x', 'end a']],
  ['a<!-- <b>-->c', ['text a', 'comment  <b>', 'text c']],
  ['<!DOCTYPE html><?xml?></ a>x', ['text x']],
  ['1 < 2 <3 << <', ['text 1 < 2 <3 << <']],
  ['x</', ['text x']],
  ['x<b class="', ['text x']],
  ['x<!-- c', ['text x']],
])('%j', (html, expected) => expect(tokens(html)).toEqual(expected));

test('attributes', () => {
  const source = `td colspan=2 class="a &amp; b" data-x='"' id = c hidden Title`;
  expect(['colspan', 'class', 'data-x', 'id', 'hidden', 'title', 'td', 'other'].map((name) => attribute(source, name))).toEqual(['2', 'a & b', '"', 'c', '', '', undefined, undefined]);
  expect(attribute('a/href=x', 'href')).toBe('x');
});

test.each([
  ['&amp;&lt;&gt;&quot;&apos;&#39;&#039;', '&<>"\'\'\''],
  ['&nbsp;&#160;&#xA0;&#xa0;', '\u00a0\u00a0\u00a0\u00a0'],
  ['&amp;lt; &amp;amp;', '&lt; &amp;'],
  ['&#x1F469;&#128512;', '👩😀'],
  ['&#0;&#xD800;&#1114112;&#99999999999999999999;', '\ufffd\ufffd\ufffd\ufffd'],
  ['& &; &# &#; &#x; &lt &unknown; &constructor; a&b', '& &; &# &#; &#x; &lt &unknown; &constructor; a&b'],
])('%s', (source, expected) => expect(decoded(source)).toBe(expected));

test('any text, escaped and read again, is itself', () => {
  const text = fc.oneof(fc.string({unit: 'binary'}), fc.array(fc.constantFrom('<', '>', '&', '&amp;', '"', "'", '&#38;', ';', '</td>', '<!--', '-->', ' ', 'a', '\u00a0')).map((parts) => parts.join('')));
  fc.assert(
    fc.property(text, text, (one, other) => {
      const html = `<div class="${escaped(one).replace(/"/g, '&quot;')}">${escaped(other)}</div>`;
      const [start, ...rest] = htmlTokens(html);
      expect(start?.kind === 'start' && attribute(start.source, 'class')).toBe(one);
      expect(rest).toEqual([...(other === '' ? [] : [{kind: 'text', source: escaped(other)}]), {kind: 'end', name: 'div'}]);
      expect(decoded(escaped(other))).toBe(other);
    }),
  );
});

describe('what is no HTML is read to its end, each character once', () => {
  const million = 1_000_000;
  test.each([
    ['tags left open', '<td '.repeat(million)],
    ['quotes left open', '<td class="'.repeat(million / 4)],
    ['single quotes left open', `<a x='`.repeat(million / 4)],
    ['comments left open', '<!--'.repeat(million)],
    ['comments in comments', `${'<!-- -'.repeat(million / 4)}-->`],
    ['a large attribute', `<td class="${'a '.repeat(2 * million)}">`],
    ['many attributes', `<td ${'a = '.repeat(million)}>`],
    ['attributes without names', `<td ${'= "'.repeat(million)}>`],
    ['deep nesting', '<div>'.repeat(million / 2)],
    ['nothing but angles', '<'.repeat(4 * million)],
    ['nothing but ampersands', '&'.repeat(4 * million)],
    ['references left open', '&#1'.repeat(million)],
    ['a long reference', `&#${'1'.repeat(4 * million)};`],
    ['a long name', `&${'a'.repeat(4 * million)}`],
  ])('%s', (_, html) => {
    const start = performance.now();
    for (const token of htmlTokens(html)) {
      if (token.kind === 'start') attribute(token.source, 'class');
      else if (token.kind === 'text') decoded(token.source);
    }
    // Were it to look twice at each, it would take minutes.
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
