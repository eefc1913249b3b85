/** A `<wiki-diff>` of two texts, or on a wiki that answers what it is told to; and what is asked of each state. */
import axe from 'axe-core';
import {expect} from 'vitest';
import {type Locator, page} from 'vitest/browser';
import {type Expected, type FakeAnswer, type FakeWiki, fakeWiki} from '../../testing/fake-wiki.js';
import {Wiki, type WikiOptions} from '../../wiki/wiki.js';
import type {WikiDiff} from './diff.js';

export {answer, told} from '../../wiki/compare/compare.fixtures.js';

export const wide = (): Promise<void> => page.viewport(1200, 800);
export const narrow = (): Promise<void> => page.viewport(500, 800);

export type Given = Partial<Pick<WikiDiff, 'context' | 'engine' | 'files' | 'fromApi' | 'frompage' | 'fromrev' | 'fromText' | 'fromWiki' | 'history' | 'ignoreWhitespace' | 'lang' | 'mode' | 'page' | 'revertable' | 'section' | 'showInvisible' | 'since' | 'text' | 'theme' | 'torev' | 'toText' | 'wiki'>>;

/** Not yet in the document. */
export const made = (given: Given): WikiDiff => Object.assign(document.createElement('wiki-diff'), given);

/** Resolves when there is something else to see. */
export const nextShown = (diff: WikiDiff): Promise<unknown> => new Promise((resolve) => diff.addEventListener('wiki-diff-shown', resolve, {once: true}));

/** In the document, and there is something to see. */
export async function shown(given: Given): Promise<WikiDiff> {
  const diff = made(given);
  const ready = nextShown(diff);
  document.body.append(diff);
  await ready;
  return diff;
}

/** Does something, and waits until what came of it is shown. */
export async function after(diff: WikiDiff, what: () => unknown): Promise<void> {
  const ready = nextShown(diff);
  await what();
  await ready;
}

type Exchange = readonly [Expected, FakeAnswer];

let stages = 0;

/** On this page's own wiki. */
export function onWiki(given: Given, exchanges: readonly Exchange[], options: WikiOptions = {}): {readonly diff: WikiDiff; readonly fake: FakeWiki; readonly wiki: Wiki} {
  const fake = fakeWiki(exchanges);
  const wiki = new Wiki(`${location.origin}/d${stages++}/api.php`, {fetch: fake.fetch, retry: false, ...options});
  return {diff: made({wiki, ...given}), fake, wiki};
}

/** An answer that never comes. */
export const untilAborted = (_request: unknown, {signal}: RequestInit): Promise<object> => new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));

export async function expectState(diff: WikiDiff, state: string): Promise<void> {
  await expect.poll(() => diff.dataset['state']).toBe(state);
  expect(diff.state).toBe(state);
  await diff.updateComplete;
}

export const root = (diff: WikiDiff): ShadowRoot => diff.shadowRoot as ShadowRoot;
export const all = (diff: WikiDiff, selector: string): HTMLElement[] => [...root(diff).querySelectorAll<HTMLElement>(selector)];
export const one = (diff: WikiDiff, selector: string): HTMLElement => {
  const [first] = all(diff, selector);
  if (!first) throw new Error(`nothing is ${selector}`);
  return first;
};
export const texts = (diff: WikiDiff, selector: string): string[] => all(diff, selector).map(({textContent}) => textContent ?? '');

/** Each cell: its side, kind, number and text, as `from changed 2: text`. */
export const cells = (diff: WikiDiff, selector = '.cell'): string[] =>
  all(diff, selector).map((cell) => {
    const copy = cell.cloneNode(true) as HTMLElement;
    for (const button of copy.querySelectorAll('button')) button.remove();
    return `${cell.className.replace(/cell | ?here/g, '')} ${(cell.dataset['n'] ?? '').trim()}: ${copy.textContent?.replace(/\n$/, '')}`;
  });

export const focused = (diff: WikiDiff): HTMLElement | null => root(diff).activeElement as HTMLElement | null;
export const button = (name: string | RegExp): Locator => page.getByRole('button', {name, exact: typeof name === 'string'});

/** `1 … n`, each with a letter before it. */
export const lines = (count: number, letter = ''): string[] => Array.from({length: count}, (_, index) => `${letter}${index + 1}`);

/** Axe finds nothing: side by side, in one column, and where there is no room. */
export async function expectAccessible(diff: WikiDiff): Promise<void> {
  const {mode} = diff;
  for (const [width, given] of [[1200, 'side'], [1200, 'inline'], [500, mode]] as const) {
    await page.viewport(width, 800);
    await expect.poll(() => diff.isNarrow).toBe(width < 640);
    diff.mode = given;
    await diff.updateComplete;
    expect(await violations()).toEqual([]);
  }
  diff.mode = mode;
  await wide();
  await expect.poll(() => diff.isNarrow).toBe(false);
}

/** Once the colours have changed. */
async function violations(): Promise<string[]> {
  for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
  const {violations} = await axe.run(document.body, {rules: {region: {enabled: false}, 'page-has-heading-one': {enabled: false}}});
  return violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(' ')}`);
}
