/** Where the engine works: here and not beside `src/diff`, as Node has no such Worker. */
import {afterAll, expect, test} from 'vitest';
import {diffTexts} from '../../diff/index.js';

const Own = globalThis.Worker;
const started: Worker[] = [];
globalThis.Worker = class extends Own {
  constructor(url: string | URL) {
    super(url);
    started.push(this);
  }
};
afterAll(() => (globalThis.Worker = Own));

const text = (word: string): string => Array.from({length: 4000}, (_, line) => `Line ${line} has ${line % 100 === 0 ? word : 'words'} in it.`).join('\n');

test('long texts are compared in a Worker, and the next ones in the same', async () => {
  for (const word of ['many', 'few', 'no']) expect((await diffTexts(text('words'), text(word))).stats.changedLines).toBe(40);
  expect(started).toHaveLength(1);
});

test('two at once have one each', async () => {
  const [one, other] = await Promise.all([diffTexts(text('words'), text('one')), diffTexts(text('words'), text('no words'))]);
  expect([one.stats.changedLines, other.stats.addedWords]).toEqual([40, 40]);
  expect(started).toHaveLength(2);
});

test('one that is aborted is ended, and the next is not kept waiting', async () => {
  const abort = new AbortController();
  const aborted = diffTexts(text('words'), text('aborted'), {signal: abort.signal});
  const reason = new Error('no longer wanted');
  abort.abort(reason);
  await expect(aborted).rejects.toBe(reason);
  expect((await diffTexts(text('words'), text('next'))).stats.changedLines).toBe(40);
  expect(started).toHaveLength(3);
});

test('short texts need none', async () => {
  const before = started.length;
  await diffTexts('a', 'b');
  expect(started).toHaveLength(before);
});
