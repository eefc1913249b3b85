/** Opening a form, saving a large text, loading a client: against MediaWiki's own pages and client on the same wiki, in turn. */
import type {Page} from '@playwright/test';
import type {TestWiki} from '../../wiki/index.js';
import type {Run} from '../measure.js';
import type {Report} from '../report.js';
import {ratio, sample} from '../statistics.js';
import {coreBytes, compatBytes} from '../weight.js';
import type {EditingBench} from './bench.js';

const runs = 7;

export const form = (bench: EditingBench): Promise<void> => compare(bench.report, 'Opening an edit form, cold cache, until one can type', (how) => openForm(bench, how));

export async function saving({report, browser, wiki}: EditingBench): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`${wiki.origin}/wiki/Sandbox`);
  await compare(report, 'Saving 1 MB of Chinese', (how) => bigEdit(page, wiki, how));
  await page.close();
}

export async function client({report, browser, wiki}: EditingBench): Promise<void> {
  const [core, ours] = [await coreBytes(browser, wiki), await compatBytes()];
  report.title('Loading mw.Api and what it needs');
  report.line(`kilobytes     core ${(core / 1000).toFixed(1).padStart(6)}   wikilit ${(ours / 1000).toFixed(1).padStart(6)}   ratio ${(ours / core).toFixed(2)}`);
}

/** From an empty cache to a text one can type into: core's edit page, and our form on the article. */
async function openForm({browser, wiki}: EditingBench, how: 'core' | 'wikilit'): Promise<Run> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const first = wiki.front.requests.length;
  const start = performance.now();
  if (how === 'core') {
    await page.goto(`${wiki.origin}/w/index.php?title=Sandbox&action=edit`, {waitUntil: 'load'});
    await page.locator('#wpTextbox1').waitFor();
  } else {
    await page.goto(`${wiki.origin}/pages/bare.html`);
    await page.setContent(`<script type="module" src="/dist/wikilit.js"></script><wiki-edit-form api="${wiki.api}" page="Sandbox"></wiki-edit-form>`);
    await page.locator('wiki-edit-form textarea').waitFor();
  }
  const milliseconds = performance.now() - start;
  await page.waitForLoadState('networkidle');
  const asked = wiki.front.requests.slice(first).filter(({url}) => !/favicon|bare\.html/.test(url));
  await context.close();
  return {requests: asked.length, kilobytes: asked.reduce((sum, {bytesDown}) => sum + bytesDown, 0) / 1024, milliseconds};
}

/** One edit of 1 MB of Chinese, through mw.Api as core sends it, and through ours. */
async function bigEdit(page: Page, wiki: TestWiki, how: 'core' | 'wikilit'): Promise<Run> {
  const first = wiki.front.requests.length;
  const milliseconds = await page.evaluate(async (how) => {
    const text = `${Math.random()} ${'漢字'.repeat(175_000)}`;
    const start = performance.now();
    if (how === 'core') {
      const {mw} = globalThis as unknown as {mw: {loader: {using(name: string): Promise<void>}; Api: new () => {postWithEditToken(params: object): Promise<unknown>}}};
      await mw.loader.using('mediawiki.api');
      await new mw.Api().postWithEditToken({action: 'edit', title: 'Big', text});
    } else {
      const path = '/dist/wikilit.js';
      const {wikiHere} = (await import(path)) as typeof import('wikilit');
      await wikiHere().post({action: 'edit', title: 'Big', text}, {token: 'csrf'});
    }
    return performance.now() - start;
  }, how);
  const edits = wiki.front.requests.slice(first).filter(({action}) => action === 'edit');
  return {requests: edits.length, kilobytes: edits.reduce((sum, {bytesUp}) => sum + bytesUp, 0) / 1024, milliseconds};
}

async function compare(report: Report, title: string, run: (how: 'core' | 'wikilit') => Promise<Run>): Promise<void> {
  const results = {core: [] as Run[], wikilit: [] as Run[]};
  for (let index = -1; index < runs; index++) {
    for (const how of ['core', 'wikilit'] as const) {
      const result = await run(how);
      if (index >= 0) results[how].push(result); // the first pair warms up
    }
  }
  report.title(`${title} (${runs} runs each, in turn)`);
  for (const figure of ['requests', 'kilobytes', 'milliseconds'] as const) {
    const [core, ours] = [sample(results.core.map((result) => result[figure])), sample(results.wikilit.map((result) => result[figure]))];
    report.line(`${figure.padEnd(13)} core ${core.median.toFixed(0).padStart(6)}   wikilit ${ours.median.toFixed(0).padStart(6)}   ratio ${ratio(ours, core)}`);
  }
}
