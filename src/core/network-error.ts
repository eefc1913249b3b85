/** What goes wrong before there is an answer of the API. */
import {WikiError} from './wiki-error.js';

/**
 * No answer, or only part of one. `fetch` cannot say why: offline, no such host, CORS refused, connection lost, time
 * out. A write may have been done all the same.
 */
export class NetworkError extends WikiError {
  override readonly name = 'NetworkError';
}
