import {afterEach, expect, test} from 'vitest';
import './diff.js';
import type {WikiDiff} from './diff.js';

afterEach(() => document.body.replaceChildren());

async function shown(fromText: string, toText: string): Promise<WikiDiff> {
  const diff = document.createElement('wiki-diff');
  Object.assign(diff, {fromText, toText});
  const ready = new Promise((resolve) => diff.addEventListener('wiki-diff-shown', resolve, {once: true}));
  document.body.append(diff);
  await ready;
  return diff;
}

test('two texts', async () => {
  const diff = await shown('a\nThe quick brown fox.\nb', 'a\nThe quick red fox.\nb');
  expect(diff.state).toBe('ready');
  expect([...(diff.shadowRoot?.querySelectorAll('del, ins') ?? [])].map(({textContent}) => textContent)).toEqual(['brown', 'red']);
});
