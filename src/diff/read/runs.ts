/** Runs of a line, in the one order that all readers give them: what was removed before what was added in its place. */
import type {DiffRun} from '../model.js';

export class RunList {
  private readonly runs: DiffRun[] = [];
  private same = '';
  private removed = '';
  private added = '';

  add(kind: DiffRun['kind'], text: string): void {
    if (text === '') return;
    if (kind !== 'same') {
      if (this.same !== '') this.flush();
      if (kind === 'removed') this.removed += text;
      else this.added += text;
      return;
    }
    if (this.removed !== '' || this.added !== '') this.flush();
    this.same += text;
  }

  /** @param empty - of what kind an empty line is */
  done(empty: DiffRun['kind'] = 'same'): readonly DiffRun[] {
    this.flush();
    return this.runs.length > 0 ? this.runs : [{kind: empty, text: ''}];
  }

  private flush(): void {
    // Of the three, `same` is alone, so the order is that of the other two.
    for (const [kind, text] of [['same', this.same], ['removed', this.removed], ['added', this.added]] as const) {
      if (text !== '') this.runs.push({kind, text});
    }
    this.same = this.removed = this.added = '';
  }
}

/** A whole line of one kind. */
export const wholeRun = (kind: DiffRun['kind'], text: string): readonly DiffRun[] => [{kind, text}];

/** One side's text. */
export const sideText = (runs: readonly DiffRun[], without: 'added' | 'removed'): string => runs.map(({kind, text}) => (kind === without ? '' : text)).join('');

/** One side's runs. */
export function sideRuns(runs: readonly DiffRun[], without: 'added' | 'removed'): readonly DiffRun[] {
  const list = new RunList();
  for (const {kind, text} of runs) if (kind !== without) list.add(kind, text);
  return list.done();
}

/** wikidiff2 takes a blank that a line begins with for the same as a tab, and marks neither. */
const indent = /^[ \t]/;

/** A line that differs, and has nothing marked in it, differs in that. */
export function reindented(runs: readonly DiffRun[]): readonly DiffRun[] {
  const [{kind, text}] = runs as [DiffRun];
  return runs.length > 1 || kind !== 'same' || !indent.test(text) ? runs : (interleave(runs, wholeRun('same', (text.startsWith(' ') ? '\t' : ' ') + text.slice(1))) ?? runs);
}

/** Both sides as one; undefined where what is the same on the left is not what is the same on the right. */
export function interleave(left: readonly DiffRun[], right: readonly DiffRun[]): readonly DiffRun[] | undefined {
  const list = new RunList();
  const from = new Pieces(left);
  const to = new Pieces(right);
  for (let first = true; ; first = false) {
    list.add('removed', from.marked());
    list.add('added', to.marked());
    const length = Math.min(from.left(), to.left());
    if (length === 0) return from.left() === to.left() ? list.done() : undefined;
    const [text, other] = [from.take(length), to.take(length)];
    const blank = first && text !== other && indent.test(text) && indent.test(other) ? 1 : 0;
    if (text.slice(blank) !== other.slice(blank)) return undefined;
    list.add('removed', text.slice(0, blank));
    list.add('added', other.slice(0, blank));
    list.add('same', text.slice(blank));
  }
}

/** A place in one side's pieces. */
class Pieces {
  private readonly pieces: readonly DiffRun[];
  private index = 0;
  private offset = 0;

  constructor(pieces: readonly DiffRun[]) {
    this.pieces = pieces;
  }

  /** What is marked from here on, up to what is not. */
  marked(): string {
    let text = '';
    for (let piece = this.pieces[this.index]; piece && (piece.kind !== 'same' || this.left() === 0); piece = this.pieces[++this.index]) {
      if (piece.kind !== 'same') text += piece.text;
      this.offset = 0;
    }
    return text;
  }

  /** How many characters of the piece are left. */
  left(): number {
    return (this.pieces[this.index]?.text.length ?? 0) - this.offset;
  }

  take(length: number): string {
    const start = this.offset;
    this.offset += length;
    return (this.pieces[this.index] as DiffRun).text.slice(start, this.offset);
  }
}
