/** What the page of a wiki says of its wiki, at hand for what is loaded later. `wiki/here.ts` puts it here. */

/** `mw.config.get`. */
export type PageConfig = (name: string) => unknown;

const configs = new WeakMap<object, PageConfig>();

/** This session is with the wiki whose page one is on. */
export function setPageConfig(session: object, config: PageConfig): void {
  configs.set(session, config);
}

/** Undefined away from the wiki's own pages. */
export const pageConfig = (session: object): PageConfig | undefined => configs.get(session);

/** As `siteinfo` calls it: `MediaWiki 1.43.9`. */
export function generatorHere(session: object): string | undefined {
  const version = pageConfig(session)?.('wgVersion');
  return typeof version === 'string' ? `MediaWiki ${version}` : undefined;
}
