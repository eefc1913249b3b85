/** The other clients, installed by npm into `.cache/peers`: they are measured beside ours, and no part of the package. */
import {existsSync} from 'node:fs';
import {mkdir, writeFile} from 'node:fs/promises';
import type {Writable} from 'node:stream';
import {pathToFileURL} from 'node:url';
import {run} from '../wiki/run.js';

/** @see https://www.npmjs.com/package/m3api */
export interface M3apiSession {
  request(params: object, options?: object): Promise<unknown>;
  fetch(url: URL, options: {method: string; body: URLSearchParams | null}): Promise<Response>;
}

export interface M3api {
  readonly default: new (api: string, params: object, options: object) => M3apiSession;
  readonly set: (...values: readonly (string | number)[]) => Set<string | number>;
}

/** @see https://www.npmjs.com/package/mwn */
interface MwnBot {
  readonly csrfToken: string;
  login(): Promise<unknown>;
  request(params: object): Promise<unknown>;
  massQuery(params: object, batchField?: string): Promise<readonly object[]>;
}

export interface Peers {
  readonly m3api: M3api;
  readonly Mwn: (new (options: object) => MwnBot) & {setLoggingConfig(config: {readonly stream: Writable}): void};
  /** Modules for browsers are below it. */
  readonly folder: string;
}

const versions = {m3api: '1.1.0', mwn: '3.0.3'} as const;

const peersFolder = new URL('../../.cache/peers/', import.meta.url).pathname;

/** @returns undefined where they cannot be installed; why is told to `log` */
export async function peers(log: (line: string) => void): Promise<Peers | undefined> {
  const folder = await installed(versions, log);
  if (folder === undefined) return undefined;
  const load = (path: string): Promise<unknown> => import(pathToFileURL(`${folder}/${path}`).href);
  const m3api = (await load('m3api/node.js')) as M3api;
  const {Mwn} = (await load('mwn/build/index.js')) as Pick<Peers, 'Mwn'>;
  return {m3api, Mwn, folder};
}

/**
 * Packages that are only measured.
 *
 * @param versions - of each package
 * @returns the folder they are in; undefined where they cannot be installed: why is told to `log`
 */
export async function installed(versions: Readonly<Record<string, string>>, log: (line: string) => void): Promise<string | undefined> {
  const wanted = Object.entries(versions).map(([name, version]) => `${name}@${version}`);
  const folder = `${peersFolder}${wanted.join('+').replaceAll('/', '-')}`;
  const modules = `${folder}/node_modules`;
  try {
    if (!existsSync(`${modules}/.package-lock.json`)) {
      log(`installing ${wanted.join(', ')} into ${folder}`);
      await mkdir(folder, {recursive: true});
      await writeFile(`${folder}/package.json`, '{"private": true}');
      // Without a network, this shall not take minutes.
      await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', '--fetch-retries=0', ...wanted], {cwd: folder});
    }
    return modules;
  } catch (error) {
    const why = /npm error (?!code|errno|syscall|A complete).*/.exec(String(error))?.[0] ?? String(error);
    log(`${wanted.join(', ')} cannot be installed, and are left out: is there a network? (${why})`);
    return undefined;
  }
}
