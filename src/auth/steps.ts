/** A whole run of an {@link AuthFlow}, with somebody who answers what the wiki asks on the way. */
import {isApiError} from '../core/api-errors.js';
import {isFunction, type Rule, signalRule} from '../core/check.js';
import {HttpError} from '../core/http-error.js';
import {NetworkError} from '../core/network-error.js';
import {retrying} from '../core/retry.js';
import {unlessAborted} from '../core/unless-aborted.js';
import type {Session} from '../core/session.js';
import type {AuthFlow} from './auth-flow.js';
import type {AuthStep, AuthValues} from './auth-step.js';
import type {Abortable} from '../core/abortable.js';

export interface StepOptions extends Abortable {
  /**
   * Asked for the fields of a step, such as the code of a second factor; after a wrong one it is asked again, with the
   * wiki's words. It may take its time. Undefined gives up.
   *
   * @example ({requests}) => ({OATHToken: prompt(requests[0].fields.OATHToken.label)})
   */
  readonly onStep?: ((step: AuthStep) => AuthValues | undefined | Promise<AuthValues | undefined>) | undefined;
}

/** Each option has its rule, or this does not compile. */
export const stepRules: Readonly<Record<keyof StepOptions, Rule>> = {signal: signalRule, onStep: [isFunction, 'a function']};

/**
 * Submits, and goes on until it is done.
 *
 * @throws {LoginError} refused; or one more step was wanted, and nobody there to take it: `answer` is that step
 */
export async function run(flow: AuthFlow, values: AuthValues, {onStep, signal}: StepOptions): Promise<AuthStep> {
  let step = await flow.submit(values, {signal});
  let before = '';
  while (step.status !== 'PASS') {
    if (step.status === 'FAIL') throw flow.refusal(step);
    const next = await asked(onStep, step, signal);
    // Who gives the same to the same question again will give it for ever.
    const again = JSON.stringify([step.messagecode, next]);
    if (!next || again === before) throw flow.refusal(step);
    before = again;
    step = await flow.submit(next, {signal});
  }
  return step;
}

/** What the caller's own function has thrown: no answer of the wiki was lost there. */
const callers = new WeakSet<object>();

export const isCallers = (failure: unknown): boolean => typeof failure === 'object' && failure !== null && callers.has(failure);

/** @throws what the function throws; the signal's reason, also while the function takes its time */
export async function asked(onStep: StepOptions['onStep'], step: AuthStep, signal: AbortSignal | undefined): Promise<AuthValues | undefined> {
  try {
    signal?.throwIfAborted();
    return await unlessAborted(Promise.resolve(onStep?.(step)), signal);
  } catch (failure) {
    if (typeof failure === 'object' && failure !== null) callers.add(failure);
    throw failure;
  }
}

/** The codes of a session that was replaced while a token of it was on its way. */
const lost = ['badtoken', 'sessionlost', 'needtoken'];

/**
 * From the beginning again, where an answer was lost: what nobody has seen has logged nobody in. Also, once, where the wiki
 * does not know the session any more in which it gave the token.
 */
export async function anew<T>({tokens, settings: {retry}}: Session, signal: AbortSignal | undefined, attempt: () => Promise<T>): Promise<T> {
  let renewed = retry === false;
  const once = async (): Promise<{readonly done: T} | {readonly failure: unknown}> => {
    try {
      return {done: await attempt()};
    } catch (failure) {
      tokens.clear();
      if (!isCallers(failure) && (failure instanceof NetworkError || failure instanceof HttpError)) throw failure;
      if (renewed || !lost.some((code) => isApiError(failure, code))) return {failure};
      renewed = true;
      return once();
    }
  };
  const outcome = await retrying(once, {write: false, batch: false}, retry, signal);
  if ('failure' in outcome) throw outcome.failure;
  return outcome.done;
}
