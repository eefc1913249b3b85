/**
 * MediaWiki's own QUnit tests of mw.Api, mw.ForeignApi, mw.Rest and mw.ForeignRest: which files there are, and where they
 * come from. They are GPL, so they are fetched and never part of this repository.
 */
import {existsSync} from 'node:fs';
import {readFile, readdir} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {debianSources, isDebian} from '../wiki/install-debian.js';

/** The MediaWiki whose tests these are. */
export const release = '1.43';

/** Each file with the number of its tests in 1.43.9, in the order core runs them. */
export const expectedTests: Readonly<Record<string, number>> = {
  'mediawiki.api/mediawiki.api.test.js': 22,
  'mediawiki.api/mediawiki.api.category.test.js': 9,
  'mediawiki.api/mediawiki.api.edit.test.js': 6,
  'mediawiki.api/mediawiki.api.messages.test.js': 2,
  'mediawiki.api/mediawiki.api.options.test.js': 4,
  'mediawiki.api/mediawiki.api.parse.test.js': 3,
  'mediawiki.api/mediawiki.api.upload.test.js': 1,
  'mediawiki.api/mediawiki.api.watch.test.js': 3,
  'mediawiki.api/mediawiki.rest.test.js': 7,
  'mediawiki.ForeignApi/mediawiki.ForeignApi.test.js': 4,
  'mediawiki.ForeignApi/mediawiki.ForeignRest.test.js': 3,
};

/** The folders that are all ours: a test file in them that is not in the list is a class's test left out. */
const folders = [...new Set(Object.keys(expectedTests).map((name) => name.slice(0, name.indexOf('/'))))];

const resources = 'tests/qunit/resources';
const defines = 'includes/Defines.php';

export interface CoreTests {
  /** The folder of MediaWiki they were found in. */
  readonly folder: string;
  /** The MediaWiki they belong to, e.g. `1.43.9`. */
  readonly version: string;
  /** In the order of the list. */
  readonly files: readonly TestFile[];
}

export interface TestFile {
  readonly name: string;
  readonly source: string;
}

/** The tests of the MediaWiki that somebody named, or of Debian's, fetched where they are not in the cache yet. */
export async function coreTests(log: (line: string) => void): Promise<CoreTests> {
  const folder = await findFolder(log);
  const version = /'MW_VERSION',\s*'([^']+)'/.exec(await readFile(join(folder, defines), 'utf8'))?.[1];
  if (version === undefined) throw new Error(`There is no MW_VERSION in ${join(folder, defines)}`);
  await compareWithList(join(folder, resources));
  const files = Object.keys(expectedTests).map(async (name) => ({name, source: await readFile(join(folder, resources, name), 'utf8')}));
  return {folder, version, files: await Promise.all(files)};
}

async function findFolder(log: (line: string) => void): Promise<string> {
  const own = process.env['WIKILIT_MEDIAWIKI_DIR'];
  if (own && existsSync(join(own, resources))) return resolve(own);
  if (await isDebian()) return debianSources(release, `core-qunit-${release}`, [defines, ...folders.map((name) => `${resources}/${name}`)], log);
  throw new Error(
    `MediaWiki's own tests of mw.Api are needed, and ${own ? `${own} has no ${resources}` : 'this machine is no Debian, whose source package has them'}. ` +
      `Set WIKILIT_MEDIAWIKI_DIR to an unpacked MediaWiki ${release} with its folder tests/qunit, as a git checkout has it.`,
  );
}

async function compareWithList(root: string): Promise<void> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(join(root, folder), {recursive: true}).catch(() => []);
      return names.filter((name) => name.endsWith('.test.js')).map((name) => `${folder}/${name}`);
    }),
  );
  const there = new Set(found.flat());
  const missing = Object.keys(expectedTests).filter((name) => !there.has(name));
  const unknown = [...there].filter((name) => !(name in expectedTests));
  if (missing.length > 0) throw new Error(`${root} lacks ${missing.join(', ')}`);
  if (unknown.length > 0) throw new Error(`${root} has tests that e2e/core-qunit/test-files.ts does not list: ${unknown.join(', ')}`);
}
