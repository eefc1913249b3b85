/** The root of all errors here, and what the wiki refuses in its own words. */

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
  readonly hint?: string | undefined;
}

/** The root of the tree. `name` and `code` are enough to recognise a kind, also across two copies of this library. */
export abstract class WikiError extends Error {
  abstract override readonly name: string;
  readonly request: FailedRequest | undefined;
  /** What whoever wrote the program can do about it; the message is for whoever uses it. */
  readonly hint: string | undefined;

  constructor(message: string, {request, cause, hint}: WikiErrorOptions = {}) {
    super(message, cause === undefined ? undefined : {cause});
    this.request = request;
    this.hint = hint;
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

/** Whether this is a refusal by the wiki, of one code if given; true also for errors of another copy of this library. */
export function isApiError(error: unknown, code?: string): error is ApiError {
  if (!(error instanceof Error) || !('code' in error) || !('errors' in error) || !Array.isArray(error.errors)) return false;
  return code === undefined || error.errors.some((entry: unknown) => (entry as ApiMessage | null)?.code === code);
}
