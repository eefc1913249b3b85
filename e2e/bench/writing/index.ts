/** `npm run bench -- writing`: what is written through a bad network, and what the caller is told of it. */
import {type Browser, chromium} from '@playwright/test';
import {chromiumLaunch} from '../../chromium.js';
import {startWiki, type TestWiki} from '../../wiki/index.js';
import {type Peers, peers} from '../peers.js';
import type {Report} from '../report.js';
import {appends} from './appends.js';

/** What the benchmarks of writing share. */
export interface WritingBench {
  readonly wiki: TestWiki;
  readonly browser: Browser;
  /** Undefined where they cannot be installed. */
  readonly peers: Peers | undefined;
  readonly report: Report;
}

const folder = (path: string): string => new URL(`../../../${path}`, import.meta.url).pathname;

const parts: Readonly<Record<string, (bench: WritingBench) => Promise<void>>> = {appends};

/** @param only - one part: `appends` */
export async function writing(report: Report, only?: string): Promise<void> {
  const wanted = Object.entries(parts).filter(([name]) => only === undefined || name === only);
  if (wanted.length === 0) throw new TypeError(`Writing has no part "${only}". There are: ${Object.keys(parts).join(', ')}`);
  const others = await peers((line) => report.line(line));
  const wiki = await startWiki({serve: {'/dist/': folder('dist'), '/pages/': folder('e2e/pages')}, log: (line) => report.line(line)});
  const browser = await chromium.launch(chromiumLaunch());
  try {
    for (const [, part] of wanted) await part({wiki, browser, peers: others, report});
  } finally {
    await browser.close();
    await wiki.stop();
  }
}
