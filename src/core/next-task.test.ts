import {afterEach, beforeEach, expect, test, vi} from 'vitest';

beforeEach(() => void vi.resetModules());
afterEach(() => void vi.unstubAllGlobals());

test.each<[string, Record<string, undefined>]>([
  ['in Node', {}],
  ['in browsers', {setImmediate: undefined}],
  ['in jsdom', {setImmediate: undefined, MessageChannel: undefined}],
])('all that needs no answer from outside comes first: %s', async (_, missing) => {
  for (const [name, value] of Object.entries(missing)) vi.stubGlobal(name, value);
  const {nextTask} = await import('./next-task.js');
  const said: string[] = [];
  for (const round of ['first', 'second']) {
    const done = new Promise<void>((resolve) => nextTask(() => (said.push(`${round} task`), resolve())));
    void (async () => {
      for (let step = 1; step <= 20; step++) await Promise.resolve();
      said.push(round);
    })();
    await done;
  }
  expect(said).toEqual(['first', 'first task', 'second', 'second task']);
});
