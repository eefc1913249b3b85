/** Numbers of lines, as wikis write them over a hunk: “Line 1,234:”, “سطر ١٬٢٣٤:”, “第一二行：”. */

/** Classical Chinese has digits that Unicode does not count among them. */
const chinese = '〇一二三四五六七八九';

/** In one's own language a number may have separators; next to Latin letters it is part of a word (of sign language). */
const number = new RegExp(`(?:^|[^A-Za-z0-9])((?:\\p{Nd}|[${chinese}])+(?:[,.'’٬\\u00a0\\u202f](?:\\p{Nd}|[${chinese}]){2,3})*)(?![A-Za-z0-9])`, 'gu');

const digit = /^\d$/;
const anyDigit = new RegExp('\\p{Nd}', 'u');

/** @param text - of a table's cell, or of an inline heading, which has two where the sides differ */
export function lineNumbers(text: string): number[] {
  return Array.from(text.matchAll(number), ([, found]) => Number(Array.from(found as string, value).join('')));
}

/** Digits of a script stand together, from its zero on. */
function value(character: string): string {
  if (digit.test(character)) return character;
  if (chinese.includes(character)) return String(chinese.indexOf(character));
  if (!anyDigit.test(character)) return '';
  let steps = 0;
  while (steps < 9 && anyDigit.test(String.fromCodePoint((character.codePointAt(0) as number) - steps - 1))) steps++;
  return String(steps);
}
