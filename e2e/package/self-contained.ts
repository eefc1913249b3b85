/**
 * Makes the diff engine one function that needs nothing from outside, so that its text is a Worker’s program as well:
 * `src/diff/engine/program.ts` says why. At ES2016, so that no build has anything left in it to change.
 */
import {fileURLToPath} from 'node:url';
import {build, type Plugin, type Rolldown} from 'vite';

const program = fileURLToPath(new URL('../../src/diff/engine/program.ts', import.meta.url));

export function selfContained(): Plugin {
  let code: Promise<string> | undefined;
  return {
    name: 'self-contained',
    enforce: 'pre',
    load(id) {
      return id.endsWith('/src/diff/engine/program.ts') ? (code ??= bundled()) : undefined;
    },
  };
}

async function bundled(): Promise<string> {
  const [built] = (await build({
    configFile: false,
    logLevel: 'warn',
    build: {write: false, target: 'es2016', minify: false, lib: {entry: program, formats: ['iife'], name: 'engine'}},
  })) as Rolldown.RolldownOutput[];
  const [chunk] = built?.output ?? [];
  if (!chunk) throw new Error('The engine’s bundle is empty.');
  return `export function program() {\n${chunk.code}\nreturn engine.program();\n}`;
}
