/** What joining costs: many callers in one task, on a wiki that answers at once. Processor time of this process. */
import {builtWiki} from '../built.js';
import {cannedFetch} from '../canned.js';
import {type Sample, sample} from '../statistics.js';
import type {Bench} from './bench.js';

const callers = [500, 1_000, 2_000, 4_000] as const;
const runs = 41;
const api = 'http://127.0.0.1/w/api.php';

type Ask = (titles: readonly string[]) => Promise<unknown>;

export async function joined({report, peers, titles}: Bench): Promise<void> {
  report.title(`Many × page.info() in one task, instant answers; ms of processor time, medians of ${runs}`);
  const fetch = cannedFetch();
  const client = builtWiki(api, {fetch});
  await client.userinfo(); // who may ask for 500 at once
  const arms: Record<string, Ask> = {
    wikilit: (titles) => Promise.all(titles.map((title) => client.page(title).info())),
    'plain, by the 500': (titles) => plain(fetch, titles),
  };
  if (peers) {
    const {default: M3api, set} = peers.m3api;
    class Canned extends M3api {
      override fetch(url: URL, options: {method: string; body: URLSearchParams | null}): Promise<Response> {
        return fetch(url.href, options);
      }
    }
    const session = new Canned(api, {formatversion: 2}, {userAgent: 'wikilit-bench/1.0', method: 'POST'});
    // What it gives to each caller is the whole answer; to find the own page in it is not counted.
    arms['m3api, each a set()'] = (titles) => Promise.all(titles.map((title) => session.request({action: 'query', prop: set('info'), inprop: set('protection'), titles: set(title)})));
  }
  const all = await measured(arms, Array.from({length: 4_000}, (_, index) => `${titles[index % titles.length]} ${index}`));

  report.line(`${''.padEnd(26)}${callers.map((count) => String(count).padStart(10)).join('')}   2,000 to 1,000   spread`);
  for (const name of Object.keys(arms)) {
    const of = (count: number): Sample => all.get(`${name} ${count}`) as Sample;
    const growth = of(2_000).median / of(1_000).median;
    report.line(`${name.padEnd(26)}${callers.map((count) => of(count).median.toFixed(1).padStart(10)).join('')}   ${growth.toFixed(2).padStart(14)}   ${of(2_000).spread.toFixed(2).padStart(6)}`);
  }
  const ours = (count: number): Sample => all.get(`wikilit ${count}`) as Sample;
  report.share('2,000 callers, as a multiple of 1,000', ours(2_000), ours(1_000), 2.5);
  const theirs = all.get('m3api, each a set() 2000');
  if (theirs) report.share('2,000 callers, as a share of m3api’s', ours(2_000), theirs, 1 / 3);
}

/** In turn, each number by each client. */
async function measured(arms: Readonly<Record<string, Ask>>, titles: readonly string[]): Promise<Map<string, Sample>> {
  const times = new Map<string, number[]>();
  for (let run = -5; run < runs; run++) {
    for (const count of callers) {
      for (const [name, ask] of Object.entries(arms)) {
        const start = process.cpuUsage();
        await ask(titles.slice(0, count));
        const {user, system} = process.cpuUsage(start);
        const key = `${name} ${count}`;
        if (run >= 0) times.set(key, [...(times.get(key) ?? []), (user + system) / 1000]); // the first ones warm up
      }
    }
  }
  return new Map(Array.from(times, ([key, values]) => [key, sample(values)]));
}

/** As one writes it who knows all the titles beforehand. */
async function plain(fetch: ReturnType<typeof cannedFetch>, titles: readonly string[]): Promise<(object | undefined)[]> {
  const found = new Map<string, object>();
  for (let from = 0; from < titles.length; from += 500) {
    const body = new URLSearchParams({action: 'query', format: 'json', formatversion: '2', prop: 'info', inprop: 'protection', titles: titles.slice(from, from + 500).join('|')});
    const {query} = (await (await fetch(api, {method: 'POST', body})).json()) as {query: {pages: readonly {title: string}[]}};
    for (const page of query.pages) found.set(page.title, page);
  }
  return titles.map((title) => found.get(title));
}
