/** One after the other: by Web Locks over all tabs of an origin, and where there are none, within this script. */
import {unlessAborted} from './unless-aborted.js';

interface Locks {
  request<T>(name: string, options: {signal?: AbortSignal; ifAvailable?: boolean}, work: (lock: unknown) => Promise<T>): Promise<T>;
}

/** The end of the last work under each name, here. */
const last = new Map<string, Promise<unknown>>();

/**
 * Does the work when everything asked for earlier under this name is done.
 *
 * @throws what the work throws; the signal's reason while it waits
 */
export async function oneAtATime<T>(name: string, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  const before = last.get(name) ?? Promise.resolve();
  let end!: () => void;
  const mine = before.then(() => new Promise<void>((resolve) => (end = resolve)));
  last.set(name, mine);
  try {
    await unlessAborted(before, signal);
    return await locked(name, signal, work);
  } finally {
    // Who gave up waiting leaves the place in the row when it comes up.
    void before.then(() => {
      end();
      if (last.get(name) === mine) last.delete(name);
    });
  }
}

/**
 * Does the work if nobody is at work under this name.
 *
 * @returns undefined if somebody is
 */
export async function ifFree<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
  if (last.has(name)) return undefined;
  const locks = webLocks();
  return locks ? locks.request(name, {ifAvailable: true}, (lock) => (lock ? atWorkHere(name, work) : Promise.resolve(undefined))) : atWorkHere(name, work);
}

/** Whether other tabs are known of at all. */
export const seesOtherTabs = (): boolean => webLocks() !== undefined;

async function atWorkHere<T>(name: string, work: () => Promise<T>): Promise<T> {
  const done = work();
  const mine = done.catch(() => {});
  last.set(name, mine);
  try {
    return await done;
  } finally {
    if (last.get(name) === mine) last.delete(name);
  }
}

async function locked<T>(name: string, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  const locks = webLocks();
  if (!locks) return work();
  let begun = false;
  const begin = (): Promise<T> => {
    begun = true;
    return work();
  };
  try {
    return await locks.request(name, {...(signal && {signal})}, begin);
  } catch (error) {
    // A page without an origin, or one that is going, has none: this is its own matter then.
    if (begun || signal?.aborted) throw error;
    return work();
  }
}

/** Only in secure contexts; looking can be refused, too. */
function webLocks(): Locks | undefined {
  try {
    return (globalThis as {navigator?: {locks?: Locks}}).navigator?.locks;
  } catch {
    return undefined;
  }
}
