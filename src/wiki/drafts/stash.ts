/**
 * What a page that is being closed has not heard to be kept. IndexedDB answers later, and on a busy machine the page is gone
 * before it has begun to write; what is in `localStorage` is there at once, but there is little room, so nothing stays in it.
 */
import {type DraftRecord, isDraft} from './record.js';

const prefix = 'wikilit-draft ';

export function stash(name: string, draft: DraftRecord): void {
  try {
    localStorage.setItem(prefix + name, JSON.stringify(draft));
  } catch {
    // Full, refused, or not there.
  }
}

export function unstash(name: string): void {
  try {
    localStorage.removeItem(prefix + name);
  } catch {
    // There is nothing then.
  }
}

/** It may have been written by anybody: what looks like no draft is not told. */
export function stashed(): readonly DraftRecord[] {
  try {
    const texts = Object.keys(localStorage).flatMap((key) => (key.startsWith(prefix) ? [localStorage.getItem(key) ?? ''] : []));
    return texts.map(parsed).filter(isDraft);
  } catch {
    return [];
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
