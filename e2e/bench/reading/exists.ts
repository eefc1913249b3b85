/** Is there such a page? Asked of many titles one by one, in one task. */
import type {Page} from '@playwright/test';
import {type Arm, counted, inTurn, type Run} from '../measure.js';
import type {Bench} from './bench.js';
import {type Clients, pageWithClients} from './in-page.js';

type Client = 'wikilit' | 'core' | 'm3api' | 'fetch';

const names: Readonly<Record<Client, string>> = {wikilit: 'wikilit', fetch: 'one fetch, all titles', m3api: 'm3api, each as a set()', core: 'mw.Api'};

export async function exists(bench: Bench): Promise<void> {
  const {report, peers} = bench;
  const titles = bench.titles.slice(0, 501).map((title, index) => (index % 2 ? `${title} that is not there` : title));
  const sysop = await pageWithClients(bench, 'Admin');
  const ordinary = await pageWithClients(bench, 'Olga');
  const arm = (page: Page, client: Client, count: number): Arm & {wrong: number} => {
    const arm = {name: names[client], wrong: 0, run: async (): Promise<Run> => counted(bench.wiki.front, async () => {
      const {milliseconds, wrong} = await ask(page, client, titles.slice(0, count));
      arm.wrong = Math.max(arm.wrong, wrong);
      return milliseconds;
    })};
    return arm;
  };

  report.title('200 × page.exists() in one task, in Chromium, a sysop');
  const arms = (['wikilit', 'fetch', ...(peers ? (['m3api'] as const) : []), 'core'] as const).map((client) => arm(sysop, client, 200));
  const all = await inTurn(arms);
  report.table(all);
  const of = (client: Client): (typeof all)[number] => all.find(({name}) => name === names[client]) as (typeof all)[number];
  report.gate('requests', of('wikilit').requests === 1, of('wikilit').requests);
  report.gate('wrong or failed answers', arms[0]?.wrong === 0, arms[0]?.wrong);
  report.share('time, as a share of mw.Api’s', of('wikilit').milliseconds, of('core').milliseconds, 1 / 25);
  report.aim('time, as a multiple of one fetch', of('wikilit').milliseconds, of('fetch').milliseconds, 1.3);

  report.title('The same, other users and other numbers');
  for (const [who, page, count, most] of [['an ordinary user', ordinary, 200, 4], ['a sysop', sysop, 501, 2]] as const) {
    const ours = arm(page, 'wikilit', count);
    const {requests} = await ours.run();
    report.gate(`${count} pages, ${who}: requests`, requests === most, requests);
    report.gate(`${count} pages, ${who}: wrong or failed answers`, ours.wrong === 0, ours.wrong);
    if (!peers) continue;
    const theirs = arm(page, 'm3api', count);
    await theirs.run();
    report.line(`beside it, m3api: ${theirs.wrong} of ${count} calls fail`);
  }
  await Promise.all([sysop, ordinary].map((page) => page.context().close()));
}

/** In the page; every second title is of no page. */
const ask = (page: Page, client: Client, titles: readonly string[]): Promise<{milliseconds: number; wrong: number}> =>
  page.evaluate(
    async ({client, titles}) => {
      interface Answer {
        query: {pages: {title: string; missing?: boolean}[]};
      }
      const {wikilit, core, m3api, set} = (globalThis as unknown as {clients: Clients}).clients;
      const ways = {
        wikilit: () => titles.map((title) => wikilit.page(title).exists()),
        core: () =>
          titles.map(async (title) => {
            const {query} = (await core.get({action: 'query', titles: title, formatversion: 2})) as unknown as Answer;
            return query.pages[0]?.missing !== true;
          }),
        m3api: () =>
          titles.map(async (title) => {
            const answer = (await m3api?.request({action: 'query', titles: set?.(title)})) as Answer | undefined;
            return answer?.query.pages.find((page) => page.title === title)?.missing !== true;
          }),
        fetch() {
          const body = new URLSearchParams({action: 'query', format: 'json', formatversion: '2', titles: titles.join('|')});
          const all = fetch('/w/api.php', {method: 'POST', body})
            .then((answer) => answer.json() as Promise<Answer>)
            .then(({query}) => new Map(query.pages.map((page) => [page.title, page.missing !== true])));
          return titles.map(async (title) => (await all).get(title));
        },
      };
      const start = performance.now();
      const told = await Promise.allSettled<boolean | undefined>(ways[client]());
      const milliseconds = performance.now() - start;
      return {milliseconds, wrong: told.filter((each, index) => each.status === 'rejected' || each.value !== (index % 2 === 0)).length};
    },
    {client, titles: [...titles]},
  );
