/** A row that gets its texts when somebody looks at it: there may be tens of thousands. */
import {at} from './engine/at.js';
import {changeSize} from './engine/script.js';
import type {DiffMove, DiffRow, DiffRun, DiffTexts, RowKind, RowSide} from './model.js';

export interface Source {
  readonly texts: DiffTexts;
  /** As in the script. */
  readonly changes: Int32Array;
}

export class Row implements DiffRow {
  readonly kind: RowKind;
  readonly move: DiffMove | undefined;
  /** The index of its first line on the right, or of the line that follows. */
  readonly y: number;
  private readonly x: number;
  private readonly lines: number;
  private readonly others: number;
  private readonly source: Source;
  /** Where its changes are; -1 for none. */
  private readonly changes: number;

  constructor(source: Source, kind: RowKind, x: number, lines: number, y: number, others: number, changes: number, move: DiffMove | undefined) {
    this.source = source;
    this.kind = kind;
    this.x = x;
    this.lines = lines;
    this.y = y;
    this.others = others;
    this.changes = changes;
    this.move = move;
  }

  get from(): RowSide | undefined {
    return side(this.source.texts.from, this.x, this.lines);
  }

  get to(): RowSide | undefined {
    return side(this.source.texts.to, this.y, this.others);
  }

  get runs(): readonly DiffRun[] {
    const {kind, from, to, move, source} = this;
    if (kind === 'added') return [{kind, text: to?.text ?? ''}];
    if (kind === 'removed') return [{kind, text: from?.text ?? ''}];
    if (!move) return runsOf(from?.text ?? '', to?.text ?? '', source.changes, this.changes);
    // Of a moved line, what is on its own side.
    const other = kind === 'movedFrom' ? 'added' : 'removed';
    const {texts} = source;
    const left = from?.text ?? texts.from[move.from.line + this.y - move.to.line] ?? '';
    const right = to?.text ?? texts.to[move.to.line + this.x - move.from.line] ?? '';
    return runsOf(left, right, source.changes, this.changes, other);
  }
}

/**
 * A line that has stayed, whatever blanks it has on either side.
 *
 * @param x - its index in the left text
 * @param y - and in the right one
 */
export const contextRow = (texts: DiffTexts, x: number, y: number): Row => new Row({texts, changes: none}, 'context', x, 1, y, 1, -1, undefined);

const none = new Int32Array();

function side(text: readonly string[], index: number, lines: number): RowSide | undefined {
  if (lines === 0) return undefined;
  return {line: index + 1, lines, text: lines === 1 ? (text[index] as string) : text.slice(index, index + lines).join('\n')};
}

function runsOf(from: string, to: string, changes: Int32Array, index: number, without?: DiffRun['kind']): readonly DiffRun[] {
  const runs: DiffRun[] = [];
  let [x, y] = [0, 0];
  // What is the same; what is left out between makes one of two.
  let [left, right] = ['', ''];
  const push = (run?: DiffRun): void => {
    if (left || right) runs.push(left === right ? {kind: 'same', text: right} : {kind: 'same', text: right, fromText: left});
    left = right = '';
    if (run) runs.push(run);
  };
  const count = index < 0 ? 0 : at(changes, index);
  for (let change = 0; change < count; change++) {
    const [sameFrom, sameTo, removed, added] = changes.subarray(index + 1 + change * changeSize) as unknown as [number, number, number, number];
    left += from.slice(x, (x += sameFrom));
    right += to.slice(y, (y += sameTo));
    if (removed && without !== 'removed') push({kind: 'removed', text: from.slice(x, x + removed)});
    if (added && without !== 'added') push({kind: 'added', text: to.slice(y, y + added)});
    [x, y] = [x + removed, y + added];
  }
  left += from.slice(x);
  right += to.slice(y);
  push();
  return runs.length > 0 ? runs : [{kind: 'same', text: ''}];
}
