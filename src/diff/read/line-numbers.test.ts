import {expect, test} from 'vitest';
import {lineNumbers} from './line-numbers.js';

test.each([
  ['Line 1:', [1]],
  ['Line 1,234,567:', [1_234_567]],
  ['Line 1,199 ⟶ 1,201:', [1_199, 1_201]],
  ['Línea 1.199⟶1.201:', [1_199, 1_201]],
  ['Ligne 1\u00a0199 ⟶ 1\u202f201 :', [1_199, 1_201]],
  ["Lingia 1'234:", [1_234]],
  ['पंक्ति १२,३४,५६७ :', [1_234_567]],
  ['سطر ١٬٢٣٤:', [1_234]],
  ['خط ۱٬۲۳۴:', [1_234]],
  ['စာကြောင်း ၁,၂၃၄ -', [1_234]],
  ['𑄣𑄭𑄚𑄴 𑄷,𑄸𑄹𑄺', [1_234]],
  ['第1,199行 ⟶ 第1,201行：', [1_199, 1_201]],
  ['第一二〇行', [120]],
  ['1 ⟶ 2行目:', [1, 2]],
  ['(lineno-inline: 1,199, 1,201)', [1_199, 1_201]],
  [' LINES 109 59 ', [109, 59]],
  // Sign language is written in signs that have numbers.
  ['M545x510S1ed28456x491S1ed20484x491S26606515x494 1,234 S38a00464x490', [1_234]],
  ['', []],
  ['Line:', []],
])('%s', (text, expected) => expect(lineNumbers(text)).toEqual(expected));
