/** How long a write whose answer was lost is looked for, and sent again. */
import {callBack} from '../../core/call-back.js';
import {isApiError} from '../../core/api-errors.js';
import {delay} from '../../core/delay.js';
import {HttpError} from '../../core/http-error.js';
import {InvalidAnswerError} from '../../core/invalid-answer.js';
import {NetworkError} from '../../core/network-error.js';
import {online} from '../../core/online.js';
import type {RetryPolicy} from '../../core/retry.js';
import {WikiError} from '../../core/wiki-error.js';

/** Somebody waits for it. */
const longestSeconds = 60;

export class Patience {
  private readonly policy: RetryPolicy | false;
  private readonly failures = new Map<string, number>();
  private waits = 0;
  private waited = 0;

  constructor(policy: RetryPolicy | false) {
    this.policy = policy;
  }

  /**
   * Waits as long as it is wise after that failure.
   *
   * @returns false at once when it is no use to go on
   * @throws the signal's reason
   */
  async wait(error: unknown, signal: AbortSignal | undefined): Promise<boolean> {
    if (this.policy === false) return false;
    const {maxRetries = Infinity, maxRetrySeconds = longestSeconds, onWait} = this.policy;
    const name = error instanceof Error ? error.name : '';
    const before = this.failures.get(name) ?? 0;
    const seconds = secondsAfter(error, before);
    if (seconds === undefined || maxRetrySeconds === 0 || this.waits >= maxRetries || this.waited + seconds > maxRetrySeconds) return false;
    this.failures.set(name, before + 1);
    this.waits++;
    this.waited += seconds;
    if (onWait && error instanceof WikiError) callBack(() => onWait({attempt: this.waits, seconds, reason: error}));
    const from = Date.now();
    await delay(seconds * 1000, signal);
    if (error instanceof NetworkError) await online(maxRetrySeconds - this.waited, signal);
    this.waited += Math.max(0, (Date.now() - from) / 1000 - seconds);
    return true;
  }
}

/** @param before - how many times it failed so already */
function secondsAfter(error: unknown, before: number): number | undefined {
  if (error instanceof HttpError && error.retryAfterSeconds !== undefined) return Math.max(1, error.retryAfterSeconds);
  // A page that answers everything, such as a hotel's: the wiki is not to be reached.
  if (error instanceof InvalidAnswerError) return before < 2 ? before : undefined;
  if (isApiError(error) || (error instanceof HttpError && error.status === 500)) return before < 2 ? 2 * before : undefined;
  // The first time at once: most often a connection had been closed while nobody used it.
  return before === 0 ? 0 : Math.random() * Math.min(8, 2 ** (before - 1));
}
