/** How much two lines have in common. */
import {at} from './at.js';
import type {Line, Tokens} from './tokens.js';

export class Similarity {
  private readonly tokens: Tokens;
  /** How often each token stands in the line that is compared with others. */
  private counts = new Int32Array(0);
  private taken: Int32Array = new Int32Array(0);

  constructor(tokens: Tokens) {
    this.tokens = tokens;
  }

  /** Compares `line` with others until the next call. */
  from(line: Line): (other: Line) => number {
    for (const id of this.taken) this.counts[id] = 0;
    if (this.counts.length < this.tokens.size) this.counts = new Int32Array(this.tokens.size * 2);
    const {counts} = this;
    this.taken = line.ids;
    for (const id of this.taken) counts[id] = at(counts, id) + 1;
    return (other) => this.common(other, line.weight);
  }

  /** The weight of the tokens that are in both, in any order. */
  private common(other: Line, weight: number): number {
    // A token seen since is not in the line.
    const {counts, tokens} = this;
    if (weight === 0) return 0;
    const used: number[] = [];
    let common = 0;
    for (const id of other.ids) {
      if (id < counts.length && at(counts, id) > 0) {
        counts[id] = at(counts, id) - 1;
        used.push(id);
        common += tokens.weightOf(id);
      }
    }
    for (const id of used) counts[id] = at(counts, id) + 1;
    return common;
  }
}

/** From 0, nothing in common, to 1, the same words. */
export const ratio = (common: number, {weight}: Line, other: Line): number => (weight + other.weight > 0 ? (2 * common) / (weight + other.weight) : 0);
