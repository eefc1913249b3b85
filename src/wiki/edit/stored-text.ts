/**
 * A text as the wiki stores it: tidied, and with what it fills in on saving (signatures, substituted templates, the pipe
 * trick), which nobody else can know beforehand.
 *
 * @see https://www.mediawiki.org/wiki/Help:Preprocessor#Pre-save_transform
 */

/** NFC, line ends as LF, no white space at the end. */
export function asStored(text: string): string {
  const tidy = text.normalize('NFC').replace(/\r\n?/g, '\n');
  let end = tidy.length;
  while (end > 0 && ' \t\n'.includes(tidy.charAt(end - 1))) end--;
  return tidy.slice(0, end);
}

/** Text that is kept, and between each two of it what may be filled in. */
export interface Pattern {
  readonly kept: readonly string[];
  readonly fills: readonly Fill[];
}

interface Fill {
  readonly by: RegExp;
  /** Within the tags of some extensions it is left as it is. */
  readonly literal: string;
}

const signature = /^[^\n]+$/;
const signatureWithDate = /^[^\n]*\)$/; // it ends with the time zone: “… 2026 (UTC)”
const linkPart = /^[^\n[\]]*$/;
const anything = /^[^]*$/;

/** What the wiki leaves alone, or fills in. */
const special = /<!--[^]*?-->|<(nowiki|pre)(?:\s[^<>/]*)?>[^]*?<\/\1\s*>|~{3,5}|\[\[\||\|\]\]|\{\{\s*(?:safe)?subst:/gi;

/** What a text may have become; without fills, itself alone. */
export function pattern(text: string): Pattern {
  const kept: string[] = [];
  const fills: Fill[] = [];
  let from = 0;
  const fill = (start: number, end: number, by: RegExp): void => {
    const before = text.slice(from, start);
    const literal = text.slice(start, end);
    const last = fills.at(-1);
    // With only a space between them, nobody could tell where one fill ends.
    if (last && before.trim() === '') fills[fills.length - 1] = {by: anything, literal: `${last.literal}${before}${literal}`};
    else {
      kept.push(before);
      fills.push({by, literal});
    }
    from = end;
  };
  for (const {0: found, index} of text.matchAll(special)) {
    if (index < from || found.startsWith('<')) continue;
    if (found.startsWith('~')) fill(index, index + found.length, found === '~~~' ? signature : signatureWithDate);
    else if (found === '[[|') fill(index + 2, index + 3, linkPart);
    else if (found === '|]]') fill(index + 1, index + 1, linkPart);
    else fill(index, templateEnd(text, index), anything);
  }
  kept.push(text.slice(from));
  return {kept, fills};
}

/** Where the template that begins here ends; where it never does, the end of the text. */
function templateEnd(text: string, start: number): number {
  let depth = 0;
  for (const {0: braces, index} of text.slice(start).matchAll(/\{\{|\}\}/g)) {
    depth += braces === '{{' ? 1 : -1;
    if (depth === 0) return start + index + 2;
  }
  return text.length;
}

/** Whether the text can have come from the pattern. It may say no where fills hold the words that follow them, never yes wrongly. */
export function fits(text: string, {kept, fills}: Pattern): boolean {
  const [first = '', ...rest] = kept;
  if (rest.length === 0) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  return rest.every((next, place) => {
    const last = place === rest.length - 1;
    const end = last ? text.length - next.length : text.indexOf(next, at);
    const filled = text.slice(at, end);
    const fill = fills[place];
    if (end < at || (last && !text.endsWith(next)) || !fill || !(filled === fill.literal || fill.by.test(filled))) return false;
    at = end + next.length;
    return true;
  });
}

/** Whether there is anything to know a text by. */
export const hasWords = (text: string): boolean => words.test(text);

/** Not as a literal, which parsers of ES2016 refuse. */
const words = new RegExp('[\\p{L}\\p{N}]', 'u');
