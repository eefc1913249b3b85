/** The engine's numbers and the texts, as a model. */
import {at} from './engine/at.js';
import type {Budget, Steps} from './engine/budget.js';
import {rowKinds, rowSize, type Script} from './engine/script.js';
import {contextRow, Row, type Source} from './local-row.js';
import type {DiffHunk, DiffModel, DiffMove, DiffStats, DiffTexts, RowKind} from './model.js';
import {outlineOf} from './outline.js';
import {type Heading, headingsOf} from './sections.js';

/** @param context - how many unchanged lines are shown around what differs */
export function* makeModel(texts: DiffTexts, script: Script, context: number, contentmodel: string, budget: Budget): Steps<DiffModel> {
  const sectionOf = outlineOf(texts.to, contentmodel);
  const moves = movesOf(script, texts);
  const rows: Row[] = [];
  const hunks: DiffHunk[] = [];
  const source: Source = {texts, changes: script.changes};
  // The lines that come next.
  let [x, y] = [0, 0];
  let hunk = {start: 0, x, y};
  const show = (lines: number): void => {
    for (let end = x + lines; x < end; x++, y++) rows.push(contextRow(texts, x, y));
  };
  const close = (): void => {
    if (rows.length === hunk.start) return;
    // Of a hunk without lines on the right, the line that follows.
    const section = sectionOf(Math.min(firstChange(rows, hunk.start) ?? hunk.y + 1, texts.to.length));
    hunks.push({start: hunk.start, end: rows.length, from: {line: hunk.x + 1, lines: x - hunk.x}, to: {line: hunk.y + 1, lines: y - hunk.y}, section});
  };
  const open = (same: number): void => {
    [x, y] = [x + same, y + same];
    hunk = {start: rows.length, x, y};
  };
  for (let index = 0; index < script.rows.length; index += rowSize) {
    if (budget.due()) yield;
    const [kind, from, lines, to, others, changes, move] = script.rows.subarray(index, index + rowSize) as unknown as [number, number, number, number, number, number, number];
    const same = from >= 0 ? from - x : to - y;
    // What is as long as the button that would stand for it is shown.
    if (same > 2 * context + 1 || (rows.length === 0 && same > context)) {
      if (rows.length > 0) show(context);
      close();
      open(same - context - (rows.length > 0 ? context : 0));
      show(context);
    } else {
      show(same);
    }
    rows.push(new Row(source, rowKinds[kind] as RowKind, from < 0 ? x : from, lines, to < 0 ? y : to, others, changes, moves[move]));
    [x, y] = [x + lines, y + others];
  }
  if (rows.length > 0) show(Math.min(context, texts.from.length - x));
  close();
  return {engine: 'local', rows, hunks, moves, stats: statsOf(script), texts, truncated: script.truncated};
}

/** The line of the right text where the first change of a hunk is, from 1. */
function firstChange(rows: readonly Row[], start: number): number | undefined {
  for (let index = start; index < rows.length; index++) {
    const row = rows[index] as Row;
    if (row.kind !== 'context') return row.y + 1;
  }
  return undefined;
}

function statsOf({rows, counts}: Script): DiffStats {
  const lines = {changed: 0, removed: 0, added: 0, movedFrom: 0, movedTo: 0, context: 0};
  for (let index = 0; index < rows.length; index += rowSize) lines[rowKinds[at(rows, index)] as RowKind]++;
  const [addedWords, removedWords, addedCharacters, removedCharacters] = counts;
  return {addedLines: lines.added, removedLines: lines.removed, changedLines: lines.changed, movedLines: lines.movedTo, addedWords, removedWords, addedCharacters, removedCharacters};
}

function movesOf({rows, moves}: Script, {from, to}: DiffTexts): readonly DiffMove[] {
  const [headings, otherHeadings] = moves.length > 0 ? [headingsOf(from), headingsOf(to)] : [[], []];
  /** Which end comes first in the rows. */
  const first: number[] = [];
  for (let index = 0; index < rows.length; index += rowSize) {
    const move = at(rows, index + 6);
    if (move >= 0) first[move] ??= at(rows, index);
  }
  return Array.from({length: moves.length / 4}, (_, index) => {
    const [x, lines, y, others] = moves.subarray(4 * index, 4 * index + 4) as unknown as [number, number, number, number];
    const section = wholeSection(headings, from, x, lines) && wholeSection(otherHeadings, to, y, others);
    return {from: {line: x + 1, lines}, to: {line: y + 1, lines: others}, direction: first[index] === rowKinds.indexOf('movedFrom') ? 'down' : 'up', section};
  });
}

/** The heading of the section that these lines are, empty lines at its end aside. */
function wholeSection(headings: readonly Heading[], text: readonly string[], start: number, count: number): string | undefined {
  while (count > 0 && text[start] === '') {
    start++;
    count--;
  }
  const index = headings.findIndex(({line}) => line === start + 1);
  const heading = headings[index];
  if (!heading) return undefined;
  const next = headings.slice(index + 1).find(({level}) => level <= heading.level)?.line ?? text.length + 1;
  for (let line = start + count; line < next - 1; line++) if (text[line] !== '') return undefined;
  return heading.title;
}
