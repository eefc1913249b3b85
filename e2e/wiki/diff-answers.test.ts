/** The recorded differences against what the wiki says today. */
import {readFileSync} from 'node:fs';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {diffAnswers, fixtureText} from '../diffs/answers.js';
import {diffPairs} from '../diffs/pairs.js';
import {startWiki, type TestWiki} from './index.js';

let wiki: TestWiki;
beforeAll(async () => {
  wiki = await startWiki();
}, 300_000);
afterAll(() => wiki.stop());

test('the recorded differences are those of the wiki; else `npm run diffs` writes them again', async ({skip}) => {
  skip(!wiki.version.startsWith('1.43'), 'they are of 1.43');
  const recorded = readFileSync(new URL('../../src/diff/read/recorded.fixtures.json', import.meta.url), 'utf8');
  expect(fixtureText(await diffAnswers(wiki, diffPairs))).toBe(recorded);
}, 120_000);
