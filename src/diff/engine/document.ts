/** Two texts by lines: their numbers, and, once somebody asks, their words. */
import type {Budget, Steps} from './budget.js';
import {Interner} from './intern.js';
import {type Line, Tokens} from './tokens.js';

export class Side {
  readonly lines: readonly string[];
  /** Equal lines have equal numbers, on both sides. */
  readonly ids: Int32Array;
  private readonly tokens: Tokens;
  private readonly known: (Line | undefined)[] = [];

  constructor(lines: readonly string[], ids: Int32Array, tokens: Tokens) {
    this.lines = lines;
    this.ids = ids;
    this.tokens = tokens;
  }

  line(index: number): Line {
    return (this.known[index] ??= this.tokens.of(this.lines[index] as string));
  }

  /** Several lines as one, with the line ends between them. */
  joined(index: number, count: number): Line {
    return count === 1 ? this.line(index) : this.tokens.of(this.lines.slice(index, index + count).join('\n'));
  }

  weight(index: number): number {
    return this.line(index).weight;
  }
}

export interface Document {
  readonly a: Side;
  readonly b: Side;
  readonly tokens: Tokens;
  /** The numbers of lines are smaller. */
  readonly idCount: number;
}

/** So many lines are looked at before others may go on. */
const slice = 2000;

/** @param ignoreBlanks - lines that differ in blanks alone are equal */
export function* openDocument(a: readonly string[], b: readonly string[], ignoreBlanks: boolean, locale: string | undefined, budget: Budget): Steps<Document> {
  const interner = new Interner();
  const tokens = new Tokens(ignoreBlanks, locale);
  const key = ignoreBlanks ? withoutBlanks : (line: string): string => line;
  const sides: Side[] = [];
  for (const lines of [a, b]) {
    const ids = new Int32Array(lines.length);
    for (let start = 0; start < lines.length; start += slice) {
      for (let index = start; index < Math.min(start + slice, lines.length); index++) ids[index] = interner.id(key(lines[index] as string));
      if (budget.due()) yield;
    }
    sides.push(new Side(lines, ids, tokens));
  }
  return {a: sides[0] as Side, b: sides[1] as Side, tokens, idCount: interner.size};
}

/** As the tokens see it. */
const withoutBlanks = (line: string): string => line.replace(/\s+/g, ' ').trim();
