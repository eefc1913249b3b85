/** The result as plain numbers: cheap to send from a Worker, and to keep for texts of millions of characters. */
import type {Change} from './words.js';

/** Kinds of rows in a script; lines in no row are the same. */
export const rowKinds = ['changed', 'removed', 'added', 'movedFrom', 'movedTo'] as const;

/** What a row takes in {@link Script.rows}. */
export const rowSize = 7;

/** What a change takes in {@link Script.changes}. */
export const changeSize = 4;

export interface Script {
  /**
   * Of each row: its kind; the index of its first line and the number of lines, left and right; the index of its
   * changes and of its move, -1 for none.
   */
  readonly rows: Int32Array;
  /** How many changes follow; and of each its members. */
  readonly changes: Int32Array;
  /** Of each move: the first line left, how many, the first line right, how many. */
  readonly moves: Int32Array;
  /** Characters and words that were added and removed. */
  readonly counts: readonly [addedWords: number, removedWords: number, addedCharacters: number, removedCharacters: number];
  readonly truncated: boolean;
}

/** A list of numbers that grows. */
export class Numbers {
  private array = new Int32Array(1024);
  length = 0;

  push(...numbers: readonly number[]): void {
    if (this.length + numbers.length > this.array.length) {
      const longer = new Int32Array(2 * (this.length + numbers.length));
      longer.set(this.array);
      this.array = longer;
    }
    this.array.set(numbers, this.length);
    this.length += numbers.length;
  }

  get(index: number): number {
    return this.array[index] as number;
  }

  /** @returns its index */
  pushChanges(changes: readonly Change[]): number {
    const index = this.length;
    this.push(changes.length);
    for (const {sameFrom, sameTo, removed, added} of changes) this.push(sameFrom, sameTo, removed, added);
    return index;
  }

  done(): Int32Array<ArrayBuffer> {
    return this.array.slice(0, this.length);
  }
}
