/** Where drafts are kept: in IndexedDB; and while that takes none (private windows, a full disk), in memory. */
import {delMany, entries, promisifyRequest} from 'idb-keyval';
import {isObject} from '../../core/check.js';
import {database} from '../../core/database.js';
import {asDraft, type DraftOwner, type DraftPlace, type DraftRecord, isDraft, isOld, keyOf, ownerKey} from './record.js';
import {stash, stashed, unstash} from './stash.js';

const drafts = database('wikilit-drafts', 'drafts');

/** What is not in the store, or not yet, by its key. */
const here = new Map<string, DraftRecord>();

/**
 * Keeps a draft, in place of what was kept under its id.
 *
 * @returns whether it will still be there when this page is closed
 * @throws {TypeError} names the member that is wrong
 */
export async function keepDraft(draft: DraftRecord): Promise<boolean> {
  const record = asDraft(draft);
  const name = nameOf(record);
  here.set(name, record);
  const kept = await drafts((store) => store('readwrite', (table) => {
    table.put(record, [...keyOf(record)]);
    return committed(table);
  }));
  // By now more may have been typed.
  if (kept && here.get(name) === record) {
    here.delete(name);
    unstash(name);
  }
  return kept ?? false;
}

/** Forgets it: it is saved, or given up. */
export async function dropDraft(draft: DraftPlace & Pick<DraftRecord, 'id'>): Promise<void> {
  here.delete(nameOf(draft));
  unstash(nameOf(draft));
  await drafts((store) => store('readwrite', (table) => {
    table.delete([...keyOf(draft)]);
    return committed(table);
  }));
}

/** For a page that is being closed: what IndexedDB has not taken yet goes where it is at once. */
export function stashDrafts(): void {
  for (const [name, draft] of here) stash(name, draft);
}

/** All of one user on one wiki, the newest first; none of another user of this browser. */
export async function listDrafts({wiki, user}: DraftOwner): Promise<readonly DraftRecord[]> {
  const key = [...ownerKey({wiki, user})];
  // An array comes after all strings.
  const stored = await drafts((store) => store('readonly', (table) => promisifyRequest<unknown[]>(table.getAll(IDBKeyRange.bound(key, [...key, []])))));
  const newest = new Map<string, DraftRecord>();
  for (const one of [...(stored ?? []), ...stashed(), ...here.values()]) {
    if (!isDraft(one) || one.wiki !== wiki || one.user !== user || isOld(one.at)) continue;
    const name = nameOf(one);
    if ((newest.get(name)?.at ?? -Infinity) <= one.at) newest.set(name, one);
  }
  return [...newest.values()].sort((one, other) => other.at - one.at);
}

/** Drops those that are older than 30 days, of all users, and keeps in its place what a page that was closed had no time for. What looks like no draft may be another version's: it stays until it is as old. */
export async function purgeDrafts(): Promise<void> {
  for (const draft of stashed()) {
    if (isOld(draft.at)) unstash(nameOf(draft));
    else await keepDraft(draft);
  }
  await drafts(async (store) => {
    const all = await entries<IDBValidKey, unknown>(store);
    await delMany(all.flatMap(([key, value]) => (isObject(value) && 'at' in value && typeof value.at === 'number' && isOld(value.at) ? [key] : [])), store);
  });
}

/** A page that is being closed is gone before it hears that its requests are done, and nothing would be written then. */
async function committed(table: IDBObjectStore): Promise<true> {
  const {transaction} = table;
  // Not in Safari before 15.
  (transaction as {commit?: () => void}).commit?.();
  await promisifyRequest(transaction);
  return true;
}

const nameOf = (draft: Parameters<typeof keyOf>[0]): string => JSON.stringify(keyOf(draft));
