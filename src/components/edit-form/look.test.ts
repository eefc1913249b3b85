import {afterEach, expect, test} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import './edit-form.js';
import type {WikiEditForm} from './edit-form.js';
import {missing, opening, opens, stage} from './edit-form.fixtures.js';
import {expectAccessible, open, summary} from './form-page.fixtures.js';

afterEach(() => document.body.replaceChildren());

const part = (form: WikiEditForm, selector: string): Element => form.shadowRoot?.querySelector(selector) as Element;

test.each([
  ['a page', {}, 'Editing Simple'],
  ['a new page', missing, 'Creating New page'],
])('a heading says which page is edited: %s', async (_name, answer, words) => {
  const {form} = stage([opens(opening(answer))]);
  const around = document.createElement('h1');
  around.textContent = 'A page around';
  document.body.append(around);
  await open(form);
  const heading = page.getByRole('heading', {name: words, level: 2});
  await expect.element(heading).toBeVisible();
  expect(heading.element().querySelector('bdi bdi')?.textContent).toBe(words.replace(/^\w+ /, ''));
  await expectAccessible();
});

test('a page puts another in its place, or none', async () => {
  const {form} = stage([opens()]);
  form.innerHTML = '<h3 slot="heading">Mine</h3>';
  await open(form);
  await expect.element(page.getByRole('heading', {name: 'Mine'})).toBeVisible();
  await expect.element(page.getByText('Editing Simple')).not.toBeVisible();
});

test('a long text is shown from its beginning; the cursor stays where it is when the text is read again', async () => {
  const content = 'line\n'.repeat(400);
  const {form} = stage([opens(opening({revisions: [{revid: 2, slots: {main: {content}}}]})), opens(opening({revisions: [{revid: 3, slots: {main: {content: `${content}more`}}}]}))]);
  await open(form);
  form.focus();
  const area = form.querySelector('textarea') as HTMLTextAreaElement;
  expect([area.selectionEnd, area.scrollTop]).toEqual([0, 0]);
  area.setSelectionRange(10, 12);
  await form.reload();
  expect([area.value, area.selectionStart, area.selectionEnd]).toEqual([`${content}more`, 10, 12]);
});

test('the textarea is as high as its text, up to a height; and as high as the user draws it', async () => {
  await page.viewport(1000, 800);
  const {form} = stage([opens()]);
  await open(form);
  const area = form.querySelector('textarea') as HTMLTextAreaElement;
  const heights: number[] = [];
  for (const lines of [1, 12, 40, 400]) {
    await page.getByRole('textbox', {name: 'Editing Simple'}).fill('line\n'.repeat(lines));
    heights.push(area.offsetHeight);
  }
  const [short = 0, longer = 0, long = 0, longest] = heights;
  expect([short < longer, longer < long, longest]).toEqual([true, true, long]);
  expect(long).toBe(360);
  area.style.height = '500px';
  expect(area.offsetHeight).toBe(500);
});

test('the page’s own styles know what it shows', async () => {
  const {form} = stage([opens()]);
  expect(form.matches(':state(opening)')).toBe(false);
  await open(form);
  expect([form.matches(':state(ready)'), form.matches(':state(opening)'), form.matches(':state(dirty)')]).toEqual([true, false, false]);
  await page.getByRole('textbox', {name: 'Editing Simple'}).fill('Mine');
  await form.updateComplete;
  expect(form.matches(':state(ready):state(dirty)')).toBe(true);
});

test('a hostile title is text in it', async () => {
  const {form} = stage([opens(opening({title: '<img src=x> $1'}))]);
  await open(form);
  await expect.element(page.getByRole('heading', {name: 'Editing <img src=x> $1'})).toBeVisible();
});

test('the row of buttons lies over no field that has the focus, and shows where it ends while it lies over the form', async () => {
  await page.viewport(800, 500);
  const {form} = stage([opens()]);
  form.style.setProperty('--wiki-text-height', '400px');
  form.text = 'line\n'.repeat(40);
  form.innerHTML = '<div slot="footer" style="block-size: 900px"></div>';
  await open(form);
  const row = part(form, '.actions');
  const field = part(form, '.input.summary');
  const text = part(form, '.texts');
  await expect.poll(() => row.matches('.stuck')).toBe(true);
  expect(getComputedStyle(row).boxShadow).not.toBe('none');
  // Half of the field is behind the row; a click there moves nothing of itself.
  scrollBy(0, field.getBoundingClientRect().top + 16 - row.getBoundingClientRect().top);
  expect(field.getBoundingClientRect().bottom).toBeGreaterThan(row.getBoundingClientRect().top);
  await userEvent.click(summary(), {position: {x: 20, y: 2}});
  await expect.poll(() => field.getBoundingClientRect().bottom).toBeLessThanOrEqual(row.getBoundingClientRect().top);
  expect(text.getBoundingClientRect().bottom).toBeLessThan(field.getBoundingClientRect().top);
  scrollTo(0, document.documentElement.scrollHeight);
  await expect.poll(() => row.matches('.stuck')).toBe(false);
  expect(getComputedStyle(row).boxShadow).toBe('none');
  await page.viewport(414, 896);
});
