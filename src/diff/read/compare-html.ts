/** Reads the bodies of `action=compare`. */
import type {DiffModel, DiffRun, RowKind} from '../model.js';
import {type Cell, type CellKind, type CompareRow, CompareRows} from './compare-rows.js';
import {lineNumbers} from './line-numbers.js';
import {withBlanks} from './php-blanks.js';
import {modelOf, type MoveLink, ReadRows} from './rows-to-model.js';
import {interleave, reindented, RunList, wholeRun} from './runs.js';
import {wrong} from '../wrong.js';

const expected = 'the body of action=compare, of difftype table or inline,';

/** wikidiff2 says nothing between the tags, where the one difference is a line feed at the end. */
const nothing = /^\s*(?:<tr><td colspan="4"><\/td><\/tr>\s*)?$/;

/** Into how many lines a paragraph may be split: wikidiff2 has a limit, and so has the search for it. */
const mostSplits = 20;

/**
 * The differences in a body of `action=compare`: of wikidiff2's `difftype=table` or `inline`, or of MediaWiki's own
 * engine, in any language. The HTML is read as text alone, and never comes to life. It has to be of one slot: ask with
 * `slots=main` where there are others.
 *
 * @param html - `compare.body`, or one of `compare.bodies`; empty where nothing differs
 * @throws {TypeError} when it is something else, `difftype=unified` too
 * @see https://www.mediawiki.org/wiki/API:Compare
 */
export function fromCompareHtml(html: string): DiffModel {
  if (typeof html !== 'string') throw wrong('html', html, expected);
  const {rows, php, slots} = new CompareRows(html);
  if (slots) throw wrong('html', html, 'the body of one slot, by slots=main,');
  const read = new ReadRows();
  for (let index = 0; index < rows.length; index++) index += readRow(rows, index, php, read);
  if (read.rows.length === 0 && !nothing.test(html)) throw wrong('html', html, expected);
  return modelOf(read.rows, 'html');
}

/** @returns how many rows it has read besides */
function readRow(rows: readonly CompareRow[], index: number, php: boolean, read: ReadRows): number {
  const row = rows[index] as CompareRow;
  const [first, last] = [row.cells[0], row.cells.at(-1)];
  const left = pieces(row, 'deletedline', php);
  const right = pieces(row, 'addedline', php);
  if (!first || !last) return 0;
  if (first.kind === 'lineno' || first.kind === 'header') goTo(read, first, last);
  else if (left && right) return readChanged(left, right, php ? [] : rows.slice(index + 1, index + 1 + mostSplits), read);
  else if (left || right) oneSided(read, (left ?? right) as readonly DiffRun[], left ? 'removed' : 'added', linkOf(row));
  else readWhole(read, last, php, linkOf(row));
  return 0;
}

/** What a cell of the row says. */
function pieces(row: CompareRow, kind: CellKind, php: boolean): readonly DiffRun[] | undefined {
  const cell = row.cells.find((cell) => cell.kind === kind);
  return cell && (php ? withBlanks(cell.pieces, true) : cell.pieces);
}

function goTo(read: ReadRows, first: Cell, last: Cell): void {
  const [from, to = from] = [...lineNumbers(textOf(first.pieces)), ...(first === last ? [] : lineNumbers(textOf(last.pieces)))];
  // Some wikis leave the first line's number out.
  read.goTo({from: from ?? 1, to: to ?? 1});
}

/** A row for both sides; or the first row of a split paragraph, where others follow on the right. */
function readChanged(left: readonly DiffRun[], right: readonly DiffRun[], below: readonly CompareRow[], read: ReadRows): number {
  const lines = [...right];
  let runs = interleave(left, lines);
  let taken = 0;
  for (const [index, row] of below.entries()) {
    const more = row.cells.length === 1 && !linkOf(row) ? pieces(row, 'addedline', false) : undefined;
    // Either what is the same is not all there yet, or words are marked, which in lines that are all new they are not.
    if (!more || (runs && more.every(({kind}) => kind === 'same'))) break;
    lines.push({kind: 'added', text: '\n'}, ...more);
    const together = interleave(left, lines);
    if (together) [runs, taken] = [together, index + 1];
  }
  // MediaWiki's own engine sets lines side by side that it does not compare.
  read.add('changed', runs ?? apart(textOf(left), textOf(right)));
  return taken;
}

function apart(left: string, right: string): readonly DiffRun[] {
  const list = new RunList();
  list.add('removed', left);
  list.add('added', right);
  return list.done();
}

function oneSided(read: ReadRows, pieces: readonly DiffRun[], kind: 'removed' | 'added', link: MoveLink | undefined): void {
  if (link) read.add(kind === 'removed' ? 'movedFrom' : 'movedTo', marked(pieces), link);
  else read.add(kind, wholeRun(kind, textOf(pieces)));
}

/** Lines of the inline format, and unchanged ones of all. */
const wholeKinds: Readonly<Partial<Record<CellKind, RowKind>>> = {context: 'context', changed: 'changed', added: 'added', deleted: 'removed', 'moved-source': 'movedFrom', 'moved-destination': 'movedTo'};

function readWhole(read: ReadRows, cell: Cell, php: boolean, link: MoveLink | undefined): void {
  const kind = wholeKinds[cell.kind] ?? 'context';
  if (kind === 'added' || kind === 'removed') read.add(kind, wholeRun(kind, textOf(cell.pieces)));
  else if (kind === 'context') read.add(kind, wholeRun('same', textOf(php ? withBlanks(cell.pieces, false) : cell.pieces)));
  else read.add(kind, kind === 'changed' ? reindented(marked(cell.pieces)) : marked(cell.pieces), link);
}

function marked(pieces: readonly DiffRun[]): readonly DiffRun[] {
  const list = new RunList();
  for (const {kind, text} of pieces) list.add(kind, text);
  return list.done();
}

const textOf = (pieces: readonly DiffRun[]): string => pieces.map(({text}) => text).join('');

const linkOf = ({id, other}: CompareRow): MoveLink | undefined => (id !== undefined && other !== undefined ? {id, other} : undefined);
