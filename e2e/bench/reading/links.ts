/** The links of many pages, more than one answer holds: who asks for them one by one must get all of them. */
import {prng} from '../../wiki/index.js';
import {openWiki} from '../built.js';
import {counted} from '../measure.js';
import type {Bench} from './bench.js';

const many = 200;
const invalid = 'Talk:File:x';

/** Titles linked to, by the page that links. */
type Links = ReadonlyMap<string, readonly string[]>;

interface Answer {
  readonly continue?: Readonly<Record<string, string>>;
  readonly query: {readonly pages: readonly {readonly title: string; readonly links?: readonly {readonly title: string}[]}[]};
}

export async function links(bench: Bench): Promise<void> {
  const {report, wiki, peers} = bench;
  const titles = bench.titles.slice(0, many);
  report.title(`The links of ${many} pages, asked one by one in one task; Node, nobody logged in`);
  const truth = await plain(wiki.api, titles);
  const client = await openWiki(wiki);
  let [wrong, others] = [0, 0];
  let refused: unknown;
  const asked = shuffled([...titles, invalid]);
  const run = await counted(wiki.front, async () => {
    const told = await Promise.allSettled(asked.map(async (title) => [title, await client.page(title).links().toArray()] as const));
    told.forEach((each, index) => {
      const title = asked[index] as string;
      if (title === invalid) refused = each.status === 'rejected' ? (each.reason as {code?: string}).code : 'an answer';
      else if (each.status === 'rejected') others++;
      else if (!same(each.value[1].map((link) => link.title), truth.get(title) ?? [])) wrong++;
    });
  });
  report.line(`plain continuation gives ${total(truth)} links; wikilit asks ${run.requests} times, ${run.kilobytes.toFixed(0)} KB`);
  report.gate('more than one answer holds', total(truth) > 500, total(truth));
  report.gate('pages whose links are not those of plain continuation', wrong === 0, wrong);
  report.gate('an invalid title fails its caller', refused === 'invalidtitle', refused);
  report.gate('other callers that fail', others === 0, others);
  if (!peers) return;

  const m3api = new peers.m3api.default(wiki.api, {formatversion: 2}, {userAgent: 'wikilit-bench/1.0', method: 'POST', warn: () => {}});
  const one = async (title: string): Promise<readonly string[]> => {
    const {query} = (await m3api.request({action: 'query', prop: peers.m3api.set('links'), pllimit: 'max', titles: peers.m3api.set(title)})) as Answer;
    return query.pages.find((page) => page.title === title)?.links?.map((link) => link.title) ?? [];
  };
  let got = 0;
  for (let from = 0; from < many; from += 50) got += (await Promise.all(titles.slice(from, from + 50).map(one))).flat().length;
  const refusals = (await Promise.allSettled(titles.slice(0, 51).map(one))).filter(({status}) => status === 'rejected').length;
  report.line(`beside it, m3api, 50 pages at a time: ${share(got, truth)}; 51 at a time: ${refusals} calls fail`);

  const bot = new peers.Mwn({apiUrl: wiki.api, userAgent: 'wikilit-bench/1.0', silent: true});
  const answers = (await bot.massQuery({action: 'query', prop: 'links', pllimit: 'max', titles})) as readonly Answer[];
  report.line(`beside it, mwn, massQuery(): ${share(answers.flatMap(({query}) => query.pages.flatMap((page) => page.links ?? [])).length, truth)}`);
}

/** As the manual says, without any client. */
async function plain(api: string, titles: readonly string[]): Promise<Links> {
  const found = new Map<string, string[]>(titles.map((title) => [title, []]));
  for (let from = 0; from < titles.length; from += 50) {
    let rest: Answer['continue'] = {};
    while (rest) {
      const params = {action: 'query', format: 'json', formatversion: '2', prop: 'links', pllimit: 'max', titles: titles.slice(from, from + 50).join('|'), ...rest};
      const answer = (await (await fetch(api, {method: 'POST', body: new URLSearchParams(params)})).json()) as Answer;
      for (const page of answer.query.pages) found.get(page.title)?.push(...(page.links ?? []).map((link) => link.title));
      rest = answer.continue;
    }
  }
  return found;
}

function shuffled(titles: readonly string[]): string[] {
  const next = prng(1);
  return titles
    .map((title) => [next(), title] as const)
    .sort(([a], [b]) => a - b)
    .map(([, title]) => title);
}

const same = (some: readonly string[], others: readonly string[]): boolean => JSON.stringify([...some].sort()) === JSON.stringify([...others].sort());

const total = (links: Links): number => [...links.values()].flat().length;

const share = (got: number, truth: Links): string => `${got} links, ${Math.round((1 - got / total(truth)) * 100)} % lost`;
