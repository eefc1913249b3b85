/** Two texts made of one: what only one of them changed is put together, and for the rest somebody chooses. */
import type {Conflict} from '../../../core/errors.js';
import {merge3, type MergeConflict} from '../../../diff/merge3.js';
import {ended} from '../../../wiki/edit/merge-pages.js';

/** `both`: theirs, and mine below it. */
export type Pick = 'both' | 'mine' | 'theirs';

export class Merging {
  /** Where both changed the same, top to bottom. */
  readonly places: readonly MergeConflict[];
  private readonly together: string;
  private readonly picks: (Pick | undefined)[];

  constructor({base = '', mine, theirs = ''}: Conflict) {
    const {text, conflicts} = merge3(ended(base), ended(mine), ended(theirs));
    this.together = text;
    this.places = conflicts;
    this.picks = conflicts.map(() => undefined);
  }

  pick(place: number, pick: Pick): void {
    this.picks[place] = pick;
  }

  picked(place: number): Pick | undefined {
    return this.picks[place];
  }

  /** The first place nobody has chosen for; -1 if none is left. */
  get open(): number {
    return this.picks.indexOf(undefined);
  }

  /** As it was chosen; where it was not, mine. */
  get text(): string {
    let text = '';
    let copied = 0;
    for (const [index, {mine, theirs, offset}] of this.places.entries()) {
      text += this.together.slice(copied, offset) + chosen(this.picks[index] ?? 'mine', mine, theirs);
      copied = offset + mine.length;
    }
    return (text + this.together.slice(copied)).slice(0, -1);
  }
}

function chosen(pick: Pick, mine: string, theirs: string): string {
  if (pick !== 'both') return pick === 'mine' ? mine : theirs;
  return theirs === '' || mine === '' || theirs.endsWith('\n') ? theirs + mine : `${theirs}\n${mine}`;
}
