/** Models as wikis would tell them: what the readers read, the other way round. */
import type {DiffModel, DiffRow, DiffRun} from '../model.js';
import type {RestCompare, RestLine, RestRange} from './rest-answer.js';
import {interleave} from './runs.js';

const kinds: readonly DiffRow['kind'][] = ['context', 'added', 'removed', 'changed', 'movedFrom', 'movedTo'];
const bytes = (text: string): number => new TextEncoder().encode(text).length;
const plain = (runs: readonly DiffRun[]): string => runs.map(({text}) => text).join('');

/** Of a moved line, the row of its other place: in a move, they follow in the same order. */
function partner({rows}: DiffModel, row: DiffRow): DiffRow {
  const of = (kind: DiffRow['kind']): DiffRow[] => rows.filter((other) => other.kind === kind && other.move === row.move);
  return of(row.kind === 'movedTo' ? 'movedFrom' : 'movedTo')[of(row.kind).indexOf(row)] as DiffRow;
}

const anchor = ({rows}: DiffModel, row: DiffRow): string => `movedpara_${rows.indexOf(row)}_0_${row.kind === 'movedTo' ? 'rhs' : 'lhs'}`;

/** Both sides' runs, which a moved line has where it is now. */
const allRuns = (model: DiffModel, row: DiffRow): readonly DiffRun[] => (row.kind === 'movedTo' ? (interleave(partner(model, row).runs, row.runs) as readonly DiffRun[]) : row.runs);

export function asRest(model: DiffModel): RestCompare {
  const diff = model.rows.map((row): RestLine => {
    const moved = row.kind === 'movedTo' || row.kind === 'movedFrom';
    const ranges = row.kind === 'changed' || row.kind === 'movedTo';
    const runs = allRuns(model, row);
    return {
      type: kinds.indexOf(row.kind),
      ...(row.to && {lineNumber: row.to.line}),
      ...(moved && {moveInfo: {id: anchor(model, row), linkId: anchor(model, partner(model, row)), linkDirection: 0}}),
      text: plain(runs),
      offset: {from: null, to: null},
      ...(ranges && {highlightRanges: rangesOf(runs)}),
    };
  });
  const revision = {slot_role: 'main', sections: []};
  return {from: {...revision, id: 1}, to: {...revision, id: 2}, diff};
}

function rangesOf(runs: readonly DiffRun[]): RestRange[] {
  let start = 0;
  return runs.flatMap(({kind, text}) => {
    const range = {start, length: bytes(text), type: kind === 'removed' ? 1 : 0};
    start += range.length;
    return kind === 'same' ? [] : [range];
  });
}

export const escaped = (text: string): string => text.replace(/[&<>]/g, (character) => ({'&': '&amp;', '<': '&lt;', '>': '&gt;'})[character] as string);

const element = {removed: 'del', added: 'ins'} as const;

/** Each piece between line feeds, where a paragraph was split, by itself. */
const marked = (runs: readonly DiffRun[], feed = '\n'): string =>
  runs.map(({kind, text}) => (kind === 'same' ? escaped(text) : text.split('\n').map((part) => (part === '' ? '' : `<${element[kind]} class="diffchange">${escaped(part)}</${element[kind]}>`)).join(feed))).join('');

const left = ({runs}: DiffRow): DiffRun[] => runs.filter(({kind}) => kind !== 'added');
const right = ({runs}: DiffRow): DiffRun[] => runs.filter(({kind}) => kind !== 'removed');

export function asTable(model: DiffModel): string {
  const cell = (name: string, content: string): string => `  <td class="diff-${name}">${content === '' ? '<br />' : `<div>${content}</div>`}</td>\n`;
  const line = (row: DiffRow): string => {
    const name = row.kind.startsWith('moved') ? `<a name="${anchor(model, row)}"></a>` : '';
    const link = name && `  <td class="diff-marker"><a class="mw-diff-movedpara-${row.from ? 'left' : 'right'}" href="#${anchor(model, partner(model, row))}">&#x26AB;</a></td>\n`;
    if (row.kind === 'context') return `${cell('context', escaped(plain(row.runs)))}${cell('context', escaped(plain(row.runs)))}`;
    const from = row.from && `${link}${cell('deletedline', name + (row.to || name ? marked(left(row)) : escaped(plain(row.runs))))}`;
    const to = row.to && (row.from || name ? marked(right(row)) : escaped(plain(row.runs))).split('\n').map((part) => `${link}${cell('addedline', name + part)}`);
    return [(from ?? '') + (to?.[0] ?? ''), ...(to ?? []).slice(1)].join('</tr>\n<tr>\n');
  };
  const lineno = (number: number): string => `  <td colspan="2" class="diff-lineno">Line ${number.toLocaleString('en')}:</td>\n`;
  return withHeaders(model, line, (from, to) => lineno(from) + lineno(to)).map((row) => `<tr>\n${row}</tr>\n`).join('');
}

export function asInline(model: DiffModel): string {
  const div = (name: string, content: string): string => `<div class="mw-diff-inline-${name}">${content === '' ? '&#160;' : content}</div>\n`;
  const line = (row: DiffRow): string => {
    const feed = '<span class="mw-inline-diff-newline"></span><br>';
    if (row.kind === 'context' || row.kind === 'changed') return div(row.kind, marked(row.runs, feed));
    if (row.kind === 'added') return div('added', `<ins title="A &quot;b&quot; > c">${escaped(plain(row.runs)) || '&#160;'}</ins>`);
    if (row.kind === 'removed') return div('deleted mw-diff-empty-line', `<del>${escaped(plain(row.runs)) || '&#160;'}</del>`);
    const kind = row.from ? 'source' : 'destination';
    return div(`moved mw-diff-inline-moved-${kind}`, `<a name="${anchor(model, row)}"></a>${row.from ? escaped(plain(row.runs)) : marked(allRuns(model, row))}<a href="#${anchor(model, partner(model, row))}">&#9660;</a>`);
  };
  const header = (from: number, to: number): string => div('header', from === to ? `Line ${from}:` : `Line ${from} ⟶ ${to}:`);
  return `<tr><td colspan="4">${withHeaders(model, line, header).join('')}</td></tr>`;
}

const withHeaders = ({hunks, rows}: DiffModel, line: (row: DiffRow) => string, header: (from: number, to: number) => string): string[] =>
  hunks.flatMap(({start, end, from, to}) => [header(from.line, to.line), ...rows.slice(start, end).map(line)]);
