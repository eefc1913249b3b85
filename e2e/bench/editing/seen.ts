/** What a door saw of an opening. */
import {setTimeout as wait} from 'node:timers/promises';
import type {Door} from '../../wiki/index.js';

export interface Seen {
  /** Until somebody could type. */
  readonly requests: number;
  readonly kilobytes: number;
  /** With what was loaded afterwards. */
  readonly allRequests: number;
  readonly allKilobytes: number;
}

/** As long without a request, a page is taken to be done. */
const quietMs = 500;

/** Waits until everything is answered and nothing more is asked. */
export async function quiet({requests}: Door): Promise<void> {
  for (let [count, since] = [requests.length, performance.now()]; performance.now() - since < quietMs; await wait(20)) {
    if (requests.length === count && requests.every(({ms}) => ms !== undefined)) continue;
    [count, since] = [requests.length, performance.now()];
  }
}

/** @param until - how many requests there were when somebody could type */
export function seen({requests}: Door, until: number): Seen {
  const counted = (asked: typeof requests): typeof requests => asked.filter(({url}) => !url.includes('favicon'));
  const kilobytes = (asked: typeof requests): number => asked.reduce((sum, {bytesDown}) => sum + bytesDown, 0) / 1024;
  const [before, all] = [counted(requests.slice(0, until)), counted(requests)];
  return {requests: before.length, kilobytes: kilobytes(before), allRequests: all.length, allKilobytes: kilobytes(all)};
}
