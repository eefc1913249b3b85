/** What lies between clients and the model of a wiki: requests that are lost, late, doubled, answered by somebody else. */
import {type ModelAnswer, type ModelWiki, refused} from './model-wiki.fixtures.js';

/** What happens to an edit. Times are in milliseconds of the test's clock. */
export type EditMishap =
  | {readonly type: 'none' | 'dropBefore' | 'dropAfter' | 'twice' | '503 before' | '503 after' | 'html before' | 'html after' | 'truncated' | 'internal error after' | 'hang'}
  /** Refused once, and not executed. */
  | {readonly type: 'refused'; readonly code: 'badtoken' | 'readonly' | 'ratelimited' | 'internal_api_error_DBQueryError'}
  /** The connection dies at once; the wiki has it later. */
  | {readonly type: 'late'; readonly ms: number}
  /** The browser sends it again by itself; the first copy comes to the wiki later than the one that is answered. */
  | {readonly type: 'twiceLate'; readonly ms: number}
  /** The wiki takes its time, before and after it is saved. */
  | {readonly type: 'slow'; readonly ms: number};

/** What happens to a question; `lag`: it is answered by a replica so far behind. */
export type ReadMishap = {readonly type: 'none' | 'drop' | '503' | 'html'} | {readonly type: 'lag'; readonly ms: number};

export interface Watcher {
  /** An edit leaves a device. */
  onSend(device: number, params: Readonly<Record<string, string>>): void;
  /** A device has got the text of a revision. */
  onShown(device: number, revid: number): void;
}

export class ModelNetwork {
  private readonly wiki: ModelWiki;
  private readonly edits: EditMishap[];
  private readonly reads: ReadMishap[];
  private readonly watcher: Watcher;
  requests = 0;

  constructor(wiki: ModelWiki, edits: readonly EditMishap[], reads: readonly ReadMishap[], watcher: Watcher) {
    this.wiki = wiki;
    this.edits = [...edits];
    this.reads = [...reads];
    this.watcher = watcher;
  }

  /** The `fetch` of one device, on which that user is logged in. */
  fetch(device: number, user: string): (url: string, init: RequestInit) => Promise<Response> {
    return (url, init) => {
      this.requests++;
      const params = Object.fromEntries([...new URL(url).searchParams, ...new URLSearchParams(typeof init.body === 'string' ? init.body : '')]);
      const work = params['action'] === 'edit' ? this.edit(device, user, params) : this.read(device, user, params);
      return unlessAborted(work, init.signal ?? undefined);
    };
  }

  private async edit(device: number, user: string, params: Readonly<Record<string, string>>): Promise<Response> {
    this.watcher.onSend(device, params);
    const mishap = this.edits.shift() ?? {type: 'none'};
    const run = (silent = false): ModelAnswer => this.wiki.edit(user, {device, params, silent});
    await wait(roundTripMs / 2);
    const answer = await this.struck(mishap, run);
    await wait(roundTripMs / 2);
    return answer;
  }

  private async struck(mishap: EditMishap, run: (silent?: boolean) => ModelAnswer): Promise<Response> {
    switch (mishap.type) {
      case 'none':
        return json(run());
      case 'refused':
        return json(refused(mishap.code));
      case 'slow': {
        await wait(mishap.ms / 2);
        const answer = run();
        await wait(mishap.ms / 2);
        return json(answer);
      }
      case 'late':
        setTimeout(run, mishap.ms);
        throw lost();
      case 'twiceLate':
        setTimeout(() => run(true), mishap.ms);
        return json(run());
      case 'twice':
        run(true);
        return json(run());
      case 'dropBefore':
        throw lost();
      case 'dropAfter':
        run();
        throw lost();
      case '503 before':
        return page(503);
      case '503 after':
        run();
        return page(503);
      case 'html before':
        return page(200);
      case 'html after':
        run();
        return page(200);
      case 'truncated':
        return new Response(JSON.stringify(run()).slice(0, 20));
      case 'internal error after':
        run();
        return json(refused('internal_api_error_DBTransactionError'));
      case 'hang':
        run();
        return new Promise<never>(() => {});
    }
  }

  private async read(device: number, user: string, params: Readonly<Record<string, string>>): Promise<Response> {
    const mishap = this.reads.shift() ?? {type: 'none'};
    await wait(roundTripMs / 2);
    const seenFrom = Date.now() - (mishap.type === 'lag' ? mishap.ms : 0);
    // The oldest is from before the replica was.
    const visible = this.wiki.revisions.filter(({at, user}) => at <= seenFrom || user === 'Founder').length;
    const answer = this.wiki.query(user, params, visible);
    await wait(roundTripMs / 2);
    if (mishap.type === 'drop') throw lost();
    if (mishap.type === '503' || mishap.type === 'html') return page(mishap.type === '503' ? 503 : 200);
    for (const revid of textsIn(answer)) this.watcher.onShown(device, revid);
    return json(answer);
  }
}

const roundTripMs = 20;

function textsIn(answer: ModelAnswer): number[] {
  const {pages = []} = ('query' in answer ? answer['query'] : {}) as {pages?: readonly {readonly revisions?: readonly {readonly revid: number; readonly slots?: object}[]}[]};
  return pages.flatMap(({revisions = []}) => revisions.filter(({slots}) => slots).map(({revid}) => revid));
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const lost = (): TypeError => new TypeError('Failed to fetch');

const page = (status: number): Response => new Response('<!DOCTYPE html><title>Sorry</title>', {status, headers: {'Content-Type': 'text/html'}});

const json = (answer: ModelAnswer): Response => new Response(JSON.stringify(answer), {headers: {'Content-Type': 'application/json'}});

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal?.reason as Error);
    if (signal?.aborted) return onAbort();
    signal?.addEventListener('abort', onAbort, {once: true});
    work.then(resolve, reject).finally(() => signal?.removeEventListener('abort', onAbort));
  });
}
