/**
 * A section put in the place of another, as the wiki does it on saving: `Parser::replaceSection`. Where a section begins
 * only the wiki's preprocessor can tell, so that it is asked for the section's text, which is looked for here.
 *
 * @see https://www.mediawiki.org/wiki/Manual:Parser.php
 */

/** Where a section stands in the text of its page. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * @param old - the section as `rvsection` gives it, without the white space at its end
 * @returns each place where it may be: one, but for a page that says the same twice
 */
export function placesOf(text: string, old: string, section: number | string): Place[] {
  if (isTop(section)) return [{start: 0, end: endOf(text, old.length)}];
  const places: Place[] = [];
  if (old === '') return places;
  for (let start = text.indexOf(old); start >= 0; start = text.indexOf(old, start + 1)) {
    const end = endOf(text, start + old.length);
    const isWhole = end === text.length || (text[end] === '=' && text[end - 1] === '\n');
    if (isWhole && (start === 0 || text[start - 1] === '\n')) places.push({start, end});
  }
  return places;
}

/** Sections stand above each other with an empty line between; one that is emptied leaves none. */
export function withSection(text: string, {start, end}: Place, section: string): string {
  const tidy = section.replace(blanksAtEnd, '');
  return text.slice(0, start) + (tidy === '' ? '' : `${tidy}\n\n`) + text.slice(end);
}

const isTop = (section: number | string): boolean => /^(T-)?0+$/.test(String(section));

/** PHP's `rtrim`. */
const blanksAtEnd = /[ \t\n\r\0\v]+$/;

function endOf(text: string, from: number): number {
  let end = from;
  while (end < text.length && ' \t\n\r\0\v'.includes(text.charAt(end))) end++;
  return end;
}
