/** Every write is applied once, and told as it is, whatever becomes of its answer. Against the real wiki. */
import type {Page} from '@playwright/test';
import type {Page as WikiPage} from 'wikilit';
import {expect, test, wikiFromNode} from './fixtures.js';
import {signIn} from './signed-in.js';
import type {Door, TestWiki} from './wiki/index.js';
import {losses, lossesAndLate} from './write-losses.js';
import {history, howMany, loggedIn, meanwhile, tally, type Told, untrue, writeLines} from './write-proof.js';

const title = 'Project:Log';
const seed = 42;
const base = '* top.\n\nIn between\n\nis text\n\nof nobody.\n\n* bottom.';

test.setTimeout(howMany(120_000, 900_000));

async function prepared(wiki: TestWiki): Promise<Door> {
  await (await loggedIn(wiki, 'Admin')).page(title).edit({text: base});
  return wiki.door();
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

for (const {what, rules} of [
  {what: 'answers and requests are lost, and the browser sends again by itself', rules: losses},
  {what: 'some come late', rules: lossesAndLate},
] as const) {
  test(`Chromium, ${what}: each append is there once`, async ({page, wiki}) => {
    const count = howMany(30, 200);
    const door = await prepared(wiki);
    await openAt(page, wiki, door);
    door.setFaults({seed, rules});
    const told = await appendInPage(page, door, count, 'line');
    door.setFaults(undefined);
    await expectTrue(wiki, told);
    await door.close();
  });
}

for (const {where, params, pauseMs} of [
  {where: 'at another place', pauseMs: 0, params: (line: string) => ({prependtext: `${line}\n`})},
  {where: 'at the same place', pauseMs: 500, params: (line: string) => ({appendtext: `\n${line}`})},
] as const) {
  for (const {kind, write} of [
    {kind: 'append', write: (page: WikiPage, line: string) => page.append(`\n${line}`, {summary: 'log'})},
    {kind: 'a change by a function', write: (page: WikiPage, line: string) => page.edit((text: string) => `${text}\n${line}`, {summary: 'log'})},
    {kind: 'a new section', write: (page: WikiPage, line: string) => page.newSection('Section', line, {summary: 'log'})},
  ] as const) {
    test(`somebody else edits ${where} all the time, and messages are lost and late: ${kind} is there once, and so are theirs`, async ({wiki}) => {
      const door = await prepared(wiki);
      const page = (await loggedIn(wiki, 'Olga', door.api)).page(title);
      door.setFaults({seed, rules: lossesAndLate});
      const other = await meanwhile(wiki, title, params, pauseMs);
      const told = await writeLines(howMany(8, 60), (line) => write(page, line));
      const theirs = await other.stop();
      door.setFaults(undefined);
      expect(theirs.length).toBeGreaterThan(howMany(5, 60));
      await expectTrue(wiki, told, theirs);
      test.info().annotations.push({type: 'edits', description: `${told.length} of ours, ${theirs.length} of theirs`});
      await door.close();
    });
  }
}

test('an edit that somebody takes back before its outcome is known is told as reverted, and not made again', async ({wiki}) => {
  const count = howMany(5, 60);
  const door = await prepared(wiki);
  const olga = await loggedIn(wiki, 'Olga', door.api);
  const henrik = await loggedIn(wiki, 'Henrik');
  /** Each answer is lost, and the history is not to be had until Henrik has taken the edit back. */
  const told = await writeLines(count, async (line) => {
    const before = (await history(wiki, title)).at(-1)?.revid ?? 0;
    door.setFaults({seed, rules: [{action: 'edit', fault: {type: 'dropAfter'}, times: 1}, {action: 'query', fault: {type: 'delay', ms: 600}}]});
    const saving = olga.page(title).append(`\n${line}`, {summary: 'log'});
    await expect.poll(async () => (await history(wiki, title)).at(-1)?.revid, {intervals: [20]}).toBeGreaterThan(before);
    const undone = (await history(wiki, title)).at(-1)?.revid;
    await henrik.post({action: 'edit', title, undo: undone}, {token: 'csrf'});
    return saving;
  });
  door.setFaults(undefined);
  const revisions = await history(wiki, title);
  for (const {line, ...one} of told) {
    expect(one).toMatchObject({outcome: 'saved', recovered: true, reverted: true});
    expect(revisions.filter(({lines}) => lines.includes(line)).map(({revid}) => revid)).toEqual([one.newrevid]);
  }
  expect((await wikiFromNode(wiki.api).page(title).text()).trim()).toBe(base);
  await door.close();
});

test('two tabs with equal summaries and a page between them write one after the other', async ({page, context, wiki}) => {
  const count = howMany(10, 60);
  const door = await prepared(wiki);
  await openAt(page, wiki, door);
  const second = await context.newPage();
  await second.goto(`${door.origin}/pages/bare.html`);
  door.setFaults({seed, rules: losses});
  const told = (await Promise.all([appendInPage(page, door, count, 'first tab'), appendInPage(second, door, count, 'second tab')])).flat();
  door.setFaults(undefined);
  await expectTrue(wiki, told);
  await door.close();
});

test('two devices of one account, with equal summaries, know their edits from each other', async ({browser, wiki}) => {
  const count = howMany(8, 60);
  const door = await prepared(wiki);
  const tabs = await Promise.all([0, 1].map(async () => {
    const page = await (await browser.newContext()).newPage();
    await openAt(page, wiki, door);
    return page;
  }));
  door.setFaults({seed, rules: lossesAndLate});
  const told = (await Promise.all(tabs.map((tab, index) => appendInPage(tab, door, count, `device ${index}`)))).flat();
  door.setFaults(undefined);
  await expectTrue(wiki, told);
  await Promise.all(tabs.map((tab) => tab.context().close()));
  await door.close();
});

/** A page of that door, with Olga logged in. */
async function openAt(page: Page, wiki: TestWiki, door: Door): Promise<void> {
  await signIn(page, {...wiki, origin: door.origin, api: door.api});
}

const appendInPage = (page: Page, door: Door, count: number, name: string): Promise<Told[]> =>
  page.evaluate(
    async ([api, title, count, name]) => {
      const path = '/dist/wikilit.js';
      const {Wiki} = (await import(path)) as typeof import('wikilit');
      const place = new Wiki(api).page(title);
      const told: Told[] = [];
      for (let index = 0; index < count; index++) {
        const line = `* ${name} ${index}.`;
        const once = (): Promise<Omit<Told, 'line'>> =>
          place.append(`\n${line}`, {summary: 'log'}).catch((error: Error) => (error.name === 'NetworkError' ? once() : {outcome: `${error.name}: ${error.message}`}));
        const {outcome, newrevid, recovered} = await once();
        told.push({line, outcome, newrevid, recovered});
      }
      return told;
    },
    [door.api, title, count, name] as const,
  );
