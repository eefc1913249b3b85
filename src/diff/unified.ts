/** A model as a patch in the unified format, which `patch` and `git apply` understand. */
import {type PatchLine, stretchesOf} from './patch-lines.js';
import type {DiffModel} from './model.js';

export interface UnifiedOptions {
  /** How many unchanged lines stand around what differs, as far as they are known; 3 unless given, `Infinity` for all. */
  readonly context?: number | undefined;
  /** What the texts are called in the patch's head; `from` and `to` unless given. */
  readonly fromLabel?: string | undefined;
  readonly toLabel?: string | undefined;
}

/**
 * The patch that makes the right text of the left one; `''` where nothing differs. Moved lines are removed and added.
 *
 * Where a model has no texts, only its rows are known: then each line is taken for one with a line feed.
 *
 * @throws {TypeError} names the argument, what was given and what is expected
 * @see https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html
 * @example toUnified(await diffTexts('a\n', 'b\n')) // '--- from\n+++ to\n@@ -1 +1 @@\n-a\n+b\n'
 */
export function toUnified(model: DiffModel, options: UnifiedOptions = {}): string {
  check(model, options);
  const {context = 3, fromLabel = 'from', toLabel = 'to'} = options;
  const sectionAt = sections(model);
  const hunks: string[] = [];
  for (const {lines, from, to} of stretchesOf(model)) {
    // The numbers of the lines that come next.
    let [x, y] = [from, to];
    let done = 0;
    for (const [start, firstChange, end] of hunksOf(lines, context)) {
      [x, y] = [x + count(lines, done, start, '+'), y + count(lines, done, start, '-')];
      const [removed, added] = [count(lines, start, end, '+'), count(lines, start, end, '-')];
      const section = sectionAt(x + firstChange - start, y + firstChange - start);
      hunks.push(`@@ -${range(x, removed)} +${range(y, added)} @@${section === undefined ? '' : ` ${section.replace(control, ' ')}`}\n`);
      for (const {sign, text, ended} of lines.slice(start, end)) hunks.push(sign, text, ended ? '\n' : '\n\\ No newline at end of file\n');
      [x, y] = [x + removed, y + added];
      done = end;
    }
  }
  return hunks.length > 0 ? `--- ${label(fromLabel)}\n+++ ${label(toLabel)}\n${hunks.join('')}` : '';
}

/** Changes that have no more than twice the context between them, with their context: start, first change, and end. */
function* hunksOf(lines: readonly PatchLine[], context: number): Generator<readonly [start: number, firstChange: number, end: number], void, undefined> {
  let index = 0;
  for (;;) {
    while (lines[index]?.sign === ' ') index++;
    if (index === lines.length) return;
    const first = index;
    let last = index;
    for (; index < lines.length && index - last <= 2 * context + 1; index++) if (lines[index]?.sign !== ' ') last = index;
    yield [Math.max(0, first - context), first, Math.min(lines.length, last + 1 + context)];
    index = last + 1;
  }
}

/** The lines of one side: those without the sign of the other. */
function count(lines: readonly PatchLine[], start: number, end: number, without: PatchLine['sign']): number {
  let lineCount = 0;
  for (let index = start; index < end; index++) if (lines[index]?.sign !== without) lineCount++;
  return lineCount;
}

/** No lines are told by the line before them; one by its number alone. */
const range = (line: number, lines: number): string => (lines === 0 ? `${line - 1},0` : lines === 1 ? `${line}` : `${line},${lines}`);

/** The section of a change before these lines; to be asked from top to bottom. */
function sections({hunks}: DiffModel): (x: number, y: number) => string | undefined {
  let index = 0;
  return (x, y) => {
    for (let next = hunks[index + 1]; next && next.from.line <= x && next.to.line <= y; next = hunks[index + 1]) index++;
    return hunks[index]?.section;
  };
}

// oxlint-disable-next-line no-control-regex -- that is what it is for
const control = /[\0-\x1f\x7f]/g;

/**
 * As git writes names: in quotes where they hold what would end the line or the name. After a blank, `patch` looks for
 * a time, unless a tab follows. Of a text called `/dev/null` it believes that there is none.
 */
function label(name: string): string {
  if (name === '/dev/null') return './dev/null';
  // oxlint-disable-next-line no-control-regex -- as above
  if (/[\0-\x1f\x7f"\\]/.test(name)) return `"${name.replace(/["\\]/g, '\\$&').replace(control, octal)}"`;
  return name.includes(' ') ? `${name}\t` : name;
}

const octal = (character: string): string => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`;

function check(model: unknown, options: unknown): void {
  if (!isModel(model)) throw new TypeError(`model: ${shown(model)} given, what diffTexts() gives expected`);
  if (typeof options !== 'object' || options === null) throw new TypeError(`options: ${shown(options)} given, an object such as {context: 3} expected`);
  for (const [name, value] of Object.entries(options)) {
    const rule = rules[name as keyof UnifiedOptions];
    if (!rule) throw new TypeError(`${name}: no such option; there are ${Object.keys(rules).join(', ')}`);
    if (value !== undefined && !rule[0](value)) throw new TypeError(`${name}: ${shown(value)} given, ${rule[1]} expected`);
  }
}

const isModel = (value: unknown): boolean => typeof value === 'object' && value !== null && Array.isArray((value as Partial<DiffModel>).rows) && Array.isArray((value as Partial<DiffModel>).hunks);
const isString = (value: unknown): boolean => typeof value === 'string';
const shown = (value: unknown): string => (typeof value === 'string' ? `'${value.slice(0, 80)}'` : typeof value === 'object' && value !== null ? 'an object' : String(value));

const rules: Readonly<Record<keyof UnifiedOptions, readonly [test: (value: unknown) => boolean, expected: string]>> = {
  context: [(value) => value === Infinity || (Number.isInteger(value) && Number(value) >= 0), 'a number of lines'],
  fromLabel: [isString, 'a string'],
  toLabel: [isString, 'a string'],
};
