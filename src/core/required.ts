/** Members of an answer that are always there, when it is one of MediaWiki. */
import {InvalidAnswerError} from './invalid-answer.js';
import {withoutTokens} from './without-tokens.js';

/**
 * @param who - the URL of api.php
 * @param what - where the value stands, e.g. `query.userinfo`
 * @param value - an object or a list
 * @throws {InvalidAnswerError} it is not there: JSON, but of something else
 */
export function required<Value extends object>(who: string, answer: unknown, what: string, value: Value | undefined): Value {
  if (typeof value === 'object' && value !== null) return value;
  throw new InvalidAnswerError(`${who} answered without “${what}”. Is this the address of a wiki’s api.php?`, withoutTokens(JSON.stringify(answer).slice(0, 1024)));
}
