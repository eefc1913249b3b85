/** The facts of a wiki that stand on each of its pages, in `mw.config`. */
import type {PageConfig} from '../core/page-config.js';
import {defaultFirstLetters} from './first-letter.js';
import {scriptUrl} from './given-url.js';
import {isSiteFacts, type NamespaceFacts, type SiteFacts} from './site-facts.js';
import {parseVersion} from './site-version.js';

/**
 * Undefined where the page does not say enough.
 *
 * @see https://www.mediawiki.org/wiki/Manual:Interface/JavaScript#mw.config
 */
export function factsOfPage(config: PageConfig, apiUrl: string): SiteFacts | undefined {
  try {
    const text = (name: string): string => {
      const value = config(name);
      if (typeof value !== 'string') throw new TypeError(name);
      return value;
    };
    const generator = `MediaWiki ${text('wgVersion')}`;
    const version = parseVersion(generator);
    const lang = text('wgContentLanguage');
    const facts: SiteFacts = {
      generator,
      version,
      sitename: text('wgSiteName'),
      lang,
      rtl: undefined,
      server: new URL(apiUrl).origin,
      articlepath: text('wgArticlePath'),
      script: scriptUrl(config('wgScript'), apiUrl),
      scriptpath: text('wgScriptPath'),
      mainpage: undefined,
      wikiid: text('wgWikiID'),
      maxuploadsize: undefined,
      legaltitlechars: text('wgLegalTitleChars'),
      invalidusernamechars: undefined,
      namespaces: namespaces(config),
      firstLetters: defaultFirstLetters({generator, version, lang}),
      interwiki: undefined,
    };
    return isSiteFacts(facts) ? facts : undefined;
  } catch {
    // Another program on the page may have put anything there.
    return undefined;
  }
}

function namespaces(config: PageConfig): NamespaceFacts[] {
  const ids = Object.entries(config('wgNamespaceIds') as Record<string, number>);
  const caseSensitive = config('wgCaseSensitiveNamespaces') as readonly number[];
  const content = config('wgContentNamespaces') as readonly number[];
  return Object.entries(config('wgFormattedNamespaces') as Record<string, string>).map(([key, name]) => {
    const id = Number(key);
    return {
      id,
      name,
      canonical: undefined,
      aliases: ids.filter(([alias, of]) => of === id && alias !== '').map(([alias]) => alias),
      case: caseSensitive.includes(id) ? 'case-sensitive' : 'first-letter',
      content: content.includes(id),
      // The page does not tell: these are MediaWiki's own ($wgNamespacesWithSubpages).
      subpages: (id > 0 && id % 2 === 1) || [2, 4, 8, 10, 12].includes(id),
      nonincludable: false,
    };
  });
}
