/** Drawing what differs: `<wiki-diff>` beside core's own table, on the same page of the wiki, in the same run. */
import type {Page} from '@playwright/test';
import {signIn} from '../../signed-in.js';
import {counted} from '../measure.js';
import {isNoisy, type Sample, sample} from '../statistics.js';
import type {DiffBench} from './bench.js';
import {type Drawing, heap, install, type Way} from './in-page.js';
import {textPair} from './texts.js';

/** By the share of the lines that changed in 1 MB: of core's time so much, at most, until the first screen is there. */
const mostFirst = {0.01: 0.35, 0.1: 0.15, 0.5: 0.12} as const;
/** And so much of it for another width. */
const mostWidth = 0.05;
const [mostElements, mostMemory] = [0.5, 1.1] as const;

const ways = ['core', 'wikilit'] as const;
const [fewestRuns, mostRuns] = [5, 7] as const;

const figures = ['first screen, ms', 'all of it, ms', 'another width, ms', 'elements'] as const;
type Figures = Readonly<Record<(typeof figures)[number], number>>;

export async function drawn(bench: DiffBench): Promise<void> {
  const {browser, wiki} = bench;
  const page = await (await browser.newContext({viewport: {width: 1280, height: 900}})).newPage();
  await page.addInitScript('globalThis.__name = (it) => it'); // the runner of these files puts calls of it into functions
  await page.goto(`${wiki.origin}/wiki/Sandbox`, {waitUntil: 'networkidle'});
  await install(page);
  for (const [share, most] of Object.entries(mostFirst)) await drawShare(bench, page, Number(share), most);
  await page.context().close();
  await openTwo(bench);
}

async function drawShare({report, wiki}: DiffBench, page: Page, share: number, most: number): Promise<void> {
  const {from, to} = textPair(1_000_000, share);
  const html = await compareBody(wiki.api, from, to);
  const devtools = await page.context().newCDPSession(page);
  await inPage(page, (drawing, html) => drawing.hold(html), html);
  const bare = await heap(devtools);
  const told = await inPage(page, (drawing, texts) => drawing.compare(texts), {from, to});
  /** What is drawn by ours is kept, with both texts; core’s HTML is forgotten. */
  const model = (await heap(devtools)) - bare;
  const all: Record<Way, Figures[]> = {core: [], wikilit: []};
  const of = (way: Way, figure: keyof Figures): Sample => sample(all[way].map((figures) => figures[figure]));
  const times = (): readonly Sample[] => ways.flatMap((way) => [of(way, 'first screen, ms'), of(way, 'another width, ms')]);
  for (let run = -1; run < fewestRuns || (run < mostRuns && isNoisy(...times())); run++) {
    for (const way of ways) {
      await inPage(page, (drawing) => drawing.clear(), undefined);
      const {first, complete} = await inPage(page, (drawing, way) => drawing.draw(way), way);
      const width = sample(await inPage(page, (drawing) => [drawing.relayout(), drawing.relayout()], undefined)).median;
      const elements = await inPage(page, (drawing) => drawing.elements(), undefined);
      if (run >= 0) all[way].push({'first screen, ms': first, 'all of it, ms': complete, 'another width, ms': width, elements}); // the first ones warm up
    }
  }
  const memory: Record<Way, number> = {core: 0, wikilit: model};
  for (const way of ways) {
    await inPage(page, (drawing) => drawing.clear(), undefined);
    const before = await heap(devtools);
    await inPage(page, (drawing, way) => drawing.draw(way), way);
    memory[way] += (await heap(devtools)) - before;
  }
  const toggles: number[] = [];
  const {requests} = await counted(wiki.front, async () => {
    for (let run = 0; run < fewestRuns; run++) toggles.push(await inPage(page, (drawing) => drawing.toggle(), undefined));
  });
  report.title(`1 MB, ${share * 100} % of the lines changed, drawn in Chromium by core’s table and by wikilit; medians of ${all.core.length}`);
  report.line(`${''.padEnd(26)}${['core', 'wikilit', 'share', 'spread'].map((name) => name.padStart(12)).join('')}`);
  for (const figure of figures) {
    const [core, ours] = [of('core', figure), of('wikilit', figure)];
    const digits = figure.endsWith('ms') ? 1 : 0;
    const cells = [core.median.toFixed(digits), ours.median.toFixed(digits), (ours.median / core.median).toFixed(3), Math.max(core.spread, ours.spread).toFixed(2)];
    report.line(`${figure.padEnd(26)}${cells.map((cell) => cell.padStart(12)).join('')}`);
  }
  report.line(`${'memory, KB'.padEnd(26)}${[memory.core.toFixed(0), memory.wikilit.toFixed(0), (memory.wikilit / memory.core).toFixed(3)].map((cell) => cell.padStart(12)).join('')}`);
  report.line(`Memory is that of JavaScript and of nodes; wikilit’s has ${model.toFixed(0)} KB of model and texts in it, core’s no HTML.`);
  report.line(`The model, of ${told.rows} rows, took ${told.milliseconds.toFixed(0)} ms in a Worker; one column, or two again, ${sample(toggles).median.toFixed(1)} ms until painted.`);
  const [core, ours] = ways.map((way) => (figure: keyof Figures) => of(way, figure)) as [(figure: keyof Figures) => Sample, (figure: keyof Figures) => Sample];
  report.share('until the first screen is painted, as a share of core’s', ours('first screen, ms'), core('first screen, ms'), most);
  report.aim('until all rows are there and painted, as a share of core’s', ours('all of it, ms'), core('all of it, ms'), most);
  report.share('another width, as a share of core’s', ours('another width, ms'), core('another width, ms'), mostWidth);
  const elements = ours('elements').median / core('elements').median;
  report.gate(`elements, as a share of core’s, at most ${mostElements.toFixed(2)}`, elements <= mostElements, elements.toFixed(3));
  report.gate(`memory, as a share of core’s, at most ${mostMemory.toFixed(2)}`, memory.wikilit <= mostMemory * memory.core, (memory.wikilit / memory.core).toFixed(3));
  report.gate('requests for one column, and for two again', requests === 0, requests);
}

/** From an element without code to two revisions with their headers. */
async function openTwo({report, browser, wiki}: DiffBench): Promise<void> {
  report.title('Two revisions opened by <wiki-diff>, an ordinary user');
  const page = await (await browser.newContext()).newPage();
  await page.addInitScript('globalThis.__name = (it) => it');
  await signIn(page, wiki);
  await page.goto(`${wiki.origin}/wiki/Reverted twice`, {waitUntil: 'networkidle'});
  const torev = await page.evaluate(() => (globalThis as unknown as {mw: {config: {get(name: string): number}}}).mw.config.get('wgRevisionId'));
  const {requests} = await counted(wiki.front, () =>
    page.evaluate(async (torev) => {
      const path = '/dist/wikilit.js';
      await import(path);
      const element = document.createElement('wiki-diff');
      Object.assign(element, {torev, page: 'Reverted twice'});
      const shown = new Promise((resolve) => element.addEventListener('wiki-diff-shown', resolve, {once: true}));
      document.body.append(element);
      await shown;
    }, torev),
  );
  report.gate('requests', requests === 1, requests);
  await page.context().close();
}

async function compareBody(api: string, from: string, to: string): Promise<string> {
  const body = new URLSearchParams({action: 'compare', format: 'json', formatversion: '2', prop: 'diff', fromslots: 'main', 'fromtext-main': from, 'fromcontentmodel-main': 'wikitext', toslots: 'main', 'totext-main': to, 'tocontentmodel-main': 'wikitext'});
  const answer = (await (await fetch(api, {method: 'POST', body})).json()) as {compare?: {bodies?: {main: string}; body?: string}};
  const html = answer.compare?.bodies?.main ?? answer.compare?.body;
  if (html === undefined || html === '') throw new Error(`action=compare gave nothing: ${JSON.stringify(answer).slice(0, 400)}`);
  return html;
}

const inPage = <Argument, Result>(page: Page, call: (drawing: Drawing, argument: Argument) => Result, argument: Argument): Promise<Awaited<Result>> =>
  page.evaluate(`(${call.toString()})(globalThis.drawing, ${JSON.stringify(argument)})`) as Promise<Awaited<Result>>;
