/** Pieces of a diff that are built and laid out together, and where what is looked for stands in them. */
import type {DiffModel, DiffMove, DiffRow, DiffTexts} from '../../../diff/model.js';
import type {Change, Gap, OpenedPiece, Piece} from './layout.js';

/** Pieces that are laid out together: a gap, if there is one before them, and rows. */
export interface Block {
  readonly element: HTMLElement;
  readonly gap: Gap | undefined;
  readonly piece: OpenedPiece | Piece | undefined;
  /** The first cell of each row of the piece; undefined until it is built. */
  cells: HTMLElement[] | undefined;
}

/** About as high as a row, in pixels: what is not seen yet takes that much room. */
const rowHeight = 24;

export function blocksOf(pieces: readonly (Gap | OpenedPiece | Piece)[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index] as Gap | OpenedPiece | Piece;
    const next = pieces[index + 1];
    const [gap, rows] = piece.kind === 'gap' ? [piece, next?.kind === 'rows' ? next : undefined] : [undefined, piece];
    if (gap && rows) index++;
    const element = document.createElement('div');
    element.className = 'block';
    element.style.containIntrinsicBlockSize = `auto ${rowHeight * (rowsIn(rows) + (gap ? 2 : 0))}px`;
    blocks.push({element, gap, piece: rows, cells: undefined});
  }
  return blocks;
}

/** How many rows a piece has. */
const rowsIn = (piece: OpenedPiece | Piece | undefined): number => (piece === undefined ? 0 : piece.kind === 'opened' ? piece.lines : piece.end - piece.start);

/** How high a block is at least, in pixels, without a layout: from the length of its texts. */
export function leastHeight({children}: Element, mode: 'inline' | 'side', width: number): number {
  const columns = mode === 'side' ? 2 : 1;
  const characters = Math.max(20, width / columns / 7);
  let lines = 0;
  for (const {textContent} of children) lines += Math.max(1, Math.ceil((textContent?.length ?? 0) / characters));
  return (lines / columns) * 18;
}

/** As a string in CSS. */
export const cssString = (text: string): string => `"${text.replace(/["\\\n]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}: "`;

/** Of the highest number of a line. */
export function digitsOf({hunks}: DiffModel, texts: DiffTexts | undefined): number {
  const {from, to} = hunks.at(-1) ?? {from: {line: 1, lines: 0}, to: {line: 1, lines: 0}};
  const highest = texts ? Math.max(texts.from.length, texts.to.length) : Math.max(from.line + from.lines, to.line + to.lines);
  return String(highest).length;
}

/** The first change that begins at this row or below. */
export function firstAfter(changes: readonly Change[], row: number): number {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle] as Change).start < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where each end of a move begins. */
export function movesIn(rows: readonly DiffRow[]): Map<DiffMove, {movedFrom?: number; movedTo?: number}> {
  const moves = new Map<DiffMove, {movedFrom?: number; movedTo?: number}>();
  for (const [index, {move, kind}] of rows.entries()) {
    if (!move) continue;
    const ends = moves.get(move) ?? {};
    moves.set(move, ends);
    ends[kind as 'movedFrom' | 'movedTo'] ??= index;
  }
  return moves;
}

/** There may be more than can be given to a function. */
export function together(blocks: readonly Block[]): DocumentFragment {
  const all = new DocumentFragment();
  for (const {element} of blocks) all.append(element);
  return all;
}
