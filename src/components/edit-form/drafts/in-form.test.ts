import {afterEach, expect, test} from 'vitest';
import {page} from 'vitest/browser';
import '../edit-form.js';
import type {WikiEditForm} from '../edit-form.js';
import {opening, opens, revision, saves, stage, success, text, type Stage} from '../edit-form.fixtures.js';
import {button, expectAccessible, expectState, open, summary, textbox} from '../form-page.fixtures.js';

afterEach(() => document.body.replaceChildren());

let wikis = 0;
const api = (): string => `${location.origin}/drafts${wikis++}/api.php`;
const at = (where: string, ...exchanges: Parameters<typeof stage>[0]): Stage => stage(exchanges, {}, where);
const offer = () => page.getByText(/You typed something here/);

/** As if the tab were closed: the browser tells it, and nothing of the form is left. */
function close(form: WikiEditForm): void {
  window.dispatchEvent(new PageTransitionEvent('pagehide'));
  form.remove();
}

async function typed(where: string, mine: string): Promise<void> {
  const {form} = at(where, opens());
  await open(form);
  await expect.element(button('Changes')).toBeVisible();
  await textbox().fill(mine);
  await summary().fill('my summary');
  close(form);
}

test('what was typed in a tab that was closed is offered, and restored with its summary; saved, it is offered no more', async () => {
  const where = api();
  await typed(where, 'My text');
  const {form} = at(where, opens(), saves());
  await open(form);
  await expect.element(offer()).toBeVisible();
  await expectAccessible();
  await expect.element(textbox()).toHaveValue(text);
  await button('Restore').click();
  await expect.element(textbox()).toHaveValue('My text');
  expect([form.summary, form.dirty]).toEqual(['my summary', true]);
  await button('Save changes').click();
  await expectState(form, 'saved');
  close(form);
  const {form: later} = at(where, opens());
  await open(later);
  await expect.element(button('Changes')).toBeVisible();
  await later.updateComplete;
  await expect.element(offer()).not.toBeInTheDocument();
});

test('onto a page that others changed meanwhile: both are put together', async () => {
  const where = api();
  await typed(where, text.replace('Intro.', 'My intro.'));
  const newest = text.replace('Second section.', 'Second section, by Bob.');
  const {form} = at(where, opens(opening({lastrevid: 7, revisions: [{revid: 7, parentid: 2, slots: {main: {contentmodel: 'wikitext', contentformat: 'text/x-wiki', content: newest}}}]})), saves({edit: {...success.edit, oldrevid: 7}}, {baserevid: '7'}));
  await open(form);
  await expect.element(offer()).toBeVisible();
  await button('Restore').click();
  await expect.element(textbox()).toHaveValue(newest.replace('Intro.', 'My intro.'));
  await button('Save changes').click();
  await expectState(form, 'saved');
});

test('given up, it is gone', async () => {
  const where = api();
  await typed(where, 'My text');
  const {form} = at(where, opens());
  await open(form);
  await button('Discard').click();
  await expect.element(offer()).not.toBeInTheDocument();
  close(form);
  const {form: later} = at(where, opens());
  await open(later);
  await expect.element(button('Changes')).toBeVisible();
  await later.updateComplete;
  await expect.element(offer()).not.toBeInTheDocument();
});

test('an old revision that nobody has typed in is no draft', async () => {
  const where = api();
  const {form} = at(where, opens(), [{prop: 'revisions', rvstartid: '1'}, revision(1, 'Old text')]);
  form.oldid = 1;
  await open(form);
  await expect.element(textbox()).toHaveValue('Old text');
  await expect.element(button('Changes')).toBeVisible();
  close(form);
  const {form: later} = at(where, opens());
  await open(later);
  await expect.element(button('Changes')).toBeVisible();
  await later.updateComplete;
  await expect.element(offer()).not.toBeInTheDocument();
});

test('another user of the same browser sees nothing of it', async () => {
  const where = api();
  await typed(where, 'My text');
  const {form} = stage([opens(opening({}, {userinfo: {id: 9, name: 'Mallory', groups: ['*', 'user'], rights: ['read', 'edit']}}))], {user: 'Mallory'}, where);
  await open(form);
  await expect.element(button('Changes')).toBeVisible();
  await form.updateComplete;
  await expect.element(offer()).not.toBeInTheDocument();
});
