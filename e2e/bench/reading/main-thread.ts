/** What a client costs the page it is on: work of the main thread, with instant answers, as a multiple of plain `fetch`. */
import {mkdir, writeFile} from 'node:fs/promises';
import type {CDPSession, Page} from '@playwright/test';
import {type Sample, sample} from '../statistics.js';
import type {Bench} from './bench.js';
import {type Clients, pageWithClients} from './in-page.js';

const clients = ['fetch', 'wikilit', 'wikilit, item by item', 'mw.Api'] as const;
type Client = (typeof clients)[number];

const runs = 15;
const requests = 300;
const answers = 100;
const itemsAnAnswer = 500;

export async function mainThread(bench: Bench): Promise<void> {
  const {report, wiki} = bench;
  await can('tiny', {batchcomplete: true, query: {userinfo: {id: 0, name: '127.0.0.1', anon: true, groups: [], rights: []}}});
  const allpages = Array.from({length: itemsAnAnswer}, (_, index) => ({pageid: index + 1, ns: 0, title: bench.titles[index]}));

  report.title(`${requests} small questions one after the other, canned; ms of Chromium’s main thread, medians of ${runs}`);
  const tiny = await pageWithClients(bench, undefined, `${wiki.origin}/canned/tiny/api.php`);
  const small = await inTurn(tiny, (client) => (client === 'wikilit, item by item' ? undefined : askSmall(tiny, client, requests)));
  table(bench, small, requests, 'µs a question');
  report.aim('wikilit, as a multiple of fetch', small.get('wikilit') as Sample, small.get('fetch') as Sample, 1.15);
  await tiny.context().close();

  report.title(`A list of ${answers} answers of ${itemsAnAnswer}, canned; ms of Chromium’s main thread, medians of ${runs}`);
  const list = await pageWithClients(bench, undefined, `${wiki.origin}/canned/list/api.php`);
  // Each with another `continue`, as a wiki that stays where it is would be left.
  let count = 0;
  const answer = JSON.stringify({batchcomplete: true, continue: {apcontinue: 'NEXT', continue: '-||'}, query: {allpages}});
  await list.route(/\/canned\/list\//, (route) => route.fulfill({contentType: 'application/json', body: answer.replace('NEXT', `Next ${++count}`)}));
  const long = await inTurn(list, (client) => askList(list, client, answers * itemsAnAnswer));
  table(bench, long, answers * itemsAnAnswer, 'µs an item');
  report.aim('wikilit, as a multiple of fetch', long.get('wikilit') as Sample, long.get('fetch') as Sample, 1.15);
  await list.context().close();
}

/** An answer as a file, which every question to that address gets. */
async function can(name: string, answer: object): Promise<void> {
  const folder = new URL(`../../../.cache/bench/canned/${name}/`, import.meta.url).pathname;
  await mkdir(folder, {recursive: true});
  await writeFile(`${folder}api.php`, JSON.stringify(answer));
}

async function inTurn(page: Page, ask: (client: Client) => Promise<void> | undefined): Promise<Map<Client, Sample>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const times = new Map<Client, number[]>();
  for (let run = -1; run < runs; run++) {
    for (const client of clients) {
      const start = await taskMs(devtools);
      const asked = ask(client);
      if (!asked) continue;
      await asked;
      const milliseconds = (await taskMs(devtools)) - start;
      if (run >= 0) times.set(client, [...(times.get(client) ?? []), milliseconds]);
    }
  }
  return new Map(Array.from(times, ([client, values]) => [client, sample(values)]));
}

/** `ScriptDuration` leaves out what promises do. */
async function taskMs(devtools: CDPSession): Promise<number> {
  const {metrics} = await devtools.send('Performance.getMetrics');
  return (metrics.find(({name}) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

function table({report}: Bench, all: ReadonlyMap<Client, Sample>, count: number, unit: string): void {
  const base = all.get('fetch') as Sample;
  report.line(`${''.padEnd(26)}${['ms', 'spread', unit, 'to fetch'].map((name) => name.padStart(14)).join('')}`);
  for (const [client, {median, spread}] of all) {
    const cells = [median.toFixed(0), spread.toFixed(2), ((median / count) * 1000).toFixed(2), (median / base.median).toFixed(2)];
    report.line(`${client.padEnd(26)}${cells.map((cell) => cell.padStart(14)).join('')}`);
  }
}

const askSmall = (page: Page, client: Client, count: number): Promise<void> =>
  page.evaluate(
    async ({client, count}) => {
      const {wikilit, core} = (globalThis as unknown as {clients: Clients}).clients;
      const params = {action: 'query', meta: 'userinfo', formatversion: 2};
      for (let index = 0; index < count; index++) {
        if (client === 'wikilit') await wikilit.get(params);
        else if (client === 'mw.Api') await core.get(params);
        else await (await fetch(`/canned/tiny/api.php?action=query&meta=userinfo&format=json&formatversion=2`)).json();
      }
    },
    {client, count},
  );

const askList = (page: Page, client: Client, count: number): Promise<void> =>
  page.evaluate(
    async ({client, count}) => {
      interface Answer {
        continue: Record<string, string>;
        query: {allpages: {title: string}[]};
      }
      const {wikilit, core} = (globalThis as unknown as {clients: Clients}).clients;
      let letters = 0;
      let items = 0;
      if (client === 'wikilit, item by item') {
        for await (const {title} of wikilit.allpages().take(count)) {
          letters += title.length;
          items++;
        }
      } else if (client === 'wikilit') {
        for await (const rows of wikilit.allpages().take(count).byAnswer()) {
          for (const {title} of rows) letters += title.length;
          items += rows.length;
        }
      } else {
        let rest: Record<string, string> = {};
        while (items < count) {
          const params: Record<string, string> = {action: 'query', list: 'allpages', aplimit: 'max', formatversion: '2', ...rest};
          const answer = (client === 'mw.Api' ? await core.get(params) : await (await fetch(`/canned/list/api.php?format=json&${new URLSearchParams(params)}`)).json()) as unknown as Answer;
          for (const {title} of answer.query.allpages) letters += title.length;
          items += answer.query.allpages.length;
          rest = answer.continue;
        }
      }
      if (items !== count || letters === 0) throw new Error(`${items} items`);
    },
    {client, count},
  );
