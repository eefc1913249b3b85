/** Whether a token is good. */
import {required} from '../../core/required.js';
import type {Session} from '../../core/session.js';
import {shown} from '../../core/shown.js';
import type {TokenType} from '../../core/tokens.js';
import type {AskOptions} from './options.js';

export interface CheckedToken {
  readonly result: 'expired' | 'invalid' | 'valid';
  /** When it was made, ISO 8601, where the token tells. */
  readonly generated?: string;
}

/**
 * @param maxtokenage - in seconds, above which it is `expired`
 * @throws {TypeError} no token
 * @see https://www.mediawiki.org/wiki/API:Checktoken
 */
export async function checktoken(session: Session, type: TokenType, token: string, {maxtokenage, ...options}: AskOptions & {readonly maxtokenage?: number} = {}): Promise<CheckedToken> {
  // The token itself stays out of the error.
  if (typeof token !== 'string' || token === '') throw new TypeError(`token: ${token === '' ? 'an empty text' : shown(token)} given, a token expected`);
  // By POST, as a token does not go into a URL.
  const answer = await session.post<{checktoken?: CheckedToken}>({action: 'checktoken', type, token, maxtokenage}, options);
  return required(session.apiUrl, answer, 'checktoken', answer.checktoken);
}
