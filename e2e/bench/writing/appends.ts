/** Lines appended to a page while answers and requests are lost, by each client: what is there, and what the caller was told. */
import {Writable} from 'node:stream';
import fetchRetry from 'fetch-retry';
import type {Page} from '@playwright/test';
import {signIn} from '../../signed-in.js';
import {botLogin, type Door} from '../../wiki/index.js';
import {losses} from '../../write-losses.js';
import {openWiki} from '../built.js';
import type {WritingBench} from './index.js';

const many = 200;
const seed = 42;
const title = 'Project:Log';

/** Appends a text, and throws what the caller would be told. */
type Append = (text: string) => Promise<unknown>;

interface Client {
  readonly name: string;
  /** Logged in through a door that loses nothing yet. */
  open(bench: WritingBench, door: Door): Promise<{append: Append; close?: () => Promise<void>}>;
}

export async function appends(bench: WritingBench): Promise<void> {
  const {report, wiki} = bench;
  report.title(`${many} appends; three of ten answers are lost after the wiki has saved, one of ten requests on the way to it; reads, too`);
  report.line(`${''.padEnd(30)}${['lines', 'twice', 'missing', 'told ok', 'failed', 'but saved', 'requests'].map((name) => name.padStart(10)).join('')}`);
  for (const client of [...anybody, ...(bench.peers ? others : [])]) {
    await wiki.reset();
    await (await openWiki(wiki, 'Admin')).page(title).edit({text: 'Log'});
    const door = await wiki.door();
    const {append, close} = await client.open(bench, door);
    const before = door.requests.length;
    door.setFaults({seed, rules: losses});
    const told: boolean[] = [];
    for (let index = 0; index < many; index++) {
      told.push(await append(`\n* ${index}.`).then(
        () => true,
        () => false,
      ));
    }
    door.setFaults(undefined);
    const requests = door.requests.length - before;
    await close?.();
    await door.close();
    const lines = (await (await openWiki(wiki)).page(title).text()).split('\n').slice(1);
    const times = told.map((_, index) => lines.filter((line) => line === `* ${index}.`).length);
    const figures = {
      lines: lines.length,
      twice: lines.length - new Set(lines).size,
      missing: times.filter((count) => count === 0).length,
      ok: told.filter(Boolean).length,
      failed: told.filter((ok) => !ok).length,
      butSaved: told.filter((ok, index) => !ok && (times[index] ?? 0) > 0).length,
    };
    report.line(`${client.name.padEnd(30)}${[...Object.values(figures), requests].map((figure) => String(figure).padStart(10)).join('')}`);
    if (client.name.startsWith('wikilit')) {
      const {lines: there, twice, missing, ok} = figures;
      report.gate(`${client.name}: lines, twice, missing, told as saved`, there === many && twice === 0 && missing === 0 && ok === many, `${there}, ${twice}, ${missing}, ${ok}`);
    }
  }
}

const anybody: readonly Client[] = [
  {
    name: 'wikilit, Node',
    async open({wiki}, door) {
      const page = (await openWiki({...wiki, api: door.api}, 'Olga')).page(title);
      return {append: (text) => page.append(text, {summary: 'log'})};
    },
  },
  {
    name: 'wikilit, Chromium',
    open: (bench, door) =>
      inPage(bench, door, async (text: string) => {
        const here = globalThis as unknown as {place?: import('wikilit').Page};
        const path = '/dist/wikilit.js';
        here.place ??= new ((await import(path)) as typeof import('wikilit')).Wiki(`${location.origin}/w/api.php`).page('Project:Log');
        await here.place.append(text, {summary: 'log'});
      }),
  },
  {
    name: 'mw.Api, Chromium',
    open: (bench, door) =>
      inPage(bench, door, async (text: string) => {
        const {mw} = globalThis as unknown as {mw: {loader: {using(name: string): Promise<void>}; Api: new () => {postWithEditToken(params: object): PromiseLike<unknown>}}};
        await mw.loader.using('mediawiki.api');
        await new mw.Api().postWithEditToken({action: 'edit', title: 'Project:Log', appendtext: text, summary: 'log'});
      }),
  },
  {
    name: 'fetch-retry, 3 retries, Node',
    async open({wiki}, door) {
      const {cookieFetch} = (await import(new URL('../../../dist/node.js', import.meta.url).href)) as typeof import('wikilit/node');
      const fetch = cookieFetch();
      const client = await openWiki({...wiki, api: door.api}, 'Olga', fetch);
      const token = await client.session.tokens.get('csrf');
      const again = fetchRetry(fetch as typeof globalThis.fetch, {retries: 3, retryDelay: 10});
      return {
        async append(text) {
          const params = {action: 'edit', format: 'json', formatversion: '2', title, appendtext: text, summary: 'log', token};
          const answer = (await (await again(door.api, {method: 'POST', body: new URLSearchParams(params)})).json()) as {edit?: {result: string}};
          if (answer.edit?.result !== 'Success') throw new Error(JSON.stringify(answer));
        },
      };
    },
  },
];

const others: readonly Client[] = [
  {
    name: 'mwn, 3 retries, Node',
    async open({wiki, peers}, door) {
      const {name: username, password} = botLogin(wiki.users.Olga) ?? {};
      if (!peers) throw new Error('mwn is not installed');
      const bot = new peers.Mwn({apiUrl: door.api, username, password, userAgent: 'wikilit-bench/1.0', silent: true, maxRetries: 3, retryPause: 10});
      await bot.login();
      peers.Mwn.setLoggingConfig({stream: new Writable({write: (_chunk, _encoding, done) => done()})});
      // What was lost it tells the console besides, whatever it was asked.
      const {log} = console;
      Reflect.set(console, 'log', () => undefined);
      return {
        append: (text) => bot.request({action: 'edit', title, appendtext: text, summary: 'log', token: bot.csrfToken}),
        close: async () => void Reflect.set(console, 'log', log),
      };
    },
  },
  {
    name: 'm3api, Node',
    async open({wiki, peers}, door) {
      const {name: lgname, password: lgpassword} = botLogin(wiki.users.Olga) ?? {};
      if (!peers) throw new Error('m3api is not installed');
      const session = new peers.m3api.default(door.api, {formatversion: 2}, {userAgent: 'wikilit-bench/1.0', warn: () => {}});
      await session.request({action: 'login', lgname, lgpassword}, {method: 'POST', tokenType: 'login', tokenName: 'lgtoken'});
      return {append: (text) => session.request({action: 'edit', title, appendtext: text, summary: 'log'}, {method: 'POST', tokenType: 'csrf'})};
    },
  },
];

/** In an article of the wiki, with Olga logged in. */
async function inPage({wiki, browser}: WritingBench, door: Door, append: (text: string) => Promise<void>): Promise<{append: Append; close: () => Promise<void>}> {
  const page: Page = await (await browser.newContext()).newPage();
  await page.addInitScript('globalThis.__name = (it) => it'); // the runner of these files puts calls of it into functions
  await signIn(page, {...wiki, origin: door.origin, api: door.api});
  await page.goto(`${door.origin}/wiki/Sandbox`, {waitUntil: 'networkidle'});
  return {append: (text) => page.evaluate(append, text), close: () => page.context().close()};
}
