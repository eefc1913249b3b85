/** What the specs of writing share: people who edit meanwhile, and what is there at the end. */
import {setTimeout as wait} from 'node:timers/promises';
import type {Wiki} from 'wikilit';
import {cookieFetch} from 'wikilit/node';
import {wikiFromNode} from './fixtures.js';
import type {TestWiki, UserName} from './wiki/index.js';

/** As many as are run by `npm run test:long`, or few enough for each change. */
export const howMany = (few: number, many: number): number => (process.env['WIKILIT_RUNS'] === undefined ? few : many);

/** Somebody logged in at the plain door, asking at another; cookies know no ports. */
export async function loggedIn(wiki: TestWiki, user: UserName, api = wiki.api): Promise<Wiki> {
  const fetch = cookieFetch();
  const {name: username, password} = wiki.users[user];
  await wikiFromNode(wiki.api, fetch).clientlogin({username, password});
  const client = wikiFromNode(api, fetch);
  client.session.changeUser(username);
  return client;
}

/** What a call was told: the outcome, or the name of the error. */
export interface Told {
  readonly line: string;
  readonly outcome: string;
  readonly newrevid?: number | undefined;
  readonly recovered?: boolean | undefined;
  readonly reverted?: boolean | undefined;
}

/** Writes lines one after the other, and tells what each was told. Of what never left, as its base could not be read, that is told, and it is written again. */
export async function writeLines(count: number, write: (line: string, index: number) => Promise<Omit<Told, 'line'>>, name = 'line'): Promise<Told[]> {
  const told: Told[] = [];
  for (let index = 0; index < count; index++) {
    const line = `* ${name} ${index}.`;
    const once = (): Promise<Omit<Told, 'line'>> => write(line, index).catch((error: Error) => (error.name === 'NetworkError' ? once() : {outcome: `${error.name}: ${error.message}`}));
    const {outcome, newrevid, recovered, reverted} = await once();
    told.push({line, outcome, newrevid, recovered, reverted});
  }
  return told;
}

/** What somebody else does all the time, past the faults. */
export interface Meanwhile {
  /** Waits for the edit that is under way. */
  stop(): Promise<readonly string[]>;
}

/**
 * Edits as Henrik, one edit after the other, by the API alone.
 *
 * @param params - what the edit is, with that line
 * @param pauseMs - between one and the next: who comes between every look at a place and every edit there lets nobody through
 */
export async function meanwhile(wiki: TestWiki, title: string, params: (line: string) => object, pauseMs: number): Promise<Meanwhile> {
  const henrik = await loggedIn(wiki, 'Henrik');
  const lines: string[] = [];
  const state = {going: true};
  const work = (async () => {
    while (state.going) {
      const line = `* Henrik ${lines.length}.`;
      await henrik.post({action: 'edit', title, summary: 'henrik', ...params(line)}, {token: 'csrf'});
      lines.push(line);
      await wait(pauseMs);
    }
  })();
  return {
    async stop() {
      state.going = false;
      await work;
      return lines;
    },
  };
}

/** What a page holds of the lines that were written. */
export interface Tally {
  readonly written: number;
  readonly missing: readonly string[];
  readonly duplicates: readonly string[];
}

export async function tally(wiki: TestWiki, title: string, lines: readonly string[]): Promise<Tally> {
  const there = (await wikiFromNode(wiki.api).page(title).text()).split('\n');
  const count = (line: string): number => there.filter((one) => one.includes(line)).length;
  return {written: lines.length, missing: lines.filter((line) => count(line) === 0), duplicates: lines.filter((line) => count(line) > 1)};
}

/** A revision, with what it added. */
export interface Added {
  readonly revid: number;
  readonly user: string | undefined;
  readonly comment: string;
  readonly lines: readonly string[];
}

/** The history of a page, the oldest first. */
export async function history(wiki: TestWiki, title: string): Promise<Added[]> {
  const rows = await wikiFromNode(wiki.api).page(title).revisions({prop: ['ids', 'user', 'comment', 'content'], slots: 'main', dir: 'newer'}).toArray();
  let before: readonly string[] = [];
  return rows.map((row) => {
    const {revid, user, comment, slots} = row as unknown as {revid: number; user?: string; comment: string; slots: {main: {content: string}}};
    const text = slots.main.content.split('\n');
    const left = [...before];
    const lines = text.filter((line) => {
      const at = left.indexOf(line);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
    before = text;
    return {revid, user, comment, lines};
  });
}

/** The law, of calls that were all told as saved: each line is there once, made by the revision that was told. */
export function untrue(told: readonly Told[], revisions: readonly Added[]): string[] {
  return told.flatMap(({line, outcome, newrevid}) => {
    const made = revisions.filter(({user, lines}) => user !== 'Henrik' && lines.some((one) => one.includes(line)));
    if (made.length === 1 && outcome === 'saved' && made[0]?.revid === newrevid) return [];
    return [`${line} told: ${outcome} ${newrevid ?? ''}; made in ${made.map(({revid}) => revid).join(', ') || 'none'}`];
  });
}
