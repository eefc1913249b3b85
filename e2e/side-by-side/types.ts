/** A call of the table, what it is run with, and what is seen of it. */

/** Any function, whatever its arguments. */
type Callback = (...args: never[]) => unknown;

/** What both sides give back. Some of core's promises have no `abort`. */
export interface Promised {
  done(...callbacks: unknown[]): Promised;
  fail(...callbacks: unknown[]): Promised;
  always(...callbacks: unknown[]): Promised;
  progress(...callbacks: unknown[]): Promised;
  then(onDone?: Callback | null, onFail?: Callback | null, onProgress?: Callback | null): Promised;
  catch(onFail?: Callback): Promised;
  pipe(onDone?: Callback | null, onFail?: Callback | null, onProgress?: Callback | null): Promised;
  promise(target?: object): Promised;
  state(): string;
  abort(): void;
}

export interface Api {
  defaults: {parameters: Record<string, unknown>; ajax: Record<string, unknown>; useUS?: boolean};
  requests: unknown[];
  abort(): void;
  ajax(...args: unknown[]): Promised;
  assertCurrentUser(...args: unknown[]): unknown;
  badToken(type: string): void;
  chunkedUpload(...args: unknown[]): Promised;
  chunkedUploadToStash(...args: unknown[]): Promised;
  create(...args: unknown[]): Promised;
  edit(...args: unknown[]): Promised;
  finishUploadToStash(...args: unknown[]): Promised;
  get(...args: unknown[]): Promised;
  getCategories(...args: unknown[]): Promised;
  getCategoriesByPrefix(...args: unknown[]): Promised;
  getEditToken(): Promised;
  getErrorMessage(...args: unknown[]): unknown;
  getMessages(...args: unknown[]): Promised;
  getToken(...args: unknown[]): Promised;
  getUserInfo(): Promised;
  isCategory(...args: unknown[]): Promised;
  loadMessages(...args: unknown[]): Promised;
  loadMessagesIfMissing(...args: unknown[]): Promised;
  login(...args: unknown[]): Promised;
  needToken(): boolean;
  newSection(...args: unknown[]): Promised;
  parse(...args: unknown[]): Promised;
  post(...args: unknown[]): Promised;
  postWithEditToken(...args: unknown[]): Promised;
  postWithToken(...args: unknown[]): Promised;
  preprocessParameters(...args: unknown[]): void;
  retry(...args: unknown[]): Promised;
  rollback(...args: unknown[]): Promised;
  saveOption(...args: unknown[]): Promised;
  saveOptions(...args: unknown[]): Promised;
  slice(...args: unknown[]): Blob;
  unwatch(...args: unknown[]): Promised;
  upload(...args: unknown[]): Promised;
  uploadChunk(...args: unknown[]): Promised;
  uploadFromStash(...args: unknown[]): Promised;
  uploadToStash(...args: unknown[]): Promised;
  uploadWithFormData(...args: unknown[]): Promised;
  watch(...args: unknown[]): Promised;
}

interface ForeignApi extends Api {
  apiUrl: string;
  anonymous?: boolean;
  getOrigin(): string | undefined;
}

interface Rest {
  defaults: {ajax: Record<string, unknown>};
  requests: unknown[];
  url: string;
  abort(): void;
  ajax(...args: unknown[]): Promised;
  delete(...args: unknown[]): Promised;
  get(...args: unknown[]): Promised;
  post(...args: unknown[]): Promised;
  put(...args: unknown[]): Promised;
}

/** A constructor that is a plain function: `call` makes an instance of what it is given. */
type Constructor<T> = (new (...args: unknown[]) => T) & {prototype: T; call(self: unknown, ...args: unknown[]): void; resetTokenCacheForTest?(): void};

/** The four classes, of one side. */
export interface Classes {
  Api: Constructor<Api>;
  ForeignApi: Constructor<ForeignApi>;
  Rest: Constructor<Rest>;
  ForeignRest: Constructor<Rest>;
}

/** Nobody, Olga, or Sol, who may roll back. */
export type Who = 'anon' | 'user' | 'sysop';

/** Where the test wiki can be found under other addresses. */
export interface Doors {
  /** Another origin, which lists this one; its REST API, too, is open to it. */
  other: string;
  /** Another origin, which lists nobody. */
  unlisted: string;
}

/** What a call has in its hands, in the page. */
export interface Env extends Classes, Doors {
  readonly who: Who;
  /** An instance of `Api` made without options. */
  readonly api: Api;
  /** Looks at a promise until it is settled; answers with the same one. What `run` returns is watched by itself. */
  watch(promise: Promised, name?: string): Promised;
  /** Waits for a promise, which is watched, too. Its arguments; never rejects. */
  settled(promise: Promised, name?: string): Promise<unknown[]>;
  /** Puts any value down, to be compared. */
  note(name: string, value: unknown): void;
  /** An object the call is given: what became of it is compared. */
  given<T extends object>(object: T): T;
  /** An instance the call made: what is left open in its `requests` is compared. */
  made<T extends {requests: unknown[]}>(instance: T): T;
  /** When the so-manieth request of the call leaves, in the same task. */
  sent(count: number): Promise<void>;
}

/** Given instead of the wiki's answer: nothing ever, a dead connection, or these. `wiki` lets one request through. */
export type Answer = 'wiki' | 'silence' | 'lost' | {status?: number; type?: string; headers?: Record<string, string>; body?: string};

/** Where ours is meant to do better: what is to be looked at, and what each side is seen to do. */
export interface Improvement {
  what: string;
  /** The places where the two may differ; everywhere else they must not. */
  where: RegExp;
  look(seen: Observation): unknown;
  real: unknown;
  ours: unknown;
}

export interface Call {
  /** Says the call, and is unique. */
  name: string;
  /** `both`: anon and user. */
  as: Who | 'both';
  /** The wiki is in its seeded state before each side. */
  writes?: true;
  /** For the first, second … request of the call to `api.php` or `rest.php`; the wiki answers the others. */
  answers?: readonly Answer[];
  /** Ours goes by XMLHttpRequest, too, though no file is sent. */
  byXhr?: true;
  /** Ours begins when what does it is loaded. */
  later?: true;
  improves?: Improvement;
  run(env: Env): unknown;
}

/** Any value, as JSON can carry it. */
export type Plain = string | number | boolean | null | Plain[] | {[name: string]: Plain};

export interface SentRequest {
  by: 'XMLHttpRequest' | 'fetch';
  method: string;
  /** Absolute, without the fragment, which is never sent. */
  url: string;
  /** Those that a script sets, lower-cased. */
  headers: Record<string, string>;
  body: string | [name: string, value: string | {name: string; size: number; type: string; content: string}][] | null;
  /** Whether the browser adds its cookies. */
  cookies: boolean;
}

export interface Outcome {
  /** In what order the callbacks ran, among them a microtask and a timer begun at the settlement. */
  order: string[];
  /** `state()` right after the call. */
  atOnce: string;
  state: string;
  arguments: Plain[];
  /** Whether it can be aborted. */
  abort: boolean;
  /** The values of `progress`, told in words. */
  progress: string;
}

export interface Observation {
  requests: SentRequest[];
  /** How many of them had left when the call returned. */
  sentAtOnce: number;
  thrown: Plain;
  promises: Record<string, Outcome>;
  notes: Record<string, Plain>;
  given: Plain[];
  /** Slots of `requests` that are not null at the end, for each instance. */
  open: number[];
  /** What was told to mw.log and mw.log.warn. */
  log: Plain[];
  /** Errors and rejections that nobody caught. */
  uncaught: Plain[];
}
