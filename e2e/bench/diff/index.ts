/** `npm run bench -- diff`: differences, computed and drawn, beside other engines and MediaWiki's own page. */
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {chromium} from '@playwright/test';
import {chromiumLaunch} from '../../chromium.js';
import {startWiki} from '../../wiki/index.js';
import {run} from '../../wiki/run.js';
import {installed} from '../peers.js';
import type {Report} from '../report.js';
import type {Command, DiffBench} from './bench.js';
import {compared} from './compared.js';
import {drawn} from './drawn.js';
import {merged} from './merged.js';
import {mainThread} from './main-thread.js';

const versions = {diff: '9.0.0', 'diff-match-patch': '1.0.5', '@codemirror/merge': '6.12.3', 'node-diff3': '3.2.1'} as const;

const path = (name: string): string => new URL(name, import.meta.url).pathname;

const parts: Readonly<Record<string, (bench: DiffBench) => Promise<void>>> = {compared, merged, mainThread, drawn};

/** @param only - one part: `compared`, … */
export async function diff(report: Report, only?: string): Promise<void> {
  const wanted = Object.entries(parts).filter(([name]) => only === undefined || name === only);
  if (wanted.length === 0) throw new TypeError(`Diff has no part "${only}". There are: ${Object.keys(parts).join(', ')}`);
  report.title('Differences');
  const log = (line: string): void => report.line(line);
  const [modules, wikidiff2] = [await installed(versions, log), await ownEngine(log)];
  const node: DiffBench['node'] = (engine, ...rest) => [process.execPath, ...process.execArgv, path('engines/serve.ts'), engine, modules ?? '', ...rest];
  const folder = await mkdtemp(join(tmpdir(), 'wikilit-bench-'));
  const wiki = await startWiki({serve: {'/dist/': path('../../../dist'), '/pages/': path('../../pages')}, log});
  const browser = await chromium.launch(chromiumLaunch());
  try {
    for (const [, part] of wanted) await part({report, browser, wiki, folder, modules, node, wikidiff2});
  } finally {
    await browser.close();
    await wiki.stop();
    await rm(folder, {recursive: true});
  }
}

async function ownEngine(log: (line: string) => void): Promise<Command | undefined> {
  const version = await run('php', ['-r', 'echo function_exists("wikidiff2_version") ? wikidiff2_version() : "";']).catch(() => '');
  log(version === '' ? 'PHP has no wikidiff2 here, so it is left out' : `wikidiff2 ${version}`);
  return version === '' ? undefined : ['php', '-d', 'memory_limit=-1', path('engines/wikidiff2.php')];
}
