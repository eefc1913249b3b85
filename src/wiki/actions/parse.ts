/** The wiki's parser: wikitext to HTML, and to wikitext with its templates expanded. */
import type {Params} from '../../core/params.js';
import {required} from '../../core/required.js';
import type {Session} from '../../core/session.js';
import {shown} from '../../core/shown.js';
import type {AskOptions} from './options.js';

/** Of what is asked for in `prop`, a member each. */
export interface Parsed {
  readonly title: string;
  /** 0 where there is no such page. */
  readonly pageid?: number;
  readonly revid?: number;
  /** The HTML. The wiki made it safe for its own pages; scripts of gadgets and styles are not in it. */
  readonly text?: string;
  readonly wikitext?: string;
  readonly categories?: readonly {readonly sortkey: string; readonly category: string; readonly hidden?: boolean; readonly missing?: boolean}[];
  readonly links?: readonly {readonly ns: number; readonly title: string; readonly exists: boolean}[];
  readonly templates?: readonly {readonly ns: number; readonly title: string; readonly exists: boolean}[];
  readonly images?: readonly string[];
  readonly externallinks?: readonly string[];
  readonly sections?: readonly {readonly toclevel: number; readonly level: string; readonly line: string; readonly number: string; readonly index: string; readonly fromtitle?: string; readonly byteoffset: number | null; readonly anchor: string}[];
  readonly displaytitle?: string;
  readonly redirects?: readonly {readonly from: string; readonly to: string; readonly tofragment?: string}[];
  readonly modules?: readonly string[];
  readonly modulestyles?: readonly string[];
  readonly properties?: Readonly<Record<string, string>>;
  readonly [prop: string]: unknown;
}

export interface ParseParams extends Params {
  /** Wikitext; `title` is then the page it is read as. */
  readonly text?: string;
  readonly title?: string;
  readonly page?: string;
  readonly pageid?: number;
  readonly oldid?: number;
  readonly prop?: string | readonly string[];
  readonly redirects?: boolean;
  readonly section?: string | number;
}

/**
 * Parses a text, a page or a revision.
 *
 * @example const {text} = await parse(session, {text: "'''Oslo'''", title: 'Sandbox', prop: ['text']})
 * @throws {ApiError} `missingtitle`, `nosuchrevid`, `nosuchsection`, …
 * @throws {TypeError} nothing to parse
 * @see https://www.mediawiki.org/wiki/API:Parsing_wikitext
 */
export async function parse(session: Session, params: ParseParams, options?: AskOptions): Promise<Parsed> {
  const sources = ['text', 'page', 'pageid', 'oldid', 'summary', 'title'];
  if (!sources.some((name) => (params as Params | undefined)?.[name] !== undefined)) throw new TypeError(`params: ${shown(params)} given, one of text, page, pageid and oldid expected`);
  // A text alone is taken for wikitext, and the wiki would warn that it is.
  const contentmodel = params.text !== undefined && params.title === undefined ? 'wikitext' : undefined;
  const answer = await session.get<{parse?: Parsed}>({action: 'parse', ...(contentmodel && {contentmodel}), ...params}, options);
  return required(session.apiUrl, answer, 'parse', answer.parse);
}

/** Of what is asked for in `prop`, a member each. */
export interface Expanded {
  readonly wikitext?: string;
  /** XML. */
  readonly parsetree?: string;
  readonly categories?: readonly {readonly sortkey: string; readonly category: string}[];
  readonly properties?: Readonly<Record<string, string>>;
  readonly [prop: string]: unknown;
}

export interface ExpandParams extends Params {
  /** The page it is read as. */
  readonly title?: string;
  readonly prop?: string | readonly string[];
}

/**
 * The wikitext with its templates expanded; with `prop`, all that was asked for.
 *
 * @throws {TypeError} no text
 * @see https://www.mediawiki.org/wiki/API:Expandtemplates
 */
export async function expandtemplates(session: Session, text: string, params?: ExpandParams & {readonly prop?: undefined}, options?: AskOptions): Promise<string>;
export async function expandtemplates(session: Session, text: string, params: ExpandParams, options?: AskOptions): Promise<Expanded>;
export async function expandtemplates(session: Session, text: string, params: ExpandParams = {}, options?: AskOptions): Promise<string | Expanded> {
  if (typeof text !== 'string') throw new TypeError(`text: ${shown(text)} given, wikitext expected`);
  // The wiki takes an empty text for none.
  if (text === '' && params.prop === undefined) return '';
  const answer = await session.get<{expandtemplates?: Expanded}>({action: 'expandtemplates', prop: 'wikitext', ...params, text}, options);
  const expanded = required(session.apiUrl, answer, 'expandtemplates', answer.expandtemplates);
  return params.prop === undefined ? (expanded.wikitext ?? '') : expanded;
}
