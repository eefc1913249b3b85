/** What the wiki refuses in its own words. */
import {type ApiMessage, WikiError, type WikiErrorOptions} from './wiki-error.js';

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
