/** What was found out, line by line, as rows. */
import {at} from './at.js';
import type {Budget, Steps} from './budget.js';
import {characters} from './count.js';
import type {Document, Side} from './document.js';
import type {Common} from './myers.js';
import {Numbers, rowKinds, type Script} from './script.js';
import type {Spans} from './split.js';
import type {Line} from './tokens.js';
import {type Change, compareWords, wordsIn} from './words.js';

/** Lines of `a` in their place (`matchA`) or elsewhere (`moveA`) in `b`, -1 for none; and the same seen from `b`. */
export interface Found {
  readonly matchA: Int32Array;
  readonly matchB: Int32Array;
  readonly moveA: Int32Array;
  readonly moveB: Int32Array;
  readonly spans: Spans;
}

const kind = (name: (typeof rowKinds)[number]): number => rowKinds.indexOf(name);

export function* makeScript(document: Document, found: Found, common: Common, budget: Budget): Steps<Script> {
  const {matchA, matchB, moveA, moveB, spans} = found;
  const maker = new Maker(document, common, budget);
  const moves = groupMoves(found, document);
  for (let x = 0, y = 0; x < matchA.length || y < matchB.length; ) {
    if (budget.due()) yield;
    if (x < matchA.length && at(matchA, x) < 0) {
      const to = at(moveA, x);
      if (to < 0) maker.single(kind('removed'), x, -1);
      else maker.rows.push(kind('movedFrom'), x, 1, -1, 0, yield* maker.changesOf(x, 1, to, 1), at(moves.ofA, x));
      x++;
    } else if (y < matchB.length && at(matchB, y) < 0) {
      const from = at(moveB, y);
      if (from < 0) maker.single(kind('added'), -1, y);
      else maker.rows.push(kind('movedTo'), -1, 0, y, 1, yield* maker.changesOf(from, 1, y, 1), at(moves.ofA, from));
      y++;
    } else {
      const [lines, others] = [at(spans.a, x), at(spans.b, y)];
      if (document.a.ids[x] !== document.b.ids[y] || lines + others > 2) {
        const index = yield* maker.changesOf(x, lines, y, others);
        // Where blanks are ignored, lines may turn out to be the same.
        if (maker.hasChanges(index) || lines !== others) maker.rows.push(kind('changed'), x, lines, y, others, index, -1);
      }
      x += lines;
      y += others;
    }
  }
  return maker.done(moves.list);
}

class Maker {
  readonly rows = new Numbers();
  private readonly changes = new Numbers();
  private readonly document: Document;
  private readonly common: Common;
  private readonly budget: Budget;
  /** Both ends of a move have the same changes: by the line of `a`. */
  private readonly known = new Map<number, number>();
  private truncated = false;
  private addedWords = 0;
  private removedWords = 0;
  private addedCharacters = 0;
  private removedCharacters = 0;

  constructor(document: Document, common: Common, budget: Budget) {
    this.document = document;
    this.common = common;
    this.budget = budget;
  }

  single(kind: number, x: number, y: number): void {
    const {a, b, tokens} = this.document;
    if (x >= 0) {
      this.removedWords += wordsIn(a.line(x), 0, a.line(x).ids.length, tokens);
      this.removedCharacters += characters(a.lines[x] as string);
    } else {
      this.addedWords += wordsIn(b.line(y), 0, b.line(y).ids.length, tokens);
      this.addedCharacters += characters(b.lines[y] as string);
    }
    this.rows.push(kind, x, x < 0 ? 0 : 1, y, y < 0 ? 0 : 1, -1, -1);
  }

  hasChanges(index: number): boolean {
    return this.changes.get(index) > 0;
  }

  /** @returns the index of what changed between lines of `a` and lines of `b` */
  *changesOf(x: number, lines: number, y: number, others: number): Steps<number> {
    const known = this.known.get(x);
    if (known !== undefined) return known;
    const {a, b, tokens} = this.document;
    const [from, to] = [a.joined(x, lines), b.joined(y, others)];
    let changes: readonly Change[] = [];
    if (a.ids[x] !== b.ids[y] || lines + others > 2) {
      if (this.budget.spent()) this.truncated = true;
      changes = this.budget.spent() ? whole(from, to, this.document) : yield* compareWords(from, to, tokens, this.common, this.budget);
      this.count(changes, text(a, x, lines), text(b, y, others));
    }
    const index = this.changes.pushChanges(changes);
    this.known.set(x, index);
    return index;
  }

  done(moves: Numbers): Script {
    const {rows, changes, addedWords, removedWords, addedCharacters, removedCharacters} = this;
    return {rows: rows.done(), changes: changes.done(), moves: moves.done(), counts: [addedWords, removedWords, addedCharacters, removedCharacters], truncated: this.truncated || this.budget.spent()};
  }

  private count(changes: readonly Change[], from: string, to: string): void {
    let [x, y] = [0, 0];
    for (const {sameFrom, sameTo, removed, added, removedWords, addedWords} of changes) {
      x += sameFrom;
      y += sameTo;
      this.removedWords += removedWords;
      this.addedWords += addedWords;
      this.removedCharacters += characters(from.slice(x, (x += removed)));
      this.addedCharacters += characters(to.slice(y, (y += added)));
    }
  }
}

const text = ({lines}: Side, index: number, count: number): string => (count === 1 ? (lines[index] as string) : lines.slice(index, index + count).join('\n'));

/** When there is no time for words. */
const whole = (from: Line, to: Line, {tokens}: Document): readonly Change[] => [
  {sameFrom: 0, sameTo: 0, removed: from.ends.at(-1) ?? 0, added: to.ends.at(-1) ?? 0, removedWords: wordsIn(from, 0, from.ids.length, tokens), addedWords: wordsIn(to, 0, to.ids.length, tokens)},
];

/** Moved lines that stood together and still do are one move, also with an empty line in between that has stayed. */
function groupMoves({moveA}: Found, {a, b}: Document): {readonly list: Numbers; readonly ofA: Int32Array} {
  const list = new Numbers();
  const ofA = new Int32Array(moveA.length).fill(-1);
  let count = 0;
  for (let x = 0; x < moveA.length; ) {
    if (at(moveA, x) < 0) {
      x++;
      continue;
    }
    const [start, to] = [x, at(moveA, x)];
    const isNext = (index: number): boolean => moveA[index] === to + index - start;
    const isEmpty = (index: number): boolean => moveA[index] === -1 && a.lines[index] === '' && b.lines[to + index - start] === '';
    for (; isNext(x) || (isEmpty(x) && isNext(x + 1)); x++) ofA[x] = count;
    list.push(start, x - start, to, x - start);
    count++;
  }
  return {list, ofA};
}
