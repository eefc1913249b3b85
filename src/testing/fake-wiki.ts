/** A wiki that exists only in a test: it answers what it was told to, in order, and nothing else. */
import type {Fetch} from '../core/exchange.js';

/** A request as a test sees it: URL and body parameters together. */
export interface FakeRequest {
  readonly url: string;
  readonly method: string;
  readonly params: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly credentials: RequestCredentials | undefined;
}

/** What the request must hold: each named parameter, as it goes out; a RegExp is tried; `undefined` must be absent. */
export type Expected = Readonly<Record<string, string | RegExp | undefined>>;

/** JSON to answer with; a whole `Response`; an Error the connection fails with; or a function that makes one of these. */
export type FakeAnswer = object | Response | Error | ((request: FakeRequest, init: RequestInit) => FakeAnswer | Promise<FakeAnswer>);

export interface FakeWiki {
  /** Give this to `new Wiki(…, {fetch})`. */
  readonly fetch: Fetch;
  /** What was asked so far. */
  readonly requests: readonly FakeRequest[];
  /** Adds to what will be answered. */
  expect(expected: Expected, answer: FakeAnswer): void;
  /** @throws when something was asked that was not expected, or something expected was not asked */
  done(): void;
}

/**
 * @param exchanges - in the order they will be asked
 * @example
 * const fake = fakeWiki([[{action: 'query', titles: 'Oslo'}, {query: {pages: [{ns: 0, title: 'Oslo', missing: true}]}}]]);
 * const wiki = new Wiki('https://wiki.example/w/api.php', {fetch: fake.fetch, userAgent: 'test'});
 * assert.equal(await wiki.page('Oslo').exists(), false);
 * fake.done();
 */
export function fakeWiki(exchanges: readonly (readonly [Expected, FakeAnswer])[] = []): FakeWiki {
  const left = [...exchanges];
  const requests: FakeRequest[] = [];
  let reading: Promise<unknown> = Promise.resolve();
  let failure: string | undefined;
  /** Told as a refusal of the wiki: an error of the connection would be tried again, and hidden in a cause. */
  const unexpected = (text: string): FakeAnswer => {
    failure ??= text;
    return {errors: [{code: 'fakewiki-unexpected', text}]};
  };
  return {
    requests,
    async fetch(url, init) {
      init.signal?.throwIfAborted();
      // One after another, in the order of the calls: a body takes longer to read than a URL.
      const mine = reading.then(() => read(url, init));
      reading = mine.catch(() => {});
      const request = await mine;
      requests.push(request);
      const [expected, answer] = left.shift() ?? [undefined, {}];
      const wrong = expected ? mismatch(expected, request) : 'nothing more was expected, but this was asked';
      return respond(wrong === undefined ? answer : unexpected(`fakeWiki: ${wrong}: ${JSON.stringify(request.params)}`), request, init);
    },
    expect(expected, answer) {
      left.push([expected, answer]);
    },
    done() {
      if (failure !== undefined) throw new Error(failure);
      if (left.length > 0) throw new Error(`fakeWiki: never asked: ${JSON.stringify(left.map(([expected]) => expected))}`);
    },
  };
}

/** The first parameter that is not as expected. */
function mismatch(expected: Expected, {params}: FakeRequest): string | undefined {
  for (const [name, value] of Object.entries(expected)) {
    const given = params[name];
    const fits = value instanceof RegExp ? given !== undefined && value.test(given) : given === value;
    if (!fits) return `${name}=${String(value)} was expected, but ${String(given)} was asked`;
  }
  return undefined;
}

async function respond(answer: FakeAnswer, request: FakeRequest, init: RequestInit): Promise<Response> {
  if (typeof answer === 'function') return respond(await answer(request, init), request, init);
  if (answer instanceof Error) throw answer;
  if (answer instanceof Response) return answer;
  const [first] = (answer as {errors?: {code: string}[]}).errors ?? [];
  const headers = {'Content-Type': 'application/json; charset=utf-8', ...(first && {'MediaWiki-API-Error': first.code})};
  return new Response(JSON.stringify(answer), {headers});
}

async function read(url: string, init: RequestInit): Promise<FakeRequest> {
  const {searchParams} = new URL(url);
  const headers = Object.fromEntries(new Headers(init.headers));
  const body = init.body === undefined || init.body === null ? [] : await bodyParams(init.body, headers['content-type'] ?? '');
  return {url, method: init.method ?? 'GET', params: Object.fromEntries([...searchParams, ...body]), headers, credentials: init.credentials};
}

/** Multipart is read by hand: `Response.formData` would turn line ends. Files come out as `[size bytes]`. */
async function bodyParams(body: BodyInit, contentType: string): Promise<[string, string][]> {
  const text = await new Response(body).text();
  const boundary = /boundary=(.+)$/.exec(contentType)?.[1];
  if (!boundary) return [...new URLSearchParams(text)];
  return text.split(`--${boundary}`).slice(1, -1).map((part) => {
    const [head = '', ...rest] = part.split('\r\n\r\n');
    const value = rest.join('\r\n\r\n').replace(/\r\n$/, '');
    const name = /name="([^"]*)"/.exec(head)?.[1] ?? '';
    return [name, head.includes('filename=') ? `[${value.length} bytes]` : value];
  });
}
