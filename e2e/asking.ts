/** What the specs of reading share: who asks, what comes of it, and what it costs. */
import type {Wiki} from 'wikilit';
import {wikiFromNode} from './fixtures.js';
import type {TestWiki, UserName} from './wiki/index.js';

export const nobody = (wiki: TestWiki): Wiki => wikiFromNode(wiki.api);

export async function as(wiki: TestWiki, user: UserName): Promise<Wiki> {
  const client = nobody(wiki);
  const {name: username, password} = wiki.users[user];
  await client.clientlogin({username, password});
  return client;
}

export const refusal = (promise: Promise<unknown>): Promise<Record<string, unknown>> =>
  promise.then(
    () => ({name: 'no error'}),
    (error: unknown) => error as Record<string, unknown>,
  );

export const titles = (rows: readonly {readonly title?: string}[]): (string | undefined)[] => rows.map(({title}) => title);

/** How many requests it takes. */
export async function requests(wiki: TestWiki, run: () => Promise<unknown>): Promise<number> {
  const before = wiki.front.requests.length;
  await run();
  return wiki.front.requests.length - before;
}

/** Saves pages, as Olga. */
export async function make(wiki: TestWiki, pages: Readonly<Record<string, string>>): Promise<void> {
  const olga = await as(wiki, 'Olga');
  for (const [title, text] of Object.entries(pages)) await olga.page(title).edit({text, createonly: true});
}
