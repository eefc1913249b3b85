import {afterEach, expect, test} from 'vitest';
import {page} from 'vitest/browser';
import './edit-form.js';
import {opening, opens, saves, stage, success, text} from './edit-form.fixtures.js';
import {button, expectAccessible, expectState, open, summary, textbox} from './form-page.fixtures.js';

afterEach(() => document.body.replaceChildren());

const named = (title: string) => opens(opening({title}));
const kept = (title: string) => page.getByRole('textbox', {name: `Your text for ${title}`});

test('every text stays at hand, the newest first, under the title it was typed for', async () => {
  const {form} = stage([opens(), named('Two'), named('Three')]);
  await open(form);
  await textbox().fill('First');
  form.page = 'Two';
  await expect.element(textbox('Editing Two')).toHaveValue(text);
  await textbox('Editing Two').fill('Second');
  form.page = 'Three';
  await expect.element(textbox('Editing Three')).toHaveValue(text);
  await expect.element(kept('Simple')).toHaveValue('First');
  await expect.element(kept('Two')).toHaveValue('Second');
  const values = [...(form.shadowRoot?.querySelectorAll<HTMLTextAreaElement>('.other') ?? [])].map(({value}) => value);
  expect(values).toEqual(['Second', 'First']);
  await expectAccessible();
});

test('a summary stays with the text it was typed for', async () => {
  const {form} = stage([opens(), named('Two'), saves({edit: {...success.edit, title: 'Two'}}, {summary: 'by a gadget'})]);
  form.summary = 'by a gadget';
  await open(form);
  await textbox().fill('First');
  await summary().fill('why first');
  form.page = 'Two';
  await expect.element(textbox('Editing Two')).toHaveValue(text);
  await expect.element(summary()).toHaveValue('by a gadget');
  await expect.element(page.getByText('Summary: why first')).toBeVisible();
  await textbox('Editing Two').fill('Second');
  await button('Save changes').click();
  await expectState(form, 'saved');
});

test('a summary alone is kept, too', async () => {
  const {form} = stage([opens(), named('Two')]);
  await open(form);
  await summary().fill('why first');
  form.page = 'Two';
  await expect.element(textbox('Editing Two')).toHaveValue(text);
  await expect.element(summary()).toHaveValue('');
  await expect.element(page.getByText('Summary: why first')).toBeVisible();
  await expect.element(kept('Simple')).not.toBeInTheDocument();
});

test('a summary that the page around sets together with the page is for that page', async () => {
  const {form} = stage([opens(), named('Two')]);
  await open(form);
  await summary().fill('why first');
  form.page = 'Two';
  form.summary = 'for two';
  await expect.element(textbox('Editing Two')).toHaveValue(text);
  await expect.element(summary()).toHaveValue('for two');
});

test('saving one page drops what was kept for it, and nothing else', async () => {
  const {form} = stage([opens(), named('Two'), opens(), saves()]);
  await open(form);
  await textbox().fill('First');
  form.page = 'Two';
  await expect.element(textbox('Editing Two')).toHaveValue(text);
  await textbox('Editing Two').fill('Second');
  form.page = 'Simple';
  await expect.element(page.getByRole('textbox', {name: 'Your text', exact: true})).toHaveValue('First');
  await textbox().fill('First, again');
  await button('Save changes').click();
  await expectState(form, 'saved');
  await expect.element(page.getByRole('textbox', {name: 'Your text', exact: true})).not.toBeInTheDocument();
  await expect.element(kept('Two')).toHaveValue('Second');
  expect(form.dirty).toBe(true);
});

test('Cancel throws all away, after asking', async () => {
  const {form} = stage([opens(), named('Two')]);
  await open(form);
  await textbox().fill('First');
  form.page = 'Two';
  await expect.element(kept('Simple')).toHaveValue('First');
  await button('Cancel').click();
  await button('Discard').click();
  await expect.element(kept('Simple')).not.toBeInTheDocument();
  expect(form.dirty).toBe(false);
});
