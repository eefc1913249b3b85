/** Waits that end at once when aborted. */

/** Timers for longer (24 days, or Infinity) would fire at once. */
const longest = 2 ** 31 - 1;

/**
 * @param milliseconds - how long
 * @throws the signal's reason, as soon as it is aborted
 */
export function delay(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason as Error);
      return;
    }
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, Math.min(milliseconds, longest));
    signal?.addEventListener('abort', onAbort, {once: true});
  });
}

/**
 * Gives up waiting for a shared promise when this caller's signal is aborted; the promise itself goes on for others.
 *
 * @throws the signal's reason
 */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason as Error);
    if (signal.aborted) {
      onAbort();
      promise.catch(() => {});
      return;
    }
    signal.addEventListener('abort', onAbort, {once: true});
    const settle = (): void => signal.removeEventListener('abort', onAbort);
    promise.then(
      (value) => (settle(), resolve(value)),
      (error: unknown) => (settle(), reject(error as Error)),
    );
  });
}
