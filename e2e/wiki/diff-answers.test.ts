/** Differences as the wiki tells them today: those that are recorded, and larger ones. */
import {readFileSync} from 'node:fs';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {diffAnswers, fixtureText} from '../diffs/answers.js';
import {diffPairs, largePairs} from '../diffs/pairs.js';
import {fromCompareHtml, fromRestCompare, type RestCompare} from 'wikilit/diff';
import {comparable, composed, expectWhole, isComposed, lines} from '../../src/diff/read/answers.fixtures.js';
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

test('whichever way the wiki tells them, the model is one, and whole', async () => {
  await wiki.reset();
  const answers = await diffAnswers(wiki, [...diffPairs, ...largePairs]);
  for (const [name, {texts, rest, table, inline, php, languages = {}}] of Object.entries(answers)) {
    const model = fromRestCompare(rest);
    const {from, to} = composed(texts);
    expectWhole(model, lines.wikidiff2(texts.from), lines.wikidiff2(texts.to));
    if (isComposed(texts)) expect(comparable(fromCompareHtml(table)), name).toEqual(comparable(model));
    for (const other of [{inline}, ...Object.values(languages)]) expect(fromCompareHtml(other.inline), name).toEqual(fromCompareHtml(table));
    expectWhole(fromCompareHtml(php), lines.php(from), lines.php(to));
  }
  const moved = (name: string): number | undefined => fromRestCompare(answers[name]?.rest as RestCompare).stats.movedLines;
  expect([moved('movedMost'), moved('movedTooMany')]).toEqual([50, 0]);
}, 120_000);
