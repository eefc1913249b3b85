/** What the specs share: a real wiki for each worker, fresh for each test. */
import {expect, test as base} from '@playwright/test';
import {type Demo, startDemo} from '../demo/start-demo.js';
import {cookieFetch} from 'wikilit/node';
import {type Fetch, Wiki, type WikiOptions} from 'wikilit';
import {watchSecrets} from './secrets.js';
import {startWiki, type TestWiki} from './wiki/index.js';

const folder = (path: string): string => new URL(`../${path}`, import.meta.url).pathname;

/** Folders that the doors serve beside the wiki. */
const served = {'/dist/': folder('dist'), '/pages/': folder('e2e/pages')};

interface WorkerFixtures {
  sharedWiki: TestWiki;
  sharedDemo: Demo;
}

interface Fixtures {
  /** Where this test has told the library to keep tokens, e.g. `sessionStorage`. */
  allowedSecrets: readonly string[];
  /** The worker's wiki, in its seeded state. */
  wiki: TestWiki;
  /** The demo page on a wiki of its own, in its seeded state. */
  demo: Demo;
}

/** The first start may have to fetch and seed the wiki. */
const firstStart = 600_000;

export const test = base.extend<Fixtures, WorkerFixtures>({
  sharedWiki: [
    async ({}, use) => {
      const wiki = await startWiki({serve: served});
      await use(wiki);
      await wiki.stop();
    },
    {scope: 'worker', timeout: firstStart},
  ],
  sharedDemo: [
    async ({}, use) => {
      const demo = await startDemo();
      await use(demo);
      await demo.stop();
    },
    {scope: 'worker', timeout: firstStart},
  ],
  allowedSecrets: [[], {option: true}],
  // What must be nowhere else is in no address, no log, no error, and not stored.
  context: async ({context, sharedWiki, allowedSecrets}, use) => {
    const watch = await watchSecrets(context, sharedWiki.consumers, allowedSecrets);
    await use(context);
    expect(await watch.found()).toEqual([]);
  },
  // An error nobody caught, or a rejection nobody handled, fails the test that met it.
  page: async ({page}, use) => {
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await use(page);
    expect(errors).toEqual([]);
  },
  wiki: async ({sharedWiki}, use) => {
    await sharedWiki.reset();
    await use(sharedWiki);
  },
  demo: async ({sharedDemo}, use) => {
    await sharedDemo.wiki.reset();
    await use(sharedDemo);
  },
});

export {expect};

/** The wiki from Node, for looking at what a test left there. */
export function wikiFromNode(api: string, fetch: Fetch = cookieFetch(), options: WikiOptions = {}): Wiki {
  return new Wiki(api, {userAgent: 'wikilit-tests/1.0 (https://wiki.example)', fetch, onWarning: () => {}, ...options});
}

/** The newest revision of a page, as anybody sees it. */
export async function newestRevision(api: string, title: string): Promise<{revid: number; user: string; comment: string; text: string}> {
  interface Answer {
    query: {pages: [{revisions: [{revid: number; user: string; comment: string; slots: {main: {content: string}}}]}]};
  }
  const {query} = await wikiFromNode(api).get<Answer>({action: 'query', prop: 'revisions', titles: [title], rvprop: ['ids', 'user', 'comment', 'content'], rvslots: 'main'});
  const {revid, user, comment, slots} = query.pages[0].revisions[0];
  return {revid, user, comment, text: slots.main.content};
}
