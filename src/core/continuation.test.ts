import {expect, test} from 'vitest';
import {type Continued, continuation} from './continuation.js';
import type {Params} from './params.js';

test('each answer’s continue goes with the question, until there is none', async () => {
  const answers: Continued[] = [{continue: {apcontinue: 'B', continue: '-||'}}, {continue: {apcontinue: 'C', continue: '-||'}}, {}];
  const asked: Params[] = [];
  const got: Continued[] = [];
  for await (const answer of continuation((params) => (asked.push(params), Promise.resolve(answers[asked.length - 1] ?? {})), {action: 'query', list: 'allpages'})) got.push(answer);
  expect(got).toEqual(answers);
  expect(asked).toEqual([
    {action: 'query', list: 'allpages'},
    {action: 'query', list: 'allpages', apcontinue: 'B', continue: '-||'},
    {action: 'query', list: 'allpages', apcontinue: 'C', continue: '-||'},
  ]);
});

test('nothing more is asked than is wanted', async () => {
  let asked = 0;
  const answers = continuation(() => Promise.resolve({continue: {a: String(asked++)}}), {});
  await answers.next();
  await answers.return();
  expect(asked).toBe(1);
});

test('a wiki that continues with the same for ever is left', async () => {
  const read = async (): Promise<void> => {
    for await (const answer of continuation(() => Promise.resolve({continue: {a: 1}}), {})) void answer;
  };
  await expect(read()).rejects.toMatchObject({name: 'InvalidAnswerError'});
});
