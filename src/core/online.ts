/** A device that knows that it is offline is waited for by its own word rather than by a clock. */
import {delay} from './delay.js';

/**
 * Waits until the device is online; at once where it is, or does not tell.
 *
 * @param maxSeconds - how long at most
 * @throws the signal's reason
 */
export async function online(maxSeconds: number, signal: AbortSignal | undefined): Promise<void> {
  const {navigator} = globalThis as {navigator?: {onLine?: boolean}};
  if (navigator?.onLine !== false || typeof globalThis.addEventListener !== 'function') return;
  const over = new AbortController();
  const end = (): void => over.abort();
  // Nobody listens any more when it is over.
  const until = {signal: over.signal};
  globalThis.addEventListener('online', end, until);
  signal?.addEventListener('abort', end, until);
  await delay(maxSeconds * 1000, over.signal).catch(() => {});
  end();
  signal?.throwIfAborted();
}
