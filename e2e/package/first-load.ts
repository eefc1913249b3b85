/** Bundles a piece of code as users would: minified, with all it imports; what loads later is in chunks of its own. */
import {build, type Rolldown} from 'vite';
import {selfContained} from './self-contained.js';

/**
 * @param entry - path of the file to bundle, or several by their names
 * @param target - for which browsers, as Vite takes it: `es2016`, `es2022`
 * @param output - how the files are named and cut
 * @returns the files
 */
export async function bundled(entry: string | Readonly<Record<string, string>>, target: string, output: Rolldown.OutputOptions): Promise<readonly Rolldown.OutputChunk[]> {
  const built = (await build({
    root: new URL('../../', import.meta.url).pathname,
    configFile: false,
    logLevel: 'warn',
    plugins: [selfContained()],
    build: {write: false, target, lib: {entry: typeof entry === 'string' ? entry : {...entry}, formats: ['es']}, rolldownOptions: {preserveEntrySignatures: 'allow-extension', checks: {ineffectiveDynamicImport: false}, output: {minify: true, ...output}}},
  })) as Rolldown.RolldownOutput[];
  return (built[0]?.output ?? []).flatMap((file) => (file.type === 'chunk' ? [file] : []));
}

/** @returns the code of the entry and of all it imports at once, the entry first, one file after the other; see {@link bundled} */
export async function firstLoad(entry: string, target: string): Promise<string> {
  const chunks = await bundled(entry, target, {chunkFileNames: 'chunk-[name].js'});
  const first = new Set(chunks.filter(({isEntry}) => isEntry));
  // What is added on the way is visited, too.
  for (const {imports} of first) for (const chunk of chunks) if (imports.includes(chunk.fileName)) first.add(chunk);
  return Array.from(first, ({code}) => code).join('\n');
}
