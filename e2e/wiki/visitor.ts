/**
 * A client without cleverness, for testing the wiki itself: cookies, tokens, and answers as they came. What the
 * library promises is not assumed here.
 */
import {request as httpRequest} from 'node:http';
import type {WikiUser} from './users.js';

type Plain = string | number | true;
export type Params = Readonly<Record<string, Plain | Blob>>;

const DEFAULTS: Params = {format: 'json', formatversion: 2, errorformat: 'plaintext'};

export interface ApiAnswer {
  // Answers are looked into by path; their shape is what the tests are about.
  readonly body: Record<string, unknown>;
  readonly status: number;
  readonly headers: Headers;
}

export class Visitor {
  readonly api: string;
  readonly #headers: Record<string, string>;
  readonly #cookies = new Map<string, string>();

  constructor(api: string, headers: Record<string, string> = {}) {
    this.api = api;
    this.#headers = headers;
  }

  async get(params: Params): Promise<ApiAnswer> {
    return this.#send(`?${new URLSearchParams(strings(params))}`);
  }

  async post(params: Params): Promise<ApiAnswer> {
    const files = Object.entries(params).filter((entry): entry is [string, Blob] => entry[1] instanceof Blob);
    if (files.length === 0) return this.#send('', new URLSearchParams(strings(params)));
    const form = new FormData();
    for (const [name, value] of Object.entries(strings(params))) form.set(name, value);
    for (const [name, value] of files) form.set(name, value, 'file.png');
    return this.#send('', form);
  }

  /** With a token fetched for it. */
  async write(params: Params): Promise<ApiAnswer> {
    return this.post({...params, token: await this.token()});
  }

  async token(type = 'csrf'): Promise<string> {
    const {body} = await this.get({action: 'query', meta: 'tokens', type});
    return String(at(body, 'query', 'tokens', `${type}token`));
  }

  async login(name: string, password: string): Promise<ApiAnswer> {
    return this.post({
      action: 'clientlogin', username: name, password, loginreturnurl: 'http://127.0.0.1/', logintoken: await this.token('login'),
    });
  }

  async #send(query: string, body?: URLSearchParams | FormData): Promise<ApiAnswer> {
    const answer = await fetch(this.api + query, {
      ...(body && {method: 'POST', body}),
      redirect: 'manual',
      headers: {...this.#headers, Cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')},
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.#cookies.set(name, value);
    }
    return {body: (await answer.json()) as Record<string, unknown>, status: answer.status, headers: answer.headers};
  }
}

/** With the defaults; a file has no place here. */
function strings(params: Params): Record<string, string> {
  const plain = Object.entries({...DEFAULTS, ...params}).filter((entry): entry is [string, Plain] => !(entry[1] instanceof Blob));
  return Object.fromEntries(plain.map(([name, value]) => [name, value === true ? '1' : String(value)]));
}

/** A value deep in an answer; undefined where a step is missing. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown> | null | undefined)?.[step], value);
}

/** The first error's code. */
export function code(answer: ApiAnswer): unknown {
  return at(answer.body, 'errors', 0, 'code');
}

/** A page's wikitext as anybody reads it; undefined where there is no page. */
export async function pageText(api: string, title: string): Promise<unknown> {
  const {body} = await new Visitor(api).get({action: 'query', prop: 'revisions', rvprop: 'content', rvslots: 'main', titles: title});
  return at(body, 'query', 'pages', 0, 'revisions', 0, 'slots', 'main', 'content');
}

/** A visitor who is somebody. */
export async function visitorAs(api: string, user: WikiUser): Promise<Visitor> {
  const visitor = new Visitor(api);
  const status = at((await visitor.login(user.name, user.password)).body, 'clientlogin', 'status');
  if (status !== 'PASS') throw new Error(`${user.name} cannot log in: ${String(status)}`);
  return visitor;
}

/** A request of which every byte that came back is kept, whatever became of the connection. */
export function raw(url: string, body?: string | Buffer): Promise<{bytes: number; status?: number; text: string; broken: boolean}> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let status: number | undefined;
    const done = (broken: boolean): void => {
      const whole = Buffer.concat(chunks);
      resolve({bytes: whole.length, text: whole.toString(), broken, ...(status !== undefined && {status})});
    };
    const headers = body === undefined ? {} : {'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body)};
    const request = httpRequest(url, {method: body === undefined ? 'GET' : 'POST', headers, agent: false}, (answer) => {
      status = answer.statusCode;
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => done(!answer.complete));
      answer.on('error', () => done(true));
    });
    request.on('error', () => done(true));
    request.end(body);
  });
}
