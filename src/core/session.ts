/**
 * One wiki and one user: the request path. `request` reads from top to bottom as what happens to a request.
 *
 *     params → the session's own parameters → origin → token → fields → transport, with retry → errors, warnings → answer
 */
import {complaints} from './answer.js';
import {apiError, type FailedRequest, LoginError} from './errors.js';
import {decideOrigin, type OriginAnswer} from './origin.js';
import {type Params, toBody, toFields, toQuery} from './params.js';
import {retrying, type RetryPolicy} from './retry.js';
import {shown} from './shown.js';
import {type Settings, settings, type SessionOptions} from './settings.js';
import {TokenCache, type Tokens, type TokenType} from './tokens.js';
import {type HttpAnswer, retryAfterSeconds, send} from './transport.js';
import {version} from './version.js';

/** Parameters of a request: those of the main module, and any others. `format` is JSON always. */
export type ApiParams = Params & {
  readonly action: string;
  readonly maxlag?: number;
  readonly maxage?: number;
  readonly smaxage?: number;
  readonly assert?: 'user' | 'anon' | 'bot' | false;
  readonly assertuser?: string | false;
  readonly requestid?: string;
  readonly servedby?: boolean;
  readonly curtimestamp?: boolean;
  readonly responselanginfo?: boolean;
  readonly uselang?: string;
  readonly errorformat?: 'bc' | 'html' | 'none' | 'plaintext' | 'raw' | 'wikitext';
  readonly errorlang?: string;
  readonly errorsuselocal?: boolean;
};

/** What every answer may hold; the rest depends on the module. */
export type ApiAnswer = {
  readonly batchcomplete?: boolean;
  readonly continue?: Readonly<Record<string, string | number>>;
  readonly curtimestamp?: string;
  readonly requestid?: string;
  readonly servedby?: string;
  readonly warnings?: readonly unknown[];
  readonly [module: string]: unknown;
};

export interface RequestOptions {
  /** Stops the request, also while it waits to be sent again. */
  readonly signal?: AbortSignal | undefined;
  /** The token the module asks for. It is fetched, put last, and renewed once when the wiki refuses it. */
  readonly token?: TokenType | undefined;
  /** The parameter the token goes into, where it is not `token`: `lgtoken`, `logintoken`, `createtoken`. */
  readonly tokenParam?: string | undefined;
  /** Sent again when? `false`: never. Default: the session's. */
  readonly retry?: RetryPolicy | false | undefined;
  /** Kept up to date for a caller that must know what an abort left behind. */
  readonly flight?: Flight | undefined;
}

type Method = 'GET' | 'POST';

/** Whether a request is on its way: it may have been executed, and no answer has come. */
interface Flight {
  open: boolean;
}

/** Characters of a query above which a GET becomes a POST: some servers refuse URLs of 8 KB, and caches keep neither. */
const getBelow = 4096;

/** Actions that change nothing although they may be posted: only these are sent again when the answer was lost. */
const readOnlyActions = /^(compare|expandtemplates|feed\w+|help|opensearch|paraminfo|parse|query|rsd|sitematrix|titleblacklist|tokens|checktoken)$/;

/** Never in an error or a log. */
const secret = /token|password|retype|captchaword|captchaid|secret|oath|code$/i;

export class Session {
  /** The absolute URL of api.php. */
  readonly apiUrl: string;
  readonly settings: Settings;
  /** How this page may talk to the wiki. */
  readonly origin: OriginAnswer;
  readonly tokens: TokenCache;
  /** The name every request asserts. Known after a login, or from the wiki's page, or with the first token. */
  user: string | undefined;

  /** @throws {TypeError} an address or an option that cannot work; says what was given and what is expected */
  constructor(apiUrl: string, options: SessionOptions = {}) {
    this.settings = settings(apiUrl, options);
    this.apiUrl = this.settings.apiUrl;
    this.origin = decideOrigin(this.settings);
    this.user = options.user;
    this.tokens = new TokenCache((types) => this.#fetchTokens(types), options.tokens);
  }

  /**
   * Asks, by GET; by POST when the question is too long for a URL.
   *
   * @throws {ApiError} and the other kinds of {@link WikiError}
   * @throws {TypeError} a parameter the API cannot be given
   */
  get<Answer extends object = ApiAnswer>(params: ApiParams, options: RequestOptions = {}): Promise<Answer> {
    return this.request('GET', params, options);
  }

  /** Asks, or writes, by POST. Throws as {@link get} does. */
  post<Answer extends object = ApiAnswer>(params: ApiParams, options: RequestOptions = {}): Promise<Answer> {
    return this.request('POST', params, options);
  }

  async request<Answer extends object>(method: Method, params: ApiParams, options: RequestOptions): Promise<Answer> {
    check(params);
    const {token: type, tokenParam = 'token', signal, retry = this.settings.retry} = options;
    const write = type !== undefined || (method === 'POST' && !readOnlyActions.test(params.action));
    const attempt = async (token?: string): Promise<object> => {
      // Built with the token at hand, as asking for the token may have told who we are.
      const own = {...this.#ownParams(params, type !== undefined), ...params, ...(token !== undefined && {[tokenParam]: token})};
      return retrying(() => this.#exchange(method, own, options), {write, batch: typeof own['maxlag'] === 'number'}, retry, signal);
    };
    if (type === undefined) return (await attempt()) as Answer;
    return (await this.#withToken(type, attempt, signal)) as Answer;
  }

  /** Forgets who the user is and all tokens: before a login, after a logout, when an account was made on the way. */
  changeUser(user: string | undefined): void {
    this.user = user;
    this.tokens.clear();
  }

  /** A refused token (`badtoken`) means that nothing was executed: a new one, and the same again, once. */
  async #withToken<T>(type: TokenType, attempt: (token: string) => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    const token = await this.#token(type, signal);
    try {
      return await attempt(token);
    } catch (error) {
      if (!(error instanceof Error) || (error as {code?: unknown}).code !== 'badtoken' || type === 'login') throw error;
      await this.tokens.forget(type, token);
      return attempt(await this.#token(type, signal));
    }
  }

  /** Where the wiki takes us for nobody whatever we send, it gives no tokens, and takes this one. */
  async #token(type: TokenType, signal: AbortSignal | undefined): Promise<string> {
    signal?.throwIfAborted();
    return this.origin.anonymous ? '+\\' : this.tokens.get(type, signal);
  }

  /** Tokens and, in the same answer, whose they are. */
  async #fetchTokens(types: readonly TokenType[]): Promise<Tokens> {
    interface Answer {
      query: {tokens: {[name: `${string}token`]: string | undefined}; userinfo?: {name: string; anon?: boolean}};
    }
    const whose = !types.includes('login');
    const params = {action: 'query', meta: whose ? ['tokens', 'userinfo'] : 'tokens', type: types, ...(!whose && {assert: false as const})};
    const {query} = await this.get<Answer>(params);
    const user = query.userinfo;
    if (user && !user.anon && this.user === undefined) this.user = user.name;
    return Object.fromEntries(types.map((type) => [type, query.tokens[`${type}token`]]));
  }

  /** What the session adds; the caller's parameters win. */
  #ownParams(params: ApiParams, write: boolean): Params {
    const {uselang, maxlag} = this.settings;
    const asserted = 'assert' in params || 'assertuser' in params;
    return {format: 'json', formatversion: 2, errorformat: 'plaintext', errorsuselocal: true, uselang, maxlag, ...(!asserted && this.#assertion(write))};
  }

  /**
   * A refused cookie or token makes one anonymous without a word, so each request says who it must be.
   *
   * @see https://www.mediawiki.org/wiki/API:Assert
   */
  #assertion(write: boolean): Params {
    if (this.origin.anonymous) return {};
    if (this.user !== undefined) return {assertuser: this.user};
    if (this.origin.mustAssert || (write && this.settings.forceLogin)) return {assert: 'user'};
    return {};
  }

  async #exchange(method: Method, params: Params, {signal, flight}: RequestOptions): Promise<object> {
    const {fetch, timeoutSeconds} = this.settings;
    const {url, ...request} = this.#encode(method, params);
    const failed = describe(this.apiUrl, request.method, params);
    const headers = {...(await this.#headers()), ...request.headers};
    signal?.throwIfAborted();
    if (flight) flight.open = true;
    const answer = await send({url, ...request, headers, credentials: this.origin.credentials}, {fetch, signal, timeoutSeconds, failed});
    if (flight) flight.open = false;
    this.#raise(answer, failed);
    return answer.data;
  }

  #encode(method: Method, params: Params): {url: string; method: Method; headers: Record<string, string>; body?: string | Blob} {
    const fields = toFields(params);
    const origin = toFields(this.origin.query);
    const separator = this.apiUrl.includes('?') ? '&' : '?';
    if (method === 'GET' && !fields.some(([, value]) => value instanceof Blob)) {
      // In order of names, so that equal questions have equal URLs and caches know them again.
      const query = toQuery([...fields, ...origin].sort(([a], [b]) => (a < b ? -1 : 1)));
      if (query.length < getBelow) return {url: `${this.apiUrl}${separator}${query}`, method: 'GET', headers: {}};
    }
    // A body over PHP's post_max_size arrives empty: with these in the URL the wiki still answers with an error in JSON.
    const inUrl = ['action', 'format', 'formatversion'].flatMap((wanted) => fields.filter(([name]) => name === wanted));
    const {body, contentType} = toBody(fields.filter((field) => !inUrl.includes(field)));
    return {url: `${this.apiUrl}${separator}${toQuery([...inUrl, ...origin])}`, method: 'POST', headers: {'Content-Type': contentType}, body};
  }

  async #headers(): Promise<Record<string, string>> {
    const {userAgent, bearer, headers} = this.settings;
    const name = this.origin.userAgentHeader;
    const product = `wikilit/${version}`;
    return {
      ...(name && {[name]: userAgent ? `${userAgent} ${product}` : product}),
      ...(bearer && {Authorization: `Bearer ${typeof bearer.accessToken === 'string' ? bearer.accessToken : await bearer.accessToken()}`}),
      ...headers,
    };
  }

  /** @throws {ApiError} what the wiki refused; also when it took us for nobody although we came as somebody */
  #raise({data, headers}: HttpAnswer, request: FailedRequest): void {
    const {errors, warnings} = complaints(data);
    for (const warning of warnings) this.settings.onWarning(warning, request);
    const [first, ...others] = errors;
    if (first) throw apiError([first, ...others], {request, answer: data, retryAfterSeconds: retryAfterSeconds(headers)});
    if (headers.get('MediaWiki-Login-Suppressed') && !this.origin.anonymous) {
      const text = 'The wiki ignored the login of this request, as it came from another site. Who is logged in cannot be used from this page.';
      throw new LoginError([{code: 'login-suppressed', text}], {request, answer: data});
    }
  }
}

function check(params: ApiParams): void {
  if (typeof params !== 'object' || params === null) throw new TypeError(`params: ${shown(params)} given, an object such as {action: 'query'} expected`);
  const {action, format} = params;
  if (typeof action !== 'string' || action === '') throw new TypeError(`action: ${shown(action)} given, a module’s name such as 'query' expected`);
  if (format !== undefined && format !== 'json') {
    throw new TypeError(`format: ${shown(format)} given, but answers are read as JSON here; use fetch() for another format`);
  }
}

function describe(url: string, method: Method, params: Params): FailedRequest {
  const texts = toFields(params).map(([name, value]): [string, string] => {
    if (secret.test(name)) return [name, '***'];
    return [name, typeof value === 'string' ? value : `a file of ${value.size} bytes`];
  });
  return {url, method, params: Object.fromEntries(texts)};
}
