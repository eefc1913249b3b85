/** An answer that is none of the API. */
import {WikiError, type WikiErrorOptions} from './wiki-error.js';

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
