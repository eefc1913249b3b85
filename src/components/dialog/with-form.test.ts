import {afterEach, beforeAll, describe, expect, test} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import {opening, opens, saves, success} from '../edit-form/edit-form.fixtures.js';
import {button, expectAccessible, isOpen, modal, openForm, stage, stageWithForm, textbox} from './dialog.fixtures.js';
import {focusedIn} from './focus.js';

beforeAll(() => {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "require-trusted-types-for 'script'; trusted-types wikilit lit-html; object-src 'none'; base-uri 'none'";
  document.head.append(policy);
});

afterEach(async () => {
  for (const form of document.querySelectorAll('wiki-edit-form')) form.text = '';
  document.body.replaceChildren();
  document.body.removeAttribute('style');
  await page.viewport(414, 896);
});

const question = () => page.getByRole('group', {name: 'Discard what you typed?'});

describe('focus', () => {
  test('is in the form’s text once that is there, and back at the opener in the end', async () => {
    const staged = stageWithForm(opens());
    await openForm(staged);
    await expectAccessible();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => isOpen(staged.dialog)).toBe(false);
    expect(document.activeElement).toBe(staged.opener);
    await button('Open it').click();
    await expect.element(textbox()).toHaveFocus();
  });

  test('stays where the user went while the text was loading', async () => {
    let answer: ((opening: object) => void) | undefined;
    const staged = stageWithForm(opens(() => new Promise<object>((resolve) => (answer = resolve))));
    const other = document.createElement('input');
    other.setAttribute('aria-label', 'Other');
    staged.dialog.append(other);
    await button('Open it').click();
    await expect.element(modal()).toBeVisible();
    await userEvent.click(other);
    await expect.poll(() => answer).toBeDefined();
    answer?.(opening());
    await expect.poll(() => staged.form.state).toBe('ready');
    await expect.element(textbox()).toBeVisible();
    expect(document.activeElement).toBe(other);
  });
});

describe('something unsaved', () => {
  test.each([
    ['Escape', 'escape', () => userEvent.keyboard('{Escape}')],
    ['the button', 'button', () => button('Close').click()],
  ] as const)('%s asks first; Keep editing goes back to the text, Discard closes, and nothing of it is offered again', async (_name, reason, act) => {
    const staged = stageWithForm(opens(), opens(), opens());
    const {dialog, form, reasons} = staged;
    await openForm(staged);
    await textbox().fill('Mine');
    await act();
    await expect.element(question()).toBeVisible();
    await expect.poll(() => focusedIn(document)).toBe(button('Keep editing').element());
    await expectAccessible();
    await button('Keep editing').click();
    await expect.element(question()).not.toBeInTheDocument();
    await expect.element(textbox()).toHaveFocus();
    await expect.element(textbox()).toHaveValue('Mine');
    expect(reasons).toEqual([]);
    await act();
    await button('Discard').click();
    await expect.poll(() => dialog.open).toBe(false);
    expect(reasons).toEqual([reason]);
    expect(form.dirty).toBe(false);
    form.remove();
    const again = document.createElement('wiki-edit-form');
    again.wiki = form.wiki;
    again.page = 'Simple';
    dialog.append(again);
    dialog.show();
    await expect.poll(() => again.state).toBe('ready');
    await expect.element(textbox()).toBeVisible();
    await expect.element(page.getByText('Mine')).not.toBeInTheDocument();
    expect(again.text).not.toBe('Mine');
  });

  test('Escape, Escape, Escape: asks, goes back, asks', async () => {
    const staged = stageWithForm(opens());
    await openForm(staged);
    await textbox().fill('Mine');
    const summary = page.getByRole('textbox', {name: 'Summary'});
    await summary.fill('Why');
    for (let times = 0; times < 3; times++) {
      await userEvent.keyboard('{Escape}');
      await expect.element(question()).toBeVisible();
      await userEvent.keyboard('{Escape}');
      await expect.element(question()).not.toBeInTheDocument();
      await expect.poll(() => focusedIn(document)).toBe(summary.element());
    }
    expect(isOpen(staged.dialog)).toBe(true);
    expect(staged.reasons).toEqual([]);
  });

  test('what the browser closes by itself opens again, with the question', async () => {
    const staged = stageWithForm(opens());
    await openForm(staged);
    await textbox().fill('Mine');
    staged.dialog.shadowRoot?.querySelector('dialog')?.close();
    await expect.element(question()).toBeVisible();
    await expect.poll(() => focusedIn(document)).toBe(button('Keep editing').element());
    await button('Keep editing').click();
    await expect.element(textbox()).toHaveFocus();
    await expect.element(textbox()).toHaveValue('Mine');
  });

  test('typing on takes the question away', async () => {
    const staged = stageWithForm(opens());
    await openForm(staged);
    await textbox().fill('Mine');
    await userEvent.keyboard('{Escape}');
    await expect.element(question()).toBeVisible();
    await textbox().fill('Mine and more');
    await expect.element(question()).not.toBeInTheDocument();
  });

  test('a listener keeps it after Discard, with the text', async () => {
    const staged = stageWithForm(opens());
    await openForm(staged);
    await textbox().fill('Mine');
    staged.dialog.addEventListener('wiki-dialog-close', (event) => event.preventDefault());
    await userEvent.keyboard('{Escape}');
    await button('Discard').click();
    await expect.element(question()).not.toBeInTheDocument();
    await expect.element(textbox()).toHaveValue('Mine');
    expect(staged.dialog.open).toBe(true);
  });

  test('while it is being saved, nothing closes it', async () => {
    let answer: ((saved: object) => void) | undefined;
    const staged = stageWithForm(opens(), saves(() => new Promise<object>((resolve) => (answer = resolve))));
    await openForm(staged);
    await textbox().fill('Mine');
    await button('Save changes').click();
    await expect.poll(() => answer).toBeDefined();
    expect(staged.form.state).toBe('saving');
    await userEvent.keyboard('{Escape}');
    await expect.element(question()).not.toBeInTheDocument();
    expect(staged.dialog.open).toBe(true);
    answer?.(success);
    await expect.poll(() => staged.form.state).toBe('saved');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => staged.dialog.open).toBe(false);
  });
});

describe('the form closes it', () => {
  test('by Cancel, which asks for itself', async () => {
    const staged = stageWithForm(opens());
    const {dialog, form, opener, reasons} = staged;
    await openForm(staged);
    await textbox().fill('Mine');
    await button('Cancel').click();
    await button('Discard').click();
    await expect.poll(() => dialog.open).toBe(false);
    expect(reasons).toEqual(['cancel']);
    expect(form.dirty).toBe(false);
    expect(document.activeElement).toBe(opener);
  });

  test('not where the page keeps it', async () => {
    const staged = stageWithForm(opens());
    await openForm(staged);
    document.addEventListener('wiki-cancel', (event) => event.preventDefault(), {once: true});
    await button('Cancel').click();
    expect(isOpen(staged.dialog)).toBe(true);
    await button('Cancel').click();
    await expect.poll(() => isOpen(staged.dialog)).toBe(false);
  });

  test.each([
    ['closes when saved, if it is asked to', true, 'saved'],
    ['else stays, and says what was saved', false, undefined],
  ])('%s', async (_name, closeOnSave, reason) => {
    const staged = stageWithForm(opens(), saves());
    staged.dialog.closeOnSave = closeOnSave;
    await openForm(staged);
    await textbox().fill('Mine');
    await button('Save changes').click();
    await expect.poll(() => staged.form.state).toBe('saved');
    await expect.poll(() => staged.dialog.open).toBe(!closeOnSave);
    expect(staged.reasons).toEqual(reason ? [reason] : []);
  });

  test('not one in a dialog inside it', async () => {
    const staged = stageWithForm(opens());
    const {dialog} = stage(staged.dialog);
    dialog.heading = 'Lower';
    dialog.show();
    await dialog.updateComplete;
    staged.dialog.show();
    await expect.element(textbox()).toHaveFocus();
    await button('Cancel').click();
    await expect.poll(() => staged.dialog.open).toBe(false);
    expect(isOpen(dialog)).toBe(true);
  });
});

describe('how it looks', () => {
  test.each([
    ['narrow', 414],
    ['wide', 1000],
  ])('the row of buttons is at the lower edge of what scrolls, and over no field with the focus: %s', async (_name, width) => {
    await page.viewport(width, 600);
    const staged = stageWithForm(opens());
    staged.form.style.setProperty('--wiki-text-height', '700px');
    staged.form.text = 'line\n'.repeat(200);
    await openForm(staged);
    const body = staged.dialog.shadowRoot?.querySelector('.body') as HTMLElement;
    const row = staged.form.shadowRoot?.querySelector('.actions') as HTMLElement;
    const edge = (): number => body.getBoundingClientRect().bottom;
    expect(row.getBoundingClientRect().bottom).toBeCloseTo(edge(), 0);
    await expect.poll(() => row.matches('.stuck')).toBe(true);
    await page.getByRole('textbox', {name: 'Summary'}).click();
    const field = staged.form.shadowRoot?.querySelector('.input.summary') as HTMLElement;
    await expect.poll(() => field.getBoundingClientRect().bottom).toBeLessThanOrEqual(row.getBoundingClientRect().top);
    await expectAccessible();
  });

  test.each(['dark', 'light'] as const)('the %s theme is that of the form inside, too', async (theme) => {
    const staged = stageWithForm(opens());
    staged.dialog.theme = theme;
    await openForm(staged);
    const colours = theme === 'dark' ? ['rgb(16, 20, 24)', 'rgb(234, 236, 240)'] : ['rgb(255, 255, 255)', 'rgb(32, 33, 34)'];
    const {backgroundColor, color} = getComputedStyle(staged.form.querySelector('textarea') as HTMLElement);
    expect([backgroundColor, color]).toEqual(colours);
    await textbox().fill('Mine');
    await userEvent.keyboard('{Escape}');
    await expect.element(question()).toBeVisible();
    await expectAccessible();
  });
});
