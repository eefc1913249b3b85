/** What a comparison costs the page it runs on: the longest task of Chromium's main thread while 2 MB are compared. */
import type {Browser, Page} from '@playwright/test';
import {type Sample, sample} from '../statistics.js';
import type {DiffBench} from './bench.js';
import {textPair} from './texts.js';

const runs = 9;
/** What takes longer, a finger feels. */
const longestMs = 50;

/** With a Worker, and where the page's policy forbids one. */
const policies = {'in a Worker': '', 'in slices, as the page forbids Workers': "worker-src 'none'"} as const;

interface Run {
  /** Until the model is there. */
  readonly milliseconds: number;
  /** Of the longest task: by the clock, and by what the processor did for it. */
  readonly clock: number;
  readonly processor: number;
}

export async function mainThread({report, browser, wiki}: DiffBench): Promise<void> {
  const {from, to} = textPair(2_000_000, 0.5);
  const all = new Map<string, Run[]>();
  const pages = new Map<string, Page>();
  for (const [name, policy] of Object.entries(policies)) {
    const page = await (await browser.newContext()).newPage();
    await page.addInitScript('globalThis.__name = (it) => it'); // the runner of these files puts calls of it into functions
    await page.route(/bare\.html/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({response, headers: {...response.headers(), ...(policy && {'content-security-policy': policy})}});
    });
    await page.goto(`${wiki.origin}/pages/bare.html`);
    await page.evaluate(`globalThis.texts = ${JSON.stringify({from, to})}`);
    pages.set(name, page);
    all.set(name, []);
  }
  // The first runs are not left out: most pages compare once.
  for (let run = 0; run < runs; run++) for (const [name, page] of pages) all.get(name)?.push(await traced(browser, page));
  report.title(`Chromium’s main thread while 2 MB of which half the lines differ are compared; ms, medians of ${runs} runs`);
  report.line(`${''.padEnd(42)}${['until done', 'longest task', 'the longest of all', 'processor time', 'the most of all'].map((name) => name.padStart(20)).join('')}`);
  for (const [name, runs] of all) {
    const of = (figure: keyof Run): Sample => sample(runs.map((run) => run[figure]));
    const most = (figure: keyof Run): number => Math.max(...runs.map((run) => run[figure]));
    const cells = [of('milliseconds').median.toFixed(0), ...(['clock', 'processor'] as const).flatMap((figure) => [of(figure).median.toFixed(1), most(figure).toFixed(1)])];
    report.line(`${name.padEnd(42)}${cells.map((cell) => cell.padStart(20)).join('')}`);
    // By the clock, a task is as long as other programs on the machine make it.
    report.gate(`processor time of any task ${name}, at most ${longestMs} ms`, most('processor') <= longestMs, most('processor').toFixed(1));
  }
  for (const page of pages.values()) await page.context().close();
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** In microseconds: when it began, how long it took, and how much of that the processor was at it. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

async function traced(browser: Browser, page: Page): Promise<Run> {
  await browser.startTracing(page, {categories: ['toplevel', 'blink.user_timing']});
  const milliseconds = await page.evaluate(async () => {
    const path = '/dist/diff.js';
    const {diffTexts} = (await import(path)) as typeof import('wikilit/diff');
    const {texts} = globalThis as unknown as {texts: {from: string; to: string}};
    // A task of its own.
    await new Promise((resolve) => setTimeout(resolve));
    performance.mark('wikilit: begin');
    const start = performance.now();
    await diffTexts(texts.from, texts.to);
    performance.mark('wikilit: end');
    return performance.now() - start;
  });
  const {traceEvents} = JSON.parse((await browser.stopTracing()).toString()) as {traceEvents: readonly TraceEvent[]};
  const [begin, end] = ['wikilit: begin', 'wikilit: end'].map((mark) => traceEvents.find(({name}) => name === mark)) as [TraceEvent, TraceEvent];
  const tasks = traceEvents.filter(({name, pid, tid, ts, dur = 0}) => name.endsWith('RunTask') && pid === begin.pid && tid === begin.tid && ts + dur >= begin.ts && ts <= end.ts);
  const most = (figure: 'dur' | 'tdur'): number => Math.max(...tasks.map((task) => task[figure] ?? 0)) / 1000;
  if (tasks.length === 0) throw new Error('the browser’s trace has no tasks');
  return {milliseconds, clock: most('dur'), processor: most('tdur')};
}
