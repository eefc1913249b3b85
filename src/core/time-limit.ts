/** Work that ends in time, or when it is aborted. */
import {unlessAborted} from './unless-aborted.js';

/**
 * @param run - is called at once, with the signal that ends it
 * @throws the signal's reason, on abort; a `DOMException` named `TimeoutError`; else what `run` throws
 */
export async function within<T>(timeoutSeconds: number, signal: AbortSignal | undefined, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  signal?.throwIfAborted();
  const limit = new AbortController();
  const onAbort = (): void => limit.abort(signal?.reason);
  signal?.addEventListener('abort', onAbort, {once: true});
  const timer = setTimeout(() => limit.abort(new DOMException('No answer.', 'TimeoutError')), timeoutSeconds * 1000);
  try {
    // Raced, as a fetch that was given to us may know no signals.
    return await unlessAborted(run(limit.signal), limit.signal);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}
