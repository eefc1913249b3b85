/** Reading a wiki from a page of another site, as nobody: no preflight, and nothing asked twice while it may be kept. */
import {counted} from '../measure.js';
import type {Bench} from './bench.js';
import {type Clients, pageWithClients} from './in-page.js';

type Client = 'wikilit' | 'm3api';

const times = 10;

export async function crossOrigin(bench: Bench): Promise<void> {
  const {report, wiki, peers} = bench;
  report.title(`${times} questions to a wiki on another origin, nobody logged in, in Chromium`);
  const elsewhere = await wiki.door({host: 'localhost'});
  const page = await pageWithClients(bench, undefined, elsewhere.api);
  const ask = (client: Client, maxage?: number): ReturnType<typeof counted> =>
    counted(elsewhere, () =>
      page.evaluate(
        async ({client, titles, maxage}) => {
          const {wikilit, m3api} = (globalThis as unknown as {clients: Clients}).clients;
          for (const title of titles) {
            const params = {action: 'query', prop: 'info', titles: title, ...(maxage !== undefined && {maxage, smaxage: maxage})};
            await (client === 'wikilit' ? wikilit.get(params) : m3api?.request({...params, origin: '*'}, {method: 'GET'}));
          }
        },
        {client, titles: bench.titles.slice(0, times), maxage},
      ),
    );
  const preflights = (): number => elsewhere.requests.filter(({method}) => method === 'OPTIONS').length;

  const plain = await ask('wikilit');
  report.gate('preflights', preflights() === 0, preflights());
  report.gate('requests', plain.requests === times, plain.requests);
  await ask('wikilit', 300);
  const again = await ask('wikilit', 300);
  report.gate('asked again within maxage: requests', again.requests === 0, again.requests);
  report.gate('asked again within maxage: KB', again.kilobytes === 0, again.kilobytes);
  if (peers) {
    const {requests} = await ask('m3api');
    report.line(`beside it, m3api: ${requests} requests, ${preflights()} of them preflights`);
  }
  await page.context().close();
  await elsewhere.close();
}
