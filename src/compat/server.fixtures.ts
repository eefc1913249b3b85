/** A server for tests: what was asked, and what comes back. */
import {vi} from 'vitest';

export interface Asked {
  readonly url: string;
  readonly method: string;
  /** Names in lower case. */
  readonly headers: Record<string, string>;
  readonly body: unknown;
  readonly init: RequestInit;
}

/** JSON, a whole `Response`, an error to throw, or `never`. */
export type Reply = object | 'never';

/**
 * Answers one request after the other; the last reply answers all that follow. In place of the global `fetch` until the
 * test ends.
 */
export function server(...replies: Reply[]): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit): Promise<Response> => {
    const reply = replies.length > 1 ? replies.shift() : replies[0];
    asked.push({url, method: String(init.method), headers: Object.fromEntries(new Headers(init.headers)), body: init.body, init});
    init.signal?.throwIfAborted();
    if (reply instanceof Response) return reply.clone();
    if (reply instanceof Error) throw reply;
    if (reply !== 'never') return Response.json(reply);
    return new Promise((_, reject) => {
      init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
    });
  });
  return asked;
}

export const apiUrl = 'https://wiki.example/w/api.php';

/** All arguments of the outcome, in a list after `done` or `fail`. */
export const outcome = (promise: {done(callback: (...args: unknown[]) => void): unknown; fail(callback: (...args: unknown[]) => void): unknown}): Promise<unknown[]> =>
  new Promise((resolve) => {
    promise.done((...args) => resolve(['done', ...args]));
    promise.fail((...args) => resolve(['fail', ...args]));
  });

/** The page of a wiki at this address, as far as it is looked at; until the test ends. */
export function onWiki(more: object = {}, values: Record<string, unknown> = {}): void {
  const known: Record<string, unknown> = {wgScriptPath: '/w', wgVersion: '1.43.9', wgUserName: 'Olga', wgUserLanguage: 'nb', wgNamespaceIds: {category: 14}, ...values};
  const user = {tokens: {get: () => ({csrfToken: 'page+\\', watchToken: 'w+\\'})}};
  vi.stubGlobal('mw', {config: {get: (name: string) => known[name]}, user, ...more});
  vi.stubGlobal('document', {baseURI: 'https://wiki.example/wiki/X'});
  vi.stubGlobal('location', {origin: 'https://wiki.example'});
  vi.stubGlobal('origin', 'https://wiki.example');
}
