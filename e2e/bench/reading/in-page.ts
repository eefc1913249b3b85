/** A page of the wiki with every client on it, ready: code loaded, session open. What is measured then runs in the page. */
import type {Page} from '@playwright/test';
import type {Wiki} from 'wikilit';
import {signIn} from '../../signed-in.js';
import type {UserName} from '../../wiki/index.js';
import type {M3api, M3apiSession} from '../peers.js';
import type {Bench} from './bench.js';

/** The part of `mw.Api` that is used. */
interface CoreApi {
  get(params: object): Promise<Readonly<Record<string, unknown>>>;
}

/** In the page: `globalThis.clients`. */
export interface Clients {
  readonly wikilit: Wiki;
  readonly core: CoreApi;
  /** Undefined where it could not be installed. */
  readonly m3api: M3apiSession | undefined;
  readonly set: M3api['set'] | undefined;
}

interface InPage {
  readonly mw: {loader: {using(name: string): Promise<void>}; Api: new (options?: object) => CoreApi};
  clients: Clients;
}

/** Close its context when done. */
export async function pageWithClients({wiki, browser, peers}: Bench, user?: UserName, api = wiki.api): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.addInitScript('globalThis.__name = (it) => it'); // the runner of these files puts calls of it into functions
  if (user) await signIn(page, wiki, wiki.users[user]);
  await page.goto(`${wiki.origin}/wiki/Sandbox`, {waitUntil: 'networkidle'});
  await page.evaluate(
    async ({api, user, modules}) => {
      const here = globalThis as unknown as InPage;
      const {Wiki} = (await import(modules.wikilit)) as typeof import('wikilit');
      const m3api = modules.m3api === undefined ? undefined : ((await import(modules.m3api)) as M3api);
      await here.mw.loader.using('mediawiki.api');
      here.clients = {
        wikilit: new Wiki(api, {onWarning: () => {}}),
        core: new here.mw.Api({ajax: {url: api}}),
        m3api: m3api && new m3api.default(api, {formatversion: 2}, {userAgent: 'wikilit-bench/1.0', method: 'POST'}),
        set: m3api?.set,
      };
      if (user) await here.clients.wikilit.userinfo();
    },
    {api, user, modules: {wikilit: '/dist/wikilit.js', m3api: peers && '/peers/m3api/browser.js'}},
  );
  return page;
}
