/** PHP as a server and as a command, on one instance's data. */
import {spawn, type ChildProcess} from 'node:child_process';
import {createServer} from 'node:net';
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {setTimeout as wait} from 'node:timers/promises';
import {cacheRoot} from './cache.js';
import type {Software} from './mediawiki.js';
import {run} from './run.js';

const here = fileURLToPath(new URL('.', import.meta.url));

/** What LocalSettings.wikilit.php and router.php read. */
export function environment(software: Software, folder: string, extensions: readonly string[]): Record<string, string> {
  return {
    MW_CONFIG_FILE: join(here, 'LocalSettings.wikilit.php'),
    WIKILIT_DATA: folder,
    WIKILIT_CODE: software.folder,
    WIKILIT_EXTENSIONS: extensions.join(','),
    TMPDIR: join(folder, 'tmp'),
  };
}

function settings(software: Software): string[] {
  // Compiled code is kept on disk between runs: a cold start of MediaWiki compiles for a second otherwise.
  const compiled = join(cacheRoot(), `opcache-${software.phpVersion}`);
  mkdirSync(compiled, {recursive: true});
  const values = {
    'memory_limit': '1G',
    'display_errors': 'stderr',
    'opcache.enable': '1',
    'opcache.enable_cli': '1',
    'opcache.memory_consumption': '256',
    'opcache.interned_strings_buffer': '32',
    'opcache.max_accelerated_files': '30000',
    'opcache.revalidate_freq': '60',
    'opcache.file_cache': compiled,
    'apc.enable_cli': '1',
    'apc.shm_size': '128M',
    'upload_max_filesize': '100M',
    'post_max_size': '110M',
    'max_execution_time': '120',
    'zlib.output_compression': '1',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-d', `${name}=${value}`]);
}

/** Runs a PHP script to its end. */
export function runPhp(software: Software, args: readonly string[], env: Record<string, string> = {}, input?: string): Promise<string> {
  return run(software.php, [...settings(software), ...args], {cwd: software.folder, env, ...(input !== undefined && {input})});
}

export interface PhpServer {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * The wrapper's one duty is that nothing survives us, however we end. It reads a pipe that we hold open and
 * never write to: when it ends, we closed it or died, and the server, its workers and its folder go.
 * TERM to the whole process group reaches the workers, which PHP's own shutdown forgets.
 */
const GUARD = `
folder=$1; shift
trap : TERM INT HUP
{ trap - TERM; "$@" </dev/null; kill -TERM 0; } &
cat >/dev/null
kill -TERM 0
wait
rm -rf "$folder" || { sleep 1; rm -rf "$folder"; } # a worker may have been writing
`;

/** Another process took the free port we had found, before PHP could. */
export class PortTakenError extends Error {}

/** Serves `folder` (an instance) on a free port of 127.0.0.1. The folder goes with the server. */
export async function servePhp(software: Software, folder: string, env: Record<string, string>): Promise<PhpServer> {
  const port = await freePort();
  const args = [...settings(software), '-S', `127.0.0.1:${port}`, '-t', join(folder, 'htdocs'), join(here, 'router.php')];
  const child = spawn('sh', ['-c', GUARD, 'sh', folder, software.php, ...args], {
    detached: true, // a process group of its own, which a Ctrl-C in the terminal does not reach before us
    stdio: ['pipe', 'ignore', 'pipe'],
    env: {...process.env, ...env, PHP_CLI_SERVER_WORKERS: '3'},
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
  const exited = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
  if (!(await listening(port, folder, child))) {
    child.stdin.end();
    await closed;
    throw new (/in use/i.test(said) ? PortTakenError : Error)(`PHP's server did not start:\n${said}`);
  }
  // Neither the wrapper nor its pipes shall keep a finished test run alive.
  child.unref();
  for (const pipe of [child.stdin, child.stderr]) (pipe as unknown as {unref(): void}).unref();
  return {
    port,
    async stop() {
      child.ref(); // or node, with nothing else to do, ends before the folder is gone
      child.stdin.end();
      await exited;
    },
  };
}

/** Asks until the port answers as the server of this folder; false when the server is gone instead. */
async function listening(port: number, folder: string, child: ChildProcess): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    if ((await forget(port).catch(() => '')) === folder) return true;
    await wait(20);
  }
  return false;
}

/** Empties the server's shared memory (APCu: caches, sessions). Answers with the folder it serves. */
export async function forget(port: number): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/.wikilit/forget`);
  return answer.text();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
