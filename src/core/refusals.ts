/** Kinds of what the wiki refuses, and how they are told from each other. */
import {ApiError, type ApiErrorOptions} from './api-errors.js';
import type {ApiMessage} from './wiki-error.js';

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
