import {afterEach, describe, expect, test, vi} from 'vitest';
import {nextTask} from './next-task.js';

afterEach(() => void vi.unstubAllGlobals());

describe.each([['with channels', globalThis.MessageChannel], ['without', undefined]])('%s', (_, channel) => {
  test('all that needs no answer from outside comes first', async () => {
    vi.stubGlobal('MessageChannel', channel);
    const said: string[] = [];
    const done = new Promise<void>((resolve) => nextTask(() => (said.push('next'), resolve())));
    void (async () => {
      for (let step = 1; step <= 20; step++) await Promise.resolve();
      said.push('twenty awaits');
    })();
    await done;
    expect(said).toEqual(['twenty awaits', 'next']);
  });
});
