import {afterEach, describe, expect, test} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import '../diff/diff.js';
import type {WikiDiff} from '../diff/diff.js';
import {button, expectAccessible, isOpen, modal, stage} from './dialog.fixtures.js';

afterEach(async () => {
  document.body.replaceChildren();
  scrollTo(0, 0);
  await page.viewport(414, 896);
});

const part = (dialog: HTMLElement, selector: string): HTMLElement => dialog.shadowRoot?.querySelector(selector) as HTMLElement;

describe('opening and closing', () => {
  test('a dialog named by its heading, above a page that can be neither reached nor scrolled', async () => {
    const {dialog, opener} = stage('<button>Inside</button>');
    await button('Open it').click();
    await expect.element(modal()).toBeVisible();
    expect(dialog.hasAttribute('open')).toBe(true);
    await expect.element(button('Inside')).toHaveFocus();
    await expectAccessible();
    opener.focus();
    expect(document.activeElement).not.toBe(opener);
    expect(getComputedStyle(document.documentElement).overflowY).toBe('hidden');
    dialog.close();
    await expect.element(modal()).not.toBeInTheDocument();
    expect(getComputedStyle(document.documentElement).overflowY).toBe('visible');
    expect(dialog.hasAttribute('open')).toBe(false);
  });

  test('Tab stays inside', async () => {
    const {opener, dialog} = stage('<button>Inside</button>');
    await button('Open it').click();
    for (let presses = 0; presses < 4; presses++) {
      await userEvent.keyboard('{Tab}');
      expect(document.activeElement).not.toBe(opener);
    }
    expect(isOpen(dialog)).toBe(true);
  });

  test.each([
    ['Escape', 'escape', () => userEvent.keyboard('{Escape}')],
    ['the button', 'button', () => button('Close').click()],
  ] as const)('%s closes it, tells so, and the focus goes back to what opened it', async (_name, reason, act) => {
    const {dialog, opener, reasons} = stage();
    await button('Open it').click();
    await expect.element(modal()).toBeVisible();
    await act();
    await expect.element(modal()).not.toBeInTheDocument();
    expect(reasons).toEqual([reason]);
    expect(dialog.open).toBe(false);
    expect(document.activeElement).toBe(opener);
  });

  test('a listener keeps it open', async () => {
    const {dialog} = stage();
    document.addEventListener('wiki-dialog-close', (event) => event.preventDefault(), {once: true});
    dialog.show();
    await expect.element(modal()).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(dialog.open).toBe(true);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => isOpen(dialog)).toBe(false);
  });

  test('a click beside it changes nothing', async () => {
    const {dialog, reasons} = stage();
    await page.viewport(1000, 700);
    dialog.show();
    await expect.element(modal()).toBeVisible();
    await userEvent.click(document.documentElement, {position: {x: 3, y: 3}, force: true});
    expect(isOpen(dialog)).toBe(true);
    expect(reasons).toEqual([]);
  });

  test('what the browser closes by itself is asked for like the rest', async () => {
    const {dialog, reasons} = stage();
    dialog.addEventListener('wiki-dialog-close', (event) => event.preventDefault(), {once: true});
    dialog.show();
    await expect.element(modal()).toBeVisible();
    (part(dialog, 'dialog') as HTMLDialogElement).close();
    await expect.poll(() => reasons).toEqual(['escape']);
    await expect.poll(() => isOpen(dialog)).toBe(true);
    (part(dialog, 'dialog') as HTMLDialogElement).close();
    await expect.poll(() => dialog.open).toBe(false);
    expect(getComputedStyle(document.documentElement).overflowY).toBe('visible');
  });

  test('Escape is for a menu inside that takes it, or lies above', async () => {
    const {dialog} = stage('<input aria-label="Field"><div popover id="menu">Menu</div>');
    dialog.querySelector('input')?.addEventListener('keydown', (event) => event.preventDefault(), {once: true});
    dialog.show();
    await expect.element(page.getByRole('textbox', {name: 'Field'})).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(isOpen(dialog)).toBe(true);
    const menu = dialog.querySelector<HTMLElement>('#menu');
    menu?.showPopover();
    await userEvent.keyboard('{Escape}');
    expect(menu?.matches(':popover-open')).toBe(false);
    expect(isOpen(dialog)).toBe(true);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => isOpen(dialog)).toBe(false);
  });
});

test('Escape closes the menu of a difference inside, and no more', async () => {
  const {dialog} = stage('<wiki-diff></wiki-diff>');
  const diff = Object.assign(dialog.querySelector('wiki-diff') as WikiDiff, {fromText: 'a', toText: 'b'});
  dialog.show();
  await page.getByText('More', {exact: true}).click();
  const menu = part(diff, 'details.menu') as HTMLDetailsElement;
  expect(menu.open).toBe(true);
  await userEvent.keyboard('{Escape}');
  expect(menu.open).toBe(false);
  // The browser closes dialogs only after the key is dealt with.
  await new Promise(requestAnimationFrame);
  expect(isOpen(dialog)).toBe(true);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => isOpen(dialog)).toBe(false);
});

test('taken out of the page while open: the page is as before, and the focus back; put in again, it is open', async () => {
  const {dialog, opener} = stage();
  await button('Open it').click();
  await expect.element(modal()).toBeVisible();
  dialog.remove();
  expect(document.activeElement).toBe(opener);
  expect(getComputedStyle(document.documentElement).overflowY).toBe('visible');
  document.body.append(dialog);
  await expect.element(modal()).toBeVisible();
  expect(isOpen(dialog)).toBe(true);
  document.body.prepend(dialog);
  await expect.poll(() => isOpen(dialog)).toBe(true);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => isOpen(dialog)).toBe(false);
  expect(document.activeElement).toBe(opener);
});

test.each([
  ['inside it', (dialog: HTMLElement, upper: HTMLElement) => dialog.append(upper)],
  ['beside it', (_dialog: HTMLElement, upper: HTMLElement) => document.body.append(upper)],
])('two above each other: Escape closes the upper one, %s', async (_name, place) => {
  const {dialog, reasons} = stage('<button>Further</button>');
  const upper = document.createElement('wiki-dialog');
  upper.heading = 'Upper';
  upper.innerHTML = '<button>Top</button>';
  place(dialog, upper);
  const further = dialog.querySelector('button');
  further?.addEventListener('click', () => upper.show());
  await button('Open it').click();
  await button('Further').click();
  await expect.element(button('Top')).toHaveFocus();
  await expectAccessible();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => upper.open).toBe(false);
  expect(isOpen(dialog)).toBe(true);
  expect(document.activeElement).toBe(further);
  expect(getComputedStyle(document.documentElement).overflowY).toBe('hidden');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => isOpen(dialog)).toBe(false);
  expect(reasons.at(-1)).toBe('escape');
  expect(getComputedStyle(document.documentElement).overflowY).toBe('visible');
});

describe('how it looks', () => {
  test('it fills a narrow window; in a wide one it has the width it is given', async () => {
    const {dialog} = stage('<div style="block-size: 2000px" tabindex="0">Long</div>');
    dialog.style.setProperty('--wiki-dialog-width', '700px');
    dialog.show();
    await expect.element(modal()).toBeVisible();
    const box = (): DOMRect => part(dialog, 'dialog').getBoundingClientRect();
    expect([box().left, box().top, box().width, box().height]).toEqual([0, 0, document.documentElement.clientWidth, innerHeight]);
    await page.viewport(1000, 700);
    expect([box().width, box().height]).toEqual([700, 700 - 64]);
    const body = part(dialog, '.body');
    expect(body.scrollHeight).toBeGreaterThan(body.clientHeight);
    body.scrollTop = 500;
    expect(part(dialog, '.head').getBoundingClientRect().top).toBe(box().top + 1);
    await page.viewport(700, 700);
    expect(box().width).toBe(700 - 64);
  });

  test('the text has the size the user reads in, wherever it stands', async () => {
    const {dialog} = stage();
    document.body.style.font = '700 10px/1 serif';
    dialog.show();
    await expect.element(modal()).toBeVisible();
    const {fontSize, fontWeight, lineHeight} = getComputedStyle(dialog.querySelector('p') as HTMLElement);
    expect({fontSize, fontWeight, lineHeight}).toEqual({fontSize: '16px', fontWeight: '400', lineHeight: '24px'});
    document.body.removeAttribute('style');
  });

  test('right to left, the button is at the left', async () => {
    const {dialog} = stage();
    dialog.dir = 'rtl';
    dialog.show();
    await expect.element(modal()).toBeVisible();
    expect(part(dialog, '.close').getBoundingClientRect().left).toBeLessThan(part(dialog, '.title').getBoundingClientRect().left);
  });

  test('on a page that runs from right to left, a heading in Latin letters stands at the right, the button at the left', async () => {
    document.documentElement.dir = 'rtl';
    const {dialog} = stage();
    await button('Open it').click();
    await expect.element(modal()).toBeVisible();
    const heading = document.createRange();
    heading.selectNodeContents(dialog.shadowRoot?.querySelector('.heading') as Element);
    const frame = dialog.shadowRoot?.querySelector('dialog')?.getBoundingClientRect();
    const middle = ((frame?.left ?? 0) + (frame?.right ?? 0)) / 2;
    expect(heading.getBoundingClientRect().left).toBeGreaterThan(middle);
    document.documentElement.removeAttribute('dir');
    dialog.close();
  });

  test('a heading of the page’s own names it; without one it has a name all the same', async () => {
    const {dialog} = stage('<h3 slot="heading">Mine</h3><p>Words</p>');
    dialog.heading = '';
    dialog.show();
    await expect.element(modal('Mine')).toBeVisible();
    await expectAccessible();
    dialog.querySelector('h3')?.remove();
    await expect.element(modal('Window')).toBeVisible();
    await expectAccessible();
  });
});
