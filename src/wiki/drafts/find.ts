/** The draft to offer where a page is opened again. */
import {heldDrafts} from './hold.js';
import type {DraftPlace, DraftRecord} from './record.js';
import {listDrafts} from './store.js';

export interface DraftWanted extends DraftPlace {
  /** Finds those of a page that was renamed. */
  readonly pageid?: number | undefined;
  /** Of the section as it is now: finds those of a section that has another number now, and none of what took its number. */
  readonly heading?: string | undefined;
}

let chosen: string | undefined;

/** Somebody has picked it out of a list: where its page is opened next, it goes before newer ones. */
export function chooseDraft({id}: Pick<DraftRecord, 'id'>): void {
  chosen = id;
}

/** @returns the one that was chosen, or the newest that nobody is typing at this moment; undefined when there is none */
export async function draftFor(wanted: DraftWanted): Promise<DraftRecord | undefined> {
  const [all, held] = await Promise.all([listDrafts(wanted), heldDrafts()]);
  const found = all.filter((draft) => !held.has(draft.id) && isSamePage(draft, wanted)).map((draft) => ({draft, far: distance(draft, wanted)}));
  // They are the newest first already, and stay so.
  const near = found.filter(({far}) => far < Infinity).sort((one, other) => one.far - other.far);
  return (near.find(({draft}) => draft.id === chosen) ?? near[0])?.draft;
}

const isSamePage = (draft: DraftRecord, {title, pageid}: DraftWanted): boolean => draft.title === title || (pageid !== undefined && draft.pageid === pageid);

/** By how many sections it has moved; `Infinity` for another section. */
function distance(draft: DraftRecord, {section, heading}: DraftWanted): number {
  const isOther = heading !== undefined && draft.heading !== undefined && heading !== draft.heading;
  if (draft.section === section) return isOther ? Infinity : 0;
  // Neither the whole page, nor a new section, nor one that stands in a template has a number; the top has no heading.
  if (heading === undefined || draft.heading !== heading) return Infinity;
  const far = Math.abs(Number(draft.section) - Number(section));
  return Number.isNaN(far) ? Infinity : far;
}
