/**
 * Everything that can go wrong, as one tree: `WikiError` and its kinds. A `TypeError` is for a wrong argument, the
 * platform's `AbortError` for an abort; neither is here.
 */

/** What was asked when the error came up; secrets (tokens, passwords, captcha answers) are replaced by `***`. */
export interface FailedRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly params: Readonly<Record<string, string>>;
}

/** One entry of an answer's `errors` or `warnings`. */
export interface ApiMessage {
  /** E.g. `badtoken`. */
  readonly code: string;
  /** Plain text in the language asked for. Wikis write these messages: treat it as text, never as HTML. */
  readonly text: string;
  /** The wiki's own markup, where `errorformat=html` was asked for. Hostile until sanitised. */
  readonly html?: string;
  /** The module that said so, e.g. `edit`, `query+revisions` or `main`. */
  readonly module?: string;
  /** What the module adds, e.g. `{blockinfo}` or `{abusefilter}`. */
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface WikiErrorOptions {
  readonly request?: FailedRequest | undefined;
  readonly cause?: unknown;
}

/** The root of the tree. `name` and `code` are enough to recognise a kind, also across two copies of this library. */
export abstract class WikiError extends Error {
  abstract override readonly name: string;
  readonly request: FailedRequest | undefined;

  constructor(message: string, {request, cause}: WikiErrorOptions = {}) {
    super(message, cause === undefined ? undefined : {cause});
    this.request = request;
  }
}

export interface ApiErrorOptions extends WikiErrorOptions {
  /** The whole answer, as the wiki gave it. */
  readonly answer?: unknown;
  /** Seconds the wiki asks to wait (`Retry-After`), e.g. with `maxlag`. */
  readonly retryAfterSeconds?: number | undefined;
}

/**
 * The wiki understood the request and refused it.
 *
 * @see https://www.mediawiki.org/wiki/API:Errors_and_warnings
 */
export class ApiError extends WikiError {
  override readonly name: string = 'ApiError';
  /** The first error's code, e.g. `protectedpage`. */
  readonly code: string;
  /** All errors of the answer: there can be several, e.g. `ratelimited` and `autoblocked`. */
  readonly errors: readonly [ApiMessage, ...ApiMessage[]];
  readonly answer: unknown;
  readonly retryAfterSeconds: number | undefined;

  constructor(errors: readonly [ApiMessage, ...ApiMessage[]], options: ApiErrorOptions = {}) {
    super(errors[0].text || errors[0].code, options);
    this.code = errors[0].code;
    this.errors = errors;
    this.answer = options.answer;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  /** Whether any of the errors has this code; refusals come in company. */
  has(code: string): boolean {
    return this.errors.some((error) => error.code === code);
  }
}

/** Both sides of an edit conflict, and what they started from. */
export interface Conflict {
  /** The text the edit was made on; undefined when the page did not exist, or that revision is hidden. */
  readonly base: string | undefined;
  /** The text that was refused. It is not saved anywhere else: keep it. */
  readonly mine: string;
  /** What the page holds now; undefined when that is hidden. */
  readonly theirs: string | undefined;
  /** The revision `theirs` is: the base of the next attempt. */
  readonly theirRevid: number | undefined;
  readonly theirUser?: string | undefined;
}

/** Somebody else saved first and the wiki could not merge (`editconflict`, `articleexists`). Nothing was saved. */
export class EditConflictError extends ApiError {
  override readonly name: string = 'EditConflictError';
  readonly conflict: Conflict;

  constructor(refusal: ApiError, conflict: Conflict) {
    super(refusal.errors, {request: refusal.request, cause: refusal, answer: refusal.answer});
    this.conflict = conflict;
  }

  get base(): string | undefined {
    return this.conflict.base;
  }

  get mine(): string {
    return this.conflict.mine;
  }

  get theirs(): string | undefined {
    return this.conflict.theirs;
  }
}

/** What a captcha asks. Which fields there are depends on its kind. */
export interface Captcha {
  readonly type: string;
  readonly mime?: string;
  /** Good for one answer; a wrong one brings a new id. */
  readonly id?: string;
  readonly question?: string;
  readonly url?: string;
  readonly key?: string;
}

/** The wiki wants a captcha solved; send the same again with `captchaid` and `captchaword`. Nothing was saved. */
export class CaptchaNeededError extends ApiError {
  override readonly name: string = 'CaptchaNeededError';
  readonly captcha: Captcha;

  constructor(captcha: Captcha, options: ApiErrorOptions = {}) {
    super([{code: 'captcha', text: 'The wiki asks for a captcha before it saves this.', module: 'edit'}], options);
    this.captcha = captcha;
  }
}

/** An abuse filter warned (send the same again to go on) or disallowed. Nothing was saved. */
export class AbuseFilterError extends ApiError {
  override readonly name: string = 'AbuseFilterError';

  /** True when the same request, sent again, will pass this filter. */
  get canProceed(): boolean {
    return this.code === 'abusefilter-warning';
  }
}

/** The user, or the address, is blocked; the block stands in `errors[].data.blockinfo`. */
export class BlockedError extends ApiError {
  override readonly name: string = 'BlockedError';
}

/** Nobody, or somebody else, is logged in; or logging in failed. */
export class LoginError extends ApiError {
  override readonly name: string = 'LoginError';
}

/** Too many requests of this kind (`ratelimited`). Nothing was done; `retryAfterSeconds` where the wiki says. */
export class RateLimitError extends ApiError {
  override readonly name: string = 'RateLimitError';
}

const kinds: readonly (readonly [RegExp, typeof ApiError])[] = [
  [/^abusefilter-/, AbuseFilterError],
  [/^(auto)?blocked$|^blocked-/, BlockedError],
  [/^assert.*failed$|^notloggedin$|^login-|^mwoauth-/, LoginError],
  [/^ratelimited$|^actionthrottledtext$/, RateLimitError],
];

/** The right kind of `ApiError` for what the wiki said; the first error decides. */
export function apiError(errors: readonly [ApiMessage, ...ApiMessage[]], options: ApiErrorOptions = {}): ApiError {
  const Kind = kinds.find(([pattern]) => pattern.test(errors[0].code))?.[1] ?? ApiError;
  return new Kind(errors, options);
}

/** The server, or something before it, answered with a status that is not a success and with no API answer. */
export class HttpError extends WikiError {
  override readonly name = 'HttpError';
  readonly status: number;
  /** The first kilobyte of the body. */
  readonly bodyStart: string;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    {status, statusText, bodyStart, retryAfterSeconds}: {status: number; statusText: string; bodyStart: string; retryAfterSeconds: number | undefined},
    options: WikiErrorOptions = {},
  ) {
    const hint = status === 404 ? ' Is this the address of the wiki’s api.php?' : '';
    super(`${options.request?.url ?? 'The wiki'} answered ${status}${statusText ? ` ${statusText}` : ''}.${hint}`, options);
    this.status = status;
    this.bodyStart = bodyStart;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/**
 * No answer, or only part of one. `fetch` cannot say why: offline, no such host, CORS refused, connection lost, time
 * out. A write may have been done all the same.
 */
export class NetworkError extends WikiError {
  override readonly name = 'NetworkError';
}

/** A success by its status, but not an answer of the API: HTML of a login page, a captive portal, cut JSON. */
export class InvalidAnswerError extends WikiError {
  override readonly name = 'InvalidAnswerError';
  /** The first kilobyte of what came instead. */
  readonly bodyStart: string;

  constructor(message: string, bodyStart: string, options: WikiErrorOptions = {}) {
    super(message, options);
    this.bodyStart = bodyStart;
  }
}

/** A write was sent and its outcome is not known: it may have been applied. Sending it again may double it. */
export class OutcomeUnknownError<Saved = unknown> extends WikiError {
  override readonly name = 'OutcomeUnknownError';
  /**
   * Looks for the write on the wiki.
   *
   * @returns what was saved, or undefined when there is no trace of it yet. A write that is still running leaves none:
   * undefined does not prove that it will not be applied.
   */
  readonly check: (options?: {signal?: AbortSignal | undefined}) => Promise<Saved | undefined>;

  constructor(check: OutcomeUnknownError<Saved>['check'], options: WikiErrorOptions = {}) {
    super('The connection failed after this was sent: it may have been saved. Look before sending it again.', options);
    this.check = check;
  }
}

/** Whether this is a refusal by the wiki, of one code if given; true also for errors of another copy of this library. */
export function isApiError(error: unknown, code?: string): error is ApiError {
  if (!(error instanceof Error) || !('code' in error) || !('errors' in error) || !Array.isArray(error.errors)) return false;
  return code === undefined || error.errors.some((entry: unknown) => (entry as ApiMessage | null)?.code === code);
}

/** Whether this is an abort (by `AbortController.abort()`), which callers mostly do not want to report. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
