/** On the wiki's own pages: what a gadget meets. */
import type {Page} from '@playwright/test';
import {expect, newestRevision, test} from './fixtures.js';
import {signIn} from './signed-in.js';
import type {TestWiki} from './wiki/index.js';

async function openAs(page: Page, wiki: TestWiki, title: string): Promise<void> {
  await signIn(page, wiki);
  await page.goto(`${wiki.origin}/wiki/${title}`);
}

test('wikiHere() knows the wiki, the user and the token: an edit of held text is one request', async ({page, wiki}) => {
  const {revid} = await newestRevision(wiki.api, 'Sandbox');
  await openAs(page, wiki, 'Sandbox');
  const before = wiki.front.requests.length;
  const saved = await page.evaluate(async (baserevid) => {
    const path = '/dist/wikilit.js';
    const {wikiHere} = (await import(path)) as typeof import('wikilit');
    const wiki = wikiHere();
    return {user: wiki.user, edit: await wiki.page('Sandbox').edit({text: 'from a gadget', summary: 'here', baserevid})};
  }, revid);
  expect(saved).toMatchObject({user: 'Olga', edit: {outcome: 'saved'}});
  expect(wiki.front.requests.slice(before).filter(({url}) => url.includes('api.php')).map(({action}) => action)).toEqual(['edit']);
  expect(await newestRevision(wiki.api, 'Sandbox')).toMatchObject({user: 'Olga', comment: 'here', text: 'from a gadget'});
});

for (const skin of ['vector-2022', 'vector', 'monobook', 'timeless', 'minerva']) {
  test(`the edit form in ${skin}: one request to open, one to save, and one to show it`, async ({page, wiki}) => {
    await openAs(page, wiki, `Sandbox?useskin=${skin}`);
    const before = wiki.front.requests.length;
    await page.evaluate(async () => {
      const path = '/dist/wikilit.js';
      await import(path);
      const form = document.createElement('wiki-edit-form');
      form.setAttribute('page', 'Sandbox');
      document.querySelector('#mw-content-text')?.prepend(form);
    });
    const form = page.locator('wiki-edit-form');
    const text = form.getByRole('textbox').first();
    await expect(text).toHaveValue(/\S/);
    await text.fill(`Edited in ${skin}`);
    await form.getByRole('button', {name: /save|publish/i}).click();
    await expect.poll(async () => (await newestRevision(wiki.api, 'Sandbox')).text).toBe(`Edited in ${skin}`);
    await expect(page.locator('#mw-content-text .mw-parser-output')).toHaveText(`Edited in ${skin}`);
    const asked = wiki.front.requests.slice(before).filter(({url, headers}) => url.includes('api.php') && !String(headers['user-agent']).startsWith('wikilit-tests'));
    expect(asked.map(({method, action}) => `${method} ${action}`)).toEqual(['GET query', 'POST edit', 'GET parse']);
  });
}
