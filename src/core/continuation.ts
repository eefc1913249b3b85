/** Follows `continue`, the way the API hands out long answers in parts. */
import {InvalidAnswerError} from './invalid-answer.js';
import type {Params} from './params.js';

/** @see https://www.mediawiki.org/wiki/API:Continue */
export interface Continued {
  readonly continue?: Readonly<Record<string, string | number>>;
}

/**
 * All answers to a question, each as it comes. The next is asked for when the caller wants it.
 *
 * @param ask - sends a request
 * @throws {InvalidAnswerError} the wiki answers with the same `continue` again, which would never end
 */
export async function* continuation<Answer extends Continued>(ask: (params: Params) => Promise<Answer>, params: Params): AsyncGenerator<Answer, void, undefined> {
  let next: Params | undefined = params;
  let last = '';
  while (next) {
    const answer: Answer = await ask(next);
    yield answer;
    if (!answer.continue) return;
    last = movedOn(answer.continue, last);
    next = {...params, ...answer.continue};
  }
}

/**
 * @param last - what this gave for the answer before
 * @throws {InvalidAnswerError} the wiki stands still
 */
export function movedOn(rest: Continued['continue'], last: string | undefined): string {
  const mark = JSON.stringify(rest);
  if (mark === last) throw new InvalidAnswerError(`The wiki continues for ever with the same ${mark}.`, mark);
  return mark;
}
