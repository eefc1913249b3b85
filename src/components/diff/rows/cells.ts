/** Rows as elements: made by hand, as there may be thousands; text goes in as text. */
import type {DiffRow, DiffRun, RowKind} from '../../../diff/model.js';
import type {Msg} from '../../../i18n/localize-controller.js';
import {appendText} from './text.js';

export interface CellView {
  readonly mode: 'side' | 'inline';
  /** Makes visible what is invisible. */
  readonly reveal: boolean;
  /** How many digits line numbers have. */
  readonly digits: number;
  /** Each change has a button that undoes it. */
  readonly revertable: boolean;
  readonly msg: Msg;
}

/** @param change - the number of the change that begins here */
export function cellsOf(row: DiffRow, change: number | undefined, view: CellView, isFirstOfMove: boolean): readonly HTMLElement[] {
  const cells = view.mode === 'inline' ? [inlineCell(row, view)] : sideCells(row, view);
  const [first] = cells;
  if (change !== undefined && first) {
    for (const cell of cells) cell.dataset['change'] = String(change);
    first.tabIndex = -1;
    if (view.revertable) cells.at(-1)?.append(buttonOf('revert', view.msg('wikilit-diff-revert')));
  }
  if (row.move && isFirstOfMove) cells.at(-1)?.append(jump(row, view.msg));
  return cells;
}

function sideCells(row: DiffRow, {reveal}: CellView): HTMLElement[] {
  const {from, to, kind} = row;
  const cells: HTMLElement[] = [];
  if (from) {
    const cell = cellOf(kind, 'from', String(from.line));
    appendRuns(cell, row.runs.filter((run) => run.kind !== 'added'), kind, reveal, 'from');
    // Read aloud once, with the other column.
    if (kind === 'context') cell.ariaHidden = 'true';
    cells.push(cell);
  }
  if (to) {
    const cell = cellOf(kind, 'to', String(to.line));
    appendRuns(cell, row.runs.filter((run) => run.kind !== 'removed'), kind, reveal, 'to');
    cells.push(cell);
  }
  return cells;
}

function inlineCell(row: DiffRow, {digits, reveal}: CellView): HTMLElement {
  const {from, to, kind} = row;
  // Figure spaces are as wide as digits.
  const number = (line: number | undefined): string => String(line ?? '').padStart(digits, '\u2007');
  const cell = cellOf(kind, 'both', `${number(from?.line)} ${number(to?.line)}`);
  appendRuns(cell, row.runs, kind, reveal, 'to');
  return cell;
}

/** A line that is on one side alone is itself the element that says so. */
function cellOf(kind: RowKind, side: 'from' | 'to' | 'both', number: string): HTMLElement {
  const cell = document.createElement(kind === 'added' ? 'ins' : kind === 'removed' ? 'del' : 'div');
  cell.className = `cell ${side} ${kind}`;
  // As through dataset, but in half the time.
  cell.setAttribute('data-n', number);
  return cell;
}

function appendRuns(cell: HTMLElement, runs: readonly DiffRun[], kind: RowKind, reveal: boolean, side: 'from' | 'to'): void {
  for (const [index, run] of runs.entries()) {
    const isLast = index === runs.length - 1;
    const text = side === 'from' ? (run.fromText ?? run.text) : run.text;
    if (run.kind === 'same' || kind === 'added' || kind === 'removed') {
      appendText(cell, text, reveal, isLast);
      continue;
    }
    const marked = document.createElement(run.kind === 'added' ? 'ins' : 'del');
    if (/^[^\S\n]+$/.test(text)) marked.className = 'blanks';
    appendText(marked, text, reveal, isLast);
    cell.append(marked);
  }
  // An empty line is as high as any other.
  if (runs.every(({text}) => text === '')) cell.append('\n');
}

/** Says in words where a line went, and goes there. */
function jump({kind, move}: DiffRow, msg: Msg): HTMLElement {
  const [direction, line] = kind === 'movedFrom' ? [move?.direction, move?.to.line] : [move?.direction, move?.from.line];
  const key = kind === 'movedFrom' ? `wikilit-moved-${direction}` : `wikilit-moved-from-${direction === 'down' ? 'above' : 'below'}`;
  const where = msg(key, line ?? '');
  return buttonOf('jump', move?.section === undefined ? where : `${msg('wikilit-moved-section', move.section)} ${where}`);
}

function buttonOf(name: string, text: string): HTMLElement {
  const button = document.createElement('button');
  button.className = name;
  button.type = 'button';
  button.append(text);
  return button;
}
