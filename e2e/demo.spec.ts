import type {Page} from '@playwright/test';
import axe from 'axe-core';
import {expect, newestRevision, test} from './fixtures.js';

const title = 'Sandbox';

async function choose(page: Page, url: string, wiki: string): Promise<void> {
  await page.goto(url);
  await page.getByLabel('Which wiki, and how').selectOption({label: wiki});
  await expect(page.locator('#who')).toContainText('Here you are nobody.');
}

async function logIn(page: Page, name: string): Promise<void> {
  const option = page.getByLabel('Log in as').locator(`option[value="${name}"]`);
  await page.getByLabel('Log in as').selectOption((await option.textContent()) ?? '');
  await page.getByRole('button', {name: 'Log in'}).click();
  await expect(page.locator('#who')).toContainText(`Here you are ${name}.`);
}

for (const wiki of ['this wiki, same origin', 'this wiki, from another origin, logged in']) {
  test(`${wiki}: log in, edit, save; the revision is on the wiki`, async ({page, demo}) => {
    await choose(page, demo.url, wiki);
    await logIn(page, 'Olga');
    await page.getByLabel('Title').fill(title);
    await page.getByRole('button', {name: 'Edit', exact: true}).click();
    const text = page.locator('wiki-edit-form').getByRole('textbox').first();
    await expect(text).not.toHaveValue('');
    await text.fill('Edited through the demo: 東京 😀\n');
    await page.getByRole('textbox', {name: /summary/i}).fill('a demo edit');
    await page.getByRole('button', {name: /save|publish/i}).click();
    await expect(page.locator('#said')).toContainText(`Saved “`);
    const revision = await newestRevision(demo.wiki.api, title);
    expect(revision).toMatchObject({user: 'Olga', comment: 'a demo edit', text: 'Edited through the demo: 東京 😀'});
    await expect(page.locator('#said')).toContainText(String(revision.revid));
    await expect(page.locator('demo-requests')).toContainText('action=edit');
    await expect(page.locator('demo-requests')).not.toContainText(demo.wiki.users.Olga.password);
  });
}

test('origin=*: reads, and says why it cannot save as somebody', async ({page, demo}) => {
  await choose(page, demo.url, 'this wiki, from another origin, as nobody');
  await expect(page.locator('#why-nobody')).toContainText('not saved as somebody');
  await page.getByLabel('Title').fill(title);
  await page.getByRole('button', {name: 'Read'}).click();
  await expect(page.locator('#said')).toContainText('revision');
  await expect(page.locator('#text')).not.toBeEmpty();
  await page.getByRole('button', {name: 'Edit', exact: true}).click();
  await expect(page.locator('wiki-edit-form')).toContainText('can only be read, as nobody');
  await expect(page.locator('wiki-edit-form').getByRole('textbox').first()).toHaveValue(/\S/);
});

test('the newest change of a page', async ({page, demo}) => {
  await choose(page, demo.url, 'this wiki, same origin');
  await page.getByLabel('Title').fill('Reverted twice');
  await page.getByRole('button', {name: 'Newest change'}).click();
  const diff = page.locator('wiki-diff');
  await expect(diff).toHaveAttribute('data-state', 'ready');
  await expect(diff.locator('.body del')).toHaveText(['Bad']);
  await expect(diff.locator('.body ins')).toHaveText(['Good']);
  await page.getByLabel('Title').fill('No such page at all');
  await page.getByRole('button', {name: 'Newest change'}).click();
  await expect(diff.getByRole('alert')).toContainText('There is no page “No such page at all”.');
});

test('what is typed is not thrown away by a click elsewhere', async ({page, demo}) => {
  await choose(page, demo.url, 'this wiki, same origin');
  await page.getByRole('button', {name: 'Edit', exact: true}).click();
  const text = page.locator('wiki-edit-form textarea');
  await text.fill('an hour of work');
  await page.getByRole('button', {name: 'Read'}).click();
  await page.getByRole('button', {name: 'Edit', exact: true}).click();
  await page.getByLabel('Which wiki, and how').selectOption({label: 'this wiki, from another origin, as nobody'});
  await expect(page.getByLabel('Which wiki, and how')).toHaveValue('0');
  await logIn(page, 'Olga');
  await expect(text).toHaveValue('an hour of work');
  await expect(page.locator('#said')).toContainText('unsaved text');
});

test('another wiki by its address, and what is said of a wrong one', async ({page, demo}) => {
  const other = await demo.wiki.door();
  await page.goto(demo.url);
  await page.getByLabel('Which wiki, and how').selectOption({label: 'any other, by its address'});
  const address = page.getByRole('textbox', {name: 'Address'});
  await address.fill('https://wiki.example/wiki/Main_Page');
  await page.getByRole('button', {name: 'Use this wiki'}).click();
  await expect(page.getByRole('alert')).toContainText('the address of api.php');
  await address.fill(other.api);
  await page.getByRole('button', {name: 'Use this wiki'}).click();
  await expect(page.locator('#who')).toContainText('Here you are nobody.');
  await page.getByLabel('Title').fill('No such page at all');
  await page.getByRole('button', {name: 'Read'}).click();
  await expect(page.locator('#said')).toContainText('There is no page “No such page at all”.');
  await address.fill(`${demo.wiki.origin}/demo/api.php`);
  await page.getByRole('button', {name: 'Use this wiki'}).click();
  await expect(page.locator('demo-login').getByRole('alert')).toContainText('answered 404');
  await other.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [320, 1440]) {
    test(`${colorScheme}, ${width} px: nothing sticks out, axe finds nothing`, async ({page, demo}) => {
      await page.emulateMedia({colorScheme});
      await page.setViewportSize({width, height: 900});
      await choose(page, demo.url, 'this wiki, same origin');
      await logIn(page, 'Olga');
      await page.getByRole('button', {name: 'Edit', exact: true}).click();
      await expect(page.locator('wiki-edit-form').getByRole('textbox').first()).not.toHaveValue('');
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow).toBe(0);
      await page.evaluate(axe.source);
      const violations = await page.evaluate(async () => {
        const {axe} = globalThis as unknown as {axe: typeof import('axe-core')};
        return (await axe.run()).violations.map(({id, nodes}) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
      });
      expect(violations).toEqual([]);
    });
  }
}
