/** A browser that is killed between a write and its answer: the next visit knows what became of it. */
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {type BrowserContext, chromium, type Page} from '@playwright/test';
import {chromiumLaunch} from './chromium.js';
import {expect, newestRevision, test} from './fixtures.js';
import {run} from './wiki/run.js';
import {signIn} from './signed-in.js';
import type {FaultPlan, TestWiki} from './wiki/index.js';

const rounds = Number(process.env['WIKILIT_RUNS'] ?? 0) > 0 ? 10 : 1;

let profile: string;

test.beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'wikilit-profile-'));
});

test.afterEach(() => rm(profile, {recursive: true, force: true, maxRetries: 5}));

const start = (): Promise<BrowserContext> => chromium.launchPersistentContext(profile, {...chromiumLaunch(), headless: true});

/** As a machine that loses power would end it, as far as a machine that goes on can show. */
async function kill(context: BrowserContext): Promise<void> {
  const gone = new Promise((resolve) => context.once('close', resolve));
  await run('pkill', ['-KILL', '-f', profile]).catch(() => {});
  await gone;
}

/** What the next visit is told, and what it may offer. */
interface Told {
  readonly outcome: string | undefined;
  readonly newrevid: number | undefined;
  readonly text: unknown;
}

const settle = (page: Page, api: string, then?: 'resend' | 'forget'): Promise<Told[]> =>
  page.evaluate(
    async ([api, then]) => {
      const path = '/dist/wikilit.js';
      const {Wiki} = (await import(path)) as typeof import('wikilit');
      const told = [];
      for (const write of await new Wiki(api).settle()) {
        let saved = write.result as import('wikilit').SavedEdit | undefined;
        if (then === 'resend') saved = (await write.resend()) as import('wikilit').SavedEdit;
        if (then === 'forget') await write.forget();
        told.push({outcome: saved?.outcome, newrevid: saved?.newrevid, text: write.params['text'] ?? write.params['appendtext']});
      }
      return told;
    },
    [api, then] as const,
  );

/** Edits in a browser that is killed once the request has met its fault; looking hangs until then. */
async function editAndDie(wiki: TestWiki, title: string, change: object, fault: 'dropBefore' | 'dropAfter'): Promise<void> {
  const context = await start();
  const page = await context.newPage();
  await signIn(page, wiki);
  const seen = wiki.front.requests.length;
  const isLost = (): boolean => wiki.front.requests.slice(seen).some((one) => one.fault?.type === fault);
  const plan: FaultPlan = (request) => (request.action === 'edit' ? {type: fault} : isLost() && request.action === 'query' ? {type: 'delay', ms: 60_000} : undefined);
  wiki.front.setFaults(plan);
  page
    .evaluate(
      async ([api, title, change]) => {
        const path = '/dist/wikilit.js';
        const {Wiki} = (await import(path)) as typeof import('wikilit');
        await new Wiki(api).page(title).edit(change as import('wikilit').Edit & {text: string});
      },
      [wiki.api, title, change] as const,
    )
    .catch(() => {});
  await expect.poll(() => wiki.front.requests.slice(seen).some((one) => one.fault?.type === 'delay')).toBe(true);
  await kill(context);
  wiki.front.setFaults(undefined);
}

for (let round = 0; round < rounds; round++) {
  test(`killed after the wiki had saved: it is there once, and told once (${round})`, async ({wiki}) => {
    await editAndDie(wiki, 'Sandbox', {appendtext: '\nSaved, never told.', summary: 'killed'}, 'dropAfter');
    const context = await start();
    const page = await context.newPage();
    await signIn(page, wiki);
    const revision = await newestRevision(wiki.api, 'Sandbox');
    expect(revision.text.match(/Saved, never told/g)).toHaveLength(1);
    expect(await settle(page, wiki.api)).toEqual([{outcome: 'saved', newrevid: revision.revid, text: '\nSaved, never told.'}]);
    expect(await settle(page, wiki.api)).toEqual([]);
    await context.close();
  });

  test(`killed before the wiki had it: nothing is there, and the text is offered until it is saved or given up (${round})`, async ({wiki}) => {
    const before = await newestRevision(wiki.api, 'Sandbox');
    await editAndDie(wiki, 'Sandbox', {text: 'Written, never sent.', summary: 'killed'}, 'dropBefore');
    const context = await start();
    const page = await context.newPage();
    await signIn(page, wiki);
    const offered = {outcome: undefined, newrevid: undefined, text: 'Written, never sent.'};
    expect(await settle(page, wiki.api)).toEqual([offered]);
    expect(await newestRevision(wiki.api, 'Sandbox')).toEqual(before);
    expect(await settle(page, wiki.api, 'resend')).toMatchObject([{outcome: 'saved', text: 'Written, never sent.'}]);
    expect(await newestRevision(wiki.api, 'Sandbox')).toMatchObject({text: 'Written, never sent.', comment: 'killed'});
    expect(await settle(page, wiki.api)).toEqual([]);
    await context.close();
  });
}

test('what is left open is another’s secret: who logs in next is neither told nor asked, and the token is not in it', async ({wiki}) => {
  await editAndDie(wiki, 'Sandbox', {text: 'Olga wrote this.', summary: 'killed'}, 'dropBefore');
  const context = await start();
  const page = await context.newPage();
  await page.goto(`${wiki.origin}/pages/bare.html`);
  const kept = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('wikilit-writes');
        opening.onsuccess = () => {
          const all = opening.result.transaction('writes').objectStore('writes').getAll();
          all.onsuccess = () => resolve(JSON.stringify(all.result));
        };
      }),
  );
  expect(kept).toContain('Olga wrote this.');
  expect(kept).not.toMatch(/token|[0-9a-f]{40}\+/);
  await context.clearCookies();
  await signIn(page, wiki, wiki.users.Henrik);
  expect(await settle(page, wiki.api)).toEqual([]);
  await context.clearCookies();
  await signIn(page, wiki);
  expect(await settle(page, wiki.api, 'forget')).toMatchObject([{text: 'Olga wrote this.'}]);
  expect(await settle(page, wiki.api)).toEqual([]);
  await context.close();
});

test('the form tells what became of an edit whose page was closed: saved after all, or its text beside the fields', async ({page, wiki}) => {
  await signIn(page, wiki);
  const text = page.locator('wiki-edit-form textarea').first();
  const open = async (): Promise<void> => {
    await page.goto(`${wiki.origin}/pages/bare.html`);
    await page.setContent(`<script type="module" src="/dist/wikilit.js"></script><wiki-edit-form api="${wiki.api}" page="Sandbox"></wiki-edit-form>`);
    await expect(text).toHaveValue(/\S/);
  };
  const saveAndLeave = async (words: string, fault: 'dropBefore' | 'dropAfter'): Promise<void> => {
    await open();
    await text.fill(words);
    const seen = wiki.front.requests.length;
    const isLost = (): boolean => wiki.front.requests.slice(seen).some((one) => one.fault?.type === fault);
    wiki.front.setFaults((request) => (request.action === 'edit' ? {type: fault} : isLost() && request.action === 'query' ? {type: 'delay', ms: 60_000} : undefined));
    await page.getByRole('button', {name: 'Save changes'}).click();
    await expect.poll(() => wiki.front.requests.slice(seen).some((one) => one.fault?.type === 'delay')).toBe(true);
    page.once('dialog', (dialog) => void dialog.accept());
    await page.goto('about:blank');
    wiki.front.setFaults(undefined);
  };
  await saveAndLeave('Saved, never told.', 'dropAfter');
  await open();
  await expect(page.getByText('the text was saved')).toBeVisible();
  await expect(text).toHaveValue('Saved, never told.');
  await saveAndLeave('Written, never sent.', 'dropBefore');
  await open();
  await expect(page.getByRole('textbox', {name: 'Your text'})).toHaveValue('Written, never sent.');
  await expect(text).toHaveValue('Saved, never told.');
  await text.fill('Written, never sent. And sent.');
  await page.getByRole('button', {name: 'Save changes'}).click();
  await expect(page.getByText(/Saved as revision/)).toBeVisible();
  await open();
  await expect(page.getByRole('textbox', {name: 'Your text'})).toHaveCount(0);
});
