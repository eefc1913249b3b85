/** After saving, the wiki's own page shows what was saved, and is not loaded again. */
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Page} from '@playwright/test';
import {build} from 'vite';
import {expect, newestRevision, test} from './fixtures.js';
import {signIn} from './signed-in.js';

interface MediaWiki {
  readonly config: {get(name: string): unknown};
  readonly loader: {getState(name: string): string};
  hook(name: string): {add(listener: (data?: {readonly length?: number}) => void): void};
}

/** The function, as a bundler makes a file of it. */
let parts: string;

test.beforeAll(async () => {
  parts = await mkdtemp(join(tmpdir(), 'wikilit-refresh-'));
  const entry = {refresh: new URL('refresh-page.ts', import.meta.url).pathname};
  await build({configFile: false, logLevel: 'error', build: {outDir: parts, emptyOutDir: true, target: 'es2022', lib: {entry, formats: ['es']}}});
});

test.afterAll(() => rm(parts, {recursive: true}));

const save = (page: Page, title: string, text: string): Promise<boolean> =>
  page.evaluate(
    async ([title, text]) => {
      const path = '/parts/refresh.js';
      const {save} = (await import(path)) as typeof import('./refresh-page.js');
      return save(title, text);
    },
    [title, text] as const,
  );

const text = "{{DISPLAYTITLE:<i>Sandbox</i>}}Saved '''here'''.\n{| class=\"wikitable sortable\"\n! a !! b\n|-\n| 1 || 2\n|}\n== New one ==\nx\n== New two ==\ny\n== New three ==\nz\n[[Category:Towns]]";

for (const skin of ['vector-2022', 'vector', 'monobook', 'timeless', 'minerva']) {
  test(`in ${skin}: text, title, categories and section links are those of the new revision, and scripts work on them`, async ({page, wiki}) => {
    const door = await wiki.door({serve: {'/parts/': parts}});
    await signIn(page, wiki);
    await page.goto(`${door.origin}/wiki/Sandbox?useskin=${skin}`);
    await page.waitForFunction(() => (globalThis as unknown as {mw?: MediaWiki}).mw?.loader.getState('mediawiki.page.ready') === 'ready');
    await page.evaluate(() => {
      const main = globalThis as unknown as {mw: MediaWiki; told: string[]};
      main.told = [];
      for (const name of ['wikipage.content', 'wikipage.categories', 'postEdit']) {
        let isOld = true;
        main.mw.hook(name).add(() => !isOld && main.told.push(`${name} ${String(main.mw.config.get('wgRevisionId'))}`));
        isOld = false;
      }
    });
    const hasCategories = skin !== 'minerva';
    const before = door.requests.length;
    expect(await save(page, 'Sandbox', text)).toBe(true);
    const content = page.locator('#mw-content-text > .mw-parser-output');
    await expect(content).toHaveCount(1);
    await expect(content).toContainText('Saved here.');
    await expect(content.locator('b', {hasText: 'here'})).toBeVisible();
    await expect(page.locator('#firstHeading i')).toHaveText('Sandbox');
    await expect(content.locator('table.jquery-tablesorter')).toBeVisible();
    await expect(content.locator('.mw-editsection a').first()).toHaveAttribute('href', /action=edit&section=1/);
    // Timeless has them in its sidebar, in a form of its own, and this box is empty.
    if (hasCategories && skin !== 'timeless') await expect(page.locator('#catlinks').getByRole('link', {name: 'Towns'})).toBeVisible();
    if (skin === 'vector-2022') await expect(page.locator('.vector-toc')).toContainText('New three');
    const {revid} = await newestRevision(wiki.api, 'Sandbox');
    const told = await page.evaluate(() => (globalThis as unknown as {told: string[]}).told);
    const hooks = ['wikipage.content', ...(hasCategories ? ['wikipage.categories'] : []), 'postEdit'];
    expect(told).toEqual(hooks.map((name) => `${name} ${revid}`));
    expect(door.requests.slice(before).filter(({action}) => action === 'parse')).toHaveLength(1);
    expect(door.requests.slice(before).filter(({url}) => url.includes('/wiki/Sandbox'))).toEqual([]);
    await door.close();
  });
}

test('on another page, and on its history, nothing is asked or changed', async ({page, wiki}) => {
  const door = await wiki.door({serve: {'/parts/': parts}});
  await signIn(page, wiki);
  for (const path of ['/wiki/Talk:Sandbox', '/w/index.php?title=Sandbox&action=history']) {
    await page.goto(`${door.origin}${path}`);
    const shown = await page.locator('#mw-content-text').innerText();
    const before = door.requests.length;
    expect(await save(page, 'Sandbox', `Saved from ${path}.`)).toBe(false);
    expect(await page.locator('#mw-content-text').innerText()).toBe(shown);
    expect(door.requests.slice(before).filter(({action}) => action === 'parse')).toEqual([]);
  }
  await door.close();
});
