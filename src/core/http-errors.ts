/** What goes wrong before there is an answer of the API. */
import {WikiError, type WikiErrorOptions} from './wiki-error.js';

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
