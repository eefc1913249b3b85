/** What can only be answered on the wiki's own edit page: the form goes on there, and what was typed goes along. */
import {openBare} from './diff-page.js';
import {expect, newestRevision, test} from './fixtures.js';
import {signIn} from './signed-in.js';
import {users} from './wiki/users.js';

test('a captcha that is a script: the text stands in the wiki’s own form, and is saved there', async ({page, wiki}) => {
  await signIn(page, wiki, users.Olga);
  await openBare(page, wiki);
  await page.route(/action=edit&/, (route) => route.fulfill({json: {edit: {result: 'Failure', captcha: {type: 'hcaptcha', mime: 'application/javascript', key: 'k'}}}}));
  await page.evaluate((api) => {
    const form = Object.assign(document.createElement('wiki-edit-form'), {api, page: 'Sandbox'});
    document.body.replaceChildren(form);
  }, wiki.api);
  const form = page.locator('wiki-edit-form');
  const text = form.getByRole('textbox', {name: 'Editing Sandbox'});
  await expect(text).not.toHaveValue('');
  await text.fill('  Typed <b>here</b> & there: 東京 😀\n\nIn two lines.');
  await form.getByLabel('Summary').fill('a summary');
  await form.getByRole('button', {name: 'Save changes'}).click();
  await expect(form).toHaveAttribute('data-state', 'captcha');
  const [there] = await Promise.all([page.waitForEvent('popup'), form.getByRole('button', {name: 'Continue on the wiki'}).click()]);
  await expect(there.locator('#wpTextbox1')).toHaveValue('  Typed <b>here</b> & there: 東京 😀\n\nIn two lines.\n');
  await expect(there.locator('#wpSummary')).toHaveValue('a summary');
  await there.locator('#wpSave').click();
  await expect.poll(async () => (await newestRevision(wiki.api, 'Sandbox')).comment).toBe('a summary');
  expect((await newestRevision(wiki.api, 'Sandbox')).text).toContain('東京 😀');
});
