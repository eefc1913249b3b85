/** Every built file is parsed at the level it promises: a newer word in it would break it where it is meant to run. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {type ecmaVersion, parse} from 'acorn';
import {describe, expect, test} from 'vitest';

const dist = new URL('../../dist/', import.meta.url).pathname;

const levelOf = (file: string): ecmaVersion => (/\.iife\.js$|^gadgets\/[\w-]+\.js$/.test(file) ? 2016 : 2022);

const files = readdirSync(dist, {recursive: true, encoding: 'utf8'}).filter((file) => file.endsWith('.js'));

describe('dist', () => {
  test('has what package.json promises', () => {
    expect(files).toEqual(expect.arrayContaining(['index.js', 'auth.js', 'compat.js', 'components.js', 'components/ahead.js', 'components/dialog.js', 'components/edit-form.js', 'components/login.js', 'components/provider.js', 'node.js', 'testing.js', 'wikilit.js', 'wikilit.iife.js', 'gadgets/edit-here.js']));
  });

  test.each(files)('%s', (file) => {
    const level = levelOf(file);
    const sourceType = level === 2016 ? 'script' : 'module';
    expect(() => parse(readFileSync(join(dist, file), 'utf8'), {ecmaVersion: level, sourceType, allowHashBang: file === 'cli.js'})).not.toThrow();
  });

  test('imports only what the package depends on; and what Node has, for wikilit/node and commands alone', () => {
    const {dependencies} = JSON.parse(readFileSync(join(dist, '../package.json'), 'utf8')) as {dependencies: Record<string, string>};
    const importsOf = (file: string): string[] => [...readFileSync(join(dist, file), 'utf8').matchAll(/^(?:import|export)[^;]*?["']([^."'][^"']*)["'];?$/gm)].map(([, name = '']) => name);
    const imported = files.flatMap(importsOf).filter((name) => !name.startsWith('node:'));
    expect(files.filter((file) => importsOf(file).some((name) => name.startsWith('node:')) && !/^shared\/(cookie-fetch|\w+-command)-/.test(file))).toEqual([]);
    const forBrowsers = ['index.js', 'auth.js', 'compat.js', 'components.js', 'testing.js'].flatMap((file) => withImports(file));
    expect(forBrowsers.filter((text) => /from ["']node:/.test(text))).toEqual([]);
    const packages = imported.map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'));
    expect(packages).toContain('lit');
    expect([...new Set(packages)].filter((name) => !(name in dependencies))).toEqual([]);
  });

  test('files that stand alone import nothing', () => {
    for (const file of ['wikilit.js', 'wikilit.iife.js']) {
      const text = readFileSync(join(dist, file), 'utf8');
      const {body} = parse(text, {ecmaVersion: 2022, sourceType: 'module'});
      expect(body.filter((statement) => 'source' in statement && statement.source)).toEqual([]);
      expect(text).not.toMatch(/\bimport\(/);
    }
  });

  test('files that stand alone are ASCII, without signatures: saved on a wiki, or served without a charset, they stay what they are', () => {
    for (const file of ['wikilit.js', 'wikilit.iife.js', 'gadgets/edit-here.js']) expect(readFileSync(join(dist, file), 'utf8')).not.toMatch(/[^\t\n\x20-\x7e]|~~~/);
  });

  test('the drop-in mw.Api needs no package: its file works as it is', () => {
    for (const text of withImports('compat.js')) expect(text).not.toMatch(/^import [^;]*from ["'][^.]/m);
  });

  test('the first floors bring no Lit', () => {
    for (const file of ['index.js', 'auth.js', 'compat.js', 'node.js', 'testing.js']) {
      for (const text of withImports(file)) expect(text).not.toMatch(/from ["']@?lit[/"']/);
    }
  });
});

/** A file and, of ours, all it imports. */
function withImports(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const text = readFileSync(join(dist, file), 'utf8');
  const own = [...text.matchAll(/from ["'](\.[^"']+)["']/g)].map(([, path = '']) => join(file, '..', path));
  return [text, ...own.flatMap((path) => withImports(path, seen))];
}
