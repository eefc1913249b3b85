/**
 * PHP and MediaWiki from Debian's own archive: signed, mirrored everywhere, and MediaWiki comes with the
 * extensions that tests need. Other systems bring their own: see `mediawiki.ts`.
 */
import {existsSync} from 'node:fs';
import {mkdir, readFile, readdir, rename, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {cached} from './cache.js';
import {run} from './run.js';

export type MediaWikiVersion = '1.43' | '1.39';

export const PHP_PACKAGES = [
  'php-cli', 'php-sqlite3', 'php-intl', 'php-mbstring', 'php-xml', 'php-curl', 'php-apcu', 'php-gd', 'php-wikidiff2',
  'lua5.1', // what Scribunto runs
] as const;

/** Which suite of Debian has which MediaWiki. The packages are `all`, so any Debian can unpack either. */
const SUITE: Record<MediaWikiVersion, string> = {'1.43': 'trixie', '1.39': 'bookworm'};

/** Debian itself: its descendants have apt too, but not these suites. */
export async function isDebian(): Promise<boolean> {
  return existsSync('/usr/bin/apt-get') && /^ID=debian$/m.test(await readFile('/etc/os-release', 'utf8').catch(() => ''));
}

/** Installs what is missing of PHP. Needs root; without it the error says what root has to type. */
export async function installPhp(log: (line: string) => void): Promise<void> {
  const installed = await run('dpkg-query', ['-W', '-f', '${db:Status-Abbrev} ${Package} ${Provides}\n']);
  const has = (name: string): boolean =>
    installed.split('\n').some((line) => line.startsWith('ii ') && line.split(/[ ,]+/).includes(name));
  const missing = PHP_PACKAGES.filter((name) => !has(name));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    throw new Error(`The test wiki needs PHP. As root, run:\n  apt-get install --no-install-recommends ${missing.join(' ')}`);
  }
  log(`installing ${missing.join(' ')}`);
  const env = {DEBIAN_FRONTEND: 'noninteractive'};
  const install = ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120', ...missing];
  // The lists of a fresh machine are empty or old; those of any other save a download.
  await run('apt-get', install, {env}).catch(async () => {
    await run('apt-get', ['update'], {env});
    await run('apt-get', install, {env});
  });
}

/** The folder of MediaWiki's code, fetched where it is not in the cache yet. */
export async function debianMediaWiki(version: MediaWikiVersion, log: (line: string) => void): Promise<string> {
  return cached(`mediawiki-${version}`, async (folder) => {
    log(`fetching MediaWiki ${version} from Debian ${SUITE[version]}`);
    const work = join(folder, '.apt');
    const names = ['mediawiki', 'mediawiki-classes'];
    const packages = await download('deb', SUITE[version], ['download', ...names], /\.deb$/, work);
    if (packages.length !== names.length) throw new Error(`Debian ${SUITE[version]} has no ${names.join(' and ')}: got ${packages.join(', ')}`);
    for (const file of packages) await run('dpkg', ['-x', file, work]);
    await arrange(work, folder);
    await rm(work, {recursive: true});
  });
}

/** A folder with some of the source package's files (MediaWiki's own tests are in no other), cached as `name`. */
export async function debianSources(version: MediaWikiVersion, name: string, paths: readonly string[], log: (line: string) => void): Promise<string> {
  return cached(name, async (folder) => {
    log(`fetching the sources of MediaWiki ${version} from Debian ${SUITE[version]}`);
    const work = join(folder, '.apt');
    const command = ['source', '--download-only', '--only-source', '--tar-only', 'mediawiki'];
    const [archive] = await download('deb-src', SUITE[version], command, /\.orig\.tar\.\w+$/, work);
    if (archive === undefined) throw new Error(`Debian ${SUITE[version]} has no sources of mediawiki`);
    const wanted = paths.map((path) => `*/${path}`);
    await run('tar', ['-xf', archive, '-C', folder, '--strip-components=1', '--wildcards', '--no-wildcards-match-slash', ...wanted]);
    await rm(work, {recursive: true});
  });
}

/**
 * What an apt-get command puts into its folder, with lists of its own, so that neither the machine's sources nor its
 * pinning change. apt checks the signature of the suite and the hash of every file, and names one only when it is whole.
 */
async function download(type: 'deb' | 'deb-src', suite: string, command: readonly string[], wanted: RegExp, work: string): Promise<string[]> {
  const source = await archive();
  const signed = source.signedBy ? ` [signed-by=${source.signedBy}]` : '';
  for (const part of ['lists/partial', 'cache/archives/partial', 'got']) await mkdir(join(work, part), {recursive: true});
  await writeFile(join(work, 'sources.list'), `${type}${signed} ${source.uri} ${suite} main\n`);
  const options = {
    'Dir::Etc::sourcelist': join(work, 'sources.list'),
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::State::lists': join(work, 'lists'),
    'Dir::Cache': join(work, 'cache'),
    'Acquire::Languages': 'none',
    'Acquire::Retries': '3',
    'APT::Sandbox::User': 'root', // the folder is ours alone; apt's own user may not write there
  };
  const flags = Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  await run('apt-get', [...flags, '--error-on=any', 'update']);
  await run('apt-get', [...flags, ...command], {cwd: join(work, 'got')});
  const files = await readdir(join(work, 'got'));
  return files.filter((name) => wanted.test(name)).map((name) => join(work, 'got', name));
}

/**
 * Debian spreads MediaWiki over /usr, /var and /etc with absolute links between them. Here it becomes the one
 * folder that MediaWiki's own archive would have been, without configuration or uploads.
 */
async function arrange(work: string, folder: string): Promise<void> {
  const code = join(work, 'usr/share/mediawiki');
  for (const link of ['extensions', 'config', 'images', 'LocalSettings.php']) await rm(join(code, link), {recursive: true, force: true});
  await rename(join(code, 'extensions-core'), join(code, 'extensions'));
  for (const name of await readdir(code)) await rename(join(code, name), join(folder, name));
}

interface Archive {
  uri: string;
  signedBy?: string;
}

/** The mirror this machine already uses for Debian proper (not security, not backports, not another vendor's). */
async function archive(): Promise<Archive> {
  const release = await readFile('/etc/os-release', 'utf8');
  const codename = /^VERSION_CODENAME=(\w+)/m.exec(release)?.[1] ?? 'stable';
  const folder = '/etc/apt/sources.list.d';
  const names = existsSync(folder) ? await readdir(folder) : [];
  const files = ['/etc/apt/sources.list', ...names.map((name) => join(folder, name))].filter((file) => existsSync(file));
  for (const file of files) {
    const text = await readFile(file, 'utf8');
    const found = file.endsWith('.sources') ? fromDeb822(text, codename) : file.endsWith('.list') ? fromList(text, codename) : undefined;
    if (found) return found;
  }
  throw new Error(
    `None of this machine's apt sources offers Debian ${codename}, so there is no mirror to fetch MediaWiki from. ` +
      'Set WIKILIT_MEDIAWIKI_DIR to an unpacked MediaWiki instead.',
  );
}

export function fromDeb822(text: string, codename: string): Archive | undefined {
  for (const stanza of text.replace(/^#.*\n/gm, '').split(/\n\s*\n/)) {
    // A value goes on in the lines that start with a blank.
    const field = (name: string): string[] =>
      new RegExp(`^${name}:((?:.*)(?:\\n[ \\t]+.*)*)`, 'im').exec(stanza)?.[1]?.trim().split(/\s+/) ?? [];
    if (/^Enabled:\s*no/im.test(stanza) || !field('Types').includes('deb')) continue;
    if (!isMain(field('Suites'), field('Components'), codename)) continue;
    const uri = field('URIs')[0];
    const key = field('Signed-By')[0];
    if (uri) return key?.startsWith('/') ? {uri, signedBy: key} : {uri};
  }
  return undefined;
}

export function fromList(text: string, codename: string): Archive | undefined {
  for (const line of text.split('\n')) {
    const [, options = '', uri, suite, components] = /^deb\s+(?:\[(.*?)\]\s+)?(\S+)\s+(\S+)\s+(.*)/.exec(line.trim()) ?? [];
    if (!uri || !suite || !components || !isMain([suite], components.split(/\s+/), codename)) continue;
    const key = /signed-by=(\S+)/i.exec(options)?.[1];
    return key ? {uri, signedBy: key} : {uri};
  }
  return undefined;
}

function isMain(suites: string[], components: string[], codename: string): boolean {
  return components.includes('main') && suites.some((suite) => suite === codename || suite === 'stable');
}
