/** Our form as the author of a gadget bundles it: minified, its files named by what is in them, so that browsers keep them. */
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {bundled} from '../../package/first-load.js';

/** Addresses of what is loaded by a click. */
export interface GadgetFiles {
  /** What asks the wiki, where that is a file of its own. */
  readonly ahead: string | undefined;
  readonly form: string;
  /** What these import. Loading it with them saves a way to the wiki and back, so that bundlers do. */
  readonly besides: readonly string[];
}

const source = (name: string): string => new URL(`page/${name}.ts`, import.meta.url).pathname;

/** Who has `import()` has all of it. */
const target = 'es2022';

/**
 * @param folder - where the files are written to
 * @param path - under which address the wiki serves that folder
 */
export async function buildGadget(folder: string, path: string, inOneFile: boolean): Promise<GadgetFiles> {
  const [alone] = await bundled({ahead: source('ahead')}, target, oneFile);
  const early = new Set(alone?.moduleIds);
  const asking = {name: 'ahead', test: (id: string) => early.has(id), priority: 1};
  const chunks = inOneFile
    ? await bundled({form: source('form')}, target, {...names, ...oneFile})
    : await bundled({ahead: source('ahead'), form: source('form')}, target, {...names, codeSplitting: {groups: [asking, ...oneFile.codeSplitting.groups]}});
  await mkdir(folder, {recursive: true});
  for (const {fileName, code} of chunks) await writeFile(join(folder, fileName), code);
  const address = (name: string): string => `${path}${name}`;
  const entries = chunks.filter(({isEntry}) => isEntry);
  const [ahead, form] = ['ahead', 'form'].map((wanted) => entries.find(({name}) => name === wanted)?.fileName);
  if (form === undefined) throw new Error('the gadget has no form');
  const besides = new Set(entries.flatMap(({imports}) => imports).filter((name) => name !== ahead && name !== form));
  return {ahead: ahead && address(ahead), form: address(form), besides: [...besides].map(address)};
}

const names = {entryFileNames: '[name].[hash].js', chunkFileNames: '[name].[hash].js', hashCharacters: 'hex'} as const;
/** What an entry imports at once goes into one file with it; the rest is loaded later. */
const oneFile = {codeSplitting: {groups: [{name: 'first', tags: ['$initial' as const]}]}};
