/** What the page knows, where it is a wiki's. The only file here that reads `mw` and jQuery. */

/** The part of `mw.Title` that is used. */
export interface TitleObject {
  getMainText(): string;
  getPrefixedDb(): string;
  getPrefixedText(): string;
  toString(): string;
}

interface Message {
  exists(): boolean;
  text(): string;
  parseDom?(): ArrayLike<Node>;
}

/** The part of MediaWiki's `mw` that is used. Modules of it may not be loaded; off the wiki there is none of it. */
export interface MediaWiki {
  readonly config?: {get(name: string): unknown};
  readonly user?: {readonly tokens: {get(): Readonly<Record<string, string>>}};
  readonly messages?: {set(messages: object): unknown};
  readonly Title?: new (title: string) => TitleObject;
  message?(key: string, ...params: unknown[]): Message;
  hook?(name: string): {fire(data: object): unknown};
  readonly log?: ((...words: unknown[]) => void) & {warn?(...words: unknown[]): void};
}

/** The part of jQuery that is used. */
interface JQueryFunction {
  (elements: readonly Element[]): ErrorMessage;
  readonly ajaxSettings?: {readonly headers?: Readonly<Record<string, string>>};
}

declare global {
  /** jQuery's, where its types are installed; this says only that there may be such a thing. */
  // oxlint-disable-next-line typescript/no-empty-object-type, no-unused-vars
  interface JQuery<TElement = HTMLElement> {}
}

/** What `getErrorMessage` gives: jQuery's list of elements, or where there is none, an array with its `text()`. */
export type ErrorMessage = JQuery & ArrayLike<HTMLElement> & {text(): string};

const globals = globalThis as {mw?: MediaWiki; jQuery?: JQueryFunction; QUnit?: unknown};

export const mediaWiki = (): MediaWiki => globals.mw ?? {};

/** A value of `mw.config`; undefined also off the wiki. */
export const config = (name: string): unknown => mediaWiki().config?.get(name);

/** The user of the page: null for nobody, undefined off the wiki. */
export const userName = (): string | null | undefined => config('wgUserName') as string | null | undefined;

/** The language of the page's interface; undefined off the wiki. */
export const userLanguage = (): unknown => config('wgUserLanguage') ?? undefined;

/** The address of `api.php` or `rest.php` of the wiki this is a page of; undefined off the wiki. */
export function scriptUrl(script: 'api' | 'rest'): string | undefined {
  const path = config('wgScriptPath');
  return typeof path === 'string' ? `${path}/${script}.php` : undefined;
}

/** @throws {TypeError} off the wiki, where the caller has to name the address */
export function requireUrl(given: string | URL | undefined, script: 'api' | 'rest'): string {
  const url = given ?? scriptUrl(script);
  if (url === undefined) throw new TypeError(`ajax.url: missing; name the ${script}.php`);
  return String(url);
}

/** The name MediaWiki 1.44 gives its requests; for the wiki of the page only, where a header costs nothing. */
export const standardAgent = (): string | undefined => (mediaWiki().config ? `MediaWiki-JS/${config('wgVersion') as string}` : undefined);

export const jQuery = (): JQueryFunction | undefined => globals.jQuery;

/** Whether this is a page of MediaWiki's own tests, as core asks it. */
export const underTest = (): boolean => globals.QUnit !== undefined;

/** Writes to the console in MediaWiki's debug mode, as core does. */
export const log = (...words: unknown[]): void => mediaWiki().log?.(...words);

export const titleObject = (title: string): TitleObject => {
  const {Title} = mediaWiki();
  return Title ? new Title(title) : plainTitle(title);
};

/** In the place of `mw.Title` where that is not at hand; of a title as the wiki gave it, with its namespace. */
function plainTitle(title: string): TitleObject {
  const db = (): string => title.replace(/ /g, '_');
  return {getMainText: () => title.slice(title.indexOf(':') + 1), getPrefixedText: () => title, getPrefixedDb: db, toString: db};
}
