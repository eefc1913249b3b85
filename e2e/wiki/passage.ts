/** One request on its way through a door, and what can be done with it: ask the wiki, hand on, answer ourselves. */
import type {IncomingMessage, ServerResponse} from 'node:http';
import {forward, type Answer, type Upstream} from './forward.js';
import type {RequestRecord} from './record.js';
import {policyHeader, type Scenario} from './scenarios.js';

export interface Passage {
  readonly upstream: Upstream;
  readonly added: Record<string, string>;
  readonly wanted: readonly Scenario[];
  readonly record: RequestRecord;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Aborted when late requests are to be forgotten. */
  readonly late: () => AbortSignal;
}

/**
 * Hands the request to the wiki. Not compressed, where the answer is to be cut: half a gzip is no text at all,
 * and a client could not tell where it ends.
 */
export function ask(passage: Passage, body: AsyncIterable<Buffer>): Promise<Answer> {
  const {request, record, upstream, added} = passage;
  const raw = request.rawHeaders;
  const headers = record.fault?.type === 'truncate' ? raw.filter((_, index) => !/^accept-encoding$/i.test(raw[index - (index % 2)] ?? '')) : raw;
  const to = upstream.elsewhere?.(record.url.split('?', 1)[0] ?? '/') ?? upstream;
  return forward(to, {method: record.method, url: record.url, headers, body}, added);
}

/** The answer as it comes. */
export async function relay(passage: Passage, answer: Answer): Promise<void> {
  const {record, response, wanted} = passage;
  const isPage = /text\/html/.test(answer.headers[answer.headers.findIndex((name) => /^content-type$/i.test(name)) + 1] ?? '');
  const policy = isPage ? policyHeader(wanted, true) : undefined;
  response.writeHead(answer.status, [...answer.headers, ...(policy === undefined ? [] : ['Content-Security-Policy', policy])]);
  record.status = answer.status;
  // The end of a write's answer waits for what MediaWiki does afterwards, so that who has been told of an edit
  // finds its links, notifications and mail. On a real wiki these may take a moment.
  const isWrite = record.method === 'POST';
  let held: Buffer | undefined;
  for await (const chunk of answer.body) {
    record.bytesDown += chunk.length;
    if (held) await write(response, held);
    held = chunk;
    if (isWrite) continue;
    await write(response, chunk);
    held = undefined;
  }
  if (isWrite) await answer.finished;
  response.end(held);
}

async function write(response: ServerResponse, chunk: Buffer): Promise<void> {
  if (response.destroyed || response.write(chunk)) return; // a client that left does not stop the wiki
  await new Promise<void>((resolve) => {
    response.once('drain', resolve);
    response.once('close', resolve);
  });
}

/** An answer of our own. */
export function text(passage: Passage, status: number, type: string, body: string): void {
  passage.record.status = status;
  passage.record.bytesDown = Buffer.byteLength(body);
  passage.response.writeHead(status, {'Content-Type': type, 'Content-Length': Buffer.byteLength(body)});
  passage.response.end(body);
}

/** The client is gone, or PHP is. */
export function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) return void response.destroy();
  response.writeHead(502, {'Content-Type': 'text/plain; charset=utf-8'});
  response.end(`The test wiki's PHP server did not answer: ${error instanceof Error ? error.message : String(error)}\n`);
}
