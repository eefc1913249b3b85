/** A bare 401: the wiki, or the server before it, does not know who asks. */
import {HttpError} from './http-error.js';
import {LoginError} from './refusals.js';

/** @returns undefined where it is none */
export function unauthorized(failure: unknown, text?: string): LoginError | undefined {
  if (!(failure instanceof HttpError) || failure.status !== 401) return undefined;
  return new LoginError([{code: 'http-401', text: text ?? failure.message}], {cause: failure, request: failure.request});
}
