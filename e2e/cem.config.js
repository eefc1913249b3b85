/** The custom-elements manifest: what editors and the element reference read. */

/** `dispatchEvent(new WikiSavedEvent())` is listed a second time, without a name (open-wc/custom-elements-manifest#149). */
const dropNamelessEvents = {
  name: 'drop-nameless-events',
  packageLinkPhase({customElementsManifest}) {
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        if (declaration.events) declaration.events = declaration.events.filter((event) => event.name);
      }
    }
  },
};

/** Users see what is public. */
const dropPrivate = {
  name: 'drop-private',
  packageLinkPhase({customElementsManifest}) {
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        if (declaration.members) declaration.members = declaration.members.filter(({name, privacy}) => name && !name.startsWith('#') && (privacy ?? 'public') === 'public');
      }
    }
  },
};

/** Paths as the package has them: dist/, not src/. */
const builtPaths = {
  name: 'built-paths',
  packageLinkPhase({customElementsManifest}) {
    const text = JSON.stringify(customElementsManifest).replace(/src\/components\/([\w-]+)\/\1\.ts/g, 'dist/components/$1.js').replace(/src\/components\/index\.ts/g, 'dist/components.js');
    Object.assign(customElementsManifest, JSON.parse(text));
  },
};

export default {
  globs: ['src/components/**/*.ts'],
  exclude: ['**/*.test.ts', '**/*.fixtures.ts', '**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  plugins: [dropNamelessEvents, dropPrivate, builtPaths],
};
