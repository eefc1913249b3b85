/** Faults happening to a request. Which of them, is decided in `faults.ts`. */
import {setTimeout as wait} from 'node:timers/promises';
import {PORTAL_PAGE, errorPage, type Fault} from './faults.js';
import type {Answer} from './forward.js';
import {ask, relay, text, type Passage} from './passage.js';

/** Faults that strike before the wiki has the request. True when they were the end of it. */
export async function strikeBefore(passage: Passage, fault: Fault, body: AsyncIterable<Buffer>): Promise<boolean> {
  const {request} = passage;
  switch (fault.type) {
    case 'dropBefore':
      request.socket.destroy();
      return true;
    case 'late': {
      const whole = await collect(body);
      const signal = passage.late();
      request.socket.destroy();
      await wait(fault.afterMs ?? 500, undefined, {signal}).then(
        async () => {
          const answer = await ask(passage, of(whole));
          await collect(answer.body);
          await answer.finished;
        },
        () => undefined, // the wiki was reset meanwhile: this request is of another time
      );
      return true;
    }
    case 'delay':
      await wait(fault.ms);
      return false;
    case 'resetInUpload': {
      let got = 0;
      const chunks: Buffer[] = [];
      for await (const chunk of body) {
        got += chunk.length;
        chunks.push(chunk);
        if (got >= fault.bytes) {
          request.socket.destroy();
          return true;
        }
      }
      // Shorter than that: nothing to interrupt.
      await relay(passage, await ask(passage, of(...chunks)));
      return true;
    }
    case 'status':
    case 'html200':
      if (fault.when === 'after') return false;
      await collect(body);
      instead(passage, fault);
      return true;
    case 'api':
      await collect(body);
      refuse(passage, fault);
      return true;
    case 'dropAfter':
    case 'truncate':
      return false;
  }
}

/** Faults that strike when the wiki has answered, so what was asked for is done. */
export async function strikeAfter(passage: Passage, fault: Fault, answer: Answer): Promise<boolean> {
  if (fault.type === 'delay') return false;
  const whole = await collect(answer.body);
  await answer.finished;
  if (fault.type === 'dropAfter') {
    passage.request.socket.destroy();
  } else if (fault.type === 'truncate') {
    truncated(passage, answer, whole, fault);
  } else if (fault.type === 'status' || fault.type === 'html200') {
    instead(passage, fault);
  }
  return true;
}

function truncated(passage: Passage, answer: Answer, whole: Buffer, fault: Fault & {type: 'truncate'}): void {
  const {record, response} = passage;
  const part = whole.subarray(0, fault.bytes ?? Math.floor(whole.length / 2));
  const headers = answer.headers.filter((_, index) => answer.headers[index - (index % 2)]?.toLowerCase() !== 'content-length');
  const length = fault.length === 'original' ? whole.length : part.length;
  response.writeHead(answer.status, [...headers, 'Content-Length', String(length)]);
  record.status = answer.status;
  record.bytesDown = part.length;
  if (fault.length === 'consistent') response.end(part);
  else response.write(part, () => passage.request.socket.destroy());
}

function instead(passage: Passage, fault: Fault & {type: 'status' | 'html200'}): void {
  if (fault.type === 'html200') return text(passage, 200, 'text/html; charset=utf-8', PORTAL_PAGE);
  if (fault.retryAfter !== undefined) passage.response.setHeader('Retry-After', String(fault.retryAfter));
  text(passage, fault.status, 'text/html; charset=utf-8', fault.body ?? errorPage(fault.status));
}

/** @see https://www.mediawiki.org/wiki/API:Errors_and_warnings */
function refuse(passage: Passage, {code, text: said = `The wiki says ${code}.`}: Fault & {type: 'api'}): void {
  const {record, response} = passage;
  const format = /errorformat(?:=|"\r\n(?:[^\r\n]+\r\n)*\r\n)(\w+)/.exec(`${record.url} ${record.body}`)?.[1] ?? 'bc';
  const answer = format === 'bc' ? {error: {code, info: said}} : {errors: [{code, module: record.action, [format === 'html' ? 'html' : 'text']: said}]};
  response.setHeader('MediaWiki-API-Error', code);
  text(passage, 200, 'application/json; charset=utf-8', JSON.stringify(answer));
}

async function collect(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* of(...chunks: Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks;
}
