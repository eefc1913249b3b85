/**
 * Compares two texts; top to bottom the steps are: which lines differ, which of those became which, which moved, which
 * were split or joined, and which words of them differ. Only numbers come out.
 */
import {at} from './at.js';
import type {Budget, Steps} from './budget.js';
import {align} from './align.js';
import {openDocument} from './document.js';
import {groupsOf} from './groups.js';
import {compareLines} from './lines.js';
import {findMoves} from './moves.js';
import {Common, type Pair} from './myers.js';
import {makeScript} from './rows.js';
import type {Script} from './script.js';
import {Similarity} from './similar.js';
import {slide} from './slide-to-read.js';
import {findSplits} from './split.js';

export interface EngineOptions {
  /** A difference in blanks is none. */
  readonly ignoreBlanks: boolean;
  /** Of the texts, for parting words that have no blanks between them. */
  readonly locale: string | undefined;
}

/** @param from - lines */
export function* compareTexts(from: readonly string[], to: readonly string[], {ignoreBlanks, locale}: EngineOptions, budget: Budget): Steps<Script> {
  const document = yield* openDocument(from, to, ignoreBlanks, locale, budget);
  const {a, b, idCount, tokens} = document;
  const pair = yield* compareLines(a.ids, b.ids, idCount, budget);
  slide(pair, (index) => borderQuality(from, index), (index) => borderQuality(to, index));
  const {matchA, matchB} = matches(pair);
  const similarity = new Similarity(tokens);
  yield* align(document, groupsOf(pair), matchA, matchB, similarity, budget);
  const moveA = yield* findMoves(document, matchA, matchB, similarity, budget);
  const moveB = inverse(moveA, matchB.length);
  const spans = yield* findSplits(a, b, matchA, matchB, moveA, moveB, similarity, budget);
  const common = new Common(() => tokens.size);
  return yield* makeScript(document, {matchA, matchB, moveA, moveB, spans}, common, budget);
}

/** A change begins best with a heading, or after an empty line. */
function borderQuality(lines: readonly string[], index: number): number {
  const before = lines[index - 1]?.trim();
  const after = lines[index]?.trim();
  if (after?.startsWith('==')) return 4;
  if (before === undefined || after === undefined) return 3;
  if (after === '') return before === '' ? 0 : 1;
  return before === '' ? 3 : 0;
}

/** Of each line the one it is the same as. */
function matches({a, b, changedA, changedB}: Pair): {readonly matchA: Int32Array; readonly matchB: Int32Array} {
  const matchA = new Int32Array(a.length).fill(-1);
  const matchB = new Int32Array(b.length).fill(-1);
  for (let x = 0, y = 0; ; x++, y++) {
    while (changedA[x]) x++;
    while (changedB[y]) y++;
    if (x >= a.length) return {matchA, matchB};
    matchA[x] = y;
    matchB[y] = x;
  }
}

function inverse(toB: Int32Array, length: number): Int32Array {
  const toA = new Int32Array(length).fill(-1);
  for (let x = 0; x < toB.length; x++) if (at(toB, x) >= 0) toA[at(toB, x)] = x;
  return toA;
}
