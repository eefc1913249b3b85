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
