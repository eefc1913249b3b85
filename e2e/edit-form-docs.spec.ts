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
  expect(scripts).toHaveLength(2);
  expect(markup).toHaveLength(1);
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
