import {afterEach, beforeEach, expect, test} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import '../edit-form.js';
import type {WikiEditForm} from '../edit-form.js';
import {opens, refuses, saves, stage, success, text} from '../edit-form.fixtures.js';
import {button, expectState, open} from '../form-page.fixtures.js';

const main = globalThis as {jQuery?: unknown};

/** What editors have registered with the wiki's jQuery, by element. */
let registered: Map<Element, Record<string, (given?: unknown) => unknown>>;

beforeEach(() => {
  registered = new Map();
  main.jQuery = (element: Element) => ({
    data: (name: string) => (name === 'jquery.textSelection' ? registered.get(element) : undefined),
    textSelection: (command: string, given: unknown) => registered.get(element)?.[command]?.(given),
  });
});

afterEach(() => {
  document.body.replaceChildren();
  delete main.jQuery;
});

/** An editor in place of the textarea, as CodeMirror is one. */
function replaceTextarea(form: WikiEditForm): HTMLElement {
  const area = form.querySelector('textarea') as HTMLTextAreaElement;
  const field = document.createElement('div');
  field.contentEditable = 'true';
  field.role = 'textbox';
  field.ariaLabel = 'Editor';
  field.style.whiteSpace = 'pre-wrap';
  field.textContent = area.value;
  area.hidden = true;
  area.after(field);
  registered.set(area, {
    getContents: () => field.textContent ?? '',
    setContents: (contents) => (field.textContent = String(contents)),
    setSelection: (range) => {
      const {start, end} = range as {start: number; end: number};
      field.focus();
      getSelection()?.setBaseAndExtent(field.firstChild as Node, start, field.firstChild as Node, end);
    },
  });
  return field;
}

const staged = (...exchanges: Parameters<typeof stage>[0]) => {
  const all = stage(exchanges);
  all.form.innerHTML = '<div slot="textarea"><textarea></textarea></div>';
  return all;
};

test('what is typed in an editor of the wiki is saved, with or without an event that tells of it', async () => {
  const {form, fake} = staged(opens(), saves(success, {text: 'Mine, too'}));
  await open(form);
  await expect.element(button('Changes')).toBeVisible();
  const field = replaceTextarea(form);
  await page.getByRole('textbox', {name: 'Editor'}).click();
  field.textContent = 'Mine, too';
  await userEvent.keyboard('{Shift}');
  expect([form.text, form.dirty]).toEqual(['Mine, too', true]);
  await button('Save changes').click();
  await expectState(form, 'saved');
  fake.done();
});

test('what the form puts in is in it, and is not taken for typing; the focus is the editor’s', async () => {
  const {form} = staged(opens());
  await open(form);
  await expect.element(button('Changes')).toBeVisible();
  const field = replaceTextarea(form);
  await page.getByRole('textbox', {name: 'Editor'}).click();
  form.text = 'Put in';
  await form.updateComplete;
  expect(field.textContent).toBe('Put in');
  form.discard();
  expect(field.textContent).toBe(text);
  (document.activeElement as HTMLElement).blur();
  form.focus();
  expect(document.activeElement).toBe(field);
  expect(form.dirty).toBe(false);
});

test('a hit of the list of spam is found in it; a change is taken back in it', async () => {
  const spam = {errors: [{code: 'spamblacklist', html: 'Spam.', module: 'edit', data: {spamblacklist: {matches: ['spam.example']}}}]};
  const {form} = staged(opens(), ...refuses(spam));
  await open(form);
  await expect.element(button('Changes')).toBeVisible();
  const field = replaceTextarea(form);
  await page.getByRole('textbox', {name: 'Editor'}).click();
  field.textContent = text.replace('Intro.', 'Intro, spam.example!');
  await userEvent.keyboard('{Shift}');
  await button('Save changes').click();
  await expectState(form, 'spam');
  await button('Find “spam.example”').click();
  expect(String(getSelection())).toBe('spam.example');
  await button('Changes').click();
  await page.getByRole('button', {name: 'Undo this change'}).click();
  await expect.poll(() => field.textContent).toBe(text);
});

test('once the editor is gone, the textarea is what it was', async () => {
  const {form} = staged(opens());
  await open(form);
  await expect.element(button('Changes')).toBeVisible();
  const field = replaceTextarea(form);
  await page.getByRole('textbox', {name: 'Editor'}).click();
  const area = form.querySelector('textarea') as HTMLTextAreaElement;
  registered.clear();
  field.remove();
  area.hidden = false;
  await page.getByRole('textbox', {name: 'Editing Simple'}).fill('Plain again');
  expect(form.text).toBe('Plain again');
});
