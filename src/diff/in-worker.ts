/** Compares in a Worker, where one can be started: the page's policy may forbid it, and Node has none of this kind. */
import {program} from './engine/program.js';
import type {Script} from './engine/script.js';
import type {Question} from './engine/serve.js';
import {trustedTypesPolicy} from './trusted-types.js';

/** Once one did not start, none will. */
let starts = typeof Worker === 'function' && typeof Blob === 'function';

/** One that has nothing to do at present: the next comparison takes half the time where the engine is compiled. */
let spare: Worker | undefined;
let retiring: ReturnType<typeof setTimeout> | undefined;

/** So long it waits for another comparison. */
const spareMs = 30_000;

/**
 * @returns undefined where there is no Worker to be had
 * @throws the signal's reason
 */
export async function compareInWorker(question: Question, signal: AbortSignal | undefined): Promise<Script | undefined> {
  const worker = spare ?? (starts ? start() : undefined);
  spare = undefined;
  if (!worker) return undefined;
  let script: Script | undefined;
  try {
    script = await ask(worker, question, signal);
  } finally {
    if (script) keep(worker);
    else worker.terminate();
  }
  return script;
}

function ask(worker: Worker, question: Question, signal: AbortSignal | undefined): Promise<Script | undefined> {
  const listening = new AbortController();
  const answer = new Promise<Script | undefined>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error), listening);
    worker.addEventListener('message', ({data}: MessageEvent<Script>) => resolve(data), listening);
    const fail = (event: Event): void => {
      // It is told by what follows: the texts are compared on this thread.
      event.preventDefault();
      starts = false;
      resolve(undefined);
    };
    worker.addEventListener('error', fail, listening);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a Worker has none
    worker.postMessage(question);
  });
  return answer.finally(() => listening.abort());
}

function keep(worker: Worker): void {
  clearTimeout(retiring);
  spare?.terminate();
  spare = worker;
  retiring = setTimeout(() => {
    spare?.terminate();
    spare = undefined;
  }, spareMs);
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
