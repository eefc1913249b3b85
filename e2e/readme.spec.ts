/** README's code, run: only addresses and names are replaced by those of the test wiki. */
import {readFileSync} from 'node:fs';
import {expect, newestRevision, test, wikiFromNode} from './fixtures.js';
import {runInNode} from './run-in-node.js';
import {signIn} from './signed-in.js';
import {botLogin} from './wiki/index.js';

const root = new URL('../', import.meta.url).pathname;
const readme = readFileSync(`${root}README.md`, 'utf8');

/** The code block under a heading. */
function code(heading: string): string {
  const block = new RegExp(`^#+ ${heading}\\n[^]*?\`\`\`\\w+\\n([^]*?)\`\`\``, 'm').exec(readme)?.[1];
  if (!block) throw new Error(`README has no code under “${heading}”`);
  return block;
}

test('In Node', async ({wiki}) => {
  const {name = '', password = ''} = botLogin(wiki.users.Olga) ?? {};
  const before = await newestRevision(wiki.api, 'Sandbox');
  const source = code('In Node').replace('https://test.wikipedia.org/w/api.php', wiki.api).replace('Me@mytool', name);
  const said = await runInNode('node', source, {BOT_PASSWORD: password});
  const after = await newestRevision(wiki.api, 'Sandbox');
  expect(said).toBe(`saved ${after.revid}`);
  expect(after).toMatchObject({user: 'Olga', comment: 'hello', text: `${before.text}\nHello, world.`});
});

test('Testing what you build', async () => {
  expect(await runInNode('testing', code('Testing what you build'))).toBe('false');
});

test('On any web page', async ({page, wiki}) => {
  const elsewhere = await wiki.door({host: 'localhost'});
  await page.goto(`${elsewhere.origin}/pages/bare.html`);
  await page.setContent(code('On any web page').replaceAll('https://example.org/', `${wiki.origin}/dist/`).replaceAll('https://en.wikipedia.org/w/api.php', wiki.api));
  await expect(page.locator('wiki-edit-form textarea')).toHaveValue(/\S/);
  const {query} = await wikiFromNode(wiki.api).get<{query: {general: {sitename: string}}}>({action: 'query', meta: 'siteinfo'});
  await expect(page.locator('body')).toContainText(query.general.sitename);
  await elsewhere.close();
});

test('In a gadget or userscript: saved on the wiki as it is, loaded from there', async ({page, wiki}) => {
  const olga = wikiFromNode(wiki.api);
  const {name: username, password} = wiki.users.Olga;
  await olga.clientlogin({username, password});
  const library = readFileSync(`${root}dist/wikilit.iife.js`, 'utf8').trimEnd();
  await olga.page('User:Olga/wikilit.js').edit({text: library, createonly: true});
  expect(await olga.page('User:Olga/wikilit.js').text()).toBe(library);
  await olga.page('User:Olga/common.js').edit({text: code('In a gadget or userscript').replaceAll('User:Me', 'User:Olga')});

  await signIn(page, wiki);
  await page.goto(`${wiki.origin}/wiki/Main_Page`);
  await expect(page.locator('#mw-content-text > wiki-edit-form textarea')).toHaveValue(/\S/);
  await expect(page.getByText(/The sandbox has \d+ characters/)).toBeVisible();
});

test('Instead of mw.Api: saved on the wiki as it is, one line changed', async ({page, wiki}) => {
  const olga = wikiFromNode(wiki.api);
  const {name: username, password} = wiki.users.Olga;
  await olga.clientlogin({username, password});
  const before = await newestRevision(wiki.api, 'Sandbox');
  await olga.page('User:Olga/wikilit.js').edit({text: readFileSync(`${root}dist/wikilit.iife.js`, 'utf8').trimEnd(), createonly: true});
  await olga.page('User:Olga/common.js').edit({text: code('Instead of mw.Api').replaceAll('User:Me', 'User:Olga')});

  await signIn(page, wiki);
  await page.goto(`${wiki.origin}/wiki/Main_Page`);
  await expect(page.getByText(/Saved as revision \d+\./)).toBeVisible();
  expect(await newestRevision(wiki.api, 'Sandbox')).toMatchObject({user: 'Olga', comment: 'hello', text: `${before.text}\nHello, world.`});
});
