import {afterEach, beforeEach, expect, test} from 'vitest';
import {page} from 'vitest/browser';
import '../edit-form.js';
import {opens, saves, stage} from '../edit-form.fixtures.js';
import {button, expectAccessible, expectState, open, summary, textbox} from '../form-page.fixtures.js';

beforeEach(() => page.viewport(1200, 900));
afterEach(() => document.body.replaceChildren());

const parsed = (html: string): object => ({parse: {title: 'Simple', pageid: 2, text: html, displaytitle: 'Simple', modules: [], modulestyles: [], jsconfigvars: {}, categorieshtml: '', parsedsummary: '<b>mine</b>', parsewarningshtml: []}});

test('the preview of what is typed, with its summary, in the page’s own tree; taken away again', async () => {
  const {form, fake} = stage([opens(), [{action: 'parse', text: 'Typed', summary: 'mine'}, parsed('<p>Parsed</p>')]]);
  await open(form);
  await textbox().fill('Typed');
  await summary().fill('mine');
  await button('Preview').click();
  await expect.element(page.getByText('Parsed')).toBeVisible();
  expect(form.querySelector('[slot=preview] p')?.textContent).toBe('Parsed');
  await expect.element(page.getByText('mine', {exact: true})).toBeVisible();
  await expectAccessible();
  await button('Preview').click();
  expect(form.querySelector('[slot=preview]')).toBeNull();
  fake.done();
});

test('preview and changes take each other’s place; both look as they should', async () => {
  const {form} = stage([opens(), [{action: 'parse'}, parsed('<p>Parsed</p>')], [{action: 'parse'}, parsed('<p>Again</p>')]]);
  await open(form);
  await button('Preview').click();
  await expect.element(page.getByText('Parsed')).toBeVisible();
  await button('Changes').click();
  await expect.element(page.getByText('(No difference)')).toBeVisible();
  expect(form.querySelector('[slot=preview]')).toBeNull();
  await button('Preview').click();
  await expect.element(page.getByText('Again')).toBeVisible();
  const {left, width} = (form.querySelector('[slot=preview]') as Element).getBoundingClientRect();
  const area = textbox().element().getBoundingClientRect();
  expect(left).toBeGreaterThanOrEqual(area.right);
  expect(Math.abs(width - area.width)).toBeLessThan(2);
  expect(getComputedStyle(form.shadowRoot?.querySelector('.tool[aria-pressed=true]') as Element).backgroundColor).not.toBe(getComputedStyle(form.shadowRoot?.querySelector('.tool[aria-pressed=false]') as Element).backgroundColor);
});

test('saving leaves the preview, another page does not', async () => {
  const {form} = stage([opens(), [{action: 'parse'}, parsed('<p>Parsed</p>')], saves(), opens()]);
  await open(form);
  await textbox().fill('Typed');
  await button('Preview').click();
  await expect.element(page.getByText('Parsed')).toBeVisible();
  await button('Save changes').click();
  await expectState(form, 'saved');
  expect(form.querySelector('[slot=preview]')).not.toBeNull();
  form.page = 'Other';
  await expectState(form, 'ready');
  await expect.poll(() => form.querySelector('[slot=preview]')).toBeNull();
});
