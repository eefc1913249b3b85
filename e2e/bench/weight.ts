/** What a page has to load before a gadget can say `new mw.Api()`: core's modules with jQuery, or ours; gzip, minified. */
import {gzipSync} from 'node:zlib';
import type {Browser} from '@playwright/test';
import {firstLoad} from '../package/first-load.js';
import type {TestWiki} from '../wiki/index.js';

interface ModuleRegistry {
  readonly mw: {loader: {using(modules: string[]): Promise<void>; moduleRegistry: Record<string, {dependencies: string[]}>}};
}

/** Bytes of `mediawiki.api` and all it depends on, as the wiki serves them. */
export async function coreBytes(browser: Browser, wiki: TestWiki): Promise<number> {
  const page = await browser.newPage();
  await page.goto(`${wiki.origin}/wiki/Special:BlankPage`);
  const modules = await page.evaluate(async () => {
    const {mw} = globalThis as unknown as ModuleRegistry;
    await mw.loader.using(['mediawiki.api']);
    const needed = new Set(['jquery', 'mediawiki.api']);
    // What is added on the way is visited, too.
    for (const name of needed) for (const dependency of mw.loader.moduleRegistry[name]?.dependencies ?? []) needed.add(dependency);
    // The base of every page is there anyway.
    return [...needed].filter((name) => name !== 'mediawiki.base' && name !== 'startup');
  });
  await page.close();
  const answer = await fetch(`${wiki.origin}/w/load.php?lang=en&skin=vector&modules=${encodeURIComponent(modules.join('|'))}`);
  return gzipSync(await answer.text(), {level: 9}).length;
}

/** Bytes of `wikilit/compat` and what it loads at once, bundled as users would. */
export async function compatBytes(): Promise<number> {
  const entry = new URL('../../src/compat/index.ts', import.meta.url).pathname;
  return gzipSync(await firstLoad(entry, 'es2022'), {level: 9}).length;
}
