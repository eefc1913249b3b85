import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type Field, type ParamValue, toBody, toFields, toQuery} from './params.js';

describe('values become what the API reads', () => {
  test.each<[ParamValue, string | undefined]>([
    ['Oslo', 'Oslo'],
    ['', ''],
    [0, '0'],
    [1.5, '1.5'],
    [true, '1'],
    [false, undefined],
    [undefined, undefined],
    [null, undefined],
    [new Date(Date.UTC(2026, 10, 21, 12, 30, 5, 7)), '2026-11-21T12:30:05Z'],
    [['Oslo', 'Bergen'], 'Oslo|Bergen'],
    [[1, 2], '1|2'],
    [[], ''],
    [['a|b', 'c'], '\u001Fa|b\u001Fc'],
    [['a|b'], '\u001Fa|b'],
    ['a|b', 'a|b'],
    ['cut \uD83D emoji', 'cut \uFFFD emoji'],
    ['\uDE00\uDE00', '\uFFFD\uFFFD'],
    ['whole 😀 emoji', 'whole 😀 emoji'],
  ])('%j → %j', (value, expected) => {
    expect(toFields({value})).toEqual(expected === undefined ? [] : [['value', expected]]);
  });

  test('the token goes last, the rest stays in order', () => {
    expect(toFields({token: 't', title: 'Oslo', text: 'x'}).map(([name]) => name)).toEqual(['title', 'text', 'token']);
  });

  test.each<[unknown, RegExp]>([
    [{}, /^titles: an object given/],
    [() => 1, /^titles: a function given/],
    [Number.NaN, /^titles: NaN given, a finite number/],
    [new Date('soon'), /^titles: an invalid Date/],
    [['a', ['b']], /^titles: an array given/],
    [[null], /^titles: null given/],
    [['a|b', 'c\u001Fd'], /^titles: a value with "\|" and one with U\+001F/],
  ])('%j is refused by name', (value, message) => {
    expect(() => toFields({titles: value as ParamValue})).toThrow(message);
    expect(() => toFields({titles: value as ParamValue})).toThrow(TypeError);
  });
});

describe('queries and bodies', () => {
  const fields = (length: number): Field[] => [['action', 'edit'], ['text', '字'.repeat(length)], ['token', '+\\']];

  test('a short body is urlencoded, a long one multipart of about its UTF-8 size', async () => {
    expect(toBody(fields(10)).contentType).toMatch(/^application\/x-www-form-urlencoded/);
    const {body, contentType} = toBody(fields(350_000));
    expect(contentType).toMatch(/^multipart\/form-data; boundary=/);
    expect(new Blob([body]).size).toBeLessThan(350_000 * 3 * 1.01);
  });

  test('line feeds stay line feeds in multipart', () => {
    const {body} = toBody([['text', `a\nb${'x'.repeat(9000)}`]]);
    expect(body).toContain('\r\n\r\na\nbxxx');
  });

  test('a file goes as a file, with its name and type', async () => {
    const {body, contentType} = toBody([['filename', 'A.png'], ['file', new File(['PNG'], 'my "pic".png', {type: 'image/png'})]]);
    expect(contentType).toMatch(/^multipart/);
    expect(await new Response(body).text()).toContain('name="file"; filename="my %22pic%22.png"\r\nContent-Type: image/png\r\n\r\nPNG\r\n');
  });

  const name = fc.stringMatching(/^[a-z][a-z-]{0,20}$/);
  const text = fc.string({unit: 'grapheme', maxLength: 200});

  test('what a query says is what is read back', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.tuple(name, text), {selector: ([key]) => key}), (pairs) => {
      expect([...new URLSearchParams(toQuery(pairs))]).toEqual(pairs);
    }));
  });

  test('what a body says is what the platform’s own parser reads back', async () => {
    const long = fc.tuple(text, fc.constantFrom(1, 9000)).map(([start, times]) => start + 'é'.repeat(times));
    await fc.assert(fc.asyncProperty(fc.uniqueArray(fc.tuple(name, fc.oneof(text, long)), {selector: ([key]) => key, minLength: 1}), async (pairs) => {
      const {body, contentType} = toBody(pairs);
      const read = await new Response(body, {headers: {'Content-Type': contentType}}).formData();
      expect([...read]).toEqual(pairs);
    }), {numRuns: 60});
  });
});
