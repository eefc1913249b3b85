import {afterEach, beforeEach, expect, test} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import '../edit-form.js';
import type {WikiEditForm} from '../edit-form.js';
import {opening, opens, saves, stage, text} from '../edit-form.fixtures.js';
import {button, expectAccessible, expectState, open, textbox} from '../form-page.fixtures.js';

beforeEach(() => page.viewport(1200, 900));
afterEach(() => document.body.replaceChildren());

const rows = (form: WikiEditForm): Element[] => [...(form.shadowRoot?.querySelector('wiki-diff')?.shadowRoot?.querySelectorAll('.body') ?? [])];
const marks = (form: WikiEditForm): string[] => rows(form).flatMap((body) => [...body.querySelectorAll('ins, del')].map(({textContent}) => (textContent ?? '').replace('Undo this change', '')));

test('what was changed is shown, and goes on being shown while somebody types; the wiki is not asked', async () => {
  const {form, fake} = stage([opens()]);
  await open(form);
  await textbox().fill(text.replace('First section.', 'First part.'));
  await button('Changes').click();
  await expect.poll(() => marks(form)).toEqual(['section', 'part']);
  await expect.element(button('Changes')).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible();
  await textbox().fill(text.replace('First section.', 'First chapter.'));
  await expect.poll(() => marks(form)).toEqual(['section', 'chapter']);
  expect(fake.requests).toHaveLength(1);
  await button('Changes').click();
  expect(form.shadowRoot?.querySelector('wiki-diff')).toBeNull();
});

test('they run as the text does, whichever way the page around runs', async () => {
  const {form} = stage([opens()]);
  document.body.dir = 'rtl';
  await open(form);
  await textbox().fill(text.replace('First section.', 'First part.'));
  await button('Changes').click();
  await expect.poll(() => marks(form)).toEqual(['section', 'part']);
  expect(rows(form).flatMap((body) => [...body.querySelectorAll('.cell')].map((cell) => getComputedStyle(cell).direction))).not.toContain('rtl');
  document.body.removeAttribute('dir');
});

test('by the key of the wiki’s own edit page, too', async () => {
  const {form} = stage([opens()]);
  await open(form);
  await expect.element(button('Changes')).toBeVisible();
  await textbox().click();
  await userEvent.keyboard('{Alt>}{Shift>}V{/Shift}{/Alt}');
  await expect.element(button('Changes')).toHaveAttribute('aria-pressed', 'true');
});

test('a text that is put in by something else than typing is compared, too', async () => {
  const {form} = stage([opens()]);
  await open(form);
  await button('Changes').click();
  await expect.element(page.getByText('(No difference)')).toBeVisible();
  form.text = text.replace('Intro.', 'Introduction.');
  await expect.poll(() => marks(form)).toEqual(['Intro.', 'Introduction.']);
});

test('what is pressed in them is not taken for typing: what was saved is still said', async () => {
  const {form} = stage([opens(), saves()]);
  await open(form);
  await textbox().fill('Other text');
  await button('Changes').click();
  await button('Save changes').click();
  await expectState(form, 'saved');
  form.text = 'Other  text';
  await expect.element(page.getByText('More', {exact: true})).toBeVisible();
  await page.getByText('More', {exact: true}).click();
  await page.getByLabelText('Ignore differences in blanks').click();
  await form.updateComplete;
  expect(form.state).toBe('saved');
});

test('nothing changed is said', async () => {
  const {form} = stage([opens()]);
  await open(form);
  await button('Changes').click();
  await expect.element(page.getByText('(No difference)')).toBeVisible();
});

test('one change is taken back into the text, and the rest stays; the browser can undo it', async () => {
  const {form} = stage([opens()]);
  await open(form);
  const mine = text.replace('Intro.', 'Introduction.').replace('Second section.', 'Second part.');
  await textbox().fill(mine);
  await button('Changes').click();
  await button('Undo this change').first().click();
  await expect.element(textbox()).toHaveValue(text.replace('Second section.', 'Second part.'));
  await expect.poll(() => marks(form)).toEqual(['section', 'part']);
  expect(form.dirty).toBe(true);
});

test('of a new section, all is new; after saving, nothing is', async () => {
  const {form} = stage([opens(opening({revisions: [{revid: 2, parentid: 0}], preloadcontent: {content: 'Preloaded.'}}))]);
  form.section = 'new';
  await open(form);
  await button('Changes').click();
  await expect.poll(() => marks(form)).toEqual(['Preloaded.']);
  const {form: other} = stage([opens(), saves()]);
  document.body.replaceChildren();
  await open(other);
  await textbox().fill('Other text');
  await button('Save changes').click();
  await expectState(other, 'saved');
  await button('Changes').click();
  await expect.element(page.getByText('(No difference)')).toBeVisible();
});

test('a form that is taken out of the page while its tools load does not keep the browser from leaving', async () => {
  const {form} = stage([opens()]);
  await open(form);
  form.text = 'My text';
  form.remove();
  form.requestUpdate();
  await form.updateComplete;
  expect(window.dispatchEvent(new Event('beforeunload', {cancelable: true}))).toBe(true);
});
