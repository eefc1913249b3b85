/** What goes wrong before there is an answer of the API. */
import {WikiError} from './wiki-error.js';

/**
 * `cors`: the wiki does not allow this page what it asked for, though it answers nobody. `csp`: this page's own policy
 * forbids it. `lost`: it can be reached now. `unreachable`: it cannot, as far as one can see.
 */
export type NetworkReason = 'cors' | 'csp' | 'lost' | 'offline' | 'timeout' | 'unreachable';

/**
 * No answer, or only part of one. `fetch` cannot say why: offline, no such host, CORS refused, connection lost, time
 * out. A write may have been done all the same.
 */
export class NetworkError extends WikiError {
  override readonly name = 'NetworkError';
  /** Where it could be found out. */
  declare readonly reason?: NetworkReason;
}
