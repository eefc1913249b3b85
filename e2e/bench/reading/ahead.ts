/** A list gone through by somebody who works on each answer: the next is on its way meanwhile, and never more than one. */
import {setTimeout as wait} from 'node:timers/promises';
import {cookieFetch} from 'wikilit/node';
import type {Fetch} from 'wikilit';
import {openWiki} from '../built.js';
import {counted, inTurn, type Measured} from '../measure.js';
import type {Bench} from './bench.js';

const workMs = 20;
const perAnswer = 250;

export async function ahead({wiki, report}: Bench): Promise<void> {
  report.title(`A list of all articles, ${perAnswer} an answer, ${workMs} ms of work on each; Node, nobody logged in`);
  const line = new Line(cookieFetch());
  const client = await openWiki(wiki, undefined, line.fetch);
  line.most = 0;
  const told = new Map<string, number>();
  const arm = (name: string, list: () => AsyncIterable<readonly object[]>): {name: string; run: () => ReturnType<typeof counted>} => ({
    name,
    run: () =>
      counted(wiki.front, async () => {
        let items = 0;
        for await (const rows of list()) {
          items += rows.length;
          await wait(workMs);
        }
        told.set(name, items);
      }),
  });
  const all = await inTurn([
    arm('wiki.allpages()', () => client.allpages({namespace: 0, limit: perAnswer}).byAnswer()),
    arm('wiki.answers(), serial', async function* () {
      interface Answer {
        query?: {allpages: readonly object[]};
        [more: string]: unknown;
      }
      for await (const {query} of client.answers<Answer>({action: 'query', list: 'allpages', apnamespace: 0, aplimit: perAnswer})) yield query?.allpages ?? [];
    }),
  ]);
  report.table(all);
  const [ours, serial] = all as [Measured, Measured];
  report.gate('items', told.get(ours.name) === told.get(serial.name), `${told.get(ours.name)} of ${told.get(serial.name)}`);
  report.gate('requests', ours.requests === serial.requests, `${ours.requests} for ${serial.requests}`);
  report.gate('most requests on their way at once', line.most === 1, line.most);
  report.share('time, as a share of serial', ours.milliseconds, serial.milliseconds, 0.7);
}

/** Counts the requests that are on their way. */
class Line {
  most = 0;
  private open = 0;
  private readonly send: Fetch;

  constructor(fetch: Fetch) {
    this.send = fetch;
  }

  readonly fetch: Fetch = async (url, init) => {
    this.most = Math.max(this.most, ++this.open);
    try {
      return await this.send(url, init);
    } finally {
      this.open--;
    }
  };
}
