/**
 * Bundles what users bundle, for size-limit to weigh: minified, with all it imports, as ES2016, which wikis take; what
 * is a file of its own, as that is built. What loads later (edits, logins) is in chunks of its own, and not counted for
 * who does not need it; chunks that load at once are.
 */
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {build} from 'vite';

const root = new URL('../../', import.meta.url).pathname;
const out = join(root, '.cache/sizes');
const source = (path: string): string => JSON.stringify(join(root, 'src', path));

const bundles: Record<string, string> = {
  read: `import {Wiki} from ${source('index.ts')}; new Wiki('wiki.example').page('Oslo').text().then(console.log);`,
  compat: `export * from ${source('compat/index.ts')};`,
  'compat.es2016': `export * from ${source('compat/index.ts')};`,
  'edit-form': `import ${source('components/edit-form/edit-form.ts')};`,
};

rmSync(out, {recursive: true, force: true});
mkdirSync(out, {recursive: true});
for (const [name, code] of Object.entries(bundles)) {
  const entry = join(out, `${name}.entry.ts`);
  writeFileSync(entry, code);
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      target: name === 'compat' ? 'es2022' : 'es2016',
      outDir: out,
      emptyOutDir: false,
      lib: {entry, formats: ['es'], fileName: () => `${name}.js`},
      rolldownOptions: {preserveEntrySignatures: 'allow-extension', output: {minify: true, chunkFileNames: `${name}-[name].js`}},
    },
  });
  writeFileSync(join(out, `${name}.first.js`), firstLoad(`${name}.js`).join('\n'));
}

/** A file and all it imports at once. */
function firstLoad(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const code = readFileSync(join(out, file), 'utf8');
  const imported = [...code.matchAll(/(?:from|import) *["'`]\.\/([^"'`]+)["'`]/g)].map(([, path = '']) => path);
  return [code, ...imported.flatMap((path) => firstLoad(path, seen))];
}
