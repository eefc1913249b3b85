/** The way of one request through a door: to a served folder, or to the wiki with what goes wrong on the way. */
import type {IncomingMessage} from 'node:http';
import type {FaultSource} from './faults.js';
import {ask, relay, text, type Passage} from './passage.js';
import {addBody, type RequestRecord} from './record.js';
import {policyHeader} from './scenarios.js';
import {findServed, sendFile, type Serve} from './static.js';
import {strikeAfter, strikeBefore} from './strike.js';

export async function pass(passage: Passage, serve: Serve, faults: FaultSource): Promise<void> {
  const {record, request, response, wanted} = passage;
  const path = record.url.split('?', 1)[0] ?? '/';
  const file = await findServed(serve, path);
  if (file !== undefined || path.startsWith('/.wikilit/')) {
    record.served = true;
    request.resume();
    const policy = policyHeader(wanted, false);
    if (!file) return text(passage, 404, 'text/plain; charset=utf-8', 'Not found\n');
    record.status = 200;
    record.bytesDown = await sendFile(response, file, policy ? {'Content-Security-Policy': policy} : {}, request);
    return;
  }
  const body = await openBody(request, record);
  const fault = faults(record);
  if (fault) record.fault = fault;
  if (fault && (await strikeBefore(passage, fault, body))) return;
  const answer = await ask(passage, body);
  if (fault && (await strikeAfter(passage, fault, answer))) return;
  await relay(passage, answer);
}

/** Reads on until the record knows its action; the rest of the body stays in the socket. */
async function openBody(request: IncomingMessage, record: RequestRecord): Promise<AsyncIterable<Buffer>> {
  const kept: Buffer[] = [];
  const read: Buffer[] = [];
  const rest = (request as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  const next = async (): Promise<{chunk: Buffer | undefined; known: boolean}> => {
    const step = await rest.next();
    const chunk = step.done === true ? undefined : step.value;
    const known = addBody(record, chunk, kept);
    // The beginning at once, for faults to be chosen by it; all of it at the end.
    if (!chunk || record.body === '') record.body = Buffer.concat(kept).toString();
    return {chunk, known};
  };
  let last: Buffer | undefined = Buffer.alloc(0);
  for (let known = record.action !== undefined; !known && last; ) {
    const step = await next();
    if (step.chunk) read.push(step.chunk);
    known = step.known;
    last = step.chunk;
  }
  return (async function* () {
    yield* read;
    while (last) {
      last = (await next()).chunk;
      if (last) yield last;
    }
  })();
}
