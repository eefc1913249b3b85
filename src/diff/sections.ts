/** Headings of a wikitext. */

export interface Heading {
  /** From 1. */
  readonly line: number;
  /** How many equals signs, at most 6. */
  readonly level: number;
  readonly title: string;
}

export function headingsOf(lines: readonly string[]): readonly Heading[] {
  const headings: Heading[] = [];
  for (const [index, text] of lines.entries()) {
    const heading = text.charCodeAt(0) === 61 ? headingIn(text) : undefined;
    if (heading) headings.push({line: index + 1, ...heading});
  }
  return headings;
}

/**
 * What a line says as a heading, as far as it alone can tell. In one go, however long it is and whatever it consists of.
 *
 * @see https://www.mediawiki.org/wiki/Help:Formatting
 */
export function headingIn(line: string): Pick<Heading, 'level' | 'title'> | undefined {
  let text = line.trimEnd();
  // Comments after it are no part of it.
  while (text.endsWith('-->')) {
    const comment = text.lastIndexOf('<!--');
    if (comment < 0) return undefined;
    text = text.slice(0, comment).trimEnd();
  }
  let level = 0;
  // Between the signs there is something; signs that are too many on one side are of it.
  while (level < 6 && text.length > level * 2 + 2 && text[level] === '=' && text[text.length - 1 - level] === '=') level++;
  return level === 0 ? undefined : {level, title: text.slice(level, text.length - level).trim()};
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
