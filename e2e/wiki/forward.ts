/** One request handed to MediaWiki, its answer handed back. */
import {once} from 'node:events';
import {request as httpRequest, type IncomingMessage} from 'node:http';
import type {Gate} from './gate.js';

export interface Upstream {
  readonly port: number;
  readonly gate: Gate;
  /** Who answers instead at this path, where somebody does. */
  readonly elsewhere?: (path: string) => Upstream | undefined;
}

export interface Answer {
  readonly status: number;
  /** name, value, name, value … as they came, without those of the connection. */
  readonly headers: readonly string[];
  readonly body: AsyncIterable<Buffer>;
  /**
   * When the connection is over. PHP answers before it has done what can wait (links, jobs, mail), and closes
   * the connection after that.
   */
  readonly finished: Promise<void>;
}

export interface Outgoing {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly string[];
  readonly body: AsyncIterable<Buffer>;
}

/** These belong to one connection, or are ours to set. */
const NOT_FORWARDED = new Set([
  'connection', 'keep-alive', 'proxy-connection', 'transfer-encoding', 'te', 'trailer', 'upgrade', 'expect',
  'x-wikilit-scenario', 'x-forwarded-proto',
]);

export async function forward(upstream: Upstream, out: Outgoing, added: Record<string, string>): Promise<Answer> {
  const leave = await upstream.gate.enter();
  const headers = [...withoutConnection(out.headers), ...Object.entries(added).flat()];
  const chunked = out.headers.some((value, index) => index % 2 === 0 && value.toLowerCase() === 'transfer-encoding');
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      host: '127.0.0.1',
      port: upstream.port,
      method: out.method,
      path: out.url,
      headers: [...headers, 'Connection', 'close', ...(chunked ? ['Transfer-Encoding', 'chunked'] : [])],
      agent: false,
    });
    const finished = new Promise<void>((done) =>
      request.on('close', () => {
        leave();
        done();
      }),
    );
    request.on('error', reject);
    request.on('response', (answer) => {
      answer.on('error', () => undefined); // whoever reads the body is told
      resolve({
        status: answer.statusCode ?? 502,
        headers: withoutConnection(answer.rawHeaders, ['host']), // PHP says it of files: its own, inner address
        body: answer as AsyncIterable<Buffer>,
        finished: Promise.all([finished, socketClosed(answer)]).then(() => undefined),
      });
    });
    send(out.body, request).catch((error: unknown) => {
      // The client went away in the middle: MediaWiki must not run what it got half of.
      request.destroy();
      reject(error instanceof Error ? error : new Error(String(error)));
    });
  });
}

async function send(body: AsyncIterable<Buffer>, request: ReturnType<typeof httpRequest>): Promise<void> {
  for await (const chunk of body) {
    if (request.write(chunk)) continue;
    const waiting = new AbortController();
    const {signal} = waiting;
    // Either; the loser's listener goes, as a large body waits many times.
    await Promise.race([once(request, 'drain', {signal}), once(request, 'close', {signal})]).finally(() => waiting.abort());
  }
  request.end();
}

function socketClosed(answer: IncomingMessage): Promise<void> {
  return new Promise((resolve) => (answer.socket.closed ? resolve() : answer.socket.once('close', () => resolve())));
}

function withoutConnection(raw: readonly string[], more: readonly string[] = []): string[] {
  return raw.filter((_, index) => {
    const name = (raw[index - (index % 2)] ?? '').toLowerCase();
    return !NOT_FORWARDED.has(name) && !more.includes(name);
  });
}
