import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type ParamValue, toFields, together, toQuery} from './params.js';

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
    [['a|b', 'c\u001Fd'], /^titles: "\|" and U\+001F given/],
  ])('%j is refused by name', (value, message) => {
    expect(() => toFields({titles: value as ParamValue})).toThrow(message);
    expect(() => toFields({titles: value as ParamValue})).toThrow(TypeError);
  });
});

const name = fc.stringMatching(/^[a-z][a-z-]{0,20}$/);
const text = fc.string({unit: 'grapheme', maxLength: 200});

test('what a query says is what is read back', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.tuple(name, text), {selector: ([key]) => key}), (pairs) => {
    expect([...new URLSearchParams(toQuery(pairs))]).toEqual(pairs);
  }));
});

test('of several sets the later wins, but what is undefined displaces nothing', () => {
  expect(together({a: 1, b: 2}, {b: 3, c: undefined}, {a: undefined, d: false})).toEqual({a: 1, b: 3, d: false});
});
