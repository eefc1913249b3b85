/** What the specs of `<wiki-diff>` share: one on a page, and what it shows. */
import type {Locator, Page} from '@playwright/test';
import type {WikiDiff} from 'wikilit/components.js';
import {expect} from './fixtures.js';
import type {RequestRecord} from './wiki/record.js';
import type {Door} from './wiki/index.js';

export const diffOf = (page: Page): Locator => page.locator('wiki-diff');

export type Properties = Partial<Pick<WikiDiff, 'api' | 'context' | 'engine' | 'files' | 'fromApi' | 'frompage' | 'fromrev' | 'fromText' | 'history' | 'mode' | 'page' | 'revertable' | 'section' | 'showInvisible' | 'since' | 'text' | 'torev' | 'toText'>>;

/** A plain page of an origin, with the library on it. */
export async function openBare(page: Page, {origin}: Pick<Door, 'origin'>): Promise<void> {
  await page.goto(`${origin}/pages/bare.html`);
  await page.evaluate(async () => {
    const path = '/dist/wikilit.js';
    await import(path);
  });
}

/** Puts one into the page, in place of what is there, and waits until it has something to show. */
export async function show(page: Page, properties: Properties, state = 'ready'): Promise<void> {
  await page.evaluate((properties) => {
    const diff = Object.assign(document.createElement('wiki-diff'), properties);
    document.body.replaceChildren(diff);
  }, properties);
  await expect(diffOf(page)).toHaveAttribute('data-state', state);
}

/** Each cell: its side, kind, number and text. */
export const cellsOf = (page: Page): Promise<string[]> =>
  diffOf(page)
    .locator('.cell')
    .evaluateAll((cells) =>
      cells.map((cell) => {
        const copy = cell.cloneNode(true) as HTMLElement;
        for (const button of copy.querySelectorAll('button')) button.remove();
        return `${cell.className.replace(/cell | here/g, '')} ${(copy.dataset['n'] ?? '').trim()}: ${(copy.textContent ?? '').replace(/\n$/, '')}`;
      }),
    );

/** What is marked as added or removed, line or words. */
export const marksOf = (page: Page): Promise<string[]> => diffOf(page).locator('.body :is(ins, del)').allTextContents();

/** What the wiki was asked meanwhile. */
export async function asked(door: Pick<Door, 'requests'>, what: () => Promise<unknown>): Promise<RequestRecord[]> {
  const before = door.requests.length;
  await what();
  return door.requests.slice(before).filter(({url}) => /\/(api|rest)\.php/.test(url));
}

/** When it shows something else. */
export async function afterShown(page: Page, what: () => Promise<unknown>): Promise<void> {
  const shown = await diffOf(page).evaluateHandle((diff) => ({promise: new Promise<void>((resolve) => diff.addEventListener('wiki-diff-shown', () => resolve(), {once: true}))}));
  await what();
  await shown.evaluate(({promise}) => promise);
}
