import {mkdtemp, readFile, readdir, rm, utimes, writeFile} from 'node:fs/promises';
import {spawn} from 'node:child_process';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {cached} from './cache.js';
import {fromDeb822, fromList} from './install-debian.js';
import {findSoftware} from './mediawiki.js';

describe("the machine's own mirror", () => {
  test('in deb822', () => {
    const text = `# a comment
Types: deb deb-src
# another
URIs: http://security.example/debian-security
Suites: bookworm-security
Components: main
Signed-By: /usr/share/keyrings/security.gpg

Enabled: no
Types: deb
URIs: http://off.example/debian
Suites: bookworm
Components: main

Types: deb
URIs: http://mirror.example/debian
 http://second.example/debian
Suites: bookworm bookworm-updates
Components: main
 contrib
Signed-By: /usr/share/keyrings/debian.gpg
`;
    expect(fromDeb822(text, 'bookworm')).toEqual({uri: 'http://mirror.example/debian', signedBy: '/usr/share/keyrings/debian.gpg'});
    expect(fromDeb822(text, 'trixie')).toBeUndefined();
    // A key written into the file itself is not a path; apt then trusts its usual keyring.
    expect(fromDeb822('Types: deb\nURIs: http://m.example/\nSuites: sid\nComponents: main\nSigned-By:\n -----BEGIN PGP\n .\n', 'sid')).toEqual({uri: 'http://m.example/'});
  });

  test('in one-line sources', () => {
    const text = `#deb http://off.example/debian bookworm main
deb-src http://mirror.example/debian bookworm main
deb http://security.example/debian-security bookworm-security main
deb http://other.example/packages bookworm contrib
deb [arch=amd64 signed-by=/etc/key.gpg] http://mirror.example/debian bookworm contrib main
`;
    expect(fromList(text, 'bookworm')).toEqual({uri: 'http://mirror.example/debian', signedBy: '/etc/key.gpg'});
    expect(fromList('deb http://m.example/debian stable main', 'trixie')).toEqual({uri: 'http://m.example/debian'});
    expect(fromList('deb https://vendor.example/apt vendor-bookworm main', 'bookworm')).toBeUndefined();
  });
});

describe('the cache', () => {
  let root: string;
  let before: string | undefined;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'wikilit-cache-'));
    before = process.env['XDG_CACHE_HOME'];
    process.env['XDG_CACHE_HOME'] = root;
  });
  afterEach(async () => {
    if (before === undefined) delete process.env['XDG_CACHE_HOME'];
    else process.env['XDG_CACHE_HOME'] = before;
    await rm(root, {recursive: true});
  });

  test('makes a thing once, however many want it', async () => {
    let made = 0;
    const folders = await Promise.all(
      Array.from({length: 5}, () =>
        cached('thing', async (folder) => {
          made++;
          await writeFile(join(folder, 'file'), 'whole');
        }),
      ),
    );
    expect(made).toBe(1);
    expect(new Set(folders).size).toBe(1);
    expect(await readFile(join(folders[0] ?? '', 'file'), 'utf8')).toBe('whole');
  });

  test('takes nothing half made for whole', async () => {
    const broken = cached('thing', async (folder) => {
      await writeFile(join(folder, 'file'), 'ha');
      throw new Error('the network is down');
    });
    await expect(broken).rejects.toThrow('the network is down');
    expect(await readdir(join(root, 'wikilit'))).toEqual([]);
    const folder = await cached('thing', (draft) => writeFile(join(draft, 'file'), 'whole'));
    expect(await readFile(join(folder, 'file'), 'utf8')).toBe('whole');
  });

  test('survives a maker that was killed', async () => {
    const script = `import {cached} from ${JSON.stringify(fileURLToPath(new URL('cache.ts', import.meta.url)))}; await cached('thing', () => { console.log('holding'); return new Promise(() => setInterval(() => {}, 1000)); });`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {stdio: ['ignore', 'pipe', 'inherit']});
    await new Promise((resolve) => child.stdout.once('data', resolve));
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    await cached('thing', (draft) => writeFile(join(draft, 'file'), 'whole'));
    expect(await readdir(join(root, 'wikilit'))).toEqual(['thing']);
  });

  test('does not wait for ever for a lock from another machine', async () => {
    await cached('other', () => Promise.resolve());
    const lock = join(root, 'wikilit/thing.lock');
    await writeFile(lock, 'elsewhere 1');
    const longAgo = new Date(Date.now() - 3600_000);
    await utimes(lock, longAgo, longAgo);
    await cached('thing', (draft) => writeFile(join(draft, 'file'), 'whole'));
  });
});

test('a folder that is no MediaWiki is named', async () => {
  await expect(findSoftware({mediawiki: tmpdir(), log: () => undefined})).rejects.toThrow(`${tmpdir()} is no MediaWiki`);
});

test('a PHP that does not run is named, with what to do', async () => {
  const before = process.env['WIKILIT_PHP'];
  process.env['WIKILIT_PHP'] = '/nowhere/php';
  try {
    await expect(findSoftware({mediawiki: tmpdir(), log: () => undefined})).rejects.toThrow(/`\/nowhere\/php` does not run.*apt-get install .*php-cli/s);
  } finally {
    if (before === undefined) delete process.env['WIKILIT_PHP'];
    else process.env['WIKILIT_PHP'] = before;
  }
});
