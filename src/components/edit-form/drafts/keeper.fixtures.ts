/** A look into the store, and other tabs. */
import {clear, createStore, entries, set, type UseStore} from 'idb-keyval';
import {expect} from 'vitest';
import {type Locator, page} from 'vitest/browser';
import type {formFor, saverOf} from './test-form.fixtures.js';

let wikis = 0;

/** Each test has a wiki of its own. */
export const newWiki = (): string => `https://w${wikis++}.example/w/api.php`;

let table: UseStore | undefined;
const store = (): UseStore => (table ??= createStore('wikilit-drafts', 'drafts'));

export const putRaw = (key: IDBValidKey, value: unknown): Promise<void> => set(key, value, store());

export function forgetAll(): Promise<void> {
  localStorage.clear();
  return clear(store());
}

/** The texts in the store, of one wiki. */
export async function texts(wiki: string): Promise<readonly string[]> {
  const all = await entries<IDBValidKey, {wiki?: unknown; text?: unknown}>(store());
  return all.flatMap(([, one]) => (one?.wiki === wiki ? [String(one.text)] : [])).sort((a, b) => a.localeCompare(b));
}

/** What a form that is opened now finds; it is looked for already when another look has been answered. */
export const offered = (): Locator => page.getByText(/You typed something here on .+ that was not saved\./);
export const button = (name: string): Locator => page.getByRole('button', {name, exact: true});

export const expectTexts = (wiki: string, expected: readonly string[]): Promise<void> => expect.poll(() => texts(wiki), {timeout: 3000}).toEqual(expected);

/** What runs in another tab. */
export type Tab = Readonly<{formFor: typeof formFor; saverOf: typeof saverOf; frame: HTMLIFrameElement}>;

/** Another document of this origin: to the browser's locks and its store, it is another tab. */
export async function openTab(): Promise<Tab> {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html><title>Tab</title><script type="module">import * as tab from ${JSON.stringify(new URL('./test-form.fixtures.ts', import.meta.url).href)}; parent.postMessage('open'); window.tab = tab;</script>`;
  const open = new Promise((resolve) => window.addEventListener('message', ({source}) => source === frame.contentWindow && resolve(undefined)));
  document.body.append(frame);
  await open;
  const {formFor, saverOf} = (frame.contentWindow as unknown as {tab: Tab}).tab;
  return {formFor, saverOf, frame};
}
