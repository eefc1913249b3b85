/** Two people with the form, on one page, who save at the same second: whatever both typed, each line of it is on the wiki once. */
import type {Browser, Page} from '@playwright/test';
import {as} from './asking.js';
import {formOf, openForm, putForm, textOf} from './edit-form-page.js';
import {expect, newestRevision, test} from './fixtures.js';
import {signIn} from './signed-in.js';
import {prng, type TestWiki, type UserName, users} from './wiki/index.js';
import {howMany} from './write-proof.js';

const rounds = howMany(4, 50);

/** What one types: the text, the lines of it that were not there before, and those that went. */
interface Typed {
  readonly text: string;
  readonly lines: readonly string[];
  readonly gone: readonly string[];
}

/** One to three changes, each to a line, above it or below it. */
function type(base: string, who: string, random: () => number): Typed {
  const old = base.split('\n');
  const places = new Set(Array.from({length: 1 + Math.floor(random() * 3)}, () => Math.floor(random() * old.length)));
  const lines: string[] = [];
  const gone: string[] = [];
  const add = (words: string): string => {
    lines.push(words);
    return words;
  };
  const text = old.flatMap((line, place) => {
    if (!places.has(place)) return [line];
    const words = `${who} at ${place}.`;
    const way = random();
    if (way < 0.25) return [line, add(words)];
    if (way < 0.5) return [add(words), line];
    if (line !== '') gone.push(line);
    return [add(way < 0.75 ? `${line} ${words}` : words)];
  });
  return {text: text.join('\n'), lines, gone};
}

/** Saves as somebody would who loses nothing. @returns whether there was a conflict */
async function saveAll(page: Page): Promise<boolean> {
  const form = formOf(page);
  const press = async (): Promise<string> => {
    await form.locator('.save').click();
    await expect(form).toHaveAttribute('data-state', /^(saved|conflict)$/, {timeout: 20_000});
    return (await form.getAttribute('data-state')) ?? '';
  };
  let times = 0;
  for (let state = await press(); state === 'conflict'; state = await press()) {
    times++;
    // The other one saves once.
    expect(times).toBe(1);
    for (const both of await form.getByLabel('Both, theirs first').all()) await both.check();
    await form.getByRole('button', {name: 'Put together'}).click();
    await expect(form).toHaveAttribute('data-state', 'ready');
  }
  return times > 0;
}

async function somebody(browser: Browser, wiki: TestWiki, name: UserName): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, wiki, users[name]);
  await openForm(page, wiki, {api: wiki.api, page: 'Sandbox'});
  return page;
}

test(`${rounds} rounds: in the same paragraph or in another, nobody’s text is lost`, async ({browser, wiki}) => {
  test.setTimeout(60_000 + rounds * 30_000);
  const [olga, henrik] = await Promise.all([somebody(browser, wiki, 'Olga'), somebody(browser, wiki, 'Henrik')]);
  const admin = await as(wiki, 'Admin');
  const told = {conflict: 0, merged: 0, apart: 0};
  for (let round = 1; round <= rounds; round++) {
    const random = prng(round);
    const title = `Project:Together ${round}`;
    const base = Array.from({length: 2 + Math.floor(random() * 6)}, (_, index) => `Paragraph ${index}.`).join('\n\n');
    await admin.page(title).create(base);
    const mine = type(base, 'Olga', random);
    const theirs = type(base, 'Henrik', random);
    for (const [page, {text}] of [[olga, mine], [henrik, theirs]] as const) {
      await putForm(page, {api: wiki.api, page: title});
      await textOf(page).fill(text);
    }
    const conflicts = await Promise.all([saveAll(olga), saveAll(henrik)]);
    expect(conflicts.filter(Boolean).length, `round ${round}`).toBeLessThan(2);
    const {text} = await newestRevision(wiki.api, title);
    const there = text.split('\n');
    const count = (line: string): number => there.filter((one) => one === line).length;
    const wrong = [...mine.lines, ...theirs.lines].filter((line) => count(line) !== 1);
    expect({round, wrong, text}).toEqual({round, wrong: [], text});
    // What neither has touched stays, once as well.
    const gone = new Set([...mine.gone, ...theirs.gone]);
    const untouched = base.split('\n').filter((line) => line !== '' && !gone.has(line));
    expect({round, lost: untouched.filter((line) => count(line) !== 1), text}).toEqual({round, lost: [], text});
    const isMerged = (await Promise.all([olga, henrik].map((page) => formOf(page).getByText('The wiki put it together').count()))).some((one) => one > 0);
    told[conflicts.some(Boolean) ? 'conflict' : isMerged ? 'merged' : 'apart']++;
    // Nothing is left to be offered.
    for (const page of [olga, henrik]) {
      await putForm(page, {api: wiki.api, page: title});
      await expect(textOf(page)).toHaveValue(text);
      await expect(formOf(page).getByRole('button', {name: 'Restore'})).toHaveCount(0);
    }
  }
  test.info().annotations.push({type: 'rounds', description: JSON.stringify(told)});
  // Without conflicts, and without texts that the wiki put together, it would prove little.
  expect(told.conflict).toBeGreaterThan(0);
  expect(told.merged).toBeGreaterThan(0);
  await Promise.all([olga.context().close(), henrik.context().close()]);
});
