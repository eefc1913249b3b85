/** The preview of an edit, on the real wiki: on its own pages, and on those of another site. */
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Page} from '@playwright/test';
import {build} from 'vite';
import type {Previewed} from '../src/components/edit-form/preview/preview-pane.js';
import type {Session} from '../src/core/session.js';
import {previewEdit, type PreviewedEdit, previewSummary} from '../src/wiki/edit/preview.js';
import {stashEdit} from '../src/wiki/edit/stash.js';
import {as} from './asking.js';
import {expect, test, wikiFromNode} from './fixtures.js';
import {signIn} from './signed-in.js';
import type {Door} from './wiki/index.js';

/** The element, as a bundler makes a file of it. */
let parts: string;

test.beforeAll(async () => {
  parts = await mkdtemp(join(tmpdir(), 'wikilit-preview-'));
  const entry = {element: new URL('preview-element.ts', import.meta.url).pathname};
  await build({configFile: false, logLevel: 'error', build: {outDir: parts, emptyOutDir: true, target: 'es2022', lib: {entry, formats: ['es']}}});
});

test.afterAll(() => rm(parts, {recursive: true}));

const previewOf = (page: Page) => page.locator('preview-element > [slot=preview]');

/** Puts a preview into the page, and waits for what it shows. @returns its state */
const show = (page: Page, {api}: Pick<Door, 'api'>, edit: Partial<Previewed>, auth?: 'anonymous'): Promise<string> =>
  page.evaluate(
    async ([api, edit, auth]) => {
      const path = '/parts/element.js';
      const {show} = (await import(path)) as typeof import('./preview-element.js');
      const {pane} = await show(api, edit, auth);
      return pane.state;
    },
    [api, edit, auth] as const,
  );

test.describe('what the wiki makes of an edit', () => {
  const ask = async (wiki: {api: string}, edit: Partial<PreviewedEdit>, session: Session = wikiFromNode(wiki.api).session) => previewEdit(session, {title: 'Sandbox', text: '', ...edit});

  test('signatures, the summary, a changed title, categories, warnings and sections', async ({wiki}) => {
    const {session} = await as(wiki, 'Olga');
    const text = '{{DISPLAYTITLE:<i>Sandbox</i>}} ~~~~\n\n== One ==\n[[Category:Towns]] {{:Sandbox}}';
    const preview = await ask(wiki, {text, summary: '/* One */ see [[Talk:Sandbox]]'}, session);
    expect(preview.html).toMatch(/<a [^>]*title="User:Olga/);
    expect(preview.html).not.toContain('mw-editsection');
    expect(preview.displaytitle).toBe('<i>Sandbox</i>');
    expect(preview.parsedsummary).toMatch(/autocomment[\s\S]*title="Talk:Sandbox/);
    expect(preview.categorieshtml).toContain('Towns');
    expect(preview.sections.map(({line}) => line)).toContain('One');
    expect(await previewSummary(session, {title: 'Sandbox', summary: 'see [[Talk:Sandbox]]'})).toContain('title="Talk:Sandbox');
    expect(await previewSummary(session, {title: 'Sandbox', section: 'new', sectiontitle: 'Topic'})).toContain('Topic');
  });

  test('modules of the content, and none of the skin’s', async ({wiki}) => {
    const preview = await ask(wiki, {text: '<gallery>File:Lighthouse at dusk.png</gallery>', useskin: 'timeless'});
    expect(preview.modulestyles).toContain('mediawiki.page.gallery.styles');
    expect([...preview.modules, ...preview.modulestyles].filter((name) => /^(skins|site|user)\b/.test(name))).toEqual([]);
  });

  test('a section is read as it stands; a new one has its heading', async ({wiki}) => {
    const second = await ask(wiki, {title: 'Sandbox', section: 2, text: '== Two ==\nonly this'});
    expect(second.sections.map(({line}) => line)).toEqual(['Two']);
    expect(second.html).toContain('only this');
    const added = await ask(wiki, {section: 'new', sectiontitle: 'Topic', text: 'words', summary: ''});
    expect(added.sections.map(({line}) => line)).toEqual(['Topic']);
  });

  test('code is shown, and data read', async ({wiki}) => {
    const script = await ask(wiki, {title: 'User:Olga/common.js', text: "alert('<b>')", contentmodel: 'javascript'});
    expect(script.html).toMatch(/&lt;b(&gt;|>)/);
    expect(script.html).not.toContain('<script');
    expect((await ask(wiki, {title: 'User:Olga/data.json', text: '{"a": "<b>"}', contentmodel: 'json'})).html).toContain('mw-json');
  });

  test('an edit that is stashed', async ({wiki}) => {
    const olga = await as(wiki, 'Olga');
    const {revid} = await olga.page('Sandbox').read();
    expect(await stashEdit(olga.session, {title: 'Sandbox', text: 'Stashed. ~~~~', summary: 'x', baserevid: revid})).toBe(true);
    expect(await stashEdit(wikiFromNode(wiki.api).session, {title: 'Sandbox', text: 'x', baserevid: 999_999})).toBe(false);
  });
});

test('on a page of the wiki it is drawn by its skin, its scripts work on it, and it is one request', async ({page, wiki}) => {
  const door = await wiki.door({serve: {'/parts/': parts}});
  await signIn(page, wiki);
  await page.goto(`${door.origin}/wiki/Talk:Sandbox?useskin=timeless`);
  await page.waitForFunction(() => (globalThis as {mw?: {loader?: {getState(name: string): string}}}).mw?.loader?.getState('mediawiki.page.ready') === 'ready');
  const before = door.requests.length;
  const text = '~~~~\n{| class="wikitable sortable"\n! a !! b\n|-\n| 1 || 2\n|}\n<gallery>File:Lighthouse at dusk.png</gallery>[[Category:Towns]]';
  expect(await show(page, door, {text})).toBe('ready');
  const preview = previewOf(page);
  await expect(preview.getByRole('link', {name: 'Towns'})).toBeVisible();
  await expect(preview.locator('table.jquery-tablesorter')).toBeVisible();
  await expect(preview.locator('.gallery').first()).toHaveCSS('display', /block/);
  await expect(preview.locator('li.gallerybox').first()).toHaveCSS('display', 'inline-block');
  const asked = door.requests.slice(before).filter(({action}) => action === 'parse');
  expect(asked).toHaveLength(1);
  expect(asked[0]?.headers['promise-non-write-api-action']).toBe('true');
  await door.close();
});

test.describe('on a page of another site', () => {
  test('it has the wiki’s look, footnotes stay inside, and links open ordinary pages of the wiki', async ({page, wiki, context}) => {
    const home = await wiki.door({host: 'localhost', serve: {'/parts/': parts}});
    await page.goto(`${home.origin}/pages/bare.html`);
    const before = wiki.front.requests.length;
    const text = '[[Sandbox|the page]] [[#Far|down]]\n{| class="wikitable"\n| 1\n|}\n<gallery>File:Lighthouse at dusk.png</gallery><div style="height: 3000px"></div>\n== Far ==\nfar words';
    expect(await show(page, wiki, {title: 'Talk:Sandbox', text}, 'anonymous')).toBe('ready');
    const frame = previewOf(page).contentFrame();
    await expect(frame.locator('li.gallerybox').first()).toHaveCSS('display', 'inline-block');
    await expect(frame.locator('table.wikitable')).toHaveCSS('border-collapse', 'collapse');
    const asked = wiki.front.requests.slice(before);
    expect(asked.filter(({method}) => method === 'OPTIONS')).toEqual([]);
    await expect(frame.getByRole('heading', {name: 'Far'})).not.toBeInViewport();
    await frame.getByRole('link', {name: 'down'}).click();
    await expect(frame.getByRole('heading', {name: 'Far'})).toBeInViewport();
    await expect(frame.getByText('far words')).toBeVisible();
    const opened = context.waitForEvent('page');
    await frame.getByRole('link', {name: 'the page'}).click();
    const tab = await opened;
    await expect(tab).toHaveURL(`${wiki.origin}/wiki/Sandbox`);
    expect(await tab.evaluate(() => origin)).toBe(wiki.origin);
    await home.close();
  });

  test('what an enemy makes the wiki say runs nothing there', async ({page, wiki}) => {
    const home = await wiki.door({host: 'localhost', serve: {'/parts/': parts}});
    const elsewhere: string[] = [];
    await page.route(/evil\.example/, (route) => {
      elsewhere.push(route.request().url());
      return route.abort();
    });
    const html = `<p>begin</p><script>parent.postMessage('hit', '*')</script><img src="x:" onerror="parent.postMessage('hit', '*')"><iframe src="//evil.example/a"></iframe><svg><script>parent.postMessage('hit', '*')</script></svg><style>@import "//evil.example/b.css";</style><link rel=stylesheet href="//evil.example/c.css"><a href="javascript:parent.postMessage('hit', '*')">bait</a><form action="//evil.example/d"><button>send</button></form><meta http-equiv=refresh content="0;url=//evil.example/e"><p>end</p>`;
    await page.route(/api\.php.*action=parse/, (route) => route.fulfill({headers: {'Access-Control-Allow-Origin': '*'}, json: {parse: {title: 'Sandbox', pageid: 1, text: html}}}));
    await page.goto(`${home.origin}/pages/bare.html`);
    await page.evaluate(() => addEventListener('message', () => ((globalThis as {harm?: boolean}).harm = true)));
    expect(await show(page, wiki, {text: 'x'}, 'anonymous')).toBe('ready');
    const frame = previewOf(page).contentFrame();
    await expect(frame.getByText('end')).toBeVisible();
    await frame.getByText('bait').click();
    await expect(frame.getByText('begin')).toBeVisible();
    await expect(frame.getByRole('button', {name: 'send'})).toHaveCount(0);
    expect(await page.evaluate(() => (globalThis as {harm?: boolean}).harm)).toBeUndefined();
    expect(elsewhere).toEqual([]);
    await home.close();
  });
});

test('who would get a temporary account sees its name in the signature; it is reserved once', async ({page, wiki}) => {
  const door = await wiki.door({scenario: 'tempaccounts', serve: {'/parts/': parts}});
  await page.goto(`${door.origin}/pages/bare.html`);
  expect(await show(page, door, {text: 'Hello'})).toBe('ready');
  const reserved = (): number => door.requests.filter(({action}) => action === 'acquiretempusername').length;
  expect(reserved()).toBe(0);
  for (const text of ['One ~~~~', 'Two ~~~~']) expect(await show(page, door, {text})).toBe('ready');
  await expect(previewOf(page)).toContainText(/Two .*~\d{4}-\d/);
  expect(reserved()).toBe(1);
  await door.close();
});
