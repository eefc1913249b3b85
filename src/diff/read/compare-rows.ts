/**
 * The rows of a body of `action=compare`, as they stand there. Its dialects say what is what by classes: tables of
 * wikidiff2 and of MediaWiki's own engine have a `td` for each side, wikidiff2's inline format has a `div` for both.
 */
import type {DiffRun} from '../model.js';
import {attribute, decoded, htmlTokens} from './html-tokens.js';

export type CellKind = 'lineno' | 'header' | 'context' | 'addedline' | 'deletedline' | 'changed' | 'added' | 'deleted' | 'moved-source' | 'moved-destination';

export interface Cell {
  readonly kind: CellKind;
  /** What stands in `del` is removed, what stands in `ins` is added. */
  readonly pieces: DiffRun[];
}

export interface CompareRow {
  readonly cells: Cell[];
  /** The anchor of a line that was moved, and that of its other place. */
  id: string | undefined;
  other: string | undefined;
}

const wanted = /(?:^|\s)(?:diff-(lineno|context|addedline|deletedline)|mw-diff-inline-(header|context|changed|added|deleted|moved-source|moved-destination))(?=\s|$)/;

export class CompareRows {
  readonly rows: CompareRow[] = [];
  /** By MediaWiki's own engine, as the anchors of its hunks tell. */
  php = false;
  /** Of several slots of a revision, one after the other. */
  slots = false;
  private row: CompareRow | undefined;
  private cell: Cell | undefined;
  private mark: DiffRun['kind'] = 'same';
  private inline = false;
  private link = false;

  constructor(html: string) {
    for (const token of htmlTokens(html)) {
      if (token.kind === 'start') this.start(token.name, token.source);
      else if (token.kind === 'end') this.end(token.name);
      // An empty line has a reference in it, where a text has the character.
      else if (token.kind === 'text') this.text(this.inline && token.source === '&#160;' ? '' : decoded(token.source));
      // MediaWiki 1.39 leaves the numbers over inline hunks as wikidiff2 wrote them: <!-- LINES 1234,1236 -->
      else if (this.cell?.kind === 'header') this.text(token.source.replace(',', ' '));
    }
  }

  private start(name: string, source: string): void {
    if (name === 'td' || name === 'div') this.open(name, source);
    else if (name === 'tr') this.newRow(source);
    else if (name === 'ins' || name === 'del') this.setMark(name === 'ins' ? 'added' : 'removed');
    else if (name === 'a') this.anchor(source);
    else if (name === 'span' && attribute(source, 'class') === 'mw-inline-diff-newline') this.cell?.pieces.push({kind: 'added', text: '\n'});
  }

  private end(name: string): void {
    if (name === 'td' || (name === 'div' && this.inline)) this.cell = undefined;
    else if (name === 'tr') this.row = undefined;
    else if (name === 'ins' || name === 'del') this.setMark('same');
    else if (name === 'a') this.link = false;
  }

  private open(name: string, source: string): void {
    const [, cell, line] = wanted.exec(attribute(source, 'class') ?? '') ?? [];
    this.inline = line !== undefined;
    const kind = (cell ?? line) as CellKind | undefined;
    if (kind === undefined) {
      if (name === 'td') this.cell = undefined;
      return;
    }
    if (attribute(source, 'id')?.startsWith('mw-diff-left-l')) this.php = true;
    this.cell = {kind, pieces: []};
    this.mark = 'same';
    this.link = false;
    this.thisRow(this.inline).cells.push(this.cell);
  }

  private newRow(source: string): void {
    this.row = this.cell = undefined;
    if (attribute(source, 'class') === 'mw-diff-slot-header') this.slots = true;
  }

  /** A line of the inline format is a row of its own. */
  private thisRow(fresh: boolean): CompareRow {
    if (fresh || !this.row) this.rows.push((this.row = {cells: [], id: undefined, other: undefined}));
    return this.row;
  }

  /** That there is a mark counts, even where nothing is in it. */
  private setMark(mark: DiffRun['kind']): void {
    this.mark = mark;
    if (mark !== 'same') this.text('');
  }

  private anchor(source: string): void {
    const row = this.thisRow(false);
    row.id = attribute(source, 'name') ?? row.id;
    row.other = attribute(source, 'href')?.replace(/^#/, '') ?? row.other;
    this.link = true;
  }

  /** The text of a link is an arrow. */
  private text(text: string): void {
    if (!this.link) this.cell?.pieces.push({kind: this.mark, text});
  }
}
