/**
 * Text as nodes, with what cannot be seen made visible: characters that change the order of others always, since code
 * can be made to read other than it runs (“Trojan source”, CVE-2021-42574); blanks and line ends where they are asked for.
 */

/** Changes of direction; they are shut in, and named. */
const bidi = /[\u202a-\u202e\u2066-\u2069]/;

/** Besides: what has no width or is no common blank, and blanks at the end of a line. Not as a literal, for builds for older parsers. */
const invisible = new RegExp('[\\p{Cf}\\p{Cc}\\p{Zl}\\p{Zp}]|(?! )\\p{Zs}| +$', 'u');

const everyBidi = new RegExp(bidi.source, 'g');
const everyInvisible = new RegExp(invisible.source, 'gu');

/**
 * @param all - show all that is invisible
 * @param isLast - the line ends with it
 */
export function appendText(parent: Element, text: string, all: boolean, isLast: boolean): void {
  if (!text.includes('\n') && !(all ? invisible : bidi).test(text)) {
    parent.append(text);
    return;
  }
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (index > 0) parent.append(lineEnd());
    appendLine(parent, line, all ? everyInvisible : everyBidi, isLast || index < lines.length - 1);
  }
}

function appendLine(parent: Element, line: string, pattern: RegExp, isLast: boolean): void {
  let end = 0;
  for (const {0: found, index} of line.matchAll(pattern)) {
    if (found.startsWith(' ') && !isLast) continue;
    parent.append(line.slice(end, index), revealed(found));
    end = index + found.length;
  }
  parent.append(line.slice(end));
}

/** The character itself stays, for whoever copies it. */
function revealed(character: string): Element {
  const element = document.createElement('span');
  element.className = /^ +$/.test(character) ? 'blank' : 'invisible';
  element.dataset['c'] = character.startsWith(' ') ? '·'.repeat(character.length) : (signs[character] ?? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
  element.append(character);
  return element;
}

const signs: Readonly<Record<string, string>> = {'\t': '→', '\u00a0': '⍽', '\r': '␍', '\u200b': 'ZWSP', '\u200c': 'ZWNJ', '\u200d': 'ZWJ', '\u00ad': 'SHY', '\u200e': 'LRM', '\u200f': 'RLM', '\u202a': 'LRE', '\u202b': 'RLE', '\u202c': 'PDF', '\u202d': 'LRO', '\u202e': 'RLO', '\u2066': 'LRI', '\u2067': 'RLI', '\u2068': 'FSI', '\u2069': 'PDI'};

/** Of a paragraph that was split or joined. */
function lineEnd(): Element {
  const element = document.createElement('span');
  element.className = 'line-end';
  element.append('\n');
  return element;
}
