/** Headings of a wikitext. */

export interface Heading {
  /** From 1. */
  readonly line: number;
  /** How many equals signs, at most 6. */
  readonly level: number;
  readonly title: string;
}

/** @see https://www.mediawiki.org/wiki/Help:Formatting */
export function headingsOf(lines: readonly string[]): readonly Heading[] {
  const headings: Heading[] = [];
  for (const [index, text] of lines.entries()) {
    if (text.charCodeAt(0) !== 61) continue;
    const match = /^(={1,6})(.+?)\1\s*(<!--.*?-->\s*)*$/.exec(text);
    if (match) headings.push({line: index + 1, level: (match[1] as string).length, title: (match[2] as string).trim()});
  }
  return headings;
}

/** The heading that a line stands under, or is; undefined above the first. */
export function sectionAt(headings: readonly Heading[], line: number): Heading | undefined {
  let low = 0;
  let high = headings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((headings[middle] as Heading).line <= line) low = middle + 1;
    else high = middle;
  }
  return headings[low - 1];
}
