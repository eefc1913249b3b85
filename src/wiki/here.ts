/** The wiki whose page this script runs on. But for `content-here.ts`, the only file that reads `mw`; `editor-here.ts` reads `jQuery`. */
import {setPageConfig} from '../core/page-config.js';
import {Wiki, type WikiOptions} from './wiki.js';

/** The part of a MediaWiki page's `mw` that is read. */
interface MediaWikiPage {
  readonly config: {get(name: string): unknown};
  readonly user?: {readonly tokens?: {get(name: string): unknown}};
}

const wikis = new WeakMap<object, Wiki>();

/**
 * The wiki of the page one is on, with the user, the tokens and the language the page already knows: no request is made.
 * Without options it is the same `Wiki` for all callers.
 *
 * @throws {TypeError} this is not a page of a MediaWiki
 * @see https://www.mediawiki.org/wiki/Manual:Interface/JavaScript#mw.config
 */
export function wikiHere(options?: WikiOptions): Wiki {
  const {mw} = globalThis as {mw?: MediaWikiPage};
  const scriptPath = mw?.config?.get('wgScriptPath');
  if (!mw || typeof scriptPath !== 'string') {
    throw new TypeError("wikiHere() works on the pages of a MediaWiki only; elsewhere, name the wiki: new Wiki('https://en.wikipedia.org/w/api.php')");
  }
  const known = options ? undefined : wikis.get(mw);
  const wiki = known ?? new Wiki(`${scriptPath}/api.php`, {...pageKnows(mw), ...options});
  // The facts of the wiki stand there, for whoever needs them.
  setPageConfig(wiki.session, (name) => mw.config.get(name));
  if (!options) wikis.set(mw, wiki);
  return wiki;
}

function pageKnows({config, user}: MediaWikiPage): WikiOptions {
  const name = config.get('wgUserName');
  const language = config.get('wgUserLanguage');
  const tokens = ['csrf', 'patrol', 'watch'].flatMap((type) => {
    const token = user?.tokens?.get(`${type}Token`);
    return typeof token === 'string' ? [[type, token] as const] : [];
  });
  return {
    ...(typeof name === 'string' && {user: name}),
    ...(typeof language === 'string' && {uselang: language}),
    tokens: Object.fromEntries(tokens),
  };
}
