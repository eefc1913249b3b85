/** `<wiki-edit-form>` and `<wiki-dialog>` for those who hear them, and who use no mouse: as Chromium tells them to assistive technology. */
import type {Page} from '@playwright/test';
import {as, make} from './asking.js';
import {button, formOf, openForm, putForm, save, textOf, violations} from './edit-form-page.js';
import {expect, newestRevision, test} from './fixtures.js';
import {heard, listen} from './hearing.js';
import {openBare} from './diff-page.js';
import {signIn} from './signed-in.js';
import {users} from './wiki/index.js';

const title = 'Project:Read aloud';
const text = 'One.\n\nTwo.\n\nThree.';
const mine = 'One, mine.\n\nTwo.\n\nThree.';

const fields = ['textbox “Summary”', 'checkbox “This is a minor edit”', 'checkbox “Watch this page” (checked)'];
const options = 'DisclosureTriangle “More options”';
const tools = ['button “Preview” – Preview (Alt+Shift+P)', 'button “Changes” – Changes (Alt+Shift+V)', 'button “Cancel”'];
const buttons = ['button “Save changes”', ...tools];
/** Nobody has heard the form itself yet. */
const loading = '(unheard) status: Loading the text…';

/** All that is heard of the form, without the places where nothing is said now; and axe has nothing to say. */
async function inForm(page: Page): Promise<string[]> {
  expect(await violations(page)).toEqual([]);
  return (await heard(page)).filter((line) => line !== 'status');
}

const formFor = (page: string, what = 'Editing'): string[] => [`form “${what} ${page}”`, `heading “${what} ${page}”`];
const edited = (value: string): string => `textbox “Editing ${title}”: ${value.replace(/\s+/g, ' ')}`;
const pressed = (line: string): string => line.replace(' –', ' (focused, pressed) –');
const focused = (line: string): string => `${line} (focused)`;

test.describe('read aloud', () => {
  test.beforeEach(async ({page, wiki}) => {
    await make(wiki, {[title]: text});
    await signIn(page, wiki);
  });

  test('ready: notices, the section, the fields, and places for what will be said', async ({page, wiki}) => {
    await openForm(page, wiki, {api: wiki.api, page: 'Sandbox', section: '1'});
    const notices = ['DisclosureTriangle “2 notices” (expanded)', 'Articles', 'need sources: please add one for every figure.', 'This is the sandbox. It is emptied', 'every night', '.'];
    expect(await inForm(page)).toEqual([...formFor('Sandbox'), ...notices, 'textbox “Editing Sandbox”: == First == One.', 'Section', 'First', ...fields, options, ...buttons]);
    expect((await heard(page)).filter((line) => line === 'status')).toHaveLength(5);
  });

  test('options, preview, changes, a filter that warns, saved', async ({page, wiki}) => {
    const said = await listen(page);
    await openForm(page, wiki, {api: wiki.api, page: title});
    await formOf(page).getByText('More options').click();
    await expect(formOf(page).getByRole('group', {name: 'Tags'})).toBeVisible();
    const all = await inForm(page);
    expect(all.slice(0, 6)).toEqual([...formFor(title), edited(text), ...fields]);
    expect(all.slice(6, -4)).toEqual(['DisclosureTriangle “More options” (focused, expanded)', expect.stringMatching(/^combobox “Watch the page”: /), 'group “Tags of this edit”', ...['needs sources', 'proofread', 'wikilit test'].map((tag) => `checkbox “${tag}”`)]);
    await formOf(page).getByText('More options').click();
    await said();

    await textOf(page).fill(`${mine} abuse-warn`);
    await button(page, 'Preview').click();
    await expect(formOf(page).getByText('This is only a preview.')).toBeVisible();
    const preview = ['region “Preview”', 'heading “Preview”', 'checkbox “Update while I type”', 'button “Update preview”', 'Remember that this is only a preview. Your changes have not yet been published!', 'One, mine.', 'Two.', 'Three. abuse-warn', 'Preview updated'];
    expect(await inForm(page)).toEqual([...formFor(title), edited(`${mine} abuse-warn`), ...preview, ...fields, options, 'button “Save changes”', pressed(tools[0] ?? ''), ...tools.slice(1)]);
    expect(await said()).toEqual(['status: Preview updated']);

    await button(page, 'Changes').click();
    await expect(formOf(page).locator('wiki-diff')).toHaveAttribute('data-state', 'ready');
    const changes = await inForm(page);
    expect(changes.slice(0, 4)).toEqual([...formFor(title), edited(`${mine} abuse-warn`), 'region “Changes”']);
    expect(changes.join(' | ')).toContain('group “Difference between revisions” | Removed: | One | . | Added: | One | insertion | , mine | . | button “Undo this change”');
    await button(page, 'Changes').click();
    await said();

    await save(page, 'abuse-warning');
    const refused = ['alert (focused)', 'This edit has the marker abuse-warn in it. Send it again to save it all the same.', 'To save all the same, press “Save anyway”.'];
    expect(await inForm(page)).toEqual([...formFor(title), edited(`${mine} abuse-warn`), ...fields, options, ...refused, 'button “Save anyway”', ...tools]);
    expect(await said()).toEqual(['status: Saving…', `alert: ${refused.slice(1).join(' ')}`]);

    await save(page);
    const [, status = '', link] = /^status: (Saved as revision \d+\.) (.*)$/.exec((await said()).slice(1).join()) ?? [];
    expect(link).toBe('See the change');
    expect(await inForm(page)).toEqual([...formFor(title), edited(`${mine} abuse-warn`), ...fields, options, status, `link “${link}”`, focused('button “Save changes”'), ...tools]);
  });

  test('a draft is offered', async ({page, wiki}) => {
    const said = await listen(page);
    await openForm(page, wiki, {api: wiki.api, page: title});
    await textOf(page).fill(mine);
    // What leaves the page is kept at once.
    await putForm(page, {api: wiki.api, page: title});
    await expect(button(page, 'Restore')).toBeVisible();
    const all = await inForm(page);
    const offer = all[2];
    expect(offer).toMatch(/^You typed something here on .* that was not saved\.$/);
    expect(all).toEqual([...formFor(title), offer, 'DisclosureTriangle “Show what you typed”', 'button “Restore”', 'button “Discard”', edited(text), ...fields, options, ...buttons]);
    expect(await said()).toEqual([loading, loading, `status: ${offer} Show what you typed Restore Discard`]);
    await button(page, 'Restore').click();
    await expect(textOf(page)).toHaveValue(mine);
    expect(await inForm(page)).toEqual([...formFor(title), focused(edited(mine)), ...fields, options, ...buttons]);
    expect(await said()).toEqual([]);
  });

  test('what cannot be edited says why, and what cannot be opened', async ({page, wiki}) => {
    const said = await listen(page);
    await openForm(page, wiki, {api: wiki.api, page: 'Protected'}, 'readonly');
    const reasons = ['You can read and copy this text, but not change it.', 'This page has been protected to prevent editing or other actions.'];
    const notice = ['DisclosureTriangle “Notice” (expanded)', 'Articles', 'need sources: please add one for every figure.'];
    expect(await inForm(page)).toEqual([...formFor('Protected', 'View source for'), ...reasons, ...notice, 'textbox “View source for Protected”: Only administrators edit this. (readonly)', 'button “Close”']);
    expect(await said()).toEqual([loading, `status: ${reasons.join(' ')}`]);
    await putForm(page, {api: wiki.api, page: title, section: '99'}, 'failed');
    const failure = ['This page could not be opened for editing.', `“${title}” has no section 99.`];
    expect(await inForm(page)).toEqual([...formFor(title), 'alert', ...failure, 'button “Edit the whole page”']);
    expect(await said()).toEqual([loading, `alert: ${failure.join(' ')}`]);
  });

  test('a conflict: its words are said, and what is to be chosen is not', async ({page, wiki}) => {
    const said = await listen(page);
    await openForm(page, wiki, {api: wiki.api, page: title});
    await textOf(page).fill(mine);
    await (await as(wiki, 'Henrik')).page(title).edit({text: text.replace('One', 'One, theirs')});
    await said();
    await save(page, 'conflict');
    const words = ['Henrik saved this page while you were editing.', 'Your text is still here, and nothing of it is saved yet.', 'In one place both texts differ from what was there: choose what is to stand there. All the rest is put together.'];
    const choices = ['group “Place 1 of 1”', 'radio “Theirs: One, theirs.”', 'radio “Mine: One, mine.”', 'radio “Both, theirs first”', 'button “Put together” (disabled)', 'button “Edit their text instead”', 'button “Save my text in place of it”'];
    const theirs = 'textbox “The text as it is on the wiki now”: One, theirs. Two. Three. (readonly)';
    expect(await inForm(page)).toEqual([...formFor(title), edited(mine), theirs, ...fields, options, 'alert (focused)', ...words, ...choices, 'button “Save changes” (disabled)', ...tools]);
    await formOf(page).getByLabel('Both, theirs first').check();
    await button(page, 'Put together').click();
    const both = text.replace('One.', 'One, theirs. One, mine.');
    expect(await inForm(page)).toEqual([...formFor(title), focused(edited(both)), `textbox “Your text”: ${mine.replace(/\s+/g, ' ')} (readonly)`, ...fields, options, ...buttons]);
    expect(await said()).toEqual(['status: Saving…', `alert: ${words.join(' ')}`]);
  });

  test('waiting is said once, not each second', async ({page, wiki}) => {
    const door = await wiki.door({scenario: 'readonly=Being moved.'});
    const said = await listen(page);
    await openForm(page, door, {api: door.api, page: title});
    const reason = ['The wiki takes no edits now; you can write, and save later.', 'Being moved.'];
    expect(await said()).toEqual([loading, `status: ${reason.join(' ')}`]);
    await textOf(page).fill(mine);
    await page.clock.install();
    await save(page, 'wiki-readonly');
    const words = ['The wiki is currently in read-only mode.', 'Being moved.', 'Your text is still here. Wait a little, then save again.', 'It will be saved by itself in a moment:'];
    const ways = ['button “Save now”', 'button “Do not save by itself”'];
    expect(await said()).toEqual(['status: Saving…', `alert: ${words.join(' ')} Save now Do not save by itself`]);
    await page.clock.runFor(5000);
    await expect(formOf(page).locator('.countdown')).toHaveText(/0:2\d/);
    expect(await inForm(page)).toEqual([...formFor(title), ...reason, edited(mine), ...fields, options, 'alert (focused)', ...words, ...ways, ...buttons]);
    expect(await said()).toEqual([]);
    await door.close();
  });

  test('a captcha has its question as a name; who was logged out hears the form in which to log in by itself', async ({page, wiki}) => {
    const door = await wiki.door({scenario: 'questycaptcha'});
    const said = await listen(page);
    await openForm(page, door, {api: door.api, page: title});
    await textOf(page).fill(mine);
    await said();
    await save(page, 'captcha');
    const [why, question] = ['Please answer this before your text is saved.', 'What is the first letter of the alphabet?'];
    expect(await inForm(page)).toEqual([...formFor(title), edited(mine), ...fields, options, 'alert', why, focused(`textbox “${question}”`).replace('(focused)', `(focused) – ${why}`), ...buttons]);
    expect(await said()).toEqual(['status: Saving…', `alert: ${why} ${question}`]);

    await page.context().clearCookies();
    await save(page, 'loggedout');
    await expect(formOf(page).getByLabel('Password')).toBeFocused();
    const words = ['You are no longer logged in as "Olga", so the action could not be completed.', 'Your text is still here. Log in again to save it.'];
    const login = ['form “Log in”', 'textbox “Username”: Olga (readonly)', 'textbox “Password” (focused)', 'checkbox “Keep me logged in”', 'button “Log in”', 'link “Forgot your password?”'];
    expect(await inForm(page)).toEqual([...formFor(title), edited(mine), ...fields, options, 'alert', ...words, ...login, ...buttons]);
    expect(await said()).toEqual(['status: Saving…', `alert: ${words.join(' ')}`, '(unheard) status: Asking the wiki how to log in…']);
    await formOf(page).getByLabel('Password').fill(users.Henrik.password);
    await page.keyboard.press('Enter');
    await expect(formOf(page).getByText('Incorrect username or password')).toBeVisible();
    expect(await said()).toEqual(['status: Logging in…', 'alert: Incorrect username or password entered. Please try again.']);
    await door.close();
  });
});

test('an edit in a dialog, by keys alone', async ({page, wiki}) => {
  const said = await listen(page);
  const keys = page.keyboard;
  /** What has the focus, as it is told. */
  const here = async (): Promise<string | undefined> => (await heard(page, 'RootWebArea')).find((line) => line.includes('(focused'));
  await signIn(page, wiki);
  await openBare(page, wiki);
  await page.evaluate((api) => {
    const dialog = Object.assign(document.createElement('wiki-dialog'), {heading: 'The sandbox'});
    dialog.append(Object.assign(document.createElement('wiki-edit-form'), {api, page: 'Sandbox', section: '1'}));
    document.body.append(Object.assign(document.createElement('button'), {textContent: 'Edit', onclick: () => dialog.show()}), dialog, Object.assign(document.createElement('a'), {href: '#', textContent: 'Behind it'}));
  }, wiki.api);
  await keys.press('Tab');
  expect(await here()).toBe('button “Edit” (focused)');
  await keys.press('Enter');
  await expect(textOf(page)).toBeFocused();
  await expect(button(page, 'Preview')).toBeVisible();
  await said();

  await test.step('the form is in the dialog, and Tab goes through it in the order it is read in, and on', async () => {
    const dialog = await heard(page, 'dialog');
    expect(dialog.slice(0, 4)).toEqual(['dialog “The sandbox” (modal)', 'heading “The sandbox”', 'button “Close”', 'form “Editing Sandbox”']);
    expect(await violations(page, 'wiki-dialog')).toEqual([]);
    const taken = dialog.filter((line) => /^(button|textbox|checkbox|Disclosure)/.test(line)).map((line) => line.replace(/ \(.*?\)| – .*/g, ''));
    const order: string[] = [];
    for (let step = 0; step <= taken.length; step++) {
      order.push((await here())?.replace(/ \(.*?\)| – .*/g, '') ?? 'the browser itself');
      await keys.press('Tab');
    }
    const begin = taken.findIndex((line) => line.startsWith('textbox “Editing'));
    expect(order).toEqual([...taken.slice(begin), 'the browser itself', ...taken.slice(0, begin)]);
    await expect(textOf(page)).toBeFocused();
    await keys.press('Shift+Tab');
    expect(await here()).toContain('“2 notices”');
    await keys.press('Tab');
  });

  await test.step('Escape asks before what was typed is lost, and again goes back to it', async () => {
    await keys.press('Control+End');
    await keys.type(' By keys.');
    await keys.press('Escape');
    const question = (await heard(page, 'dialog')).slice(2, 6);
    expect(question).toEqual(['button “Close”', 'group “Discard what you typed?”', 'button “Keep editing” (focused)', 'button “Discard”']);
    expect(await violations(page, 'wiki-dialog')).toEqual([]);
    await keys.press('Escape');
    expect(await here()).toContain('textbox “Editing Sandbox”');
  });

  await test.step('previewed and saved, and what became of it is said', async () => {
    await keys.press('Alt+Shift+P');
    await expect(formOf(page).getByText('This is only a preview.')).toBeVisible();
    expect(await said()).toEqual(['status: Preview updated']);
    const press = async (wanted: string, key: string): Promise<void> => {
      await expect(async () => {
        if (!(await here())?.includes(wanted)) await keys.press('Tab');
        expect(await here()).toContain(wanted);
      }).toPass();
      await keys.press(key);
    };
    await press('“Summary”', 'k');
    await press('“This is a minor edit”', 'Space');
    await press('“Save changes”', 'Enter');
    await expect(formOf(page)).toHaveAttribute('data-state', 'saved');
    expect(await said()).toEqual(['status: Saving…', expect.stringMatching(/^status: Saved as revision \d+\. See the change$/)]);
    expect(await newestRevision(wiki.api, 'Sandbox')).toMatchObject({text: expect.stringContaining('One. By keys.'), comment: '/* First */ k'});
    expect(await here()).toContain('“Save changes”');
  });

  await keys.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await here()).toBe('button “Edit” (focused)');
  await keys.press('Tab');
  expect(await here()).toBe('link “Behind it” (focused)');
});
