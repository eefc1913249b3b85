/**
 * One wiki and one user: the request path. `request` reads from top to bottom as what happens to a request.
 *
 *     params → the session's own parameters → origin → token → fields → turn → transport, with retry → errors, warnings → answer
 */
import {requestHeaders} from './headers.js';
import {decideOrigin, type OriginAnswer} from './origin.js';
import {copied, type Params, toFields, together, toQuery} from './params.js';
import {isObject, isText, signalRule} from './check.js';
import type {RequestOptions} from './request-options.js';
import {type Settings, settings, type SessionOptions} from './settings.js';
import {TokenCache, writing} from './tokens.js';
import {type Asked, type HttpAnswer, type HttpRequest, send, trouble} from './transport.js';
import {inTurn} from './turn.js';

export type {RequestOptions};

/** Parameters of a request: those of the main module, and any others. `format` is JSON always. */
export type ApiParams = Params & {
  readonly action: string;
  readonly maxlag?: number | undefined;
  readonly maxage?: number | undefined;
  readonly smaxage?: number | undefined;
  readonly assert?: 'user' | 'anon' | 'bot' | false | undefined;
  readonly assertuser?: string | false | undefined;
  readonly requestid?: string | undefined;
  readonly servedby?: boolean | undefined;
  readonly curtimestamp?: boolean | undefined;
  readonly responselanginfo?: boolean | undefined;
  readonly uselang?: string | undefined;
  readonly errorformat?: 'bc' | 'html' | 'none' | 'plaintext' | 'raw' | 'wikitext' | undefined;
  readonly errorlang?: string | undefined;
  readonly errorsuselocal?: boolean | undefined;
};

/** What every answer may hold. */
export interface Envelope {
  readonly batchcomplete?: boolean;
  readonly continue?: Readonly<Record<string, string | number>>;
  readonly curtimestamp?: string;
  readonly requestid?: string;
  readonly servedby?: string;
  readonly warnings?: readonly unknown[];
}

/** The rest depends on the module. */
export type ApiAnswer = Envelope & {readonly [module: string]: unknown};

type Method = 'GET' | 'POST';

/** A request but for what is asked for anew each time it is sent. */
export type HttpMessage = Pick<HttpRequest, 'url' | 'method' | 'body'> & {readonly contentType?: string};

/** Characters of a query above which a GET becomes a POST: some servers refuse URLs of 8 KB, and caches keep neither. */
const getBelow = 4096;

/** Private members are so by type alone: `#` costs a WeakMap and its helpers in builds for older parsers. */
export class Session {
  /** The absolute URL of api.php. */
  readonly apiUrl: string;
  readonly settings: Settings;
  /** How this page may talk to the wiki. With an access token, from another site, it is known after the first request. */
  origin: OriginAnswer;
  readonly tokens: TokenCache;
  /** The name every request asserts. Known after a login, or from the wiki's page, or with the first token. */
  user: string | undefined;
  /** Counts the changes of user: who asked before one must not name the user after it. */
  changes = 0;

  /** @throws {TypeError} an address or an option that cannot work; says what was given and what is expected */
  constructor(apiUrl: string, options: SessionOptions = {}) {
    this.settings = settings(apiUrl, options);
    this.apiUrl = this.settings.apiUrl;
    this.origin = decideOrigin(this.settings);
    this.user = options.user;
    this.tokens = new TokenCache((types) => writing().then(({fetchTokens}) => fetchTokens(this, types)), options.tokens);
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

  /**
   * Asks, or writes, by POST. Throws as {@link get} does.
   *
   * @throws {LoginError} before anything is sent: a write that would be nobody's, unless `forceLogin` is false
   */
  post<Answer extends object = ApiAnswer>(params: ApiParams, options: RequestOptions = {}): Promise<Answer> {
    return this.request('POST', params, options);
  }

  async request<Answer extends object>(method: Method, params: ApiParams, options: RequestOptions): Promise<Answer> {
    const given = copied(params);
    if (!isPlain(params, options)) (await writing()).checkRequest(given, options);
    const {token: type, tokenParam = 'token', signal} = options;
    const attempt = (token?: string): Promise<object> => {
      // Built with the token at hand, as asking for the token may have told who we are.
      const own = together(this.ownParams(given, type !== undefined), given, {[tokenParam]: token});
      return this.encoded(method, own, (message) => {
        const asked = {url: this.apiUrl, method: message.method, params: own};
        return inTurn(this, asked, options, () => this.exchange(message, asked, options));
      });
    };
    const ask = async (): Promise<object> => (type === undefined ? attempt() : (await writing()).withToken(this, type, attempt, signal));
    const {signer, onLoginNeeded} = this.settings;
    return (await (signer || onLoginNeeded ? (await writing()).asSomebody(this, given, signal, ask) : ask())) as Answer;
  }

  /** Forgets who the user is and all tokens: before a login, after a logout, when an account was made on the way. */
  changeUser(user: string | undefined): void {
    this.changes++;
    this.user = user;
    this.tokens.clear();
  }

  /**
   * What the session adds; the caller's parameters win. A refused cookie or token makes one anonymous without a word, so
   * each request says who it must be.
   *
   * @see https://www.mediawiki.org/wiki/API:Assert
   */
  private ownParams({assert, assertuser}: ApiParams, write: boolean): Params {
    const {uselang, maxlag, forceLogin} = this.settings;
    const {anonymous, mustAssert} = this.origin;
    const own = {format: 'json', formatversion: 2, errorformat: 'plaintext', errorsuselocal: true, uselang, maxlag};
    if (anonymous || assert !== undefined || assertuser !== undefined) return own;
    return {...own, assertuser: this.user, assert: this.user === undefined && (mustAssert || (write && forceLogin)) ? 'user' : undefined};
  }

  private async exchange(message: HttpMessage, asked: Asked, {signal, flight, headers: own}: RequestOptions): Promise<object> {
    const {settings, origin} = this;
    const {signer} = settings;
    const sendAs = async (header?: string): Promise<object> => {
      const headers = {...requestHeaders(settings, origin, header, message.contentType), ...own};
      const answer = await send({...message, headers, credentials: origin.credentials}, {...settings, signal, asked});
      if (complains(answer)) (await trouble()).raise(this, answer, asked);
      return answer.data;
    };
    const transfer = signer ? async () => (await writing()).authorized(signer, message, signal, sendAs) : sendAs;
    return flight ? (await writing()).inFlight(flight, transfer, signal) : transfer();
  }

  /** Calls `send` before this returns, where nothing has to be loaded first. */
  private async encoded(method: Method, params: Params, send: (message: HttpMessage) => Promise<object>): Promise<object> {
    const fields = toFields(params);
    if (method === 'GET' && !fields.some(([, value]) => value instanceof Blob)) {
      // In order of names, so that equal questions have equal URLs and caches know them again.
      const query = toQuery([...fields, ...toFields(this.origin.query)].sort(([a], [b]) => (a < b ? -1 : 1)));
      if (query.length < getBelow) return send({url: `${this.apiUrl}?${query}`, method});
    }
    return send(await (await writing()).encodePost(this, fields));
  }
}

/** Whether nothing is to be looked at more closely; most questions are plain. */
const isPlain = (params: ApiParams, options: RequestOptions): boolean =>
  isObject(params) && isText(params.action) && !('format' in params) && isObject(options) && Object.entries(options).every(([name, value]) => value === undefined || (name === 'signal' && signalRule[0](value)));

/** Whether there is more in an answer than what was asked for. */
const complains = ({data, headers}: HttpAnswer): boolean => 'errors' in data || 'error' in data || 'warnings' in data || headers.has('MediaWiki-Login-Suppressed');
