/** A long computation on this thread, in slices: in between, others have their turn. */
import type {Budget, Steps} from './engine/budget.js';

/** So long nobody else on this thread can do anything; a finger feels 50. */
const sliceMs = 8;

/**
 * @param start - begins it
 * @param budgetMs - so long it may take itself
 * @throws the signal's reason, when it is aborted
 */
export async function inSlices<Result>(start: (budget: Budget) => Steps<Result>, budgetMs: number, signal: AbortSignal | undefined): Promise<Result> {
  let sliceEnd = now() + sliceMs;
  let spentMs = 0;
  let asked = 0;
  const steps = start({
    spent: () => spentMs > budgetMs,
    // Reading the clock is dear; what is done between two questions is short.
    due: () => (++asked & 7) === 0 && now() > sliceEnd,
  });
  let channel: MessageChannel | undefined;
  try {
    for (;;) {
      const begin = now();
      const {done, value} = steps.next();
      spentMs += now() - begin;
      if (done) return value;
      await turn((channel ??= new MessageChannel()));
      signal?.throwIfAborted();
      sliceEnd = now() + sliceMs;
    }
  } finally {
    channel?.port1.close();
  }
}

/** After what waits already. Timers that follow one another would be put off by 4 ms each, and in a tab that nobody looks at by a second. */
const turn = ({port1, port2}: MessageChannel): Promise<unknown> =>
  new Promise((resolve) => {
    port1.addEventListener('message', resolve, {once: true});
    port1.start();
    port2.postMessage(undefined);
  });

const now = (): number => performance.now();
