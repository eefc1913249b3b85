/** Content that is put into a page of the wiki: how that page is shown, and telling its scripts. Reads `mw`, as `here.ts` does. */
import type {Needs} from './content-needs.js';

/** The part of a MediaWiki page's globals that is used. */
interface WikiPage {
  readonly mw?: {
    readonly config: {get(name: string): unknown; set(values: object): void};
    readonly loader: {load(modules: readonly string[]): void};
    hook(name: string): {fire(content: unknown): void};
  };
  readonly jQuery?: (node: unknown) => unknown;
}

/** How the page one is on is shown, for asking the wiki for the like; nothing where this is not a page of that wiki. */
export function viewHere(apiUrl: string): {readonly useskin?: string; readonly variant?: string} {
  const config = pageOf(apiUrl)?.config;
  const [useskin, variant] = ['skin', 'wgUserVariant'].map((name) => config?.get(name));
  return {...(isName(useskin) && {useskin}), ...(isName(variant) && {variant})};
}

/** Before the content is put in: its variables, styles and scripts, where this is a page of that wiki. */
export function loadForContent(apiUrl: string, {modules, modulestyles, jsconfigvars}: Needs): void {
  const mw = pageOf(apiUrl);
  attempt(() => mw?.config.set(jsconfigvars));
  attempt(() => mw?.loader.load([...modulestyles, ...modules]));
}

/**
 * After it was put in: gadgets and extensions get to work on it.
 *
 * @see https://doc.wikimedia.org/mediawiki-core/master/js/Hooks.html#~event:'wikipage.content'
 */
export function announceContent(apiUrl: string, node: unknown, hook = 'wikipage.content'): void {
  const {jQuery} = globalThis as WikiPage;
  if (jQuery) announce(apiUrl, hook, jQuery(node));
}

/** Tells gadgets and extensions. */
export function announce(apiUrl: string, hook: string, data: unknown): void {
  attempt(() => pageOf(apiUrl)?.hook(hook).fire(data));
}

/** What the reader looks at. */
export interface Viewed {
  readonly pageid: number;
  /** As the wiki writes it. */
  readonly title: string;
  readonly revid: number;
}

/** The page whose newest revision is being read here; undefined for an old one, a difference, a history, a form, another wiki's page. */
export function viewedHere(apiUrl: string): Viewed | undefined {
  const config = pageOf(apiUrl)?.config;
  const [pageid, name, action, revid, newest, isArticle, diff] = ['wgArticleId', 'wgPageName', 'wgAction', 'wgRevisionId', 'wgCurRevisionId', 'wgIsArticle', 'wgDiffNewId'].map((key) => config?.get(key));
  const query = new URLSearchParams(location.search);
  if (action !== 'view' || isArticle !== true || revid !== newest || diff || query.has('oldid') || query.has('diff')) return undefined;
  return typeof pageid === 'number' && typeof revid === 'number' && isName(name) ? {pageid, title: name.replaceAll('_', ' '), revid} : undefined;
}

/** The revision that is shown from now on; to be set before `postEdit` is told. */
export function setRevisionHere(apiUrl: string, revid: number): void {
  attempt(() => pageOf(apiUrl)?.config.set({wgRevisionId: revid, wgCurRevisionId: revid}));
}

/** Two wikis can share an origin; the modules of one are not the other's. */
function pageOf(apiUrl: string): WikiPage['mw'] {
  const {mw} = globalThis as WikiPage;
  const scriptPath = mw?.config?.get('wgScriptPath');
  return typeof scriptPath === 'string' && apiUrl === new URL(`${scriptPath}/api.php`, location.href).href ? mw : undefined;
}

const isName = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** The scripts of others may fail; what they were told of is there all the same. */
function attempt(what: () => void): void {
  try {
    what();
  } catch (error) {
    console.warn(error);
  }
}
