/** What a character is for the comparison of words; the first three make words. */

export const word = 1;
/** Each for itself: Chinese and Japanese do not put blanks between words. */
export const single = 2;
/** Thai, Lao, Khmer, Burmese: words without blanks, which only a dictionary can part. */
export const unparted = 3;
export const blank = 4;
export const sign = 5;
/** Belongs to the character before it. */
export const mark = 6;
export const picture = 7;
/** One of two letters that make a flag. */
export const flagLetter = 8;

/** Glues two pictures into one: a family, a profession. */
export const joiner = 0x200d;

// Not as literals: builds for older parsers could not have them.
const kinds: readonly (readonly [kind: number, pattern: RegExp])[] = (
  [
    [unparted, '[\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]'],
    // Skin tones and the letters of regional flags are no marks to Unicode.
    [mark, '[\\p{M}\\u200d\\u{1f3fb}-\\u{1f3ff}\\u{e0020}-\\u{e007f}]'],
    [single, '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\u30fc]'],
    [word, '[\\p{L}\\p{N}_]'],
    [blank, '\\s'],
    [flagLetter, '\\p{Regional_Indicator}'],
    [picture, '\\p{Extended_Pictographic}'],
  ] as const
).map(([kind, pattern]) => [kind, new RegExp(pattern, 'u')]);

/** What was found out already; 0 is unknown. */
const known = new Uint8Array(0x20000);

export function kindOf(codePoint: number): number {
  const kind = known[codePoint];
  if (kind) return kind;
  const character = String.fromCodePoint(codePoint);
  const [found] = kinds.find(([, pattern]) => pattern.test(character)) ?? [sign];
  if (codePoint < known.length) known[codePoint] = found;
  return found;
}
