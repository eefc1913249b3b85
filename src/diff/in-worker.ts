/** Compares in a Worker, where one can be started: the page's policy may forbid it, and Node has none of this kind. */
import {program} from './engine/program.js';
import type {Script} from './engine/script.js';
import type {Question} from './engine/serve.js';
import {trustedTypesPolicy} from './trusted-types.js';

/** Once one did not start, none will. */
let starts = typeof Worker === 'function' && typeof Blob === 'function';

/**
 * @returns undefined where there is no Worker to be had
 * @throws the signal's reason
 */
export function compareInWorker(question: Question, signal: AbortSignal | undefined): Promise<Script | undefined> {
  const worker = starts ? start() : undefined;
  if (!worker) return Promise.resolve(undefined);
  return new Promise<Script | undefined>((resolve, reject) => {
    const abort = (): void => reject(signal?.reason as Error);
    signal?.addEventListener('abort', abort);
    worker.addEventListener('message', ({data}: MessageEvent<Script>) => resolve(data));
    worker.addEventListener('error', (event) => {
      // It is told by what follows: the texts are compared on this thread.
      event.preventDefault();
      starts = false;
      resolve(undefined);
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a Worker has none
    worker.postMessage(question);
  }).finally(() => worker.terminate());
}

function start(): Worker | undefined {
  const url = URL.createObjectURL(new Blob([`(${program.toString()})().serve(self)`], {type: 'text/javascript'}));
  try {
    const trusted = trustedTypesPolicy();
    if (trusted) return new Worker(trusted.createScriptURL(url) as string);
  } catch {
    // Forbidden, as above.
  } finally {
    URL.revokeObjectURL(url);
  }
  starts = false;
  return undefined;
}
