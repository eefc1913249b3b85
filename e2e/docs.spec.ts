/** The code of docs/, run: docs/compat.md on a page of the wiki, where a bundler has put the library; docs/reading.md and docs/writing.md in Node. */
import {readFileSync} from 'node:fs';
import type {Page} from '@playwright/test';
import {expect, newestRevision, test} from './fixtures.js';
import {runInNode} from './run-in-node.js';
import {signIn} from './signed-in.js';
import {botLogin, type TestWiki} from './wiki/index.js';

const blocksOf = (file: string): string[] => [...readFileSync(new URL(`../docs/${file}`, import.meta.url), 'utf8').matchAll(/```js\n([^]*?)```/g)].map(([, code = '']) => code);
const blocks = blocksOf('compat.md');

/** Runs the block with these words in it, as a module; answers with what it wrote to the console. */
async function run(page: Page, wiki: TestWiki, words: string): Promise<string[]> {
  const found = blocks.filter((code) => code.includes(words));
  expect(found).toHaveLength(1);
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await signIn(page, wiki);
  await page.goto(`${wiki.origin}/wiki/Special:BlankPage`);
  const code = (found[0] ?? '').replaceAll(/from 'wikilit(\/compat)?'/g, "from '/dist/wikilit.js'").replaceAll('https://www.mediawiki.org/w/api.php', wiki.api);
  await page.evaluate(async (source) => {
    await new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement('script'), {type: 'module', textContent: `${source}\ndocument.dispatchEvent(new Event('ran'));`});
      document.addEventListener('ran', resolve);
      addEventListener('error', ({message}) => reject(new Error(message)));
      document.head.append(script);
    });
  }, code);
  return said;
}

test('docs/compat.md has no code that is not run', () => {
  expect(blocks).toHaveLength(4);
});

test('one line changed', async ({page, wiki}) => {
  await run(page, wiki, 'was: new mw.Api()');
  await expect(page.getByText('Saved.')).toBeVisible();
});

test('in the place of MediaWiki’s own', async ({page, wiki}) => {
  await run(page, wiki, 'uninstall');
  const own = await page.evaluate(async () => {
    const path = '/dist/wikilit.js';
    const {Api} = (await import(path)) as typeof import('wikilit/compat');
    return (globalThis as unknown as {mw: {Api: unknown}}).mw.Api === Api;
  });
  expect(own).toBe(true);
});

test('native()', async ({page, wiki}) => {
  expect(await run(page, wiki, 'native()')).toContain('missingtitle The page you specified doesn\'t exist.');
});

test('bridges to Wiki and back', async ({page, wiki}) => {
  await run(page, wiki, 'apiFor(');
  expect(await newestRevision(wiki.api, 'Sandbox')).toMatchObject({user: 'Olga', text: 'Hello, world.'});
});

test('docs/reading.md: block by block, each in a scope of its own', async ({wiki}) => {
  const [first = '', ...others] = blocksOf('reading.md');
  expect(others).toHaveLength(8);
  const source = [first, ...others.map((code) => `{\n${code}console.log('--');\n}`)].join('\n').replace('https://en.wikipedia.org/w/api.php', wiki.api);
  const said = (await runInNode('reading', source)).split('\n--\n').map((part) => part.replace(/\n--$/, '').split('\n'));
  const [together, lists, pages, generated, category, titles, questions, rest] = said;
  expect(together).toEqual([expect.stringMatching(/^127\.0\.0\.1 Wikilit true \d+ 5$/)]);
  expect(lists?.[0]).toMatch(/^\d+ Sandbox$/);
  expect(pages?.at(-2)).toMatch(/^Sandbox \d+$/);
  expect(pages?.at(-1)).toMatch(/^Main Page \d+$/);
  expect(generated?.[0]).toMatch(/^Sandbox \d+$/);
  expect(category?.[0]).toMatch(/^\d /);
  expect(titles).toEqual(['User talk:Olga/drafts 3 User:Olga/drafts Top', expect.stringMatching(/^Wikilit 1\.\d+\.\d+$/)]);
  expect(questions).toEqual(['Sandbox', 'Sandbox → Main Page']);
  expect(rest?.[0]).toMatch(/^\d+$/);
});

test('docs/writing.md: block by block, each in a scope of its own', async ({wiki}) => {
  const {name = '', password = ''} = botLogin(wiki.users.Olga) ?? {};
  const [first = '', ...others] = blocksOf('writing.md');
  expect(others).toHaveLength(5);
  const [edits = '', ...rest] = others;
  // What follows goes on with the page of the first.
  const source = [first, edits, ...rest.map((code) => `console.log('--');\n{\n${code}}`)].join('\n').replace('https://test.wikipedia.org/w/api.php', wiki.api).replace('Me@mytool', name);
  const [edited, lost, settled, others_, files] = (await runInNode('writing', source, {BOT_PASSWORD: password})).split('--').map((part) => part.trim());
  expect(edited).toBe('saved Good morning.');
  expect([lost, settled]).toEqual(['', '']);
  expect(others_).toBe('Main Page, Sandpit');
  expect(files).toBe('0 1400\n1400 1400\nCoast.txt saved');
  expect(await newestRevision(wiki.api, 'Sandpit')).toMatchObject({user: 'Olga', text: 'Good evening.'});
});
