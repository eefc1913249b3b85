/** What the requests of an upload share: they take as long as they take, and are sent again by one rule. */
import {type RetryPolicy, retrying} from '../../core/retry.js';
import type {ApiAnswer, ApiParams, Session} from '../../core/session.js';
import {delay} from '../../core/delay.js';
import {required} from '../../core/required.js';
import type {UploadWarnings} from '../../core/write-errors.js';
import type {UploadedImageinfo} from './upload.js';

export interface UploadAnswer {
  readonly result?: 'Success' | 'Warning' | 'Continue' | 'Poll' | (string & {});
  readonly filekey?: string;
  readonly filename?: string;
  readonly offset?: number;
  readonly stage?: string;
  readonly warnings?: UploadWarnings;
  readonly imageinfo?: UploadedImageinfo;
}

export interface AskOptions {
  readonly signal?: AbortSignal | undefined;
  /** How many bytes go with it, or have to be moved by the wiki. */
  readonly bytes?: number | undefined;
  /** See {@link RequestOptions.flight}. */
  readonly flight?: {open: boolean} | undefined;
}

/** One request, sent once. */
export async function askUpload(session: Session, params: Omit<ApiParams, 'action'>, {signal, bytes = 0, flight}: AskOptions): Promise<UploadAnswer> {
  const answer = await patient(session, bytes).post<ApiAnswer & {readonly upload?: UploadAnswer}>({action: 'upload', ...params}, {token: 'csrf', retry: false, signal, flight});
  return required(session.apiUrl, answer, 'upload', answer.upload);
}

/** Bytes that the slowest line worth waiting for takes up in a second. */
const slowestBytesPerSecond = 32_768;

/** The same session in all but this: it waits as much longer for an answer as there are bytes to go. */
function patient(session: Session, bytes: number): Session {
  const timeoutSeconds = Math.min(86_400, session.settings.timeoutSeconds + bytes / slowestBytesPerSecond);
  return Object.create(session, {settings: {value: {...session.settings, timeoutSeconds}}}) as Session;
}

/** How long to go on trying, unless the session says. */
const maxRetrySeconds = 60;

/**
 * Makes attempts until one succeeds, also after failures that leave open what was done: each attempt must look first.
 * `Retry-After` is obeyed. With `retry: false` there is one attempt.
 */
export function untilDone<T>({settings}: Session, attempt: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  const policy: RetryPolicy | false = settings.retry && {maxRetries: Infinity, maxRetrySeconds, ...settings.retry};
  return retrying(attempt, {write: false, batch: settings.maxlag !== undefined}, policy, signal);
}

/**
 * What the wiki says of an upload that is under way.
 *
 * @throws {ApiError} `missingresult`: it knows of none; else why it failed
 */
export const askStatus = (session: Session, params: {readonly filekey: string} | {readonly url: string; readonly filename: string}, signal: AbortSignal | undefined): Promise<UploadAnswer> =>
  askUpload(session, {checkstatus: true, ...params}, {signal});

/** Waits while the wiki works on it, which may take minutes. */
export async function awaitPoll(session: Session, answer: UploadAnswer, params: Parameters<typeof askStatus>[1], signal: AbortSignal | undefined): Promise<UploadAnswer> {
  let now = answer;
  for (let seconds = firstPollSeconds; now.result === 'Poll'; seconds = Math.min(2 * seconds, longestPollSeconds)) {
    await delay(seconds * 1000, signal);
    now = await untilDone(session, () => askStatus(session, params, signal), signal);
  }
  return now;
}

const firstPollSeconds = 0.5;
const longestPollSeconds = 10;
