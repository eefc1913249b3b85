/** Titles of a wiki's pages: taken apart, put in the wiki's one spelling, compared, and turned into addresses. */
import {checkOptions, type Rule, signalRule} from '../core/check.js';
import {lazily} from '../core/lazily.js';
import {type Params, toFields, toQuery} from '../core/params.js';
import type {Session} from '../core/session.js';
import {shown} from '../core/shown.js';
import {givenUrl} from './given-url.js';
import type {NamespaceFacts, SiteFacts} from './site-facts.js';
import {possibleInterwiki, type TitleParts, TitleProblem, titleParts} from './title-parts.js';

export interface TitleOptions {
  /** The number of the namespace of a title that names none. Default: 0. */
  readonly defaultNamespace?: number | undefined;
}

/**
 * A title by the wiki's own rules: namespaces and their aliases, first letters, other wikis' prefixes, illegal characters.
 * Where the prefixes are not known (`facts.interwiki`), none is taken for one.
 *
 * Two things only the wiki itself can do: other names of special pages stay as they are, and of HTML's named characters
 * only the commonest are understood.
 *
 * @example parseTitle('user_talk:olga#Hello', facts).title // 'User talk:Olga'
 * @throws {TypeError} the wiki would refuse it; says why
 */
export function parseTitle(text: string, facts: SiteFacts, options: TitleOptions = {}): Title {
  checkOptions(options, {defaultNamespace: namespaceRule});
  return parsed(text, facts, options.defaultNamespace);
}

/**
 * The same, with the facts asked for: mostly known already, and other wikis' prefixes only where the title may have one.
 *
 * @throws {TypeError} as {@link parseTitle}
 * @throws {ApiError} and whatever else {@link siteFacts} throws
 */
export async function askTitle(session: Session, text: string, options: TitleOptions & {readonly signal?: AbortSignal | undefined} = {}): Promise<Title> {
  checkOptions(options, {defaultNamespace: namespaceRule, signal: signalRule});
  const {defaultNamespace, signal} = options;
  const {siteFacts} = await lazily(() => import('./site.js'));
  const facts = await siteFacts(session, {signal});
  const interwiki = typeof text === 'string' && possibleInterwiki(text, facts) !== undefined;
  return parsed(text, interwiki ? await siteFacts(session, {interwiki, signal}) : facts, defaultNamespace);
}

export class Title {
  readonly ns: number;
  /** Without namespace, fragment, or prefix of another wiki. */
  readonly name: string;
  /** Of a place on the page, without `#`. */
  readonly fragment: string | undefined;
  /** The prefix of the other wiki it is on, in lower case. Its namespaces are then not known: they stand in `name`. */
  readonly interwiki: string | undefined;
  private readonly facts: SiteFacts;

  /** By {@link parseTitle}. */
  constructor({ns, key, fragment, interwiki}: TitleParts, facts: SiteFacts) {
    this.ns = ns;
    this.name = key.replace(/_/g, ' ');
    this.fragment = fragment;
    this.interwiki = interwiki;
    this.facts = facts;
  }

  /** The namespace's name in the wiki's language; empty for the main one, and on another wiki. */
  get namespace(): string {
    return this.interwiki === undefined ? (this.own?.name ?? '') : '';
  }

  /** As the wiki shows it, and as the API takes it: with namespace or prefix, without fragment. */
  get title(): string {
    const prefix = this.interwiki ?? this.namespace;
    return prefix === '' ? this.name : `${prefix}:${this.name}`;
  }

  /** The same with `_` for spaces. */
  get dbKey(): string {
    return this.title.replace(/ /g, '_');
  }

  get isTalk(): boolean {
    return this.interwiki === undefined && this.ns > 0 && this.ns % 2 === 1;
  }

  /** The page where this one is talked about: itself, if it is such. Undefined where there can be none. */
  get talk(): Title | undefined {
    if (this.isTalk) return this;
    const possible = this.interwiki === undefined && this.ns >= 0 && this.facts.namespaces.some(({id}) => id === this.ns + 1);
    return possible ? this.sibling(this.ns + 1, this.name) : undefined;
  }

  /** The page that is talked about: itself, if it is no talk page. */
  get subject(): Title {
    return this.isTalk ? this.sibling(this.ns - 1, this.name) : this;
  }

  /** The page above: of `User:Olga/A/B`, `User:Olga/A`. Itself, if there is none, or the namespace has no subpages. */
  get base(): Title {
    const slash = this.hasSubpages ? this.name.lastIndexOf('/') : -1;
    return slash > 0 ? this.sibling(this.ns, this.name.slice(0, slash)) : this;
  }

  /** The topmost page above: of `User:Olga/A/B`, `User:Olga`. Itself, as `base`. */
  get root(): Title {
    const slash = this.hasSubpages ? this.name.indexOf('/', 1) : -1;
    return slash > 0 ? this.sibling(this.ns, this.name.slice(0, slash)) : this;
  }

  /** What follows the last `/`: of `User:Olga/A/B`, `B`. Undefined, if this is no subpage. */
  get subpage(): string | undefined {
    return this.base === this ? undefined : this.name.slice(this.name.lastIndexOf('/') + 1);
  }

  /**
   * The address of the page, absolute.
   *
   * @param params - of the query, e.g. `{action: 'history'}`
   * @throws {TypeError} a parameter that cannot be in an address
   */
  url(params: Params = {}): string {
    const {articlepath, script, server, interwiki = {}} = this.facts;
    const fields = toFields(params).map(([name, value]): [string, string] => {
      if (typeof value !== 'string') throw new TypeError(`${name}: ${shown(value)} given, which cannot be in an address`);
      return [name, value];
    });
    const query = toQuery(fields);
    const there = this.interwiki === undefined ? undefined : givenUrl(interwiki[this.interwiki]?.url.replace('$1', () => escape(this.name)), script);
    const here = query === '' ? articlepath.replace('$1', () => escape(this.dbKey)) : `${script}?title=${escape(this.dbKey)}`;
    const url = there ?? givenUrl(here, server) ?? new URL(script);
    if (query !== '') url.search += `${url.search === '' ? '?' : '&'}${query}`;
    if (this.fragment !== undefined) url.hash = encodeURIComponent(this.fragment.replace(/ /g, '_'));
    return url.href;
  }

  /** Whether both are the same page; a fragment makes no other. */
  equals(other: Title): boolean {
    return this.title === other.title && this.ns === other.ns && this.interwiki === other.interwiki;
  }

  toString(): string {
    return this.title;
  }

  private get own(): NamespaceFacts | undefined {
    return this.facts.namespaces.find(({id}) => id === this.ns);
  }

  private get hasSubpages(): boolean {
    return this.interwiki === undefined && (this.own?.subpages ?? false);
  }

  private sibling(ns: number, name: string): Title {
    return new Title({ns, key: name, fragment: undefined, interwiki: undefined}, this.facts);
  }
}

const namespaceRule: Rule = [Number.isInteger, 'the number of a namespace'];

function parsed(text: string, facts: SiteFacts, defaultNamespace = 0): Title {
  const refused = (why: string): TypeError => new TypeError(`title: ${shown(text)} given, a page’s title expected${why}`);
  if (typeof text !== 'string') throw refused('');
  if (!facts.namespaces.some(({id}) => id === defaultNamespace)) throw new TypeError(`defaultNamespace: ${shown(defaultNamespace)} given, the number of a namespace of the wiki expected`);
  try {
    return new Title(titleParts(text, facts, defaultNamespace), facts);
  } catch (error) {
    throw error instanceof TitleProblem ? refused(`: ${error.message}`) : error;
  }
}

/** As MediaWiki writes titles into addresses. */
const escape = (text: string): string =>
  encodeURIComponent(text.replace(/ /g, '_')).replace(/'/g, '%27').replace(/%(?:3A|3B|40|24|2C|2F)/g, decodeURIComponent);
