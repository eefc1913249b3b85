/** Which of many lines may be like one another: those that share words which few others have. */
import type {Budget, Steps} from './budget.js';
import type {Side} from './document.js';
import {ratio, type Similarity} from './similar.js';
import type {Tokens} from './tokens.js';

export interface Likeness {
  readonly x: number;
  readonly y: number;
  /** From 0 to 1. */
  readonly ratio: number;
  /** The weight of what is in both. */
  readonly common: number;
}

/** A word in more lines than that tells nothing; and so many lines are looked at, for each, at most. */
const few = 6;
const most = 4;

/**
 * For each of the lines `xs` the lines of `ys` most like it, best first.
 *
 * @param least - what is less alike is left out
 */
export function* likenesses(a: Side, xs: readonly number[], b: Side, ys: readonly number[], tokens: Tokens, similarity: Similarity, least: number, budget: Budget): Steps<Likeness[]> {
  for (const x of xs) a.line(x);
  const lines = new Map<number, number[]>();
  for (const y of ys) {
    for (const id of new Set(b.line(y).ids)) {
      if (tokens.weightOf(id) < 8) continue;
      const found = lines.get(id);
      if (!found) lines.set(id, [y]);
      else if (found.length <= few) found.push(y);
    }
    if (budget.due()) yield;
  }
  const likenesses: Likeness[] = [];
  for (const x of xs) {
    if (budget.spent()) break;
    if (budget.due()) yield;
    const line = a.line(x);
    const votes = new Map<number, number>();
    for (const id of new Set(line.ids)) {
      const found = lines.get(id);
      if (found && found.length <= few) for (const y of found) votes.set(y, (votes.get(y) ?? 0) + tokens.weightOf(id));
    }
    if (votes.size === 0) continue;
    const compare = similarity.from(line);
    const best = [...votes].sort(([, one], [, other]) => other - one).slice(0, most);
    for (const [y] of best) {
      const common = compare(b.line(y));
      const like = ratio(common, line, b.line(y));
      if (like >= least) likenesses.push({x, y, ratio: like, common});
    }
  }
  return likenesses;
}

/** Of likenesses sorted by `x`, those that together have most in common and whose places rise on both sides. */
export function rising(likenesses: readonly Likeness[], height: number): readonly Likeness[] {
  // By y, in a tree of prefixes (Fenwick): the heaviest row that ends there or above.
  const tree: (number | undefined)[] = [];
  const before: (number | undefined)[] = [];
  const weights: number[] = [];
  const heavier = (one: number | undefined, other: number | undefined): number | undefined => (one === undefined || (other !== undefined && (weights[other] as number) > (weights[one] as number)) ? other : one);
  let pending: number[] = [];
  const enter = (): void => {
    for (const index of pending) for (let y = (likenesses[index] as Likeness).y + 1; y <= height; y += y & -y) tree[y] = heavier(tree[y], index);
    pending = [];
  };
  for (const [index, {x, y, common}] of likenesses.entries()) {
    // Those of the same line must not follow one another.
    if (likenesses[index - 1]?.x !== x) enter();
    let end: number | undefined;
    for (let above = y; above > 0; above -= above & -above) end = heavier(end, tree[above]);
    before[index] = end;
    weights[index] = common + (end === undefined ? 0 : (weights[end] as number));
    pending.push(index);
  }
  enter();
  let last: number | undefined;
  for (let y = height; y > 0; y -= y & -y) last = heavier(last, tree[y]);
  const row: Likeness[] = [];
  for (let index = last; index !== undefined; index = before[index]) row.push(likenesses[index] as Likeness);
  return row.reverse();
}
