/** All rows of a diff: the first screen at once, the rest a little later, each piece laid out only when it is seen. */
import type {DiffHunk, DiffModel, DiffMove, DiffRow, DiffTexts} from '../../../diff/model.js';
import {type Block, blocksOf, cssString, digitsOf, firstAfter, leastHeight, movesIn, together} from './blocks.js';
import {type CellView, cellsOf} from './cells.js';
import {copyLines, lockSide} from './copy.js';
import {gapElement} from './gap.js';
import {type Change, changesIn, layOut, openedRows, openGap} from './layout.js';
import {inSpareTime} from './spare-time.js';

export interface BodyView extends Omit<CellView, 'digits'> {
  readonly model: DiffModel;
  /** Of the texts. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Of the page around: on which side the left text is. */
  readonly flow: 'ltr' | 'rtl';
  /** What of the window the rows may take at most, in pixels. */
  readonly room: {readonly width: number; readonly height: number};
}

export interface BodyHost {
  /** Both texts, when hidden lines are asked for and the model has none; undefined when they cannot be had. */
  readonly texts: () => Promise<DiffTexts | undefined>;
}

export class DiffBody {
  readonly element = document.createElement('div');
  private readonly host: BodyHost;
  private view: BodyView | undefined;
  private blocks: readonly Block[] = [];
  private gaps: ReadonlyMap<Element, Block> = new Map();
  private changes: readonly Change[] = [];
  private moves = new Map<DiffMove, {movedFrom?: number; movedTo?: number}>();
  private stop: (() => void) | undefined;
  /** Of a model that has none. */
  private reading: Promise<DiffTexts | undefined> | undefined;

  constructor(host: BodyHost) {
    this.host = host;
    this.element.className = 'body';
    this.element.addEventListener('click', (event) => void this.onClick(event));
    this.element.addEventListener('pointerdown', (event) => lockSide(event, this.element));
    this.element.addEventListener('copy', (event) => copyLines(event, this.element, this.element.dataset['selecting']));
  }

  /** Shows a model, or the same one otherwise; lines that were asked for stay open. */
  show(view: BodyView): void {
    const {model} = view;
    const isNew = model !== this.view?.model;
    this.view = view;
    const {element} = this;
    element.lang = view.lang;
    // A wiki may answer anything.
    element.style.setProperty('--direction', view.dir === 'rtl' ? 'rtl' : 'ltr');
    element.dataset['mode'] = view.mode;
    element.dataset['flow'] = view.flow;
    const pieces = isNew ? layOut(model) : this.blocks.flatMap(({gap, piece}) => [gap, piece]);
    if (isNew) {
      this.changes = changesIn(model);
      this.moves = movesIn(model.rows);
      this.reading = undefined;
    }
    this.blocks = blocksOf(pieces.filter((piece) => piece !== undefined));
    this.gaps = new Map(this.blocks.map((block) => [block.element, block]));
    for (const word of ['added', 'changed', 'moved', 'removed']) element.style.setProperty(`--wiki-diff-word-${word}`, cssString(view.msg(`wikilit-diff-${word}`)));
    element.style.setProperty('--digits', String(digitsOf(model, model.texts)));
    element.replaceChildren(together(this.blocks));
    this.buildSoon();
  }

  /** How many changes there are; a change is what differs without a line between that does not. */
  get count(): number {
    return this.changes.length;
  }

  /** Builds all, as for printing. */
  buildAll(): void {
    for (const block of this.blocks) this.build(block);
  }

  /** Ends what it would do later. */
  close(): void {
    this.stop?.();
  }

  /** Does what it has not done when it was closed. */
  resume(): void {
    if (this.blocks.some(({cells}) => !cells)) this.buildSoon();
  }

  /** Shows a change, by its number from 0, and puts the focus on it. */
  goTo(change: number): void {
    const {start} = this.changes[change] ?? {};
    if (start !== undefined) this.goToRow(start);
  }

  /** What the change is: its rows. */
  rowsOf(change: number): readonly DiffRow[] {
    const {start, end} = this.changes[change] ?? {start: 0, end: 0};
    return this.view?.model.rows.slice(start, end) ?? [];
  }

  /** The change that a line is in, on one side, by its number from 1; -1 if in none. */
  changeAt(side: 'from' | 'to', line: number): number {
    const isThere = (row: DiffRow): boolean => {
      const place = row[side];
      return place !== undefined && place.line <= line && line < place.line + place.lines;
    };
    return this.changes.findIndex((_, index) => this.rowsOf(index).some(isThere));
  }

  /** The line of the right text where a change begins, or which follows it there. */
  lineOf(change: number): number {
    const {start} = this.changes[change] ?? {start: 0};
    const hunk = this.hunkOf(start);
    let line = hunk?.to.line ?? 1;
    for (let row = hunk?.start ?? start; row < start; row++) line += this.view?.model.rows[row]?.to?.lines ?? 0;
    return line;
  }

  sectionOf(change: number): string | undefined {
    return this.hunkOf(this.changes[change]?.start ?? 0)?.section;
  }

  /** Shows every line that is left out. */
  async expandAll(): Promise<void> {
    const texts = await this.texts();
    if (!texts) return;
    this.blocks = this.blocks.flatMap((block) => (block.gap && block.gap.lines !== 0 ? [...this.openAt(block, 'all', texts), block] : [block]));
    this.buildSoon();
  }

  private hunkOf(row: number): DiffHunk | undefined {
    return this.view?.model.hunks.find(({start, end}) => start <= row && row < end);
  }

  private goToRow(row: number): void {
    const block = this.blocks.find(({piece}) => piece?.kind === 'rows' && piece.start <= row && row < piece.end);
    if (block?.piece?.kind !== 'rows') return;
    this.build(block);
    const cell = block.cells?.[row - block.piece.start];
    if (!cell) return;
    for (const here of this.element.querySelectorAll('.here')) here.classList.remove('here');
    cell.classList.add('here');
    cell.tabIndex = -1;
    cell.focus({preventScroll: true});
    cell.scrollIntoView({block: 'center'});
    // What came into view now has its real height.
    requestAnimationFrame(() => cell.scrollIntoView({block: 'center'}));
  }

  private buildSoon(): void {
    this.stop?.();
    if (!this.view) return;
    const {mode, room} = this.view;
    let next = 0;
    const step = (): Block | undefined => {
      const block = this.blocks[next++];
      if (block) this.build(block);
      return block;
    };
    let left = room.height;
    do {
      const block = step();
      if (!block) return;
      // It is seen: the browser need not find that out, which would be a second layout before the first frame.
      block.element.style.contentVisibility = 'visible';
      left -= leastHeight(block.element, mode, room.width);
    } while (left > 0);
    this.stop = inSpareTime(() => step() !== undefined);
  }

  private build(block: Block): void {
    const {view, changes} = this;
    if (!view || block.cells) return;
    const {gap, piece, element} = block;
    const {model, msg} = view;
    const cellView: CellView = {...view, digits: digitsOf(model, model.texts)};
    const cells: HTMLElement[] = [];
    const all = new DocumentFragment();
    const show = (row: DiffRow): void => all.append(...cellsOf(row, undefined, cellView, false));
    if (gap) {
      const bar = gapElement(gap, msg);
      if (bar) all.append(bar);
      gap.below.forEach(show);
    }
    if (piece?.kind === 'opened') {
      openedRows(piece).forEach(show);
    } else if (piece) {
      let change = firstAfter(changes, piece.start);
      for (let index = piece.start; index < piece.end; index++) {
        const row = model.rows[index] as DiffRow;
        const begins = changes[change]?.start === index;
        const made = cellsOf(row, begins ? change : undefined, cellView, row.move !== undefined && this.moves.get(row.move)?.[row.kind as 'movedFrom'] === index);
        cells.push(made[0] as HTMLElement);
        all.append(...made);
        if (begins) change++;
      }
    }
    block.cells = cells;
    element.replaceChildren(all);
  }

  private async onClick({target}: Event): Promise<void> {
    const button = (target as Element).closest('button');
    const block = this.gaps.get(button?.closest('.block') as Element);
    if (!button || !block) return;
    if (button.matches('.jump')) {
      const cell = button.closest('.cell') as HTMLElement;
      // A row has one cell or two; the first of each is kept.
      const index = [cell, cell.previousElementSibling as HTMLElement].map((each) => block.cells?.indexOf(each) ?? -1).find((each) => each >= 0) ?? -1;
      if (block.piece?.kind === 'rows') this.jump(this.view?.model.rows[block.piece.start + index]);
    } else if (button.dataset['open'] !== undefined) {
      await this.open(block, button.dataset['open']);
    }
  }

  private jump(row: DiffRow | undefined): void {
    const ends = row?.move && this.moves.get(row.move);
    const other = row?.kind === 'movedFrom' ? ends?.movedTo : ends?.movedFrom;
    if (other !== undefined) this.goToRow(other);
  }

  private async open(block: Block, what: string): Promise<void> {
    const texts = await this.texts();
    const index = this.blocks.indexOf(block);
    if (!texts || index < 0) return;
    const opened = this.openAt(block, what, texts);
    this.blocks = [...this.blocks.slice(0, index), ...opened, ...this.blocks.slice(index)];
    for (const each of [...opened.slice(0, 2), block]) this.build(each);
    this.buildSoon();
    // The button may be gone: the focus goes to what it showed.
    const place = block.element.querySelector<HTMLElement>(`button[data-open="${what}"]`) ?? [...opened, block].map(({element}) => element.querySelector<HTMLElement>('.cell')).find((cell) => cell !== null);
    if (place?.matches('.cell')) place.tabIndex = -1;
    place?.focus();
  }

  /**
   * Takes lines out of the gap of a block, which is to be built again.
   *
   * @returns blocks that stand before it now, in the page
   */
  private openAt(block: Block, what: string, texts: DiffTexts): readonly Block[] {
    if (!block.gap) return [];
    const opened = blocksOf(openGap(block.gap, what === 'below' ? 'below' : 'above', what === 'all' ? Infinity : 10, texts));
    block.element.before(together(opened));
    block.cells = undefined;
    return opened;
  }

  /** Both texts: of the model, or read when first asked for. */
  private async texts(): Promise<DiffTexts | undefined> {
    const {model} = this.view ?? {};
    const texts = model?.texts ?? (await (this.reading ??= this.host.texts()));
    // The next press may have more luck.
    if (!texts) this.reading = undefined;
    // The last line may have a longer number than the last that differs.
    if (texts && model) this.element.style.setProperty('--digits', String(digitsOf(model, texts)));
    return texts;
  }
}
