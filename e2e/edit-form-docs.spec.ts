/** The code of docs/edit-form.md, run on pages. */
import {readFileSync} from 'node:fs';
import type {Page} from '@playwright/test';
import {make} from './asking.js';
import {formOf, save, textOf} from './edit-form-page.js';
import {expect, newestRevision, test} from './fixtures.js';
import {signIn} from './signed-in.js';
import type {TestWiki} from './wiki/index.js';

const guide = readFileSync(new URL('../docs/edit-form.md', import.meta.url), 'utf8');
const scripts = [...guide.matchAll(/```js\n([^]*?)```/g)].map(([, code = '']) => code);
const markup = [...guide.matchAll(/```html\n([^]*?)```/g)].map(([, code = '']) => code);

/** The one block with these words in it. */
function block(blocks: readonly string[], words: string): string {
  const found = blocks.filter((code) => code.includes(words));
  expect(found).toHaveLength(1);
  return found[0] ?? '';
}

/** Runs it on a page of the wiki. */
async function runOn(page: Page, wiki: TestWiki, title: string, code: string): Promise<void> {
  await page.goto(`${wiki.origin}/wiki/${title}`);
  await page.waitForFunction(() => (globalThis as {mw?: {loader?: {getState(name: string): string}}}).mw?.loader?.getState('mediawiki.base') === 'ready');
  await page.addScriptTag({type: 'module', url: '/dist/wikilit.js'});
  await page.evaluate((code) => {
    document.head.append(Object.assign(document.createElement('script'), {type: 'module', textContent: code}));
  }, code);
  await expect(formOf(page)).toHaveAttribute('data-state', 'ready');
}

test('docs/edit-form.md has no code that is not run', () => {
  expect(scripts).toHaveLength(6);
  expect(markup).toHaveLength(2);
});

test('forms on a page of another site', async ({page, wiki}) => {
  const source = block(markup, '<wiki-edit-form').replaceAll('https://en.wikipedia.org/w/api.php', wiki.api).replace('https://example.org/wikilit.js', '/dist/wikilit.js');
  const home = await wiki.door({host: 'localhost'});
  await page.goto(`${home.origin}/pages/bare.html`);
  await page.evaluate((source) => {
    document.body.append(document.createRange().createContextualFragment(source));
  }, source);
  for (const form of await formOf(page).all()) await expect(form).toHaveAttribute('data-state', 'readonly');
  await expect(textOf(page).first()).toHaveValue(/^Try things out here\./);
  await expect(page.getByLabel('Text of the section')).toHaveValue('== First ==\nOne.');
  await expect(page.getByRole('heading', {name: 'The first section'})).toBeVisible();
  await expect(page.getByText('What you save is published.')).toBeVisible();
  await home.close();
});

test('a form on the wiki’s own page, with its events', async ({page, wiki}) => {
  await signIn(page, wiki);
  await runOn(page, wiki, 'Sandbox', block(scripts, 'wiki-saved'));
  const before = await newestRevision(wiki.api, 'Sandbox');
  await textOf(page).fill(' ');
  await formOf(page).locator('.save').click();
  await expect(formOf(page)).toHaveAttribute('data-state', 'ready');
  expect(await newestRevision(wiki.api, 'Sandbox')).toEqual(before);
  await textOf(page).fill('By the guide.');
  await save(page);
  const {revid, text} = await newestRevision(wiki.api, 'Sandbox');
  expect(text).toBe('By the guide.');
  await expect(page.locator('.mw-notification')).toContainText(`Revision ${revid}`);
});

test('in a dialog', async ({page, wiki}) => {
  await signIn(page, wiki);
  await runOn(page, wiki, 'Protected', block(scripts, 'dialog.show()'));
  await expect(page.getByRole('dialog', {name: 'Sandbox'})).toBeVisible();
  await textOf(page).fill('== First ==\nFrom a dialog.');
  await formOf(page).locator('.save').click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect((await newestRevision(wiki.api, 'Sandbox')).text).toContain('From a dialog.');
});

test('a page that cannot be refreshed is loaded anew', async ({page, wiki}) => {
  await signIn(page, wiki);
  await runOn(page, wiki, 'Project:Not_there_yet', block(scripts, 'location.reload()'));
  await textOf(page).fill('It is there now.');
  await formOf(page).locator('.save').click();
  await expect(page.locator('#mw-content-text > .mw-parser-output')).toContainText('It is there now.');
});

test('an editor of one’s own', async ({page, wiki}) => {
  await signIn(page, wiki);
  await runOn(page, wiki, 'Sandbox', block(scripts, 'contenteditable'));
  const editor = page.getByRole('textbox', {name: 'Text', exact: true});
  await expect(editor).toContainText('Try things out here.');
  await editor.fill('Typed in an editor.');
  await expect(formOf(page)).toHaveJSProperty('dirty', true);
  await formOf(page).getByRole('button', {name: 'Changes', exact: true}).click();
  await expect(formOf(page).locator('wiki-diff ins').first()).toContainText('Typed in an editor.');
  await editor.fill('Typed in an editor.');
  await save(page);
  expect((await newestRevision(wiki.api, 'Sandbox')).text).toBe('Typed in an editor.');
});

test('the list of drafts', async ({page, wiki}) => {
  await signIn(page, wiki);
  await runOn(page, wiki, 'Sandbox', block(scripts, 'wiki-saved'));
  await expect(formOf(page).getByRole('button', {name: 'Changes', exact: true})).toBeVisible();
  await textOf(page).fill('Not saved.');
  await page.goto(`${wiki.origin}/wiki/Protected`);
  await page.addScriptTag({type: 'module', url: '/dist/wikilit.js'});
  const source = block(markup, '<wiki-drafts').replaceAll('https://en.wikipedia.org/w/api.php', wiki.api);
  await page.evaluate((source) => document.querySelector('#mw-content-text')?.prepend(document.createRange().createContextualFragment(source)), source);
  await page.getByRole('button', {name: 'Open: Sandbox'}).click();
  await formOf(page).getByRole('button', {name: 'Restore'}).click();
  await expect(textOf(page)).toHaveValue('Not saved.');
  await formOf(page).locator('.save').click();
  await expect(page.locator('wiki-drafts')).toHaveAttribute('data-state', 'empty');
});

test('asked while the code is on its way: once', async ({page, wiki}) => {
  await signIn(page, wiki);
  const first = wiki.front.requests.length;
  // In one file, which is all there is without a bundler.
  await runOn(page, wiki, 'Sandbox', block(scripts, 'askAhead').replaceAll(/wikilit\/components\/[\w-]+\.js/g, '/dist/wikilit.js'));
  await expect(textOf(page)).toHaveValue(/^Try things out here\./);
  expect(wiki.front.requests.slice(first).filter(({url}) => url.includes('intestactions'))).toHaveLength(1);
});

test('the newest revision undone', async ({page, wiki}) => {
  await make(wiki, {'Project:Guide': 'Good.'});
  await signIn(page, wiki);
  await page.evaluate(async (api) => {
    const path = '/dist/wikilit.js';
    const {Wiki} = (await import(path)) as typeof import('wikilit');
    await new Wiki(api).page('Project:Guide').edit({text: 'Bad.'});
  }, wiki.api);
  await runOn(page, wiki, 'Project:Guide', block(scripts, 'form.undo'));
  await expect(textOf(page)).toHaveValue('Good.');
  await expect(formOf(page).getByLabel('Summary')).toHaveValue(/^Undo revision/);
  await save(page);
  expect((await newestRevision(wiki.api, 'Project:Guide')).text).toBe('Good.');
});
