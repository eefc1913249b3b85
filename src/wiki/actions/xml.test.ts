import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {child, childrenOf, parseXml, textOf, type XmlElement} from './xml.js';

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

function write({name, attributes, children}: XmlElement): string {
  const inside = children.map((child) => (typeof child === 'string' ? escape(child) : write(child))).join('<!-- > -->');
  return `<${name}${[...attributes].map(([key, value]) => ` ${key}="${escape(value)}"`).join('')}>${inside}</${name}>`;
}

const word = fc.stringMatching(/^[A-Za-zæ_][\w.:æ-]{0,6}$/);
const text = fc.string({unit: 'grapheme', minLength: 1});
const {element} = fc.letrec<{element: XmlElement}>((tie) => ({
  element: fc.record({
    name: word,
    attributes: fc.uniqueArray(fc.tuple(word, text), {selector: ([key]) => key, maxLength: 3}).map((pairs) => new Map(pairs)),
    children: fc
      .array(fc.oneof({depthSize: 'small'}, text, tie('element')), {maxLength: 4})
      // Two texts in a row would be one.
      .map((children) => children.filter((child, index) => typeof child !== 'string' || typeof children[index - 1] !== 'string')),
  }),
}));

describe('what is read', () => {
  test('is what was written', () => {
    fc.assert(
      fc.property(element, (tree) => {
        expect(parseXml(write(tree))).toEqual(tree);
      }),
    );
  });

  test('elements, attributes, entities, CDATA; no comments and instructions', () => {
    const root = parseXml(`\uFEFF<?xml version="1.0"?>\n<!-- <x> --><rss version='2.0'><a/>1 &lt;b&gt; &#x1F600;&#8230;<![CDATA[<c> &amp;]]><?p ?><dc:d e="&quot;f'" >g</dc:d></rss >\n`);
    expect(root.name).toBe('rss');
    expect(root.attributes.get('version')).toBe('2.0');
    expect(textOf(root)).toBe('1 <b> 😀…<c> &amp;g');
    expect(child(root, 'dc:d')?.attributes.get('e')).toBe('"f\'');
    expect(childrenOf(root, 'a')).toHaveLength(1);
    expect(textOf(child(root, 'nothing'))).toBe('');
  });

  test('an entity is not read twice', () => {
    expect(textOf(parseXml('<a>&amp;lt;script&#38;gt;</a>'))).toBe('&lt;script&gt;');
  });
});

describe('what is refused', () => {
  test.each([
    '', ' ', 'text', '<a>', '</a>', '<a></b>', '<a><b></a></b>', '<a/><b/>', '<a/>x', 'x<a/>', '<a', '<a b>', '<a b=c/>', '<a b="1"c="2"/>', '<a b="1" b="2"/>', '<a b="<"/>', '< a/>', '<a>&nbsp;</a>', '<a>&</a>', '<a>&x</a>',
    '<a>&#0;</a>', '<a>&#xD800;</a>', '<a>&#x110000;</a>', '<a><!-- </a>', '<a><![CDATA[</a>', '<a><?x</a>', '<a>&constructor;</a>', '<></>',
    '<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;">]><a>&d;</a>', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
  ])('%s', (text) => expect(() => parseXml(text)).toThrow(SyntaxError));

  test('what is nested too deep', () => {
    expect(() => parseXml('<a>'.repeat(1e6))).toThrow(/^nested deeper/);
    expect(textOf(parseXml(`${'<a>'.repeat(90)}x${'</a>'.repeat(90)}`))).toBe('x');
  });

  test('anything else, with a SyntaxError and no other', () => {
    const pieces = fc.array(fc.constantFrom('<', '>', '/', '<a', '</a>', '<a>', ' b=', '"', "'", '&', ';', '&lt;', '#', '<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', '<!', ' ', 'x', '\0', '\uD800')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(pieces, pieces.map((inside) => `<a>${inside}</a>`)), (text) => {
        try {
          parseXml(text);
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxError);
        }
      }),
      {numRuns: 1000},
    );
  });

  test.each([
    ['attributes', (n: number) => `<a${' b'.repeat(n)}`],
    ['spaces', (n: number) => `<a${' '.repeat(n)}`],
    ['spaces after an end', (n: number) => `</a${' '.repeat(n)}`],
    ['openings', (n: number) => `<a>${'<'.repeat(n)}`],
    ['a long attribute', (n: number) => `<a b="${'x'.repeat(n)}`],
    ['ampersands', (n: number) => `<a>${'&a'.repeat(n)}</a>`],
    ['numbers', (n: number) => `<a>&#${'1'.repeat(n)};</a>`],
    ['equal signs', (n: number) => `<a ${'b='.repeat(n)}`],
  ])('as much as a long feed of %s, at once', (_, make) => {
    const start = performance.now();
    expect(() => parseXml(make(3e5))).toThrow(SyntaxError);
    // Quadratic time would be minutes.
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
