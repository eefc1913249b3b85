/** A running copy of the template: its own folder, its own PHP server, its own memory. */
import {constants, existsSync} from 'node:fs';
import {cp, mkdir, mkdtemp, readFile, rm, symlink} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Gate} from './gate.js';
import type {Software} from './mediawiki.js';
import {PortTakenError, environment, forget, servePhp, type PhpServer} from './php.js';
import type {Template} from './template.js';

export interface Mail {
  to: string[];
  from: string;
  subject: string;
  body: string;
}

export interface Instance {
  readonly folder: string;
  readonly php: PhpServer;
  readonly gate: Gate;
  /** The seeded state again. The caller has made sure that no door sends a late request afterwards. */
  reset(): Promise<void>;
  mail(): Promise<Mail[]>;
  stop(): Promise<void>;
}

export async function startInstance(software: Software, template: Template): Promise<Instance> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await tryInstance(software, template);
    } catch (error) {
      if (!(error instanceof PortTakenError) || attempt === 3) throw error;
    }
  }
}

async function tryInstance(software: Software, template: Template): Promise<Instance> {
  const folder = await mkdtemp(join(tmpdir(), 'wikilit-'));
  await fill(folder, template);
  await copy(join(template.folder, 'cache'), join(folder, 'cache'));
  await mkdir(join(folder, 'htdocs'));
  await symlink(software.folder, join(folder, 'htdocs/w'));
  await symlink('../images', join(folder, 'htdocs/images'));
  const gate = new Gate();
  const php = await servePhp(software, folder, environment(software, folder, template.extensions));
  return {
    folder,
    php,
    gate,
    reset: () =>
      gate.alone(async () => {
        await forget(php.port);
        await fill(folder, template);
      }),
    async mail() {
      const file = join(folder, 'mail.jsonl');
      if (!existsSync(file)) return [];
      const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
      return lines.map((line) => JSON.parse(line) as Mail);
    },
    stop: () => gate.alone(() => php.stop()),
  };
}

/** Everything a wiki changes while it runs, except the compiled messages. */
async function fill(folder: string, template: Template): Promise<void> {
  // SQLite's write-ahead log belongs to the database that goes, and would be played into the one that comes.
  for (const part of ['data', 'images', 'tmp', 'mail.jsonl']) await rm(join(folder, part), {recursive: true, force: true});
  await mkdir(join(folder, 'tmp'));
  for (const part of ['data', 'images']) await copy(join(template.folder, part), join(folder, part));
}

async function copy(from: string, to: string): Promise<void> {
  await cp(from, to, {recursive: true, mode: constants.COPYFILE_FICLONE});
}
