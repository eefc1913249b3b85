/** `npm run bench -- reading`: many small questions, long lists and caches, on a wiki with a corpus of its own. */
import {chromium} from '@playwright/test';
import {chromiumLaunch} from '../../chromium.js';
import {startWiki} from '../../wiki/index.js';
import {dump} from '../corpus/dump.js';
import {articleTitles, corpusPages} from '../corpus/pages.js';
import {peers} from '../peers.js';
import type {Report} from '../report.js';
import {ahead} from './ahead.js';
import type {Bench} from './bench.js';
import {crossOrigin} from './cross-origin.js';
import {exists} from './exists.js';
import {floor} from './floor.js';
import {joined} from './joined.js';
import {links} from './links.js';
import {mainThread} from './main-thread.js';
import {startUp} from './start-up.js';

const folder = (path: string): string => new URL(`../../../${path}`, import.meta.url).pathname;

const parts = {links, floor, crossOrigin, exists, startUp, ahead, joined, mainThread} as const satisfies Readonly<Record<string, (bench: Bench) => Promise<void>>>;

/** @param only - one part: `links`, `joined`, … */
export async function reading(report: Report, only?: string): Promise<void> {
  const wanted = Object.entries(parts).filter(([name]) => only === undefined || name === only);
  if (wanted.length === 0) throw new TypeError(`Reading has no part "${only}". There are: ${Object.keys(parts).join(', ')}`);
  report.title('Reading');
  const log = (line: string): void => report.line(line);
  const others = await peers(log);
  const serve = {'/dist/': folder('dist'), '/pages/': folder('e2e/pages'), '/canned/': folder('.cache/bench/canned'), ...(others && {'/peers/': others.folder})};
  const wiki = await startWiki({dump: dump(corpusPages()), serve, log});
  const browser = await chromium.launch(chromiumLaunch());
  try {
    for (const [, part] of wanted) await part({wiki, browser, peers: others, report, titles: articleTitles()});
  } finally {
    await browser.close();
    await wiki.stop();
  }
}
