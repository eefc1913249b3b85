/** What is kept in IndexedDB. Where nothing can be (no IndexedDB, blocked, full, broken), all is as if nothing had been. */
import {createStore, type UseStore} from 'idb-keyval';
import {within} from './time-limit.js';

/** A database that was blocked never answers, and nobody waits longer than the wiki itself would take. */
const answersWithinSeconds = 1;

/** @returns what it was asked; undefined when it does not answer */
export type Database = <T>(ask: (store: UseStore) => Promise<T>) => Promise<T | undefined>;

/** A database with one table, opened when it is first asked. */
export function database(name: string, table: string): Database {
  let store: UseStore | undefined;
  return (ask) => within(answersWithinSeconds, undefined, () => ask((store ??= createStore(name, table)))).catch(() => undefined);
}
