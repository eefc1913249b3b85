/** `<wiki-login>` on the real wiki, and the edit form that has somebody log in again. */
import type {Locator, Page} from '@playwright/test';
import {expect, test} from './fixtures.js';
import type {TestWiki} from './wiki/index.js';

const form = (page: Page): Locator => page.locator('wiki-login');

/** A page of the wiki's own origin, as nobody, with the form on it. */
async function open(page: Page, wiki: Pick<TestWiki, 'origin' | 'api'>): Promise<void> {
  await page.goto(`${wiki.origin}/pages/bare.html`);
  await page.addScriptTag({type: 'module', url: '/dist/wikilit.js'});
  await page.evaluate((api) => document.body.append(Object.assign(document.createElement('wiki-login'), {api})), wiki.api);
  await expect(form(page)).toHaveAttribute('data-state', 'ready');
}

test('name and password', async ({page, wiki}) => {
  await open(page, wiki);
  await form(page).getByLabel('Username').fill('Olga');
  await form(page).getByLabel('Password', {exact: true}).fill(wiki.users.Olga.password);
  await page.keyboard.press('Enter');
  await expect(form(page)).toContainText('You are logged in as Olga.');
});
