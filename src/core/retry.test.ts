import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {ApiError, HttpError, InvalidAnswerError, NetworkError} from './errors.js';
import {retrying, retrySeconds, type RetryWait} from './retry.js';

const http = (status: number, retryAfterSeconds?: number): HttpError => new HttpError({status, statusText: '', bodyStart: '', retryAfterSeconds});
const api = (code: string, retryAfterSeconds?: number): ApiError => new ApiError([{code, text: ''}], {retryAfterSeconds});
const network = new NetworkError('lost');
const invalid = new InvalidAnswerError('cut', '');

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(1);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the table: seconds before each further attempt', () => {
  test.each<[string, Error, {read: number[]; write: number[]; batchWrite?: number[]}]>([
    ['connection lost', network, {read: [0.5, 1, 2, 4], write: []}],
    ['not JSON, or cut JSON', invalid, {read: [1, 1], write: []}],
    ['500', http(500), {read: [2], write: []}],
    ['502', http(502), {read: [1, 2, 4, 8], write: []}],
    ['503 with Retry-After', http(503, 7), {read: [7, 7, 7, 7], write: []}],
    ['504', http(504), {read: [1, 2, 4, 8], write: []}],
    ['429 with Retry-After', http(429, 3), {read: [3, 3, 3], write: [3, 3, 3]}],
    ['429 with a Retry-After of an hour', http(429, 3600), {read: [120, 120, 120], write: [120, 120, 120]}],
    ['429 with a Retry-After of nothing', http(429, 0), {read: [1, 1, 1], write: [1, 1, 1]}],
    ['503 with a Retry-After of nothing', http(503, 0), {read: [1, 1, 1, 1], write: []}],
    ['429 without', http(429), {read: [60, 60], write: [60, 60]}],
    ['404', http(404), {read: [], write: []}],
    ['maxlag', api('maxlag', 5), {read: [5, 5, 5, 5, 5], write: [5, 5, 5, 5, 5]}],
    ['maxlag without Retry-After', api('maxlag'), {read: [5, 5, 5, 5, 5], write: [5, 5, 5, 5, 5]}],
    ['ratelimited', api('ratelimited'), {read: [], write: [], batchWrite: [10, 15, 25]}],
    ['readonly', api('readonly'), {read: [], write: [], batchWrite: [30, 60]}],
    ['an exception in the wiki', api('internal_api_error_DBQueryTimeoutError'), {read: [2], write: []}],
    ['badtoken', api('badtoken'), {read: [], write: []}],
    ['editconflict', api('editconflict'), {read: [], write: []}],
    ['protectedpage', api('protectedpage'), {read: [], write: []}],
    ['anything else', new Error('?'), {read: [], write: []}],
  ])('%s', (_, error, {read, write, batchWrite = write}) => {
    const waits = (subject: {write: boolean; batch: boolean}): number[] => {
      const list: number[] = [];
      for (let seconds = retrySeconds(error, 0, subject); seconds !== undefined; seconds = retrySeconds(error, list.length, subject)) list.push(seconds);
      return list;
    };
    expect(waits({write: false, batch: false})).toEqual(read);
    expect(waits({write: true, batch: false})).toEqual(write);
    expect(waits({write: true, batch: true})).toEqual(batchWrite);
  });
});

describe('the wheel', () => {
  const reading = {write: false, batch: false};

  test('a read survives two lost connections', async () => {
    const attempt = vi.fn<() => Promise<string>>().mockRejectedValueOnce(network).mockRejectedValueOnce(network).mockResolvedValue('read');
    const result = retrying(attempt, reading, {});
    await vi.advanceTimersByTimeAsync(1600);
    await expect(result).resolves.toBe('read');
    expect(attempt).toHaveBeenCalledTimes(3);
  });

  test('a write is sent once when its answer is lost', async () => {
    const attempt = vi.fn<() => Promise<string>>().mockRejectedValue(network);
    await expect(retrying(attempt, {write: true, batch: false}, {})).rejects.toBe(network);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  test('an abort during a wait rejects without the clock moving, and nothing more is sent', async () => {
    const controller = new AbortController();
    const attempt = vi.fn<() => Promise<string>>().mockRejectedValue(http(503, 60));
    const waiting = new Promise<RetryWait>((resolve) => {
      void retrying(attempt, reading, {onWait: resolve}, controller.signal).catch((error: unknown) => (outcome = error));
    });
    let outcome: unknown;
    await expect(waiting).resolves.toMatchObject({attempt: 1, seconds: 60});
    controller.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(outcome).toMatchObject({name: 'AbortError'});
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  test('a caller’s policy caps attempts and time, and is told each wait', async () => {
    const attempt = vi.fn<() => Promise<string>>().mockRejectedValue(api('maxlag', 5));
    const waits: number[] = [];
    const capped = retrying(attempt, reading, {maxRetries: 9, maxRetrySeconds: 12, onWait: ({seconds}) => waits.push(seconds)}).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await capped).toMatchObject({code: 'maxlag'});
    expect(waits).toEqual([5, 5]);
  });

  test('retry: false sends once', async () => {
    const attempt = vi.fn<() => Promise<string>>().mockRejectedValue(network);
    await expect(retrying(attempt, reading, false)).rejects.toBe(network);
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  describe('a device that knows it is offline', () => {
    const events = new EventTarget();
    const offline = (): void => {
      vi.stubGlobal('navigator', {onLine: false});
      vi.stubGlobal('addEventListener', events.addEventListener.bind(events));
      vi.stubGlobal('removeEventListener', events.removeEventListener.bind(events));
    };
    afterEach(() => void vi.unstubAllGlobals());

    test.each([120, Infinity])('waits for the network, at most %s seconds', async (maxRetrySeconds) => {
      offline();
      const attempt = vi.fn<() => Promise<string>>().mockRejectedValueOnce(network).mockResolvedValue('read');
      const result = retrying(attempt, reading, {maxRetrySeconds});
      await vi.advanceTimersByTimeAsync(30_000);
      expect(attempt).toHaveBeenCalledTimes(1);
      events.dispatchEvent(new Event('online'));
      await vi.advanceTimersByTimeAsync(0);
      await expect(result).resolves.toBe('read');
    });

    test('and gives up when that time is over, not that time for each attempt', async () => {
      offline();
      const attempt = vi.fn<() => Promise<string>>().mockRejectedValue(network);
      const result = retrying(attempt, reading, {maxRetrySeconds: 60}).catch((error: unknown) => error);
      await vi.advanceTimersByTimeAsync(61_000);
      expect(await result).toBe(network);
      expect(attempt).toHaveBeenCalledTimes(2);
    });
  });
});
