/** Waiting that ends with the signal of who waits. */

/**
 * Gives up waiting for a shared promise when this caller's signal is aborted; the promise itself goes on for others.
 *
 * @throws the signal's reason
 */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason as Error);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, {once: true});
    void promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
