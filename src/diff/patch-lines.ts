/** The lines of a model as a patch tells them: each is on both sides, or was removed, or added. */
import type {DiffModel, DiffRow, DiffTexts} from './model.js';

export interface PatchLine {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
  /** Whether a line feed follows: not after the last line of a text that has none at its end. */
  readonly ended: boolean;
}

/** Lines without a gap, and the number of the first on each side. */
export interface Stretch {
  readonly lines: readonly PatchLine[];
  readonly from: number;
  readonly to: number;
}

/** All of both texts, where they are known; or else what each hunk shows. */
export function stretchesOf({rows, hunks, texts}: DiffModel): readonly Stretch[] {
  if (texts) return [{lines: textLines(texts, rows), from: 1, to: 1}];
  return hunks.map(({start, end, from, to}) => {
    const shown = rows.slice(start, end);
    return {lines: patchLines(rowLines(shown, 'from'), rowLines(shown, 'to')), from: from.line, to: to.line};
  });
}

/** Lines of one side, and which of them are not on the other. */
interface Side {
  readonly lines: readonly string[];
  readonly changed: readonly boolean[];
  /** Whether the last of them is the last of the text. */
  readonly whole: boolean;
}

function textLines({from, to}: DiffTexts, rows: readonly DiffRow[]): readonly PatchLine[] {
  const [left, right] = [from.map(() => false), to.map(() => false)];
  for (const row of rows) {
    if (row.kind === 'context') continue;
    if (row.from) left.fill(true, row.from.line - 1, row.from.line - 1 + row.from.lines);
    if (row.to) right.fill(true, row.to.line - 1, row.to.line - 1 + row.to.lines);
  }
  return patchLines({lines: from, changed: left, whole: true}, {lines: to, changed: right, whole: true});
}

function rowLines(rows: readonly DiffRow[], name: 'from' | 'to'): Side {
  const parts = rows.map((row) => ({lines: row[name]?.text.split('\n') ?? [], changed: row.kind !== 'context'}));
  return {lines: parts.flatMap(({lines}) => lines), changed: parts.flatMap(({lines, changed}) => lines.map(() => changed)), whole: false};
}

function patchLines(from: Side, to: Side): readonly PatchLine[] {
  const result: PatchLine[] = [];
  // What was added is told after all that was removed at the same place.
  let added: PatchLine[] = [];
  const put = (line: PatchLine | undefined, list = result): void => {
    if (line) list.push(line);
  };
  const putAdded = (): void => {
    for (const line of added) result.push(line);
    added = [];
  };
  let [x, y] = [0, 0];
  while (x < from.lines.length || y < to.lines.length) {
    const [removed, come] = [isChanged(from, x), isChanged(to, y)];
    const [left, right] = [lineAt(from, x, '-'), lineAt(to, y, '+')];
    if (!removed && !come && left?.text === right?.text && left?.ended === right?.ended) {
      putAdded();
      put(left && {...left, sign: ' '});
      x++;
      y++;
      continue;
    }
    // Two that were not told to differ may: in blanks, where those are ignored, or in a line feed at the end.
    if (removed || !come) {
      put(left);
      x++;
    }
    if (come || !removed) {
      put(right, added);
      y++;
    }
  }
  putAdded();
  return result;
}

const isChanged = ({changed}: Side, index: number): boolean => changed[index] === true;

/** Undefined for what stands after the last line feed of a text, when that is nothing. */
function lineAt({lines, whole}: Side, index: number, sign: PatchLine['sign']): PatchLine | undefined {
  const text = lines[index];
  const ended = !whole || index < lines.length - 1;
  return text === undefined || (text === '' && !ended) ? undefined : {sign, text, ended};
}
