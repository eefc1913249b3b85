/** The names of what a line is in: of a wikitext the heading above it, of code what encloses it. */
import {headingsOf, sectionAt} from './sections.js';

/** A name that is longer is cut. */
const longest = 80;

/** So many lines up it is looked for, at most. */
const farthest = 5000;

/** @returns what tells it of a line, from 1; undefined above the first */
export function outlineOf(lines: readonly string[], contentmodel: string): (line: number) => string | undefined {
  const names = patterns.get(contentmodel);
  if (names) return (line) => enclosing(lines, line, names, contentmodel === 'json');
  if (contentmodel !== 'wikitext') return () => undefined;
  const headings = headingsOf(lines);
  return (line) => sectionAt(headings, line)?.title;
}

/** What begins something that has a name: the first group is that name. */
const patterns: ReadonlyMap<string, RegExp> = new Map([
  ['json', /^\s*"((?:[^"\\]|\\.)*)"\s*:/],
  ['javascript', /^\s*(?:(?:export|default|async|static|get|set|const|let|var)\s+)*((?:function\b\s*\*?\s*[\w$]*|class\s+[\w$]+|[\w$.]+(?=\s*[:=]\s*(?:async\s*)?(?:function\b|\([^()]*\)\s*=>|[\w$]+\s*=>|\{))|[\w$]+(?=\s*\([^()]*\)\s*\{)))/],
  ['css', /^\s*([^{}]*[^{}\s])\s*\{/],
  ['Scribunto', /^\s*((?:local\s+)?function\s+[\w.:]*|[\w.]+(?=\s*=\s*(?:function\b|\{)))/],
]);

/** Words that look like a name before a bracket, and are none. */
const keywords = /^(?:if|for|while|switch|catch|return|with|do|else)$/;

/** Goes up, to ever less indented lines. Of JSON all names on the way are told, of other code the nearest. */
function enclosing(lines: readonly string[], line: number, pattern: RegExp, all: boolean): string | undefined {
  const names: string[] = [];
  let depth = Infinity;
  for (let index = line - 1; index >= Math.max(0, line - farthest) && depth > 0; index--) {
    const text = lines[index] ?? '';
    // A bracket alone closes or opens what has its name above.
    if (!/[^\s{}()[\];,]/.test(text)) continue;
    const indent = text.search(/\S/);
    if (indent >= depth) continue;
    depth = indent;
    const name = pattern.exec(text)?.[1];
    if (name === undefined || keywords.test(name)) continue;
    names.unshift(name);
    if (!all) break;
  }
  const path = names.join(' › ');
  return path.length > longest ? `${path.slice(0, longest)}…` : path || undefined;
}
