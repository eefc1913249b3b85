/** Bundles a piece of code as users would: minified, with all it imports; what loads later is in chunks of its own. */
import {build, type Rolldown} from 'vite';
import {selfContained} from './self-contained.js';

/**
 * @param entry - path of the file to bundle
 * @param target - for which browsers, as Vite takes it: `es2016`, `es2022`
 * @returns the code of the entry and of all it imports at once, the entry first, one file after the other
 */
export async function firstLoad(entry: string, target: string): Promise<string> {
  const built = (await build({
    root: new URL('../../', import.meta.url).pathname,
    configFile: false,
    logLevel: 'warn',
    plugins: [selfContained()],
    build: {write: false, target, lib: {entry, formats: ['es']}, rolldownOptions: {preserveEntrySignatures: 'allow-extension', output: {minify: true, chunkFileNames: 'chunk-[name].js'}}},
  })) as Rolldown.RolldownOutput[];
  const chunks = (built[0]?.output ?? []).flatMap((file) => (file.type === 'chunk' ? [file] : []));
  const first = new Set(chunks.filter(({isEntry}) => isEntry));
  // What is added on the way is visited, too.
  for (const {imports} of first) for (const chunk of chunks) if (imports.includes(chunk.fileName)) first.add(chunk);
  return Array.from(first, ({code}) => code).join('\n');
}
