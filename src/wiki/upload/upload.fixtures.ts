/** What the tests of uploads share: time that passes as fast as nothing else is going on. */
import {vi} from 'vitest';

/** Node's. */
declare const setImmediate: (run: () => void) => unknown;

/** Timers only: what runs beside them takes its own time. */
export const withoutWaiting = (): unknown => vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'Date']});

/** Lets the time pass until it is settled: a little, whenever all else has had its turn. */
export async function settled<T>(promise: Promise<T>): Promise<T> {
  const state = {pending: true};
  promise.then(() => (state.pending = false), () => (state.pending = false));
  while (state.pending) {
    for (let turn = 0; turn < 20 && state.pending; turn++) await new Promise<void>((resolve) => void setImmediate(resolve));
    // While the file is hashed, nothing is waited for.
    if (vi.getTimerCount() > 0) await vi.advanceTimersByTimeAsync(200);
  }
  return promise;
}
