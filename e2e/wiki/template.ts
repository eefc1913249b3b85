/**
 * A seeded wiki, made once and copied for every instance. Its key covers everything it is made of, so a change
 * of the seed, the settings, MediaWiki or PHP makes a new one.
 */
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {mkdir, readFile, readdir, rm, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {cacheRoot, cached} from './cache.js';
import type {Software} from './mediawiki.js';
import {environment, runPhp} from './php.js';
import {seedData} from './seed/index.js';
import {users} from './users.js';

const here = fileURLToPath(new URL('.', import.meta.url));

/** What a wiki of ours loads where MediaWiki's folder has it. */
const EXTENSIONS = [
  'AbuseFilter', 'CategoryTree', 'Cite', 'CodeEditor', 'ConfirmEdit', 'DiscussionTools', 'Echo', 'Gadgets', 'InputBox',
  'Interwiki', 'Linter', 'Nuke', 'OATHAuth', 'PageImages', 'ParserFunctions', 'Renameuser', 'Scribunto', 'SpamBlacklist',
  'TemplateData', 'TextExtracts', 'Thanks', 'TitleBlacklist', 'VisualEditor', 'WikiEditor',
];

export interface Template {
  readonly folder: string;
  readonly extensions: readonly string[];
}

export async function wikiTemplate(software: Software, log: (line: string) => void): Promise<Template> {
  const installed = EXTENSIONS.filter((name) => existsSync(join(software.folder, 'extensions', name, 'extension.json')));
  // QuestyCaptcha is a plugin inside ConfirmEdit; it has no tables, so the installer need not know it.
  const questy = 'ConfirmEdit/QuestyCaptcha';
  const extensions = existsSync(join(software.folder, 'extensions', questy, 'extension.json')) ? [...installed, questy] : installed;
  const prefix = `template-${software.version}-`;
  const folder = await cached(`${prefix}${await key(software, extensions)}`, async (draft) => {
    log(`installing and seeding a MediaWiki ${software.version}`);
    await install(software, draft, installed);
    const env = environment(software, draft, extensions);
    await runPhp(software, [join(here, 'seed/seed.php')], env, JSON.stringify({users: Object.values(users), ...seedData()}));
    await dropOld(prefix);
  });
  return {folder, extensions};
}

async function install(software: Software, folder: string, extensions: readonly string[]): Promise<void> {
  for (const part of ['data', 'images', 'cache', 'tmp', 'conf']) await mkdir(join(folder, part));
  const args = [
    'maintenance/install.php',
    '--dbtype=sqlite',
    `--dbpath=${join(folder, 'data')}`,
    '--dbname=wikilit',
    '--server=http://127.0.0.1',
    '--scriptpath=/w',
    `--pass=${users.Admin.password}`,
    `--confpath=${join(folder, 'conf')}`,
    `--extensions=${extensions.join(',')}`,
    'Wikilit',
    users.Admin.name,
  ];
  // A LocalSettings.php in somebody's own folder is of another wiki: the installer shall look elsewhere, and find none.
  await runPhp(software, args, {MW_CONFIG_FILE: join(folder, 'conf/none.php')});
  await rm(join(folder, 'conf'), {recursive: true}); // LocalSettings.wikilit.php stands in for it
}

async function key(software: Software, extensions: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  // Somebody's own checkout changes without changing its version.
  const {mtimeMs} = await stat(join(software.folder, 'autoload.php'));
  hash.update(JSON.stringify([software.version, mtimeMs, software.phpVersion, extensions]));
  const files = (await readdir(here, {recursive: true})).filter((name) => /^seed\/|^LocalSettings|^users\.ts$|^template\.ts$/.test(name));
  for (const name of files.sort()) {
    if ((await stat(join(here, name))).isFile()) hash.update(name).update(await readFile(join(here, name)));
  }
  return hash.digest('hex').slice(0, 12);
}

/** A template that is not of today is of a seed that has changed, most likely. */
export async function dropOld(prefix: string): Promise<void> {
  for (const name of await readdir(cacheRoot())) {
    const path = join(cacheRoot(), name);
    if (!name.startsWith(prefix) || /\.(part|lock)/.test(name)) continue;
    if (Date.now() - (await stat(path)).mtimeMs > 24 * 3600_000) await rm(path, {recursive: true, force: true});
  }
}
