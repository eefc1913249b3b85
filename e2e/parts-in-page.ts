/** Parts of the library that have no public name, in a page. */
import type {Page} from '@playwright/test';
import {build, type Rolldown} from 'vite';

/** The global `parts` of the page. */
export interface Parts {
  readonly Wiki: typeof import('wikilit').Wiki;
  readonly Rest: typeof import('../src/wiki/rest.js').Rest;
  readonly rawIndex: typeof import('../src/core/raw.js').rawIndex;
  readonly feedrecentchanges: typeof import('../src/wiki/actions/feeds.js').feedrecentchanges;
}

const entry = `
  import {Wiki} from './index.js';
  import {Rest} from './wiki/rest.js';
  import {rawIndex} from './core/raw.js';
  import {feedrecentchanges} from './wiki/actions/feeds.js';
  globalThis.parts = {Wiki, Rest, rawIndex, feedrecentchanges};
`;

let bundle: Promise<string> | undefined;

export async function bringParts(page: Page): Promise<void> {
  bundle ??= built();
  await page.addScriptTag({content: await bundle});
}

async function built(): Promise<string> {
  const id = new URL('../src/parts-in-page.js', import.meta.url).pathname;
  const outcome = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [{name: 'parts', resolveId: (asked) => (asked === id ? id : undefined), load: (asked) => (asked === id ? entry : undefined)}],
    build: {write: false, minify: false, lib: {entry: id, formats: ['iife'], name: 'partsInPage'}, rolldownOptions: {output: {codeSplitting: false}}},
  });
  const [first] = [outcome].flat() as Rolldown.RolldownOutput[];
  return first?.output[0].code ?? '';
}
