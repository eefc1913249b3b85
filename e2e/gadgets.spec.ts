/** The gadgets, on the wiki's own pages. */
import {expect, newestRevision, test} from './fixtures.js';
import {signIn} from './signed-in.js';

test('Edit here: the tab opens the page, a section link its section; saving shows the article anew, without loading the page again', async ({page, wiki}) => {
  await signIn(page, wiki);
  await page.goto(`${wiki.origin}/wiki/Sandbox`);
  await page.addScriptTag({url: '/dist/gadgets/edit-here.js'});
  const form = page.locator('wiki-edit-form');
  await page.getByRole('link', {name: 'Edit here'}).click();
  await expect(form.locator('textarea')).toBeFocused();
  await expect(form.locator('textarea')).toHaveValue(/^Try things out here/);
  await form.getByRole('button', {name: 'Cancel'}).click();
  await expect(form).toHaveCount(0);

  await page.locator('.mw-editsection a', {hasText: 'source'}).nth(1).click();
  await expect(form.locator('textarea')).toHaveValue(/^== Second ==/);
  await page.evaluate(() => Object.assign(globalThis, {isSamePage: true}));
  await form.locator('textarea').fill('== Second ==\nEdited in its place.');
  await form.getByRole('button', {name: /save|publish/i}).click();
  await expect(page.locator('#mw-content-text')).toContainText('Edited in its place.');
  await expect(form).toHaveCount(0);
  expect(await newestRevision(wiki.api, 'Sandbox')).toMatchObject({user: 'Olga', comment: '/* Second */'});
  expect(await page.evaluate(() => 'isSamePage' in globalThis)).toBe(true);
});

test('Edit here: a new page is loaded anew once it is saved', async ({page, wiki}) => {
  await signIn(page, wiki);
  await page.goto(`${wiki.origin}/wiki/Project:New by a gadget`);
  await page.addScriptTag({url: '/dist/gadgets/edit-here.js'});
  await page.getByRole('link', {name: 'Edit here'}).click();
  await page.locator('wiki-edit-form textarea').fill('It is there now.');
  await page.locator('wiki-edit-form').getByRole('button', {name: /save|publish/i}).click();
  await expect(page.locator('#mw-content-text > .mw-parser-output')).toContainText('It is there now.');
});
