/**
 * What is on its way, in IndexedDB: noted before it is sent, dropped when its answer is known. What a page that was closed
 * in between has left there is settled later: see `unsettled.ts`. Never a token. Where nothing can be kept (no IndexedDB,
 * blocked, full, silent), all is as if nothing had been.
 */
import {createStore, del, entries, get, set, update, type UseStore} from 'idb-keyval';
import {isObject} from '../../core/check.js';
import {within} from '../../core/time-limit.js';
import type {Sent} from './kind.js';

/** A write without a known answer. */
export interface Noted {
  readonly apiUrl: string;
  readonly target: string;
  readonly sent: Sent;
}

/** Keeps a write under a name of its own. */
export const note = (id: string, noted: Noted): Promise<unknown> => quietly(() => set(id, {...noted, sent: withoutAnswers(noted.sent)}, database()));

export const drop = (id: string): Promise<unknown> => quietly(() => del(id, database()));

/** What is noted of one wiki, the oldest first. It may have been written by anybody: only what looks like it is told. */
export async function notedOf(apiUrl: string): Promise<readonly (readonly [id: string, noted: Noted])[]> {
  const all = (await quietly(() => entries<IDBValidKey, unknown>(database()))) ?? [];
  return all.filter((entry): entry is [string, Noted] => isNoted(entry[1]) && entry[1].apiUrl === apiUrl).sort(([, one], [, other]) => one.sent.sentAt - other.sent.sentAt);
}

/**
 * Revisions that are known to be somebody's: another write of the same user, page and summary is not taken for one of
 * them. With their times, as a wiki that is set back gives the same numbers again.
 */
export async function claimed(apiUrl: string): Promise<ReadonlySet<string>> {
  return new Set([...(here.get(apiUrl) ?? []), ...asTexts(await quietly(() => get<unknown>(claimsOf(apiUrl), database())))]);
}

/** @param revision - see {@link nameOf} */
export async function claim(apiUrl: string, revision: string): Promise<void> {
  here.set(apiUrl, [...(here.get(apiUrl) ?? []), revision].slice(-mostClaims));
  await quietly(() => update<unknown>(claimsOf(apiUrl), (known) => [...asTexts(known), revision].slice(-mostClaims), database()));
}

export const nameOf = (revid: number, timestamp = ''): string => `${revid} ${timestamp}`;

/** Of this script, for where nothing can be kept. */
const here = new Map<string, readonly string[]>();

/** So many revisions by this device between a write and its check will hardly be. */
const mostClaims = 500;

const claimsOf = (apiUrl: string): string => `claimed ${apiUrl}`;

const asTexts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []);

let store: UseStore | undefined;

const database = (): UseStore => (store ??= createStore('wikilit-writes', 'writes'));

/** A database that was blocked never answers: nobody waits for it longer than for the wiki. */
const answersWithinSeconds = 1;

const quietly = <T>(ask: () => Promise<T>): Promise<T | undefined> => within(answersWithinSeconds, undefined, ask).catch(() => undefined);

/** An answer to a captcha is good once. */
function withoutAnswers({params: {captchaid: _id, captchaword: _word, ...params}, ...sent}: Sent): Sent {
  return {...sent, params: {...params, action: params.action}};
}

function isNoted(value: unknown): value is Noted {
  if (!isObject(value)) return false;
  const {apiUrl, target, sent} = value as Partial<Noted>;
  return typeof apiUrl === 'string' && typeof target === 'string' && isObject(sent) && isObject(sent.params) && isObject(sent.before) && typeof sent.params.action === 'string' && typeof sent.sentAt === 'number';
}
