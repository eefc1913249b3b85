/** Bundles what users bundle, for size-limit to weigh; what loads later (edits, logins) is not counted for who does not need it. */
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {firstLoad} from './first-load.js';

const root = new URL('../../', import.meta.url).pathname;
const out = join(root, '.cache/sizes');
const source = (path: string): string => JSON.stringify(join(root, 'src', path));

const bundles: Record<string, string> = {
  read: `import {Wiki} from ${source('index.ts')}; new Wiki('wiki.example').page('Oslo').text().then(console.log);`,
  index: `export * from ${source('index.ts')};`,
  compat: `export * from ${source('compat/index.ts')};`,
  'compat.es2016': `export * from ${source('compat/index.ts')};`,
  diff: `import ${source('components/diff/diff.ts')};`,
  'edit-form': `import ${source('components/edit-form/edit-form.ts')};`,
  login: `import ${source('components/login/login.ts')};`,
};

rmSync(out, {recursive: true, force: true});
mkdirSync(out, {recursive: true});
for (const [name, code] of Object.entries(bundles)) {
  const entry = join(out, `${name}.entry.ts`);
  writeFileSync(entry, code);
  writeFileSync(join(out, `${name}.first.js`), await firstLoad(entry, ['diff', 'edit-form', 'login'].includes(name) || name.endsWith('es2016') ? 'es2016' : 'es2022'));
}
