/** Headings of a wikitext. */

export interface Heading {
  /** From 1. */
  readonly line: number;
  /** How many equals signs, at most 6. */
  readonly level: number;
  readonly title: string;
}

/** Not those in comments, and in elements whose content is no wikitext. */
export function headingsOf(lines: readonly string[]): readonly Heading[] {
  const headings: Heading[] = [];
  const hidden = new Hidden(lines);
  for (let index = 0; index < lines.length; index++) {
    const text = lines[index] as string;
    const heading = text.startsWith('=') ? headingIn(text) : undefined;
    if (heading) headings.push({line: index + 1, ...heading});
    if (text.includes('<')) index = hidden.lastLine(index);
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

/**
 * What a line says as a heading, as far as it alone can tell. Only comments and blanks may follow the last equals sign.
 * Where there are more of these on one side, they belong to the title; of a line of nothing else, so does the middle.
 *
 * @see https://gerrit.wikimedia.org/g/mediawiki/core/+/REL1_43/includes/parser/Preprocessor_Hash.php `line-end`
 */
export function headingIn(line: string): Pick<Heading, 'level' | 'title'> | undefined {
  const comments = commentsOn(line);
  let end = withoutBlanks(line, line.length);
  for (let last = comments.pop(); last; last = comments.pop()) {
    if (last[1] < end) break;
    end = withoutBlanks(line, last[0]);
  }
  let before = 0;
  while (before < end && line[before] === '=') before++;
  let after = 0;
  while (after < end && line[end - 1 - after] === '=') after++;
  const level = Math.min(6, before === end ? Math.floor((end - 1) / 2) : Math.min(before, after));
  if (level < 1) return undefined;
  let title = '';
  let start = level;
  for (const [open, close] of commentsOn(line.slice(0, end - level))) {
    title += line.slice(start, open);
    start = close;
  }
  return {level, title: (title + line.slice(start, end - level)).trim()};
}

/** Where comments begin and end; one that does not end on the line takes the rest of it. */
function commentsOn(line: string): (readonly [start: number, end: number])[] {
  const comments: (readonly [number, number])[] = [];
  let end = 0;
  for (let open = line.indexOf('<!--'); open >= 0; open = line.indexOf('<!--', end)) {
    const close = line.indexOf('-->', open + 4);
    end = close < 0 ? line.length : close + 3;
    comments.push([open, end]);
  }
  return comments;
}

function withoutBlanks(line: string, end: number): number {
  while (/[ \t\r]/.test(line.charAt(end - 1))) end--;
  return end;
}

/** Comments and elements in which equals signs make no heading. */
class Hidden {
  private readonly lines: readonly string[];
  /** No more of these end anywhere below: they are searched for once. */
  private readonly endless = new Set<string>();

  constructor(lines: readonly string[]) {
    this.lines = lines;
  }

  /** The line on which ends what begins on this one, and what begins there. */
  lastLine(line: number): number {
    const opening = /<(?:!--|(nowiki|pre|syntaxhighlight|source|math|templatedata)(?=[\s>])(?!\s*\/>))/gi;
    for (;;) {
      const found = opening.exec(this.lines[line] ?? '');
      if (!found) return line;
      const end = this.endOf(found[1]?.toLowerCase(), line, opening.lastIndex);
      if (end) [line, opening.lastIndex] = end;
    }
  }

  /** The place after the end of an element, or, without a name, of a comment. An element without an end is none; a comment without one hides all below. */
  private endOf(name: string | undefined, line: number, column: number): readonly [line: number, column: number] | undefined {
    if (name !== undefined && this.endless.has(name)) return undefined;
    const closing = name === undefined ? /-->/g : new RegExp(`</${name}\\s*>`, 'gi');
    closing.lastIndex = column;
    for (let index = line; index < this.lines.length; index++) {
      if (closing.test(this.lines[index] as string)) return [index, closing.lastIndex];
    }
    if (name === undefined) return [this.lines.length, 0];
    this.endless.add(name);
    return undefined;
  }
}
