/**
 * The folder that outlives a run: MediaWiki's code, seeded templates, the TLS certificate.
 *
 * Two promises. Nothing half-made is ever seen: everything is built under a temporary name and renamed.
 * Nothing is made twice at once: makers of the same thing wait for each other.
 */
import {mkdir, open, readFile, rename, rm, stat, utimes} from 'node:fs/promises';
import {existsSync, statSync} from 'node:fs';
import {homedir, hostname} from 'node:os';
import {dirname, join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';

export function cacheRoot(): string {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'wikilit');
}

/**
 * The cached `name`, made by `make` where it is missing. `make` gets a temporary folder beside it to fill;
 * only a filled one gets the name.
 */
export async function cached(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const target = join(cacheRoot(), name);
  if (existsSync(target)) return target;
  return alone(name, async () => {
    if (existsSync(target)) return target;
    // Ours is the lock, so a draft of this name is what a killed process left.
    const draft = `${target}.part`;
    await rm(draft, {recursive: true, force: true});
    try {
      await mkdir(draft);
      await make(draft);
      await rename(draft, target);
    } finally {
      await rm(draft, {recursive: true, force: true});
    }
    return target;
  });
}

/** Forgets everything cached. Running instances go on: they have copies, except of MediaWiki's code. */
export async function clearCache(): Promise<void> {
  await rm(cacheRoot(), {recursive: true, force: true});
}

const BEAT_MS = 2_000;
const SILENT_MS = 60_000;

/** Runs `work` while no other process runs work of this name. */
export async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  const path = join(cacheRoot(), `${name}.lock`);
  await mkdir(dirname(path), {recursive: true});
  while (!(await take(path))) await wait(100);
  // A lock whose owner was killed is known by its silence: the owner touches the file all the time.
  const beat = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => undefined), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await rm(path, {force: true});
  }
}

async function take(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(`${hostname()} ${process.pid}`);
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  if (await abandoned(path)) {
    // Of several waiters that see the same dead lock, one wins the rename; the stat keeps the losers from
    // taking away the lock which the winner has made in the meantime.
    const inode = inodeOf(path);
    if (inode !== undefined && (await abandoned(path)) && inodeOf(path) === inode) {
      await rename(path, `${path}.dead`).catch(() => undefined);
      await rm(`${path}.dead`, {force: true});
    }
  }
  return false;
}

function inodeOf(path: string): number | undefined {
  return statSync(path, {throwIfNoEntry: false})?.ino;
}

async function abandoned(path: string): Promise<boolean> {
  try {
    const [owner, times] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    if (Date.now() - times.mtimeMs > SILENT_MS) return true;
    const [host, pid] = owner.split(' ');
    return host === hostname() && pid !== undefined && !alive(Number(pid));
  } catch {
    return false; // released while we looked
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
