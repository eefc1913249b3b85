/** Every write is applied once, and told as it is, whatever becomes of its answer. Against the real wiki. */
import type {Page} from '@playwright/test';
import {expect, test} from './fixtures.js';
import {signIn} from './signed-in.js';
import type {Door, TestWiki} from './wiki/index.js';
import {history, howMany, loggedIn, losses, lossesAndLate, meanwhile, tally, type Told, untrue, writeLines} from './write-proof.js';

const title = 'Project:Log';
const seed = 42;
const base = '* top.\n\nIn between\n\nis text\n\nof nobody.\n\n* bottom.';

test.setTimeout(howMany(120_000, 900_000));

async function prepared(wiki: TestWiki): Promise<Door> {
  await (await loggedIn(wiki, 'Admin')).page(title).edit({text: base});
  return wiki.door({serve: {}});
}

/** That all is as was told; `lines` of others are there, too. */
async function expectTrue(wiki: TestWiki, told: readonly Told[], others: readonly string[] = []): Promise<void> {
  expect(untrue(told, await history(wiki, title))).toEqual([]);
  expect(await tally(wiki, title, [...told.map(({line}) => line), ...others])).toEqual({written: told.length + others.length, missing: [], duplicates: []});
}

const recovered = (told: readonly Told[]): number => told.filter((one) => one.recovered).length;

for (const {what, rules} of [
  {what: 'answers and requests are lost', rules: losses},
  {what: 'some come late', rules: lossesAndLate},
] as const) {
  test(`Node, ${what}: each append is there once`, async ({wiki}) => {
    const count = howMany(30, 200);
    const door = await prepared(wiki);
    const page = (await loggedIn(wiki, 'Olga', door.api)).page(title);
    door.setFaults({seed, rules});
    const told = await writeLines(count, (line) => page.append(`\n${line}`, {summary: 'log'}));
    door.setFaults(undefined);
    await expectTrue(wiki, told);
    expect(recovered(told)).toBeGreaterThan(count / 10);
    test.info().annotations.push({type: 'requests', description: `${door.requests.length} for ${count} appends, ${recovered(told)} of them looked up`});
    await door.close();
  });
}
