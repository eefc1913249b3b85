/** What `Api` and `Rest` have in common: requests that are under way, to be aborted together. */
import {ajax, type AjaxOptions, type JqXhr} from './jqxhr.js';
import {deferred, type Deferred} from './promise.js';
import type {Abortable} from './promise-types.js';

export interface UnderWay {
  /** What is under way; null where it has ended. */
  requests: (Abortable | null)[];
  /** Aborts every request of this object. */
  abort(): void;
}

export function abortAll({requests}: UnderWay): void {
  // Not what callbacks send in their turn: forEach goes as far as the list was long.
  requests.forEach((request) => request?.abort());
}

/**
 * Sends a request. Without an answer it fails with `('http', {xhr, textStatus, exception})`.
 *
 * @param later - whether the outcome is told in a task of its own, as core's Rest does it
 * @param onAnswer - settles it otherwise
 */
export function start(owner: UnderWay, options: AjaxOptions, later: boolean, onAnswer: (outcome: Deferred, result: unknown, jqXHR: JqXhr) => void): {outcome: ReturnType<typeof deferred>; request: JqXhr} {
  const request = ajax(options);
  const outcome = deferred(() => request.abort());
  const answered = (result: unknown, _: string, jqXHR: JqXhr): void => onAnswer(outcome, result, jqXHR);
  const failed = (xhr: JqXhr, textStatus: string, exception: unknown): void => void outcome.reject('http', {xhr, textStatus, exception});
  if (later) request.then(answered, failed);
  else request.done(answered).fail(failed);
  const slot = owner.requests.push(request) - 1;
  request.always(() => {
    owner.requests[slot] = null;
  });
  return {outcome, request};
}
