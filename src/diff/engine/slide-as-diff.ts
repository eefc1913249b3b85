/**
 * Where equal lines or blocks stand in a row, it is open which of them were added. `diff` and `git` say: the lowest,
 * together with all changes they meet on the way there; or else those beside a change of the other list. A merge must
 * say the same, as it decides which changes touch. (For reading, slide-to-read.ts finds better places.)
 */
import {at} from './at.js';
import type {Pair} from './myers.js';

/** Slides the marks of both lists, first those of `a`. What is unmarked stays the same in both. */
export function slideChanges({a, b, changedA, changedB}: Pair): void {
  new Slider(a, changedA, changedB).slideAll();
  new Slider(b, changedB, changedA).slideAll();
}

class Slider {
  private readonly list: Int32Array;
  private readonly changed: Uint8Array;
  private readonly otherChanged: Uint8Array;
  /** The run of changes in hand. */
  private start = 0;
  private end = 0;
  /** The end of the run of changes in the other list that stands at the same place, perhaps an empty one. */
  private other = 0;

  constructor(list: Int32Array, changed: Uint8Array, otherChanged: Uint8Array) {
    this.list = list;
    this.changed = changed;
    this.otherChanged = otherChanged;
  }

  slideAll(): void {
    while (this.next()) {
      let length: number;
      // The last place where the other side has changes as well.
      let beside: number | undefined;
      do {
        length = this.end - this.start;
        while (this.up());
        beside = this.isBeside() ? this.end : undefined;
        while (this.down()) if (this.isBeside()) beside = this.end;
      } while (this.end - this.start !== length);
      if (beside !== undefined) while (this.end > beside) this.up();
    }
  }

  /** Goes on to the run of changes below. */
  private next(): boolean {
    const {list, changed} = this;
    this.start = this.end;
    this.skipOther();
    while (this.start < list.length && !changed[this.start]) {
      this.start++;
      this.other++;
      this.skipOther();
    }
    this.end = this.start;
    while (changed[this.end]) this.end++;
    return this.end > this.start;
  }

  /** One line up, where that changes nothing; what it meets joins it. */
  private up(): boolean {
    const {list, changed, otherChanged} = this;
    if (this.start === 0 || at(list, this.start - 1) !== at(list, this.end - 1)) return false;
    changed[--this.start] = 1;
    changed[--this.end] = 0;
    while (changed[this.start - 1]) this.start--;
    do this.other--;
    while (otherChanged[this.other]);
    return true;
  }

  /** One line down. */
  private down(): boolean {
    const {list, changed} = this;
    if (this.end === list.length || at(list, this.start) !== at(list, this.end)) return false;
    changed[this.start++] = 0;
    changed[this.end++] = 1;
    while (changed[this.end]) this.end++;
    this.other++;
    this.skipOther();
    return true;
  }

  private isBeside(): boolean {
    return this.otherChanged[this.other - 1] === 1;
  }

  private skipOther(): void {
    while (this.otherChanged[this.other]) this.other++;
  }
}
