/** The options of a session: checked at once, with defaults filled in. */
import {apiAddress, loopback} from './address.js';
import type {ApiMessage, FailedRequest, WikiError} from './wiki-error.js';
import {checkOptions, isFlag, isFunction, isObject, isText, type Rule, retryRule} from './check.js';
import {currentOrigin} from './current-origin.js';
import type {SignedRequest} from './authorization.js';
import type {OriginQuestion} from './origin.js';
import type {LoginError} from './refusals.js';
import type {RetryPolicy} from './retry.js';
import {shown} from './shown.js';
import type {Tokens} from './tokens.js';
import type {Fetch} from './exchange.js';

interface Renewed {
  /**
   * Asked after the wiki has refused a request for its header, which it then has not executed; or may have done so, where
   * a page of another site gets no answer (`NetworkError`).
   *
   * @returns whether there is a new one: then the same is sent again, once
   */
  readonly renew?: (refusal: WikiError, header: string) => boolean | Promise<boolean>;
}

/** An OAuth 2 access token, or a function that gives the current one. */
export interface BearerAuth extends Renewed {
  readonly accessToken: string | (() => string | Promise<string>);
}

/** The `Authorization` header, or what makes one for each request, such as a signature of OAuth 1.0a. */
export interface SignedAuth extends Renewed {
  readonly authorization: string | ((request: SignedRequest) => string | Promise<string>);
}

export type Auth = BearerAuth | SignedAuth;

/** `false`: nobody has logged in, and what was asked for fails. */
export type LoginOutcome = boolean | void;

export interface SessionOptions {
  /**
   * As whom to ask: the user of the wiki's cookies, nobody, or the user of an access token (see `wikilit/auth`).
   * Default: `'cookies'` on the wiki's own origin and outside browsers, else `'anonymous'`.
   */
  readonly auth?: 'anonymous' | 'cookies' | Auth;
  /**
   * Whether the wiki knows `crossorigin` (MediaWiki 1.44 and later): with an access token, then no listing is needed.
   * Default: the wiki is asked for its version, by a page of another site that has an access token.
   */
  readonly crossorigin?: boolean;
  /** Instead of the platform's `fetch`: with a cookie jar, a proxy, a client certificate. */
  readonly fetch?: Fetch;
  /** Headers for each request. Cross-origin each one costs a preflight, and MediaWiki allows few. */
  readonly headers?: Headers | Readonly<Record<string, string>>;
  /**
   * The tool and its operator: `MyTool/1.0 (User:Me)`. Required outside browsers.
   *
   * @see https://meta.wikimedia.org/wiki/User-Agent_policy
   */
  readonly userAgent?: string;
  /** Seconds of replication lag above which the wiki should refuse; for work that nobody waits for, e.g. 5. */
  readonly maxlag?: number;
  /** The language of messages: a code, or `user` or `content`. */
  readonly uselang?: string;
  /** When to send a request again; `false`: never. */
  readonly retry?: RetryPolicy | false;
  /**
   * How many requests a minute at most, of all tabs of this origin together; what is more waits its turn. With a `fetch`
   * of one's own: of all that has the same. Default: 180 for a page of another origin that asks as nobody, as the wikis
   * of Wikimedia allow those 200; else, and with `Infinity`, as many as the wiki allows.
   *
   * @see https://www.mediawiki.org/wiki/Wikimedia_APIs/Rate_limits
   */
  readonly requestsPerMinute?: number;
  /** How long to wait for an answer. Default: 60. */
  readonly timeoutSeconds?: number;
  /** Told each warning of the wiki. Default: written to the console. */
  readonly onWarning?: (warning: ApiMessage, request: FailedRequest) => void;
  /**
   * Told when the wiki says that nobody, or another, is logged in, or that the access token is none any more: logs in again,
   * or asks the user to. Then the request goes on with all that was in it, as the user it was begun as. It is called once
   * for all requests that wait for it; `false` gives up.
   */
  readonly onLoginNeeded?: (refusal: LoginError) => LoginOutcome | Promise<LoginOutcome>;
  /** Whether writes must not be made by nobody. Default: true, except on the wiki's own pages. */
  readonly forceLogin?: boolean;
  /** The path of the scripts, for an address without one. Default: `/w/`. */
  readonly scriptPath?: string;
  /** The logged-in user, where known. */
  readonly user?: string;
  /** Tokens of that user, where known. */
  readonly tokens?: Tokens;
  /** The origin of the page, where it is not the one this script runs in; `false` for a `fetch` that knows no origins. */
  readonly origin?: string | false;
}

/** Options after checking; what has no default may be undefined. */
export interface Settings extends OriginQuestion {
  readonly apiUrl: string;
  /** What makes the `Authorization` header. */
  readonly signer: Auth | undefined;
  readonly fetch: Fetch;
  /** The one that was given, if any. */
  readonly ownFetch: Fetch | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly userAgent: string | undefined;
  readonly maxlag: number | undefined;
  readonly uselang: string | undefined;
  readonly retry: RetryPolicy | false;
  /** Infinity: no limit. */
  readonly requestsPerMinute: number;
  readonly timeoutSeconds: number;
  readonly onWarning: SessionOptions['onWarning'];
  readonly onLoginNeeded: SessionOptions['onLoginNeeded'];
  readonly forceLogin: boolean;
}

/**
 * @param address - the URL of api.php, or a host name
 * @throws {TypeError} names the option, what was given and what is expected
 */
export function settings(address: string, options: SessionOptions): Settings {
  checkOptions(options, rules);
  const pageOrigin = options.origin === undefined ? currentOrigin() : options.origin === false ? undefined : options.origin;
  const apiUrl = apiAddress(address, pageOrigin, options.scriptPath ?? '/w/');
  const url = new URL(apiUrl);
  const here = url.origin === pageOrigin;
  if (pageOrigin === undefined && options.userAgent === undefined) throw new TypeError(`userAgent: outside a browser, ${rules.userAgent[1]} is required`);
  const auth = options.auth ?? (here || pageOrigin === undefined ? 'cookies' : 'anonymous');
  const signer = typeof auth === 'object' ? auth : undefined;
  if (signer && url.protocol !== 'https:' && !loopback.test(url.host)) throw new TypeError(`auth: a token would travel unencrypted to ${apiUrl}; give an https address`);
  return {
    apiUrl,
    pageOrigin,
    auth: signer ? 'header' : (auth as 'anonymous' | 'cookies'),
    crossorigin: options.crossorigin,
    signer,
    // Looked up at each call, so that a fetch that is replaced later (by a tool, by a test) is used.
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    ownFetch: options.fetch,
    headers: Object.fromEntries(new Headers(options.headers)),
    userAgent: options.userAgent,
    maxlag: options.maxlag,
    uselang: options.uselang,
    retry: options.retry ?? {},
    requestsPerMinute: options.requestsPerMinute ?? (auth === 'anonymous' && pageOrigin !== undefined && !here ? 180 : Infinity),
    timeoutSeconds: options.timeoutSeconds ?? 60,
    onWarning: options.onWarning,
    onLoginNeeded: options.onLoginNeeded,
    forceLogin: options.forceLogin ?? !here,
  };
}

const isSeconds = (value: unknown): boolean => typeof value === 'number' && value > 0 && value <= 86_400;
/** What may stand in a header: no line breaks, nothing beyond Latin-1. */
export const isHeaderText = (value: unknown): boolean => typeof value === 'string' && /^[\x20-\x7e\xa0-\xff]+$/.test(value) && value.trim() !== '';
const isAuth = (value: unknown): boolean => isObject(value) && ['accessToken', 'authorization'].some((name) => isHeaderText(value[name as never]) || isFunction(value[name as never]));

/** Whether the platform takes it. */
function works(test: () => boolean): boolean {
  try {
    return test();
  } catch {
    return false;
  }
}

/** Each option has its rule, or this does not compile. */
const rules: Readonly<Record<keyof SessionOptions, Rule>> = {
  // A text there may be an access token in the wrong place.
  auth: [(value) => value === 'anonymous' || value === 'cookies' || isAuth(value), "'cookies', 'anonymous' or {accessToken}", (value) => (isText(value) ? 'a text' : shown(value))],
  crossorigin: [isFlag, 'true or false'],
  fetch: [isFunction, 'a function like fetch'],
  headers: [(value) => works(() => Object.values(value as object).every(isHeaderText) && Boolean(new Headers(value as Headers))), 'an object of header names and texts'],
  userAgent: [isHeaderText, "a text such as 'MyTool/1.0 (User:Me)', of one line in Latin-1,"],
  maxlag: [(value) => typeof value === 'number' && Number.isFinite(value), 'a number of seconds'],
  uselang: [isText, "a language code such as 'de'"],
  retry: retryRule,
  requestsPerMinute: [(value) => value === Infinity || (Number.isInteger(value) && (value as number) > 0), 'a whole number above 0'],
  timeoutSeconds: [isSeconds, 'seconds up to a day'],
  onWarning: [isFunction, 'a function'],
  onLoginNeeded: [isFunction, 'a function'],
  forceLogin: [isFlag, 'true or false'],
  scriptPath: [(value) => typeof value === 'string' && /^\/([^?#\s]*\/)?$/.test(value), "a path such as '/w/'"],
  user: [isText, 'a user name'],
  tokens: [(value) => isObject(value) && Object.values(value).every((token) => token === undefined || isText(token)), "an object such as {csrf: '…'}"],
  // As the platform writes it: another spelling would never equal the wiki's.
  origin: [(value) => value === false || value === 'null' || (/^https?:/.test(String(value)) && works(() => new URL(String(value)).origin === value)), "false or an origin such as 'https://example.org'"],
};
