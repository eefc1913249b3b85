/**
 * What is under way, noted in IndexedDB: a file that is uploaded again goes on where it was broken off, also after the page
 * was left. Never a token; the key of a stashed file is good for its user alone.
 */
import {del, delMany, entries, get, set} from 'idb-keyval';
import {isObject} from '../../core/check.js';
import {database} from '../../core/database.js';
import type {Session} from '../../core/session.js';
import {sha1} from './sha1.js';

/** Which file, by whom, where to: what is noted of one is never used for another. */
export interface Kept {
  readonly file: Blob;
  /** Of the file, in hex. */
  readonly sha1: string;
  /** Under which it is noted. */
  readonly key: string;
}

/** How far it has come. */
export interface Noted {
  readonly filekey: string;
  /** So many bytes are in the stash; all of them: it waits to be published, or has been. */
  readonly offset: number;
  /** Since when all of them: by the wiki's clock, ISO 8601. */
  readonly since?: string | undefined;
}

/** Wikis empty their stash after some hours (`$wgUploadStashMaxAge`). */
const notedForMs = 86_400_000;

/** Who asks, is known with the first token. */
export async function identify(session: Session, file: Blob, signal: AbortSignal | undefined): Promise<Kept> {
  const hash = await sha1(file, signal);
  if (session.user === undefined && !session.origin.anonymous) await session.tokens.get('csrf', signal);
  return {file, sha1: hash, key: JSON.stringify([session.apiUrl, session.user ?? '', hash, file.size])};
}

/** `at` is when, by this device's clock, in milliseconds since 1970. */
export async function noted({key, file}: Kept): Promise<Note | undefined> {
  const note = await uploads((store) => get<unknown>(key, store));
  return isNote(note) && isYoung(note) && note.offset <= file.size ? note : undefined;
}

/** Nobody waits for it; what is noted later is written later. */
export function note({key}: Kept, noted: Noted): void {
  void uploads(async (store) => {
    await set(key, {...noted, at: Date.now()}, store);
    const old = (await entries(store)).filter(([, other]) => !isNote(other) || !isYoung(other));
    if (old.length > 0) await delMany(old.map(([name]) => name), store);
  });
}

export const forget = ({key}: Kept): void => void uploads((store) => del(key, store));

const uploads = database('wikilit-uploads', 'uploads');

export type Note = Noted & {readonly at: number};

/** It may have been written by anybody. */
const isNote = (value: unknown): value is Note =>
  isObject(value) && 'filekey' in value && typeof value.filekey === 'string' && 'offset' in value && Number.isInteger(value.offset) && Number(value.offset) > 0 && 'at' in value && typeof value.at === 'number' && (!('since' in value) || value.since === undefined || typeof value.since === 'string');

/** What comes from the future was noted while the clock was wrong. */
function isYoung({at}: Note): boolean {
  const age = Date.now() - at;
  return age >= 0 && age < notedForMs;
}
