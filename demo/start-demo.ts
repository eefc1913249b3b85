/** A real wiki with three ways in, and the demo page on the wiki's own origin: for `npm start` and for the tests. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {startWiki, type TestWiki, type WikiOptions} from '../e2e/wiki/index.js';
import type {DemoSetting} from './wikis.js';

const folder = (path: string): string => new URL(`../${path}`, import.meta.url).pathname;

/** The built demo, the built library, and what the demo must be told. */
export const demoFolders = (setting: string): Record<string, string> => ({'/demo/': folder('demo/dist'), '/dist/': folder('dist'), '/demo-setting/': setting});

export interface Demo {
  readonly url: string;
  readonly wiki: TestWiki;
  readonly setting: DemoSetting;
  stop(): Promise<void>;
}

export async function startDemo(options: WikiOptions = {}): Promise<Demo> {
  const settingFolder = mkdtempSync(join(tmpdir(), 'wikilit-demo-'));
  const wiki = await startWiki({...options, serve: demoFolders(settingFolder)});
  const allowed = await wiki.door({crossSite: [new URL(wiki.origin).host]});
  const open = await wiki.door();
  const setting: DemoSetting = {
    wikis: [
      {label: 'this wiki, same origin', api: wiki.api, auth: 'cookies', about: 'This page lies on the wiki’s own origin, as gadgets do: your cookies count, nothing needs to be allowed.'},
      {label: 'this wiki, from another origin, logged in', api: allowed.api, auth: 'cookies', about: 'The wiki lists this page’s origin in $wgCrossSiteAJAXdomains: cookies travel, and each request asserts who you are.'},
      {label: 'this wiki, from another origin, as nobody', api: open.api, auth: 'anonymous', about: 'origin=* works on every wiki without being asked for, for reading.'},
    ],
    users: Object.values(wiki.users)
      .filter((user) => !('totpSecret' in user))
      .map(({name, password, what}) => ({name, password, about: what})),
    titles: ['Sandbox', ...(await titles(wiki))],
  };
  writeFileSync(join(settingFolder, 'setting.json'), JSON.stringify(setting));
  const stop = async (): Promise<void> => {
    rmSync(settingFolder, {recursive: true, force: true});
    await wiki.stop();
  };
  return {url: `${wiki.origin}/demo/`, wiki, setting, stop};
}

async function titles({api}: TestWiki): Promise<string[]> {
  const response = await fetch(`${api}?action=query&list=allpages&aplimit=40&apfilterredir=nonredirects&format=json&formatversion=2`);
  const {query} = (await response.json()) as {query: {allpages: {title: string}[]}};
  return query.allpages.map(({title}) => title);
}
