import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {delay} from './delay.js';
import {unlessAborted} from './unless-aborted.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('waits, and leaves neither timer nor listener', async () => {
  const {signal} = new AbortController();
  const remove = vi.spyOn(signal, 'removeEventListener');
  const waited = delay(1000, signal);
  await vi.advanceTimersByTimeAsync(1000);
  await waited;
  expect(remove).toHaveBeenCalledOnce();
});

test('an abort ends it without the clock moving', async () => {
  const controller = new AbortController();
  const waited = delay(1000, controller.signal);
  controller.abort();
  await expect(waited).rejects.toMatchObject({name: 'AbortError'});
  expect(vi.getTimerCount()).toBe(0);
  await expect(delay(1000, controller.signal)).rejects.toMatchObject({name: 'AbortError'});
});

test('who gives up waiting does not end the work for others', async () => {
  const controller = new AbortController();
  let finish: (value: string) => void = () => {};
  const work = new Promise<string>((resolve) => (finish = resolve));
  const mine = unlessAborted(work, controller.signal);
  const theirs = unlessAborted(work, new AbortController().signal);
  controller.abort();
  await expect(mine).rejects.toMatchObject({name: 'AbortError'});
  await expect(unlessAborted(Promise.reject(new Error('late')), controller.signal)).rejects.toMatchObject({name: 'AbortError'});
  finish('done');
  expect(await theirs).toBe('done');
});
