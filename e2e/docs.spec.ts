/** The code of docs/compat.md, run on a page of the wiki, where a bundler has put the library. */
import {readFileSync} from 'node:fs';
import type {Page} from '@playwright/test';
import {expect, newestRevision, test} from './fixtures.js';
import {signIn} from './signed-in.js';
import type {TestWiki} from './wiki/index.js';

const blocks = [...readFileSync(new URL('../docs/compat.md', import.meta.url), 'utf8').matchAll(/```js\n([^]*?)```/g)].map(([, code = '']) => code);

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
