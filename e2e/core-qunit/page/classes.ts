/** In the page: which classes core's tests get, MediaWiki's own or ours in their place. */

const names = ['Api', 'ForeignApi', 'Rest', 'ForeignRest'] as const;

type Classes = Record<(typeof names)[number], unknown>;

interface Compat extends Classes {
  install(mw: object): void;
}

declare const mw: Classes & {loader: {using(modules: readonly string[]): PromiseLike<void>; require(module: string): unknown}};

/** Loads MediaWiki's classes, and what core's tests need besides. */
export async function loadMediaWiki(): Promise<void> {
  await mw.loader.using(['mediawiki.api', 'mediawiki.ForeignApi', 'mediawiki.Title', 'mediawiki.util', 'mediawiki.user', 'mediawiki.jqueryMsg']);
}

/** Puts ours in their place, as a page's author does. */
export async function installOurs(url: string): Promise<void> {
  const compat = (await import(url)) as Compat;
  compat.install(mw);
  const others = names.filter((name) => mw[name] !== compat[name]);
  if (others.length > 0) throw new Error(`install() left others in place of ${others.join(', ')}`);
}

/** ResourceLoader's `require`, except that the modules of the foreign classes have those in place. */
export function requireModule(name: string): unknown {
  const foreign = name === 'mediawiki.ForeignApi' || name === 'mediawiki.ForeignApi.core';
  return foreign ? {ForeignApi: mw.ForeignApi, ForeignRest: mw.ForeignRest} : mw.loader.require(name);
}
