/** Lines that now stand elsewhere, with what changed inside them; there is no number of lines from which on it stops looking. */
import {at} from './at.js';
import type {Budget, Steps} from './budget.js';
import type {Document, Side} from './document.js';
import {type Likeness, likenesses} from './rare.js';
import {ratio, type Similarity} from './similar.js';

/** What is less alike has not moved, but gone. */
const least = 0.4;

/** A changed line that says less than this, a dozen letters, has moved only if it is still nearly the same. */
const leastWeight = 48;
const nearly = 0.8;

/** A word or a number. */
const word = 8;

/** So many pairs of lines are all compared; of more, those with rare words in common. */
const few = 2500;

/** A changed line that is kept in its place is taken for a moved one where another is so much more like it. */
const better = 0.3;

/**
 * @param matchA - the line of `b` that is in its place, or -1; pairs that are less alike than a moved line are parted
 * @returns for each line of `a` the line of `b` it has moved to, or -1
 */
export function* findMoves(document: Document, matchA: Int32Array, matchB: Int32Array, similarity: Similarity, budget: Budget): Steps<Int32Array> {
  const moves = new Moves(document, matchA, matchB, similarity);
  yield* moves.exact(budget);
  if (!budget.spent()) yield* moves.changed(budget);
  return moves.toB;
}

class Moves {
  readonly toB: Int32Array;
  private readonly toA: Int32Array;
  private readonly document: Document;
  private readonly matchA: Int32Array;
  private readonly matchB: Int32Array;
  private readonly similarity: Similarity;

  constructor(document: Document, matchA: Int32Array, matchB: Int32Array, similarity: Similarity) {
    this.document = document;
    this.matchA = matchA;
    this.matchB = matchB;
    this.similarity = similarity;
    this.toB = new Int32Array(matchA.length).fill(-1);
    this.toA = new Int32Array(matchB.length).fill(-1);
  }

  /** Equal lines, each the only one of its like among the removed and the added; and their neighbours. */
  *exact(budget: Budget): Steps<void> {
    const {a, b, idCount} = this.document;
    const [countA, countB, placeB] = [new Int32Array(idCount), new Int32Array(idCount), new Int32Array(idCount)];
    for (const [x, id] of a.ids.entries()) if (this.isFreeA(x)) countA[id] = at(countA, id) + 1;
    for (const [y, id] of b.ids.entries()) {
      if (!this.isFreeB(y)) continue;
      countB[id] = at(countB, id) + 1;
      placeB[id] = y;
    }
    for (const [x, id] of a.ids.entries()) {
      if (budget.due()) yield;
      if (this.isFreeA(x) && countA[id] === 1 && countB[id] === 1 && this.isFreeB(at(placeB, id)) && a.weight(x) > 4) this.move(x, at(placeB, id));
    }
  }

  /** Lines that are alike, the most alike first. */
  *changed(budget: Budget): Steps<void> {
    const {document, matchA, toB, toA, similarity} = this;
    const {a, b, tokens} = document;
    const loose = yield* this.loosePairs(budget);
    const xs = yield* heavyLines(a, (x) => this.isFreeA(x) || loose.has(x), budget);
    const ys = yield* heavyLines(b, (y) => this.isFreeB(y) || loose.has(at(this.matchB, y)), budget);
    if (xs.length === 0 || ys.length === 0) return;
    const found = xs.length * ys.length <= few ? this.likenessOfAll(xs, ys) : yield* likenesses(a, xs, b, ys, tokens, similarity, least, budget);
    for (const {x, y, ratio} of found.sort((one, other) => other.ratio - one.ratio)) {
      if (budget.due()) yield;
      if (at(toB, x) >= 0 || at(toA, y) >= 0 || at(matchA, x) === y) continue;
      if (!this.isWorth(x, y, ratio, loose)) continue;
      this.part(x, at(matchA, x));
      this.part(at(this.matchB, y), y);
      this.move(x, y);
    }
  }

  /** Pairs that are not much alike, with how much they are. */
  private *loosePairs(budget: Budget): Steps<ReadonlyMap<number, number>> {
    const {document, matchA, similarity} = this;
    const {a, b} = document;
    const loose = new Map<number, number>();
    for (const [x, y] of matchA.entries()) {
      if (budget.due()) yield;
      if (y < 0 || a.ids[x] === b.ids[y]) continue;
      const like = ratio(similarity.from(a.line(x))(b.line(y)), a.line(x), b.line(y));
      if (like <= 1 - better) loose.set(x, like);
    }
    return loose;
  }

  private likenessOfAll(xs: readonly number[], ys: readonly number[]): Likeness[] {
    const {a, b} = this.document;
    return xs.flatMap((x) => {
      const line = a.line(x);
      const compare = this.similarity.from(line);
      return ys.map((y): Likeness => {
        const common = compare(b.line(y));
        return {x, y, common, ratio: ratio(common, line, b.line(y))};
      });
    });
  }

  private isWorth(x: number, y: number, like: Likeness['ratio'], loose: ReadonlyMap<number, number>): boolean {
    const {a, b} = this.document;
    if (like < (Math.min(a.weight(x), b.weight(y)) < leastWeight ? nearly : least)) return false;
    const now = Math.max(loose.get(x) ?? 0, loose.get(at(this.matchB, y)) ?? 0);
    return now === 0 || like >= now + better;
  }

  private part(x: number, y: number): void {
    if (x < 0 || y < 0) return;
    this.matchA[x] = -1;
    this.matchB[y] = -1;
  }

  /** Takes the neighbours along, empty lines and changed ones, too, as far as they have no place of their own. */
  private move(x: number, y: number): void {
    this.toB[x] = y;
    this.toA[y] = x;
    for (const step of [-1, 1]) for (let distance = step; this.goesAlong(x + distance, y + distance); distance += step) {
      this.toB[x + distance] = y + distance;
      this.toA[y + distance] = x + distance;
    }
  }

  private goesAlong(x: number, y: number): boolean {
    if (!this.isFreeA(x) || !this.isFreeB(y)) return false;
    const {a, b} = this.document;
    if (a.ids[x] === b.ids[y]) return true;
    const [line, other] = [a.line(x), b.line(y)];
    return Math.min(line.weight, other.weight) >= leastWeight / 2 && ratio(this.similarity.from(line)(other), line, other) >= least;
  }

  private isFreeA(x: number): boolean {
    return x >= 0 && x < this.toB.length && at(this.matchA, x) < 0 && at(this.toB, x) < 0;
  }

  private isFreeB(y: number): boolean {
    return y >= 0 && y < this.toA.length && at(this.matchB, y) < 0 && at(this.toA, y) < 0;
  }
}

/** Of the lines that are wanted, those that say enough. */
function* heavyLines(side: Side, isWanted: (index: number) => boolean, budget: Budget): Steps<number[]> {
  const lines: number[] = [];
  for (let index = 0; index < side.ids.length; index++) {
    if (budget.due()) yield;
    if (isWanted(index) && side.weight(index) >= word) lines.push(index);
  }
  return lines;
}
