/** What the specs of `<wiki-edit-form>` share: one on a page, and what is in it. */
import type {Locator, Page} from '@playwright/test';
import axe from 'axe-core';
import {openBare} from './diff-page.js';
import {expect} from './fixtures.js';
import type {Door} from './wiki/index.js';

export const formOf = (page: Page): Locator => page.locator('wiki-edit-form');

/** The text that is edited; other texts stand in the shadow root. */
export const textOf = (page: Page): Locator => page.locator('wiki-edit-form > textarea');

export const button = (page: Page, name: RegExp | string): Locator => formOf(page).getByRole('button', {name, exact: typeof name === 'string'});

/** Puts a form into a plain page of that origin, and waits until it has something to show, and all of it is loaded. */
export async function openForm(page: Page, at: Pick<Door, 'origin'>, attributes: Readonly<Record<string, string>>, state = 'ready'): Promise<void> {
  await openBare(page, at);
  await putForm(page, attributes, state);
}

/** Puts a form into the page, in place of what is there. */
export async function putForm(page: Page, attributes: Readonly<Record<string, string>>, state = 'ready'): Promise<void> {
  await page.evaluate((attributes) => {
    const form = document.createElement('wiki-edit-form');
    for (const [name, value] of Object.entries(attributes)) form.setAttribute(name, value);
    document.body.replaceChildren(form);
  }, attributes);
  await expect(formOf(page)).toHaveAttribute('data-state', state);
  if (state === 'ready') await expect(button(page, 'Preview')).toBeVisible();
}

/** Presses the button that saves, and waits for what comes of it. */
export async function save(page: Page, state = 'saved'): Promise<void> {
  await formOf(page).locator('.save').click();
  await expect(formOf(page)).toHaveAttribute('data-state', state, {timeout: 20_000});
}

/** What axe has to say about the form, or what it stands in, as it is now. */
export async function violations(page: Page, element = 'wiki-edit-form'): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (element) => {
    const {axe} = globalThis as unknown as {axe: typeof import('axe-core')};
    return (await axe.run(element)).violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(' ')}`);
  }, element);
}
