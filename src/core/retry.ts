/**
 * When a request may be sent again, and after how long. fetch-retry turns the wheel and lives behind this file alone:
 * by its own defaults it would resend writes and aborted requests.
 *
 * A write is resent only after an answer that says it was not executed. After a lost connection or a 5xx it may have
 * been, so that the error goes to the caller.
 */
import fetchRetry from 'fetch-retry';
import {ApiError} from './api-errors.js';
import {WikiError} from './wiki-error.js';
import {callBack} from './call-back.js';
import {delay} from './delay.js';
import type {Asked} from './transport.js';
import {HttpError} from './http-error.js';
import {InvalidAnswerError} from './invalid-answer.js';
import {NetworkError} from './network-error.js';
import {online} from './online.js';

export interface RetryPolicy {
  /** How many times at most to send again; the default depends on the failure (1 to 5, see the table in `retry.ts`). */
  readonly maxRetries?: number;
  /** How long at most to wait in all, over one call. Default: 120. */
  readonly maxRetrySeconds?: number;
  /** Told before each wait, e.g. to show a countdown; also of one that the wiki has asked another tab, or another call, for. */
  readonly onWait?: (wait: RetryWait) => void;
}

export interface RetryWait {
  /** Which wait of this call it is, from 1. */
  readonly attempt: number;
  readonly seconds: number;
  /** Why the request has to be sent again, or later. */
  readonly reason: WikiError;
}

/** What decides whether a failed request may be sent again. */
export interface RetrySubject {
  /** Whether the request changes something on the wiki. */
  readonly write: boolean;
  /** Whether nobody is waiting for it on a screen: it carries `maxlag`. */
  readonly batch: boolean;
}

interface Rule {
  readonly seconds: number;
  readonly times: number;
}

const asked = new WeakMap<Error, number>();

/** How long the wiki is not to be asked anything, by anybody; undefined where this error does not say so. */
export function wikiAsksSeconds(error: unknown): number | undefined {
  if (!(error instanceof WikiError)) return undefined;
  const seconds = asked.get(error) ?? askedSeconds(error);
  if (seconds !== undefined) asked.set(error, seconds);
  return seconds;
}

function askedSeconds(error: WikiError): number | undefined {
  if (error instanceof HttpError) {
    const {status, retryAfterSeconds} = error;
    // Without Retry-After (a CDN's is not readable cross-origin): limits are counted by the minute.
    if (status === 429) return retryAfterSeconds === undefined ? jitter(60) : within(1, retryAfterSeconds);
    return status === 503 && retryAfterSeconds !== undefined ? within(1, retryAfterSeconds) : undefined;
  }
  return error instanceof ApiError && error.code === 'maxlag' ? within(5, error.retryAfterSeconds ?? 5) : undefined;
}

/**
 * @param attempt - how many times it was sent again already
 * @returns after how many seconds to send again; undefined when that would be wrong or useless
 */
export function retrySeconds(error: unknown, attempt: number, subject: RetrySubject, maxRetries?: number): number | undefined {
  const rule = ruleFor(error, attempt, subject);
  return rule && attempt < (maxRetries ?? rule.times) ? rule.seconds : undefined;
}

function ruleFor(error: unknown, attempt: number, {write, batch}: RetrySubject): Rule | undefined {
  const backOff = 2 ** attempt;
  if (error instanceof ApiError) return ruleForCode(error, attempt, {write, batch});
  // Not executed.
  if (error instanceof HttpError && error.status === 429) return {seconds: wikiAsksSeconds(error) ?? 0, times: error.retryAfterSeconds === undefined ? 2 : 3};
  if (write) return undefined;
  // Where another question was answered at once: the connection was lost, or this one is not allowed, which stays so.
  if (error instanceof NetworkError && error.reason === 'cors') return {seconds: 0, times: 1};
  if (error instanceof NetworkError) return {seconds: jitter(backOff / 2), times: error.reason === 'csp' ? 0 : 4};
  if (error instanceof InvalidAnswerError) return {seconds: 1, times: 2};
  if (error instanceof HttpError) {
    if ([502, 503, 504].includes(error.status)) return {seconds: error.retryAfterSeconds === undefined ? jitter(backOff) : within(1, error.retryAfterSeconds), times: 4};
    if (error.status === 500) return {seconds: 2, times: 1};
  }
  return undefined;
}

/** Answers of the API; those named were given before anything was executed. */
function ruleForCode(error: ApiError, attempt: number, {write, batch}: RetrySubject): Rule | undefined {
  switch (error.code) {
    case 'maxlag':
      return {seconds: wikiAsksSeconds(error) ?? 5, times: 5};
    case 'ratelimited':
      // No Retry-After comes with it: `heard` has put in what the user's limits tell. Where they do not: limits are
      // mostly by the minute, and somebody who waits should be told instead.
      if (error.retryAfterSeconds !== undefined) return {seconds: error.retryAfterSeconds, times: error.retryAfterSeconds < Infinity ? 3 : 0};
      return batch ? {seconds: jitter(5 * 2 ** attempt) + 5, times: 3} : undefined;
    case 'readonly':
      return batch ? {seconds: 30 * 2 ** attempt, times: 2} : undefined;
    default:
      return error.code.startsWith('internal_api_error_') && !write ? {seconds: 2, times: 1} : undefined;
  }
}

/** What the wiki asked for, but not so soon that asking again would be hammering, nor so late that nobody waits. */
const within = (least: number, seconds: number): number => Math.min(120, Math.max(least, seconds));

/** "Full jitter": many clients that failed together do not come back together. */
const jitter = (seconds: number): number => Math.random() * seconds;

/** Whether a write may have been done although this is what came back: nothing, half an answer, or an exception. */
export function mayHaveBeenExecuted(error: unknown): boolean {
  if (error instanceof HttpError) return error.status >= 500;
  return !(error instanceof ApiError) || error.code.startsWith('internal_api_error_');
}

/** The waits of one call so far, in the line for this wiki or to be sent again. */
export interface Waits {
  /** How many were told. */
  waits: number;
  /** How long they were in all. */
  seconds: number;
  /** Until when the last was to be, as `Date.now()` counts. */
  until: number;
}

/** Seconds somebody who looks at a screen is left waiting for `ratelimited`; then they are told. */
const patience = 10;

/** How long a call may wait in all when this is why. */
export function mostSeconds({maxRetrySeconds = 120}: RetryPolicy, code: string | undefined, batch: boolean): number {
  return code === 'ratelimited' && !batch ? Math.min(patience, maxRetrySeconds) : maxRetrySeconds;
}

/**
 * Makes attempts until one succeeds, the policy is used up, or the signal is aborted. An abort during a wait rejects at
 * once and nothing more is sent.
 */
export function retrying<T>(
  attempt: () => Promise<T>,
  subject: RetrySubject,
  policy: RetryPolicy | false,
  signal?: AbortSignal,
  call: Waits = {waits: 0, seconds: 0, until: 0},
): Promise<T> {
  if (policy === false) return attempt();
  const {maxRetries, maxRetrySeconds = 120, onWait} = policy;
  /** Failures so far by their kind: a gateway's hiccup does not use up what a lost connection is allowed. */
  const failures = new Map<string, number>();
  const again = async (count: number, error: Error | null): Promise<boolean> => {
    if (!error || signal?.aborted || count >= (maxRetries ?? Infinity)) return false;
    const before = failures.get(error.name) ?? 0;
    const seconds = retrySeconds(error, before, subject, maxRetries);
    if (seconds === undefined || call.seconds + seconds > mostSeconds(policy, (error as {code?: string}).code, subject.batch)) return false;
    failures.set(error.name, before + 1);
    const attempt = ++call.waits;
    call.seconds += seconds;
    call.until = Date.now() + seconds * 1000;
    if (onWait && error instanceof WikiError) callBack(() => onWait({attempt, seconds, reason: error}));
    await delay(seconds * 1000, signal);
    if (error instanceof NetworkError) {
      const from = Date.now();
      await online(maxRetrySeconds - call.seconds, signal);
      call.seconds += (Date.now() - from) / 1000;
    }
    return true;
  };
  // The waiting is done in `retryOn`, as fetch-retry's own timer does not know of aborts.
  return fetchRetry<(input: undefined) => Promise<T>>(attempt, {retryOn: again, retryDelay: 0})(undefined);
}

/** Actions that change nothing although they may be posted: only these are sent again when the answer was lost. */
const readOnlyActions = /^(compare|expandtemplates|feed\w+|help|opensearch|paraminfo|parse|query|rsd|sitematrix|titleblacklist|tokens|checktoken)$/;

export const isWrite = ({method, params}: Asked, withToken: boolean): boolean => withToken || (method === 'POST' && !readOnlyActions.test(params['action'] as string));
