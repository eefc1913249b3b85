/** Editors of the wiki around the form's textarea. */
import {expect, newestRevision, test} from './fixtures.js';
import {signIn} from './signed-in.js';
import {users} from './wiki/users.js';

test('WikiEditor, around a textarea that the page brings: its buttons change the text, which is saved', async ({page, wiki}) => {
  await signIn(page, wiki, users.Olga);
  await page.goto(`${wiki.origin}/wiki/Protected`);
  await page.evaluate(async () => {
    const path = '/dist/wikilit.js';
    await import(path);
    const {mw, $} = globalThis as unknown as {mw: {loader: {using(name: string): Promise<void>}; addWikiEditor(area: unknown): void}; $: (element: unknown) => unknown};
    await mw.loader.using('ext.wikiEditor');
    const form = Object.assign(document.createElement('wiki-edit-form'), {page: 'Sandbox'});
    const place = Object.assign(document.createElement('div'), {slot: 'textarea'});
    const area = document.createElement('textarea');
    area.id = 'wpTextbox1';
    place.append(area);
    form.append(place);
    document.querySelector('#mw-content-text')?.replaceChildren(form);
    await new Promise((resolve) => form.addEventListener('wiki-opened', resolve, {once: true}));
    mw.addWikiEditor($(area));
  });
  const form = page.locator('wiki-edit-form');
  const area = form.locator('textarea#wpTextbox1');
  await expect(area).not.toHaveValue('');
  await area.fill('plain');
  await area.selectText();
  await form.locator('.tool[rel=bold] a, [rel=bold]').first().click();
  await expect(area).toHaveValue("'''plain'''");
  await form.getByRole('button', {name: 'Changes', exact: true}).click();
  await expect(form.locator('wiki-diff ins').first()).toContainText("'''plain'''");
  await form.getByRole('button', {name: 'Save changes'}).click();
  await expect(form).toHaveAttribute('data-state', 'saved');
  expect((await newestRevision(wiki.api, 'Sandbox')).text).toBe("'''plain'''");
});
