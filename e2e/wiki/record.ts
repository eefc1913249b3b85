/** What a door remembers of a request, for a test to look at. */
import type {IncomingHttpHeaders, IncomingMessage} from 'node:http';
import type {Fault} from './faults.js';

export interface RequestRecord {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** The API's `action`, from the query or the body. */
  action?: string;
  readonly headers: IncomingHttpHeaders;
  /** The body as text, as far as it was kept (256 KB). */
  body: string;
  /** Of the answer as the client got it; absent where it got none. */
  status?: number;
  /** Bytes of the request's body. */
  bytesUp: number;
  /** Bytes of the answer's body, as sent. */
  bytesDown: number;
  /** From the first byte of the request to the last of the answer. */
  ms?: number;
  fault?: Fault;
  /** By a served folder, not by the wiki. */
  served?: true;
}

const KEPT_BYTES = 256 * 1024;

export function newRecord(request: IncomingMessage): RequestRecord {
  const url = request.url ?? '/';
  const action = new URLSearchParams(url.split('?')[1] ?? '').get('action');
  return {
    method: request.method ?? 'GET',
    url,
    ...(action !== null && {action}),
    headers: request.headers,
    body: '',
    bytesUp: 0,
    bytesDown: 0,
  };
}

/**
 * Adds a piece of the body. Clients send `action` in the query or in the body; this says whether it is known by
 * now, or cannot become known.
 */
export function addBody(record: RequestRecord, chunk: Buffer | undefined, kept: Buffer[]): boolean {
  if (chunk) {
    if (record.bytesUp < KEPT_BYTES) kept.push(chunk.subarray(0, KEPT_BYTES - record.bytesUp));
    record.bytesUp += chunk.length;
  }
  if (record.action !== undefined || record.bytesUp >= KEPT_BYTES) return true;
  const action = actionIn(Buffer.concat(kept).toString(), record.headers['content-type'] ?? '', chunk === undefined);
  if (action !== undefined) record.action = action;
  return action !== undefined;
}

/** A value counts when its end is there too: the next piece may bring more of it. */
function actionIn(body: string, type: string, complete: boolean): string | undefined {
  if (type.startsWith('multipart/form-data')) {
    return /name="?action"?\r\n(?:[^\r\n]+\r\n)*\r\n([^\r\n]*)\r\n/.exec(body)?.[1];
  }
  if (!type.startsWith('application/x-www-form-urlencoded')) return undefined;
  const value = /(?:^|&)action=([^&]*)(&?)/.exec(body);
  return value && (complete || value[2] !== '') ? value[1] : undefined;
}
