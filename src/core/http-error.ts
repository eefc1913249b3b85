/** A status that is no success. */
import {WikiError, type WikiErrorOptions} from './wiki-error.js';

/** The server, or something before it, answered with a status that is not a success and with no API answer. */
export class HttpError extends WikiError {
  override readonly name = 'HttpError';
  /** 0 where a browser hides which redirect it was. */
  readonly status: number;
  /** The first kilobyte of the body. */
  readonly bodyStart: string;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    {status, statusText, bodyStart, retryAfterSeconds}: {status: number; statusText: string; bodyStart: string; retryAfterSeconds: number | undefined},
    options: WikiErrorOptions = {},
    hint = status === 404 ? ' Is this the address of the wiki’s api.php?' : '',
  ) {
    super(`${options.request?.url ?? 'The wiki'} answered ${status}${statusText && ` ${statusText}`}.${hint}`, options);
    this.status = status;
    this.bodyStart = bodyStart;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
