/** What a gadget asks when it starts, written plainly: eight questions, none of which knows of the others. */
import type {Page} from '@playwright/test';
import {counted, inTurn, type Measured} from '../measure.js';
import type {Bench} from './bench.js';
import {type Clients, pageWithClients} from './in-page.js';

type Client = 'wikilit' | 'core';

export async function startUp(bench: Bench): Promise<void> {
  const {report, wiki} = bench;
  report.title('Eight mixed questions of a start-up in one task, in Chromium, an ordinary user');
  const page = await pageWithClients(bench, 'Olga');
  const [title = ''] = bench.titles;
  const arm = (name: string, client: Client): {name: string; run: () => ReturnType<typeof counted>} => ({name, run: () => counted(wiki.front, () => ask(page, client, title))});
  const all = await inTurn([arm('wikilit', 'wikilit'), arm('mw.Api', 'core')]);
  const [ours, core] = all as [Measured, Measured];
  report.table(all);
  report.gate('requests', ours.requests === 1, ours.requests);
  report.aim('time, as a share of mw.Api’s', ours.milliseconds, core.milliseconds, 0.5);
  await page.context().close();
}

const ask = (page: Page, client: Client, title: string): Promise<number> =>
  page.evaluate(
    async ({client, title}) => {
      const {wikilit, core} = (globalThis as unknown as {clients: Clients}).clients;
      const start = performance.now();
      const told =
        client === 'wikilit'
          ? await Promise.all([
              wikilit.userinfo({prop: ['rights']}),
              wikilit.siteinfo({prop: ['general']}),
              wikilit.siteinfo({prop: ['namespaces']}),
              wikilit.allmessages({messages: ['edit', 'save']}),
              wikilit.page('Sandbox').exists(),
              wikilit.page(title).info(),
              wikilit.page(title).links().toArray(),
              wikilit.recentchanges({limit: 5}).take(5).toArray(),
            ])
          : await Promise.all(
              [
                {meta: 'userinfo', uiprop: 'rights'},
                {meta: 'siteinfo', siprop: 'general'},
                {meta: 'siteinfo', siprop: 'namespaces'},
                {meta: 'allmessages', ammessages: ['edit', 'save']},
                {titles: 'Sandbox'},
                {titles: title, prop: 'info', inprop: 'protection'},
                {titles: title, prop: 'links', pllimit: 'max'},
                {list: 'recentchanges', rclimit: 5},
              ].map((params) => core.get({action: 'query', formatversion: 2, ...params})),
            );
      if (told.length !== 8 || told.some((each) => !each)) throw new Error('an answer is missing');
      return performance.now() - start;
    },
    {client, title},
  );
