/**
 * Puts down every request of the page at the moment it leaves, whether by XMLHttpRequest or by fetch. In the page
 * itself, for there alone the two look alike, files in a body can be read, and what was set by a script is told from
 * what the browser adds. The spec holds it against what the wiki's door got.
 */
import type {SentRequest} from './types.js';

type Body = SentRequest['body'];
type Draft = Omit<SentRequest, 'body'> & {body: Body | Promise<Body>};

let drafts: Draft[] = [];
let underWay = 0;
let waiting: {count: number; tell: () => void}[] = [];

/** Begins an empty record. */
export function startRecord(): void {
  drafts = [];
  waiting = [];
}

export const sentSoFar = (): number => drafts.length;

export const requestsUnderWay = (): number => underWay;

/** Resolves when so many requests have left since the beginning. */
export function whenSent(count: number): Promise<void> {
  return new Promise((tell) => {
    waiting.push({count, tell});
    tellWhoWaits();
  });
}

/** The record, with the bodies read. */
export function recorded(): Promise<SentRequest[]> {
  return Promise.all(drafts.map(async (draft) => ({...draft, body: await draft.body})));
}

function leaves(draft: Draft): void {
  drafts.push(draft);
  underWay++;
  tellWhoWaits();
}

function tellWhoWaits(): void {
  for (const {tell} of waiting.filter(({count}) => count <= drafts.length)) tell();
  waiting = waiting.filter(({count}) => count > drafts.length);
}

/** Once a page. */
export function installRecorder(): void {
  recordXhr();
  recordFetch();
}

function recordXhr(): void {
  const {open, send, setRequestHeader} = XMLHttpRequest.prototype;
  const begun = new WeakMap<XMLHttpRequest, {method: string; url: string; headers: Headers}>();
  Object.assign(XMLHttpRequest.prototype, {
    open(this: XMLHttpRequest, ...args: Parameters<typeof open>) {
      const [method, url] = args;
      begun.set(this, {method, url: absolute(String(url)), headers: new Headers()});
      open.apply(this, args);
    },
    setRequestHeader(this: XMLHttpRequest, name: string, value: string) {
      begun.get(this)?.headers.append(name, value);
      setRequestHeader.call(this, name, value);
    },
    send(this: XMLHttpRequest, body?: XMLHttpRequestBodyInit | null) {
      const {method, url, headers} = begun.get(this) ?? {method: '', url: '', headers: new Headers()};
      const type = headers.get('content-type') ?? usualType(body);
      if (type !== null) headers.set('content-type', type);
      leaves({by: 'XMLHttpRequest', method, url, headers: Object.fromEntries(headers), body: read(body, type), cookies: this.withCredentials || isOwn(url)});
      this.addEventListener('loadend', () => underWay--);
      send.call(this, body);
    },
  });
}

function recordFetch(): void {
  const {fetch} = globalThis;
  globalThis.fetch = async (input, init) => {
    const request = new Request(input instanceof Request ? input.clone() : input, init);
    const {method, url, headers, credentials} = request;
    const body = init?.body ?? (request.body ? request.blob() : null);
    const cookies = credentials === 'include' || (credentials === 'same-origin' && isOwn(url));
    leaves({by: 'fetch', method, url: absolute(url), headers: Object.fromEntries(headers), body: read(body, headers.get('content-type')), cookies});
    try {
      return await fetch.call(globalThis, input, init);
    } finally {
      underWay--;
    }
  };
}

function absolute(url: string): string {
  const {href, hash} = new URL(url, location.href);
  return hash === '' ? href : href.slice(0, -hash.length);
}

const isOwn = (url: string): boolean => new URL(url).origin === location.origin;

/** The content type that the browser gives a body by itself. */
const usualType = (body: BodyInit | null | undefined): string | null => new Response(body ?? null).headers.get('content-type');

function read(body: BodyInit | Promise<Blob> | null | undefined, type: string | null): Body | Promise<Body> {
  if (body === null || body === undefined) return null;
  if (body instanceof FormData) return fields(body); // at once: whose it is may go on with it
  if (body instanceof Promise) return body.then((blob) => read(blob, type));
  if (type?.startsWith('multipart/form-data')) return new Response(body, {headers: {'content-type': type}}).formData().then(fields);
  if (typeof body === 'string' || body instanceof URLSearchParams) return String(body);
  return new Response(body).text();
}

/** Line ends as one: FormData sends CRLF, whatever it was given. */
function fields(form: FormData): Promise<Body> {
  const line = (text: string): string => text.replace(/\r\n?/g, '\n');
  return Promise.all(
    [...form].map(async ([name, value]): Promise<Exclude<Body, string | null>[number]> => {
      if (typeof value === 'string') return [line(name), line(value)];
      return [line(name), {name: value.name, size: value.size, type: value.type, content: await value.text()}];
    }),
  );
}
