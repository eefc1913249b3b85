import {afterEach, expect, test, vi} from 'vitest';
import {callBack} from './call-back.js';

afterEach(() => void vi.restoreAllMocks());

test('where nothing reports errors, as in Node, a failing callback is told on the console and throws nothing', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const broken = new Error('a bug in the callback');
  callBack(() => {
    throw broken;
  });
  expect(warn).toHaveBeenCalledExactlyOnceWith(broken);
});
