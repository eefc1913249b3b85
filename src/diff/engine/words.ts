/** Which words of a changed line differ. */
import {at} from './at.js';
import type {Budget, Steps} from './budget.js';
import {blank, sign, unparted} from './characters.js';
import {type Group, groupsOf} from './groups.js';
import {type Common, compareIds, type Pair} from './myers.js';
import {slide} from './slide-to-read.js';
import {type Line, startOf, type Tokens} from './tokens.js';

/** Of one line that became another, in UTF-16 units: so much is the same, then so much was removed, so much added. */
export interface Change {
  readonly sameFrom: number;
  /** Differs from `sameFrom` only where blanks are ignored. */
  readonly sameTo: number;
  readonly removed: number;
  readonly added: number;
  readonly removedWords: number;
  readonly addedWords: number;
}

/** @returns changes in order; after the last, the rest is the same */
export function* compareWords(from: Line, to: Line, tokens: Tokens, common: Common, budget: Budget): Steps<Change[]> {
  const pair: Pair = {a: from.ids, b: to.ids, changedA: new Uint8Array(from.ids.length), changedB: new Uint8Array(to.ids.length)};
  yield* compareTokens(pair, tokens, common, budget);
  const quality = (line: Line) => (index: number) => borderQuality(line, index, tokens);
  slide(pair, quality(from), quality(to));
  const changes: Change[] = [];
  let [x, y] = [0, 0];
  for (const {a0, a1, b0, b1} of joined(groupsOf(pair), from, tokens)) {
    const [fromStart, fromEnd, toStart, toEnd] = [startOf(from, a0), startOf(from, a1), startOf(to, b0), startOf(to, b1)];
    changes.push({sameFrom: fromStart - x, sameTo: toStart - y, removed: fromEnd - fromStart, added: toEnd - toStart, removedWords: wordsIn(from, a0, a1, tokens), addedWords: wordsIn(to, b0, b1, tokens)});
    [x, y] = [fromEnd, toEnd];
  }
  return changes;
}

/** First without blanks: as every other token is one, two words that are the same would lose against three blanks. */
function* compareTokens(pair: Pair, tokens: Tokens, common: Common, budget: Budget): Steps<void> {
  const {a, b} = pair;
  const [placesA, placesB] = [withoutBlanks(a, tokens), withoutBlanks(b, tokens)];
  const bare: Pair = {a: placesA.map((place) => at(a, place)), b: placesB.map((place) => at(b, place)), changedA: new Uint8Array(placesA.length), changedB: new Uint8Array(placesB.length)};
  yield* compareIds(bare, 0, placesA.length, 0, placesB.length, common, budget);
  let [x, y] = [0, 0];
  for (let place = 0, other = 0; ; place++, other++) {
    while (bare.changedA[place]) place++;
    while (bare.changedB[other]) other++;
    const isEnd = place >= placesA.length;
    const [nextX, nextY] = isEnd ? [a.length, b.length] : [at(placesA, place), at(placesB, other)];
    yield* compareIds(pair, x, nextX, y, nextY, common, budget);
    if (isEnd) return;
    [x, y] = [nextX + 1, nextY + 1];
  }
}

function withoutBlanks(ids: Int32Array, tokens: Tokens): Int32Array {
  const places = new Int32Array(ids.length);
  let count = 0;
  for (let index = 0; index < ids.length; index++) if (tokens.kindOf(at(ids, index)) !== blank) places[count++] = index;
  return places.subarray(0, count);
}

/** A change begins best with a word after a blank, and not with a full stop. */
function borderQuality({ids}: Line, index: number, tokens: Tokens): number {
  if (index === 0 || index === ids.length) return 3;
  const before = tokens.kindOf(at(ids, index - 1));
  const after = tokens.kindOf(at(ids, index));
  if (before === blank) return after === blank ? 0 : 3;
  if (after === blank) return 2;
  return before === sign || after === sign ? 1 : 0;
}

/** Two words that were both replaced are one change, with the blank between them. */
function joined(groups: readonly Group[], from: Line, tokens: Tokens): readonly Group[] {
  const all: Group[] = [];
  for (const group of groups) {
    const last = all.at(-1);
    if (last && isReplaced(last) && isReplaced(group) && group.a0 === last.a1 + 1 && tokens.kindOf(at(from.ids, last.a1)) === blank) {
      last.a1 = group.a1;
      last.b1 = group.b1;
    } else {
      all.push(group);
    }
  }
  return all;
}

const isReplaced = ({a0, a1, b0, b1}: Group): boolean => a1 > a0 && b1 > b0;

/** How many tokens are words. */
export function wordsIn({ids}: Line, start: number, end: number, tokens: Tokens): number {
  let words = 0;
  for (let index = start; index < end; index++) if (tokens.kindOf(at(ids, index)) <= unparted) words++;
  return words;
}
