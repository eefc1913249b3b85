/** What a page has to load before a gadget can say `new mw.Api()`: core's modules with jQuery, or ours; gzip, minified. */
import {gzipSync} from 'node:zlib';
import type {Browser} from '@playwright/test';
import {build, type Rolldown} from 'vite';
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
  const root = new URL('../../', import.meta.url).pathname;
  const built = (await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: {write: false, target: 'es2022', lib: {entry: `${root}src/compat/index.ts`, formats: ['es']}, rolldownOptions: {preserveEntrySignatures: 'allow-extension', output: {minify: true}}},
  })) as Rolldown.RolldownOutput[];
  const chunks = (built[0]?.output ?? []).flatMap((file) => (file.type === 'chunk' ? [file] : []));
  const first = new Set(chunks.filter(({isEntry}) => isEntry).map(({fileName}) => fileName));
  for (const name of first) for (const imported of chunks.find(({fileName}) => fileName === name)?.imports ?? []) first.add(imported);
  return gzipSync(chunks.filter(({fileName}) => first.has(fileName)).map(({code}) => code).join('\n'), {level: 9}).length;
}
