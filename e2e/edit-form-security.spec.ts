/** `<wiki-edit-form>` and `<wiki-dialog>` where a page's policy is strict, and where what they show was written by an enemy. */
import type {Page} from '@playwright/test';
import {as, make} from './asking.js';
import {openBare} from './diff-page.js';
import {button, formOf, openForm, putForm, save, textOf} from './edit-form-page.js';
import {expect, newestRevision, test} from './fixtures.js';
import {hostileForm} from './hostile-form.js';
import {hostileTexts} from './hostile-texts.js';
import {type HarmWatch, watchForHarm} from './only-text.js';
import {signIn} from './signed-in.js';
import {users} from './wiki/index.js';

test.describe('what an enemy wrote is text in all that a wiki says, and in all that is typed', () => {
  test.describe.configure({mode: 'parallel'});

  for (const half of [0, 1]) {
    test(`nothing of it runs, nobody else is asked, and it is sent as it was typed: ${half + 1} of 2`, async ({page, wiki}) => {
      test.setTimeout(120_000);
      const elsewhere = await watchForHarm(page);
      // Most of the time would go into drawing what nobody looks at.
      await page.setViewportSize({width: 320, height: 64});
      await openBare(page, wiki);
      const wrong: string[] = [];
      for (const text of hostileTexts.filter((_, place) => place % 2 === half)) wrong.push(...(await page.evaluate(hostileForm, text)));
      expect(wrong).toEqual([]);
      expect(elsewhere).toEqual([]);
    });
  }
});

/** What is more than text, now. */
const harmIn = (page: Page): Promise<string[]> => formOf(page).evaluate((form) => (globalThis as unknown as HarmWatch).harmIn(form));

test.describe('on the real wiki', () => {
  /** Those that its parser does not take long for, and that Playwright can type: no halves of a pair. */
  const short = hostileTexts.filter((text) => text.length < 1000 && !/[\uD800-\uDFFF]/u.test(text));
  const title = 'Project:Hostile';

  test('in a page, its notices, intro, preview, changes, a conflict, a draft and a block: nothing runs, and what is saved is what was typed', async ({page, wiki}) => {
    test.slow();
    const [admin, henrik] = await Promise.all([as(wiki, 'Admin'), as(wiki, 'Henrik')]);
    const all = short.join('\n\n');
    for (const name of ['MediaWiki:Editnotice-4', 'Project:Hostile intro', 'Project:Hostile preload', title]) await admin.page(name).edit({text: all});
    const {text: before} = await newestRevision(wiki.api, title);
    const elsewhere = await watchForHarm(page);
    await signIn(page, wiki);

    await test.step('opened on the page itself', async () => {
      await page.goto(`${wiki.origin}/wiki/${title}`);
      await page.evaluate(async (attributes) => {
        const path = '/dist/wikilit.js';
        await import(path);
        const form = document.createElement('wiki-edit-form');
        for (const [name, value] of Object.entries(attributes)) form.setAttribute(name, value);
        document.querySelector('#content')?.prepend(form);
      }, {page: title, editintro: 'Project:Hostile intro'});
      await expect(formOf(page)).toHaveAttribute('data-state', 'ready');
      await expect(textOf(page)).toHaveValue(before);
      await expect(page.locator('.wiki-edit-form-notices')).toContainText('<script>window.harm = 1</script>');
      expect(await harmIn(page)).toEqual([]);
    });

    const mine = `${before}\n\nMine.\n\n${all}`;
    const summary = short.slice(0, 12).join(' ');

    await test.step('previewed and compared', async () => {
      await textOf(page).fill(`{{DISPLAYTITLE:<span style="color: red" onclick="window.harm=1"><x-harm>P</x-harm>roject:Hostile</span>}}[[Category:"><x onmouseover window.harm'1]]\n${mine}`);
      await formOf(page).getByLabel('Summary').fill(summary);
      await button(page, 'Preview').click();
      await expect(formOf(page).getByText('This is only a preview.')).toBeVisible();
      expect(await harmIn(page)).toEqual([]);
      await textOf(page).fill(mine);
      await button(page, 'Changes').click();
      await expect(formOf(page).locator('wiki-diff')).toHaveAttribute('data-state', 'ready');
      expect(await harmIn(page)).toEqual([]);
    });

    await test.step('refused by a block, and saved; the page shows it', async () => {
      await admin.post({action: 'block', user: 'Olga', expiry: '1 day', reason: summary}, {token: 'csrf'});
      await save(page, 'blocked');
      await expect(formOf(page).locator('#refusal')).toContainText('<x-harm></x-harm>');
      expect(await harmIn(page)).toEqual([]);
      await admin.post({action: 'unblock', user: 'Olga'}, {token: 'csrf'});
      await save(page);
      await expect(page.locator('#mw-content-text')).toContainText('Mine.');
      expect(await harmIn(page)).toEqual([]);
      // The same, saved by somebody who has no form.
      await admin.page('Project:Hostile twin').create(mine);
      const [saved, twin] = await Promise.all([newestRevision(wiki.api, title), newestRevision(wiki.api, 'Project:Hostile twin')]);
      expect(saved.text).toBe(twin.text);
      expect(saved.comment).toBe(summary);
    });

    await test.step('in conflict, and both kept', async () => {
      const {text: base} = await newestRevision(wiki.api, title);
      await openForm(page, wiki, {api: wiki.api, page: title});
      await textOf(page).fill(base.replace('Mine.', `Mine, again. ${summary}`));
      await henrik.page(title).edit({text: base.replace('Mine.', `Theirs. ${summary}`)});
      await save(page, 'conflict');
      expect(await harmIn(page)).toEqual([]);
      await formOf(page).getByLabel('Both, theirs first').check();
      await button(page, 'Put together').click();
      await save(page);
      expect((await newestRevision(wiki.api, title)).text).toBe(base.replace('Mine.', `Theirs. ${summary}\nMine, again. ${summary}`));
    });

    await test.step('begun with, kept, and offered again', async () => {
      const attributes = {api: wiki.api, page: 'Project:Hostile child', preload: 'Project:Hostile preload'};
      await openForm(page, wiki, attributes);
      await expect(textOf(page)).toHaveValue(/<script>window\.harm = 1<\/script>/);
      await textOf(page).fill(all);
      // The form leaves the page: then it is kept at once.
      await putForm(page, attributes);
      await button(page, 'Restore').click();
      await expect(textOf(page)).toHaveValue(all);
      expect(await harmIn(page)).toEqual([]);
      await save(page);
      expect((await newestRevision(wiki.api, 'Project:Hostile child')).text).toBe((await newestRevision(wiki.api, 'Project:Hostile intro')).text);
    });
    expect(elsewhere).toEqual([]);
  });
});

test.describe('a page that runs no script but its own files, and takes no text for code', () => {
  const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; worker-src blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types wikilit lit-html";

  /** From now on. @returns what the policy forbade on the page */
  async function under(page: Page): Promise<() => Promise<string[]>> {
    await page.route('**/pages/bare.html', async (route) => route.fulfill({response: await route.fetch(), headers: {'Content-Type': 'text/html', 'Content-Security-Policy': policy}}));
    await page.addInitScript(() => {
      const forbidden: string[] = [];
      addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI, sample}) => forbidden.push(`${violatedDirective} ${blockedURI} ${sample}`));
      Object.assign(globalThis, {forbidden});
    });
    return () => page.evaluate(() => (globalThis as unknown as {forbidden: string[]}).forbidden);
  }

  test('opening, preview, changes, a conflict, drafts, a captcha, logging in again and saving need nothing that it forbids', async ({page, wiki}) => {
    test.slow();
    const title = 'Project:Policy';
    const lines = (word: string): string => Array.from({length: 600}, (_, index) => `Line ${index} of a text that is long enough for a Worker, ${index % 100 === 0 ? word : 'the same'}.`).join('\n\n');
    await make(wiki, {[title]: lines('first')});
    await (await as(wiki, 'Admin')).page('MediaWiki:Editnotice-4').edit({text: "A ''notice'' of the wiki."});
    const forbidden = await under(page);
    await signIn(page, wiki);

    await openForm(page, wiki, {api: wiki.api, page: title});
    // Or else all below would prove nothing.
    await expect(page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'))).rejects.toThrow(/TrustedHTML|CSP/);
    expect(await forbidden()).toHaveLength(1);

    await openForm(page, wiki, {api: wiki.api, page: title});
    await expect(page.locator('.wiki-edit-form-notices i')).toHaveText('notice');
    await textOf(page).fill(lines('mine'));
    await formOf(page).getByLabel('Summary').fill('see [[Sandbox]]');
    await button(page, 'Preview').click();
    await expect(formOf(page).locator('[slot=preview] p').first()).toContainText('Line 0 of a text');
    await expect(formOf(page).locator('.preview-summary a')).toHaveText('Sandbox');
    const worker = page.waitForEvent('worker');
    await button(page, 'Changes').click();
    await worker;
    await expect(formOf(page).locator('wiki-diff')).toHaveAttribute('data-state', 'ready');
    await (await as(wiki, 'Henrik')).page(title).edit({text: lines('theirs')});
    await save(page, 'conflict');
    await button(page, 'Edit their text instead').click();
    await textOf(page).fill('Short.');
    await save(page);
    await textOf(page).fill('Kept.');
    await putForm(page, {api: wiki.api, page: title});
    await button(page, 'Restore').click();
    await expect(textOf(page)).toHaveValue('Kept.');
    await formOf(page).getByText('More options').click();
    await expect(formOf(page).getByRole('group', {name: 'Tags'})).toBeVisible();
    await page.context().clearCookies();
    await save(page, 'loggedout');
    await formOf(page).getByLabel('Password').fill(users.Olga.password);
    await button(page, 'Log in').click();
    await expect(formOf(page)).toHaveAttribute('data-state', 'saved');
    expect(await forbidden()).toEqual([]);

    const door = await wiki.door({scenario: 'questycaptcha'});
    await openBare(page, door);
    await page.evaluate((api) => {
      const dialog = Object.assign(document.createElement('wiki-dialog'), {heading: 'Sandbox', closeOnSave: true, open: true});
      dialog.append(Object.assign(document.createElement('wiki-edit-form'), {api, page: 'Sandbox'}));
      document.body.append(dialog);
    }, door.api);
    await textOf(page).fill('From a dialog.');
    await page.keyboard.press('Escape');
    await page.getByRole('button', {name: 'Keep editing'}).click();
    await save(page, 'captcha');
    await formOf(page).getByLabel('What is the first letter of the alphabet?').fill('a');
    await formOf(page).locator('.save').click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect((await newestRevision(wiki.api, 'Sandbox')).text).toBe('From a dialog.');
    expect(await forbidden()).toEqual([]);
    await door.close();
  });
});
