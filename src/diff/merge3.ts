/** Two changes of one text are put together: by lines, and as strictly as MediaWiki does it, by GNU `diff3`. */
import {type Change, changesOf} from './engine/changes.js';
import {Interner} from './engine/intern.js';
import type {LineRange} from './model.js';

export interface Merge3 {
  /** What both changed, put together; where they are in conflict, what `mine` has. */
  readonly text: string;
  /** Top to bottom. Without any, `text` is the merged text. */
  readonly conflicts: readonly MergeConflict[];
  /** The lines of `text` that `theirs` brought, and `mine` has not; 0 lines where it took some away. */
  readonly fromTheirs: readonly LineRange[];
}

/** Lines that both changed, but not to the same; or changes of both without an unchanged line between. */
export interface MergeConflict {
  /** These lines in each text, with their line feeds; empty where it has none there. */
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
  /** Where `mine` stands in {@link Merge3.text}, by lines; 0 lines stand before the line of that number. */
  readonly range: LineRange;
  /** The same by UTF-16 units: `text.slice(offset, offset + mine.length) === mine`. */
  readonly offset: number;
}

/**
 * Changes of both sides that overlap, or touch, are a conflict, unless both made the same of these lines. Lines are
 * compared with their ends: a last line gets, or loses, its line feed as any other change.
 *
 * @throws {TypeError} names the argument that is no string
 */
export function merge3(base: string, mine: string, theirs: string): Merge3 {
  for (const [name, text] of Object.entries({base, mine, theirs})) {
    if (typeof text !== 'string') throw new TypeError(`${name}: ${text === null ? 'null' : typeof text} given, a string expected`);
  }
  const interner = new Interner();
  const [old, ours, others] = [new Lines(base, interner), new Lines(mine, interner), new Lines(theirs, interner)];
  const conflicts: MergeConflict[] = [];
  const fromTheirs: LineRange[] = [];
  // The merged text is mine with what theirs alone changed put in, which moves what stands below.
  let text = '';
  let copied = 0;
  let [movedLines, movedBy] = [0, 0];
  for (const region of regions(changesOf(old.ids, ours.ids, interner.size), changesOf(old.ids, others.ids, interner.size))) {
    const [mineText, theirsText] = [ours.slice(region.mine), others.slice(region.theirs)];
    const line = region.mine.start + movedLines + 1;
    if (region.by === 'theirs') {
      const lines = region.theirs.end - region.theirs.start;
      fromTheirs.push({line, lines});
      text += ours.slice({start: copied, end: region.mine.start}) + theirsText;
      copied = region.mine.end;
      movedLines += lines - (region.mine.end - region.mine.start);
      movedBy += theirsText.length - mineText.length;
    } else if (region.by === 'both' && mineText !== theirsText) {
      conflicts.push({base: old.slice(region.base), mine: mineText, theirs: theirsText, range: {line, lines: region.mine.end - region.mine.start}, offset: ours.offset(region.mine.start) + movedBy});
    }
  }
  return {text: text + ours.slice({start: copied, end: ours.ids.length}), conflicts, fromTheirs};
}

/** A text by lines, each with its line feed. */
class Lines {
  readonly text: string;
  readonly ids: Int32Array;
  /** Where each begins, and the end of the text. */
  private readonly starts: number[] = [0];

  constructor(text: string, interner: Interner) {
    this.text = text;
    const ids: number[] = [];
    let start = 0;
    while (start < text.length) {
      const end = text.indexOf('\n', start) + 1 || text.length;
      ids.push(interner.id(text.slice(start, end)));
      this.starts.push(end);
      start = end;
    }
    this.ids = Int32Array.from(ids);
  }

  /** Where a line begins, in UTF-16 units. */
  offset(index: number): number {
    return this.starts[index] as number;
  }

  slice({start, end}: Span): string {
    return this.text.slice(this.offset(start), this.offset(end));
  }
}

/** Lines of the base with what each side made of them. */
interface Region {
  readonly base: Span;
  readonly mine: Span;
  readonly theirs: Span;
  /** Who changed them. */
  readonly by: 'mine' | 'theirs' | 'both';
}

/** From `start` to before `end`. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** Changes that overlap or touch, together. */
function* regions(mine: readonly Change[], theirs: readonly Change[]): Generator<Region, void, undefined> {
  const [ours, others] = [new Side(mine), new Side(theirs)];
  for (;;) {
    const start = Math.min(ours.next, others.next);
    if (start === Infinity) return;
    let end = start;
    const [first, otherFirst] = [ours.done, others.done];
    // Each may reach into the next of the other side.
    while (ours.next <= end || others.next <= end) end = Math.max(end, ours.next <= end ? ours.take() : others.take());
    const by = ours.done === first ? 'theirs' : others.done === otherFirst ? 'mine' : 'both';
    yield {base: {start, end}, mine: ours.span(first, start, end), theirs: others.span(otherFirst, start, end), by};
  }
}

/** The changes of one side, one after the other. */
class Side {
  /** How many were taken. */
  done = 0;
  private readonly changes: readonly Change[];
  constructor(changes: readonly Change[]) {
    this.changes = changes;
  }

  /** Where the next one begins in the base. */
  get next(): number {
    return this.changes[this.done]?.start ?? Infinity;
  }

  /** Takes it, and says where it ends. */
  take(): number {
    return (this.changes[this.done++] as Change).end;
  }

  /** What became of these lines of the base, of which all changes since `first` were taken. */
  span(first: number, start: number, end: number): Span {
    const before = this.changes[first - 1];
    const last = this.changes[this.done - 1];
    return {start: start + (before ? before.newEnd - before.end : 0), end: end + (last ? last.newEnd - last.end : 0)};
  }
}
