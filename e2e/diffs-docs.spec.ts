/** The code of docs/diffs.md, run: in Node, and on pages. */
import {readFileSync} from 'node:fs';
import {expect, test} from './fixtures.js';
import {runInNode} from './run-in-node.js';
import {signIn} from './signed-in.js';

const page = readFileSync(new URL('../docs/diffs.md', import.meta.url), 'utf8');
const scripts = [...page.matchAll(/```js\n([^]*?)```/g)].map(([, code = '']) => code);
const markup = [...page.matchAll(/```html\n([^]*?)```/g)].map(([, code = '']) => code);

/** The one block with these words in it. */
function block(blocks: readonly string[], words: string): string {
  const found = blocks.filter((code) => code.includes(words));
  expect(found).toHaveLength(1);
  return found[0] ?? '';
}

test('docs/diffs.md has no code that is not run', () => {
  expect(scripts).toHaveLength(4);
  expect(markup).toHaveLength(1);
});

test('the engine, and a patch', async () => {
  const said = await runInNode('diffs-engine', block(scripts, 'await diffTexts'));
  expect(said.split('\n')).toEqual(['context One.', 'changed Two {+other +}words.', 'context Three.', '--- old', '+++ new', '@@ -1,3 +1,3 @@', ' One.', '-Two words.', '+Two other words.', ' Three.', '\\ No newline at end of file']);
});

test('merging', async () => {
  expect(await runInNode('diffs-merge', block(scripts, 'merge3('))).toBe('A\nb\nc\nD 0');
});

test('what a wiki compared', async ({wiki}) => {
  const said = await runInNode('diffs-wiki', block(scripts, 'whatChanged').replace('https://en.wikipedia.org/w/api.php', wiki.api));
  expect(said).toMatch(/^\[.*\]$/s);
});

test('elements on a page of another site', async ({page, wiki}) => {
  const source = block(markup, '<wiki-diff').replaceAll('https://en.wikipedia.org/w/api.php', wiki.api).replace('https://example.org/wikilit.js', '/dist/wikilit.js');
  await page.goto(`${(await wiki.door({host: 'localhost'})).origin}/pages/bare.html`);
  await page.evaluate((source) => {
    document.body.append(document.createRange().createContextualFragment(source));
  }, source);
  for (const element of await page.locator('wiki-diff').all()) await expect(element).toHaveAttribute('data-state', /^(ready|same)$/);
});

test('a text that is not saved, on an edit page', async ({page, wiki}) => {
  await signIn(page, wiki);
  await page.goto(`${wiki.origin}/w/index.php?title=Sandbox&action=edit`);
  await page.locator('#wpTextbox1').fill('Three words more.');
  await page.addScriptTag({type: 'module', url: '/dist/wikilit.js'});
  const said = page.waitForEvent('console', (message) => message.text().includes('words added'));
  await page.evaluate((code) => {
    document.head.append(Object.assign(document.createElement('script'), {type: 'module', textContent: code}));
  }, block(scripts, 'wpTextbox1'));
  expect((await said).text()).toMatch(/^\d+ words added$/);
  await expect(page.locator('wiki-diff')).toContainText('Your text, not saved');
});
