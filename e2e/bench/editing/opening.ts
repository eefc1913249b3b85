/**
 * From a click on a page of the wiki until somebody can type, on a slow machine and network: core's edit page, a dialog of
 * OOUI, and our form.
 */
import type {BrowserContext, Page} from '@playwright/test';
import {signIn} from '../../signed-in.js';
import {isNoisy, type Sample, sample} from '../statistics.js';
import type {EditingBench} from './bench.js';
import {quiet, type Seen, seen} from './seen.js';
import {addLink, installAsking, installForm} from './page/install.js';
import {installOoui} from './page/ooui.js';
import {slow, watchTyping} from './slow.js';

/** Of the time OOUI takes, from an empty cache. */
const most = 0.4;
const [fewestRuns, mostRuns] = [5, 7] as const;

const title = 'Sandbox';

interface Arm {
  readonly name: string;
  readonly link: string;
  /** Puts the gadget into the page. */
  readonly install?: (page: Page) => Promise<void>;
}

/** In which state the browser's caches are. */
type Visit = 'cold' | 'warm';

interface Opened extends Seen {
  readonly milliseconds: number;
}

type Results = Readonly<Record<Visit, readonly Opened[]>>;

export async function opening(bench: EditingBench): Promise<void> {
  const {browser, wiki, gadgets} = bench;
  const first = await browser.newContext();
  await signIn(await first.newPage(), wiki);
  const storageState = await first.storageState();
  await first.close();
  const question = await formQuestion(bench, storageState);
  const here = '#ca-edit-here a';
  const arms = {
    core: {name: 'core’s edit page', link: '#ca-edit a'},
    ooui: {name: 'OOUI', link: here, install: (page) => page.evaluate(installOoui, {question, early: false})},
    early: {name: 'OOUI, asking meanwhile', link: here, install: (page) => page.evaluate(installOoui, {question, early: true})},
    wikilit: {name: 'wikilit', link: here, install: (page) => page.evaluate(installForm, gadgets.asking)},
    asking: {name: 'wikilit, asking by itself', link: here, install: (page) => page.evaluate(installAsking, gadgets.asking)},
    oneFile: {name: 'wikilit, in one file', link: here, install: (page) => page.evaluate(installForm, gadgets.oneFile)},
  } satisfies Record<string, Arm>;
  const all = new Map<Arm, {cold: Opened[]; warm: Opened[]}>(Object.values(arms).map((arm) => [arm, {cold: [], warm: []}]));
  const isSettled = (): boolean => ![...all.values()].some(({cold, warm}) => isNoisy(times(cold), times(warm)));
  for (let run = 0; run < fewestRuns || (run < mostRuns && !isSettled()); run++) {
    for (const [arm, results] of all) {
      const context = await browser.newContext({storageState});
      // The runner of these files puts calls of it into functions.
      await context.addInitScript('globalThis.__name = (it) => it');
      const typing = await watchTyping(context);
      results.cold.push(await open(bench, context, arm, typing));
      // Twice more: what came together the first time is asked for apart the second time.
      await open(bench, context, arm, typing);
      results.warm.push(await open(bench, context, arm, typing));
      await context.close();
    }
  }
  tell(bench, arms, (arm) => all.get(arm) as Results);
}

/** What our form asks, for the others to ask the same. */
async function formQuestion({browser, wiki, gadgets}: EditingBench, storageState: Awaited<ReturnType<BrowserContext['storageState']>>): Promise<Record<string, string>> {
  const page = await (await browser.newContext({storageState})).newPage();
  const asked = page.waitForRequest(/intestactions/);
  await page.goto(`${wiki.origin}/wiki/${title}`, {waitUntil: 'networkidle'});
  await page.evaluate(addLink);
  await page.evaluate(installForm, gadgets.oneFile);
  await page.click('#ca-edit-here a');
  const {searchParams} = new URL((await asked).url());
  await page.context().close();
  return Object.fromEntries(searchParams);
}

async function open({wiki}: EditingBench, context: BrowserContext, {link, install}: Arm, typing: () => Promise<number>): Promise<Opened> {
  const page = await context.newPage();
  await page.goto(`${wiki.origin}/wiki/${title}`, {waitUntil: 'networkidle'});
  await page.evaluate(addLink);
  await install?.(page);
  const fast = await slow(page);
  wiki.front.requests.length = 0;
  const typeable = typing();
  await page.click(link);
  const milliseconds = await typeable;
  const until = wiki.front.requests.length;
  await typeOne(page);
  await fast();
  await quiet(wiki.front);
  // ResourceLoader keeps modules in the browser a while after they were loaded.
  await page.waitForFunction(() => (globalThis as unknown as {mw: {loader: {store: {queue: readonly string[]}}}}).mw.loader.store.queue.length === 0);
  const counts = seen(wiki.front, until);
  await page.close();
  return {milliseconds, ...counts};
}

/** @throws where a key that is pressed then does not come to the text */
async function typeOne(page: Page): Promise<void> {
  const core = page.locator('#wpTextbox1');
  if ((await core.count()) > 0) await core.focus();
  const value = (): Promise<string> => page.evaluate(() => (document.activeElement as HTMLTextAreaElement).value);
  const before = await value();
  await page.keyboard.press('x');
  const after = await value();
  if (before === '' || after.length !== before.length + 1) throw new Error(`a key was pressed, and the text went from ${before.length} to ${after.length} characters`);
}

const times = (opened: readonly Opened[]): Sample => sample(opened.map(({milliseconds}) => milliseconds));

function tell({report}: EditingBench, arms: Readonly<Record<'core' | 'ooui' | 'early' | 'wikilit' | 'asking' | 'oneFile', Arm>>, of: (arm: Arm) => Results): void {
  const runs = of(arms.core).cold.length;
  report.title(`From a click until one can type: processor four times slower, 150 ms, 1.6 Mbit/s; medians of ${runs} runs, in turn`);
  report.line(`${''.padEnd(26)}${['', 'requests', '… in all', 'KB', '… in all', 'ms', 'spread'].map((name) => name.padStart(10)).join('')}`);
  for (const visit of ['cold', 'warm'] as const) {
    for (const arm of Object.values(arms)) {
      const opened = of(arm)[visit];
      const median = (figure: keyof Seen): number => sample(opened.map((each) => each[figure])).median;
      const {median: milliseconds, spread} = times(opened);
      const cells = [visit, median('requests').toFixed(0), median('allRequests').toFixed(0), median('kilobytes').toFixed(1), median('allKilobytes').toFixed(1), milliseconds.toFixed(0), spread.toFixed(2)];
      report.line(`${arm.name.padEnd(26)}${cells.map((cell) => cell.padStart(10)).join('')}`);
    }
  }
  report.line('“In all” is with what is loaded once one can type. Run by run, as a share of the other’s time in the same run:');
  for (const [ours, theirs] of [[arms.wikilit, arms.ooui], [arms.wikilit, arms.early], [arms.wikilit, arms.core], [arms.asking, arms.ooui], [arms.oneFile, arms.ooui]] as const) {
    const shares = (['cold', 'warm'] as const).map((visit) => {
      const {low, median, high} = sample(of(ours)[visit].map(({milliseconds}, run) => milliseconds / (of(theirs)[visit][run]?.milliseconds ?? Number.NaN)));
      return `${visit} ${median.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
    });
    report.line(`${ours.name.padEnd(22)} of ${theirs.name.padEnd(24)} ${shares.join('   ')}`);
  }
  const kilobytes = ({cold}: Results): number => sample(cold.map(({allKilobytes}) => allKilobytes)).median;
  report.line(`kilobytes of all, cold, as a share of those of core’s edit page: ${(kilobytes(of(arms.wikilit)) / kilobytes(of(arms.core))).toFixed(2)}`);
  report.share('until one can type, cold, as a share of OOUI’s', times(of(arms.wikilit).cold), times(of(arms.ooui).cold), most);
}
