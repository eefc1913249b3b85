/** The edit form in a dialog, on the wiki's own pages in each skin. */
import {expect, newestRevision, test} from './fixtures.js';
import {signIn} from './signed-in.js';

for (const skin of ['vector-2022', 'vector', 'monobook', 'timeless', 'minerva']) {
  test(`in ${skin}: it opens in its text, looks as elsewhere, asks before what was typed is lost, and closes when saved`, async ({page, wiki}) => {
    await signIn(page, wiki);
    await page.goto(`${wiki.origin}/wiki/Sandbox?useskin=${skin}`);
    await page.evaluate(async () => {
      const path = '/dist/wikilit.js';
      await import(path);
      const dialog = document.createElement('wiki-dialog');
      dialog.heading = 'Sandbox';
      dialog.closeOnSave = true;
      const form = dialog.appendChild(document.createElement('wiki-edit-form'));
      form.page = 'Sandbox';
      const opener = Object.assign(document.createElement('button'), {textContent: 'Open it', onclick: () => dialog.show()});
      document.querySelector('#mw-content-text')?.prepend(opener, dialog);
    });
    const opener = page.getByRole('button', {name: 'Open it'});
    await opener.click();
    const modal = page.getByRole('dialog', {name: 'Sandbox'});
    const form = page.locator('wiki-edit-form');
    const text = form.locator('textarea');
    await expect(text).toBeFocused();
    await expect(modal).toHaveCSS('font-size', '16px');
    await expect(modal.getByRole('heading', {name: 'Sandbox', exact: true})).toHaveCSS('font-size', '20px');
    const box = await modal.boundingBox();
    expect(box?.width).toBe(960);
    await text.fill(`Saved in ${skin}.`);
    await page.keyboard.press('Escape');
    await modal.getByRole('button', {name: 'Keep editing'}).click();
    await expect(text).toBeFocused();
    await expect(text).toHaveValue(`Saved in ${skin}.`);
    await form.getByRole('button', {name: /^(save|publish)/i}).click();
    await expect(modal).toHaveCount(0);
    await expect(opener).toBeFocused();
    expect(await newestRevision(wiki.api, 'Sandbox')).toMatchObject({user: 'Olga', text: `Saved in ${skin}.`});
  });
}

test('on a phone it fills the window', async ({page, wiki}) => {
  await page.setViewportSize({width: 390, height: 700});
  await signIn(page, wiki);
  await page.goto(`${wiki.origin}/wiki/Sandbox?useskin=minerva`);
  await page.evaluate(async () => {
    const path = '/dist/wikilit.js';
    await import(path);
    document.body.append(Object.assign(document.createElement('wiki-dialog'), {heading: 'Sandbox', open: true}));
  });
  // But for the page's scroll bar, where the browser draws one beside it.
  const width = await page.evaluate(() => document.documentElement.clientWidth);
  expect(await page.getByRole('dialog', {name: 'Sandbox'}).boundingBox()).toEqual({x: 0, y: 0, width, height: 700});
});
