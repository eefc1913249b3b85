/** Which MediaWiki and which PHP a wiki runs on: Debian's, or the ones somebody names. */
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {alone} from './cache.js';
import {PHP_PACKAGES, debianMediaWiki, installPhp, isDebian, type MediaWikiVersion} from './install-debian.js';
import {run} from './run.js';

export interface Software {
  /** The folder with api.php in it; never written to. */
  readonly folder: string;
  /** As MediaWiki says it, e.g. 1.43.9. */
  readonly version: string;
  readonly php: string;
  readonly phpVersion: string;
}

export interface SoftwareOptions {
  version?: MediaWikiVersion;
  mediawiki?: string;
  log: (line: string) => void;
}

/** What MediaWiki cannot do without. apcu, gd, curl and wikidiff2 make the tests' wiki better but not possible. */
const REQUIRED = ['ctype', 'dom', 'fileinfo', 'iconv', 'intl', 'mbstring', 'pdo_sqlite', 'xml'];

export async function findSoftware(options: SoftwareOptions): Promise<Software> {
  const folder = options.mediawiki ?? process.env['WIKILIT_MEDIAWIKI_DIR'];
  const debian = await isDebian();
  if (!folder && !debian) throw new Error(ELSEWHERE);
  // With a folder of one's own goes a PHP of one's own, where it is good enough.
  if (debian && !(folder && (await missingFromPhp()).length === 0)) await alone('apt', () => installPhp(options.log));
  const missing = await missingFromPhp();
  if (missing.length > 0) {
    const lack = missing.length === REQUIRED.length ? `\`${phpCommand()}\` does not run` : `\`${phpCommand()}\` lacks ${missing.join(', ')}`;
    throw new Error(`The test wiki needs PHP, and ${lack}. Where there is apt, root installs it by:\n  apt-get install ${PHP_PACKAGES.join(' ')}`);
  }
  const root = folder ? resolve(folder) : await debianMediaWiki(options.version ?? versionFromEnvironment(), options.log);
  const php = phpCommand();
  return {folder: root, version: await versionOf(root), php, phpVersion: await run(php, ['-r', 'echo PHP_VERSION;'])};
}

const ELSEWHERE = `This machine is no Debian, so MediaWiki cannot be installed by itself. Either
  - set WIKILIT_MEDIAWIKI_DIR to an unpacked MediaWiki (1.39 or newer) and have \`php\` with ${REQUIRED.join(', ')}
    on the PATH (or set WIKILIT_PHP), or
  - where only a client is tested, set WIKILIT_WIKI_URL to the api.php of a running wiki.`;

function phpCommand(): string {
  return process.env['WIKILIT_PHP'] || 'php';
}

async function missingFromPhp(): Promise<string[]> {
  const said = await run(phpCommand(), ['-m']).catch(() => '');
  const modules = new Set(said.toLowerCase().split('\n').map((line) => line.trim()));
  return REQUIRED.filter((name) => !modules.has(name));
}

function versionFromEnvironment(): MediaWikiVersion {
  const wanted = process.env['WIKILIT_MEDIAWIKI'] || '1.43';
  if (wanted !== '1.43' && wanted !== '1.39') throw new Error(`WIKILIT_MEDIAWIKI is "${wanted}"; it can be 1.43 or 1.39`);
  return wanted;
}

async function versionOf(folder: string): Promise<string> {
  const file = join(folder, 'includes/Defines.php');
  const text = existsSync(file) ? await readFile(file, 'utf8') : '';
  const version = /'MW_VERSION',\s*'([^']+)'/.exec(text)?.[1];
  if (!version) throw new Error(`${folder} is no MediaWiki: there is no MW_VERSION in includes/Defines.php`);
  return version;
}
