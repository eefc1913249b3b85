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

test('CodeEditor, which puts itself in the textarea’s place: what is typed in it is compared and saved, and what the form puts in is in it', async ({page, wiki}) => {
  await signIn(page, wiki, users.Olga);
  await page.goto(`${wiki.origin}/wiki/Protected`);
  await page.evaluate(async () => {
    const path = '/dist/wikilit.js';
    await import(path);
    const {mw, $} = globalThis as unknown as {
      mw: {config: {set(name: string, value: string): void}; loader: {using(names: readonly string[]): Promise<void>}; addWikiEditor(area: unknown): void};
      $: (element: unknown) => {wikiEditor(command: string, module: string): void};
    };
    const form = Object.assign(document.createElement('wiki-edit-form'), {page: 'Sandbox'});
    form.innerHTML = '<div slot="textarea"><textarea id="wpTextbox1"></textarea></div>';
    document.querySelector('#mw-content-text')?.replaceChildren(form);
    await new Promise((resolve) => form.addEventListener('wiki-opened', resolve, {once: true}));
    mw.config.set('wgCodeEditorCurrentLanguage', 'css');
    await mw.loader.using(['ext.wikiEditor', 'ext.codeEditor', 'ext.codeEditor.ace', 'jquery.codeEditor']);
    const area = $(form.querySelector('textarea'));
    mw.addWikiEditor(area);
    area.wikiEditor('addModule', 'codeEditor');
  });
  const form = page.locator('wiki-edit-form');
  const editor = form.locator('.ace_content');
  await expect(editor).toContainText('Try things out here.');
  await editor.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('/* typed */ ');
  await expect(form).toHaveJSProperty('dirty', true);
  await form.getByRole('button', {name: 'Changes', exact: true}).click();
  await expect(form.locator('wiki-diff ins').first()).toContainText('/* typed */');
  await form.evaluate((form) => ((form as HTMLElement & {text: string}).text = 'Put in. ~~~~'));
  await expect(editor).toContainText('Put in. ~~~~');
  await form.getByRole('button', {name: 'Save changes'}).click();
  await expect(form).toHaveAttribute('data-state', 'saved');
  await expect(editor).toContainText('User:Olga');
  expect((await newestRevision(wiki.api, 'Sandbox')).text).toMatch(/^Put in\. \[\[User:Olga/);
});
