/**
 * Revisions that are known to be somebody's: another write of the same user, page and summary is not taken for one of
 * them. With their times, as a wiki that is set back gives the same numbers again. Kept beside the journal, for all tabs.
 */
import {get, update} from 'idb-keyval';
import {writes} from '../write/journal.js';

export async function claimed(apiUrl: string): Promise<ReadonlySet<string>> {
  return new Set([...(here.get(apiUrl) ?? []), ...asTexts(await writes((store) => get<unknown>(keyOf(apiUrl), store)))]);
}

/** @param revision - see {@link nameOf} */
export async function claim(apiUrl: string, revision: string): Promise<void> {
  here.set(apiUrl, [...(here.get(apiUrl) ?? []), revision].slice(-mostClaims));
  await writes((store) => update<unknown>(keyOf(apiUrl), (known) => [...asTexts(known), revision].slice(-mostClaims), store));
}

export const nameOf = (revid: number, timestamp = ''): string => `${revid} ${timestamp}`;

/** Of this script, for where nothing can be kept. */
const here = new Map<string, readonly string[]>();

/** So many revisions by this device between a write and its check will hardly be. */
const mostClaims = 500;

const keyOf = (apiUrl: string): string => `claimed ${apiUrl}`;

/** It may have been written by anybody. */
const asTexts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []);
