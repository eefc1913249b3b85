/** The library as users load it, from `dist/`: sources run by a compiler on the way cost time of their own. */
import {existsSync} from 'node:fs';
import type {Fetch, Wiki, WikiOptions} from 'wikilit';
import type {TestWiki, UserName} from '../wiki/index.js';

const dist = new URL('../../dist/', import.meta.url);

if (!existsSync(new URL('wikilit.js', dist))) throw new Error('There is no dist/ to measure: `npm run build` makes it.');

const {Wiki: BuiltWiki} = (await import(new URL('index.js', dist).href)) as typeof import('wikilit');
const {cookieFetch} = (await import(new URL('node.js', dist).href)) as typeof import('wikilit/node');

export const builtWiki = (api: string, options: WikiOptions = {}): Wiki => new BuiltWiki(api, {userAgent: 'wikilit-bench/1.0 (https://wiki.example)', onWarning: () => {}, ...options});

/** A session of that user which is open already: who it is and what they may do is known. Of nobody without a name. */
export async function openWiki(wiki: TestWiki, user?: UserName, fetch: Fetch = cookieFetch()): Promise<Wiki> {
  const client = builtWiki(wiki.api, {fetch});
  if (user) await client.clientlogin({username: wiki.users[user].name, password: wiki.users[user].password});
  await client.userinfo();
  return client;
}
