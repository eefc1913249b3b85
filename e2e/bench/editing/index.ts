/** `npm run bench -- editing`: opening a form, saving, loading a client, beside MediaWiki's own pages and what gadgets use. */
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {chromium} from '@playwright/test';
import {chromiumLaunch} from '../../chromium.js';
import {startWiki} from '../../wiki/index.js';
import type {Report} from '../report.js';
import {client, form, saving} from './against-core.js';
import type {EditingBench} from './bench.js';
import {buildGadget} from './gadget.js';
import {opening} from './opening.js';

const folder = (path: string): string => new URL(`../../../${path}`, import.meta.url).pathname;

const parts: Readonly<Record<string, (bench: EditingBench) => Promise<void>>> = {form, saving, client, opening};

/** @param only - one part: `opening`, … */
export async function editing(report: Report, only?: string): Promise<void> {
  const wanted = Object.entries(parts).filter(([name]) => only === undefined || name === only);
  if (wanted.length === 0) throw new TypeError(`Editing has no part "${only}". There are: ${Object.keys(parts).join(', ')}`);
  const files = await mkdtemp(join(tmpdir(), 'wikilit-bench-'));
  const gadgets = {asking: await buildGadget(files, '/gadget/', false), oneFile: await buildGadget(files, '/gadget/', true)};
  const wiki = await startWiki({serve: {'/dist/': folder('dist'), '/pages/': folder('e2e/pages'), '/gadget/': files}});
  const browser = await chromium.launch(chromiumLaunch());
  try {
    for (const [, part] of wanted) await part({wiki, browser, report, gadgets});
  } finally {
    await browser.close();
    await wiki.stop();
    await rm(files, {recursive: true});
  }
}
