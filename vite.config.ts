/**
 * One config, a mode a build: `lib` (entry points, dependencies external), `standalone` (one file, everything in),
 * `iife` (the same for a plain script tag, ES2016), `gadgets` (each a file to save on a wiki, ES2016), `demo` (the demo page). Vitest's projects stand here, too.
 */
import {playwright} from '@vitest/browser-playwright';
import type {Plugin, UserConfig} from 'vite';
import {defineConfig} from 'vitest/config';
import {chromiumLaunch} from './e2e/chromium.js';
import {selfContained} from './e2e/package/self-contained.js';

const everything = 'src/everything.ts';

/** Left to the user's own bundler; helpers of the compiler are not among them. */
const dependencies = /^(lit|@lit\/\w+|idb-keyval|fetch-retry|fetch-cookie|tough-cookie)(\/|$)|^node:/;

/** The entry points of package.json, each a file in dist/. */
const entries = {
  index: 'src/index.ts',
  auth: 'src/auth/index.ts',
  compat: 'src/compat/index.ts',
  components: 'src/components/index.ts',
  'components/ahead': 'src/components/ahead/ahead.ts',
  'components/dialog': 'src/components/dialog/dialog.ts',
  'components/diff': 'src/components/diff/diff.ts',
  'components/drafts': 'src/components/drafts/drafts.ts',
  'components/edit-form': 'src/components/edit-form/edit-form.ts',
  'components/login': 'src/components/login/login.ts',
  'components/provider': 'src/components/provider/provider.ts',
  diff: 'src/diff/index.ts',
  node: 'src/node/index.ts',
  cli: 'src/node/cli.ts',
  testing: 'src/testing/index.ts',
};

/** Inside a module of ResourceLoader, as a gadget is one, a `var` is nobody else's: the global, and what `require` gives. */
const reachable = 'window.wikilit = wikilit; if (typeof module === "object") module.exports = wikilit;';

const builds: Record<string, UserConfig> = {
  lib: {
    build: {
      target: 'es2022',
      minify: false,
      sourcemap: true,
      lib: {entry: entries, formats: ['es']},
      rolldownOptions: {external: dependencies, output: {chunkFileNames: 'shared/[name]-[hash].js'}},
    },
  },
  standalone: {build: {target: 'es2022', emptyOutDir: false, sourcemap: true, lib: {entry: everything, formats: ['es'], fileName: () => 'wikilit.js'}, minify: true, rolldownOptions: {output: {codeSplitting: false}}}},
  iife: {build: {target: 'es2016', emptyOutDir: false, sourcemap: true, lib: {entry: everything, name: 'wikilit', formats: ['iife'], fileName: () => 'wikilit.iife.js'}, rolldownOptions: {output: {footer: reachable}}}},
  gadgets: {
    build: {
      target: 'es2016',
      outDir: 'dist/gadgets',
      lib: {entry: 'gadgets/edit-here/edit-here.ts', name: 'editHere', formats: ['iife'], fileName: () => 'edit-here.js'},
    },
  },
  demo: {root: 'demo', base: './', build: {target: 'es2022', outDir: 'dist', emptyOutDir: true}},
};

export default defineConfig(({mode}) => ({
  ...builds[mode],
  plugins: [selfContained(), ...(['standalone', 'iife', 'gadgets'].includes(mode) ? [savable()] : [])],
  resolve: {alias: mode === 'demo' || mode === 'gadgets' || mode === 'test' ? selfReferences() : []},
  test: {
    projects: [
      {extends: true, test: {name: 'node', environment: 'node', include: ['src/{core,diff,wiki,auth,i18n,compat,testing,node}/**/*.test.ts']}},
      {extends: true, test: {name: 'package', environment: 'node', include: ['e2e/package/*.test.ts']}},
      {extends: true, test: {name: 'wiki', environment: 'node', include: ['e2e/wiki/*.test.ts'], testTimeout: 60_000, hookTimeout: 600_000}},
      {
        extends: true,
        // All at once: one that is met later would load the pages of the tests anew.
        optimizeDeps: {include: ['axe-core', 'fast-check', 'lit', 'lit/decorators.js', 'lit/directives/if-defined.js', 'lit/directives/live.js', 'lit/directives/repeat.js', '@lit/task', '@lit/context', 'fetch-retry', 'idb-keyval']},
        test: {
          name: 'chromium',
          include: ['src/components/**/*.test.ts'],
          // What is waited for comes late where the first test of a file still loads its code.
          expect: {poll: {timeout: 5000}},
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({launchOptions: chromiumLaunch()}),
            instances: [{browser: 'chromium'}],
          },
        },
      },
    ],
  },
}));

/**
 * Writes as escapes what a wiki that the file is saved on would change: control characters (U+001F becomes U+FFFD), and
 * three tildes and more, which it takes for a signature. All beyond ASCII, too: a server that names no charset garbles
 * it. The minifier puts them in as they are.
 */
function savable(): Plugin {
  const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return {
    name: 'savable',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') file.code = file.code.replace(/[^\t\n\x20-\x7e]|~(?=~~)|(?<=~~)~/g, escape);
      }
    },
  };
}

/** The demo and the gadgets import the package by its name, as users do; here that means the sources. */
function selfReferences(): {find: RegExp; replacement: string}[] {
  const source = (path: string): string => new URL(`./src/${path}`, import.meta.url).pathname;
  return [
    {find: /^wikilit\/components\.js$/, replacement: source('components/index.ts')},
    {find: /^wikilit\/components\/(.+)\.js$/, replacement: `${source('components')}/$1/$1.ts`},
    {find: /^wikilit\/(auth|compat|diff|node|testing)$/, replacement: `${source('$1')}/index.ts`},
    {find: /^wikilit$/, replacement: source('index.ts')},
  ];
}
