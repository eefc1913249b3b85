/** What is known of a wiki as a whole, and how it is read from the wiki's answer. */
import {isFlag, isObject} from '../core/check.js';
import {required} from '../core/required.js';
import {type FirstLetters, probes} from './first-letter.js';
import {givenUrl, scriptUrl} from './given-url.js';
import {parseVersion, type Version} from './site-version.js';

/** Plain data: it can be kept, and sent to a worker. */
export interface SiteFacts {
  /** E.g. `MediaWiki 1.43.9`. */
  readonly generator: string;
  readonly version: Version;
  readonly sitename: string;
  /** The language of the content. */
  readonly lang: string;
  /** Whether the content is written from right to left. Undefined where only the wiki's own page was asked. */
  readonly rtl: boolean | undefined;
  /** The wiki's origin, e.g. `https://en.wikipedia.org`. */
  readonly server: string;
  /** Of a page, with `$1` for its title: `/wiki/$1`. */
  readonly articlepath: string;
  /** The absolute URL of index.php. */
  readonly script: string;
  readonly scriptpath: string;
  /** Title of the main page. Undefined, as `rtl`. */
  readonly mainpage: string | undefined;
  readonly wikiid: string;
  /** In bytes. Undefined, as `rtl`, and where nothing can be uploaded. */
  readonly maxuploadsize: number | undefined;
  /** What may stand in a title: the inside of a character class of PHP's, or of JavaScript's. */
  readonly legaltitlechars: string;
  /** What may not stand in the name of a new user. Undefined, as `rtl`. */
  readonly invalidusernamechars: string | undefined;
  readonly namespaces: readonly NamespaceFacts[];
  /** What the wiki makes of some first letters. */
  readonly firstLetters: FirstLetters;
  /** Other wikis by their prefixes. Undefined until they were asked for. */
  readonly interwiki: InterwikiMap | undefined;
}

export interface NamespaceFacts {
  readonly id: number;
  /** In the wiki's language, with spaces; empty for the main namespace. */
  readonly name: string;
  /** In English. Undefined for the main namespace, and where only the wiki's own page was asked. */
  readonly canonical: string | undefined;
  readonly aliases: readonly string[];
  readonly case: 'first-letter' | 'case-sensitive';
  readonly content: boolean;
  /** Whether `/` makes subpages. */
  readonly subpages: boolean;
  /** Whether its pages cannot be used as templates. */
  readonly nonincludable: boolean;
}

export type InterwikiMap = Readonly<Record<string, Interwiki>>;

export interface Interwiki {
  /** With `$1` for the title. */
  readonly url: string;
  /** One of the same family of wikis, which others redirect to. */
  readonly local?: true;
  /** This wiki itself. */
  readonly localinterwiki?: true;
}

/** The answer to {@link question} in `site.ts`. */
export interface SiteAnswer {
  readonly query?: {
    readonly general?: Readonly<Record<string, unknown>>;
    readonly namespaces?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly namespacealiases?: readonly {readonly id: number; readonly alias: string}[];
    readonly interwikimap?: readonly Readonly<Record<string, unknown>>[];
    readonly usergroups?: unknown;
    readonly normalized?: readonly {readonly from: string; readonly to: string}[];
  };
}

/**
 * @throws {InvalidAnswerError} not the answer of a MediaWiki
 * @see https://www.mediawiki.org/wiki/API:Siteinfo
 */
export function readFacts(answer: SiteAnswer, apiUrl: string): SiteFacts {
  const general = required(apiUrl, answer, 'query.general', answer.query?.general);
  const namespaces = required(apiUrl, answer, 'query.namespaces', answer.query?.namespaces);
  const {namespacealiases: aliases, normalized} = answer.query ?? {};
  const text = (name: string): string => textOf(general[name]);
  const facts: SiteFacts = {
    generator: text('generator'),
    version: parseVersion(text('generator')),
    sitename: text('sitename'),
    lang: text('lang'),
    rtl: general['rtl'] === true,
    server: givenUrl(general['server'], apiUrl)?.origin ?? new URL(apiUrl).origin,
    articlepath: text('articlepath'),
    script: scriptUrl(general['script'], apiUrl),
    scriptpath: text('scriptpath'),
    mainpage: text('mainpage'),
    wikiid: text('wikiid'),
    maxuploadsize: Number(general['maxuploadsize']) || undefined,
    legaltitlechars: text('legaltitlechars'),
    invalidusernamechars: text('invalidusernamechars'),
    namespaces: Object.values(namespaces).filter(isObject).map((namespace) => readNamespace(namespace, listOf(aliases))),
    firstLetters: readFirstLetters(listOf(normalized)),
    interwiki: undefined,
  };
  return required(apiUrl, answer, 'query.general', isSiteFacts(facts) ? facts : undefined);
}

/** Of the map, what is used: prefixes and addresses. */
export function readInterwiki(answer: SiteAnswer, apiUrl: string): InterwikiMap {
  const map = required(apiUrl, answer, 'query.interwikimap', answer.query?.interwikimap);
  return Object.fromEntries(
    listOf(map).map(({prefix, url, local, localinterwiki}) => [
      textOf(prefix),
      {url: textOf(url), ...(local === true && {local}), ...(localinterwiki === true && {localinterwiki})},
    ]),
  );
}

/** Whether this, from wherever, has all that facts have. */
export function isSiteFacts(value: unknown): value is SiteFacts {
  if (!isObject(value)) return false;
  const facts = value as Partial<SiteFacts>;
  const {version, namespaces, firstLetters} = facts;
  return (
    texts.every((name) => typeof facts[name] === 'string') &&
    [facts.mainpage, facts.invalidusernamechars].every((text) => text === undefined || typeof text === 'string') &&
    (facts.rtl === undefined || isFlag(facts.rtl)) &&
    (facts.maxuploadsize === undefined || typeof facts.maxuploadsize === 'number') &&
    Array.isArray(version) && version.length === 3 && version.every(Number.isInteger) &&
    Array.isArray(namespaces) && namespaces.every(isNamespace) &&
    isObject(firstLetters) && Object.values(firstLetters).every((made) => typeof made === 'string') &&
    (facts.interwiki === undefined || isInterwikiMap(facts.interwiki))
  );
}

export const isInterwikiMap = (value: unknown): value is InterwikiMap =>
  isObject(value) && Object.values(value).every((one: unknown) => isObject(one) && 'url' in one && typeof one.url === 'string');

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Of those that are something: an answer may be anything. */
const listOf = <Item extends object>(value: readonly Item[] | undefined): readonly Item[] => (Array.isArray(value) ? (value as readonly Item[]).filter(isObject) : []);

const texts = ['generator', 'sitename', 'lang', 'server', 'articlepath', 'script', 'scriptpath', 'wikiid', 'legaltitlechars'] as const;

function isNamespace(value: unknown): boolean {
  if (!isObject(value)) return false;
  const {id, name, canonical, aliases, ...rest} = value as Partial<NamespaceFacts>;
  return (
    Number.isInteger(id) &&
    typeof name === 'string' &&
    (canonical === undefined || typeof canonical === 'string') &&
    Array.isArray(aliases) && aliases.every((alias) => typeof alias === 'string') &&
    (rest.case === 'first-letter' || rest.case === 'case-sensitive') &&
    [rest.content, rest.subpages, rest.nonincludable].every(isFlag)
  );
}

function readNamespace(given: Readonly<Record<string, unknown>>, aliases: readonly {readonly id: number; readonly alias: unknown}[]): NamespaceFacts {
  const id = Number(given['id']);
  return {
    id,
    name: textOf(given['name']),
    canonical: typeof given['canonical'] === 'string' ? given['canonical'] : undefined,
    aliases: aliases.filter((one) => one.id === id).map(({alias}) => textOf(alias)),
    case: given['case'] === 'case-sensitive' ? 'case-sensitive' : 'first-letter',
    content: given['content'] === true,
    subpages: given['subpages'] === true,
    nonincludable: given['nonincludable'] === true,
  };
}

/** Of `User:ßx` the wiki made `User:Ssx`: that is `Ss` for `ß`. What it left alone stands in no answer. */
function readFirstLetters(normalized: readonly {readonly from: string; readonly to: string}[]): FirstLetters {
  return Object.fromEntries(
    probes.map((probe) => {
      const made = textOf(normalized.find(({from}) => from === probeTitle(probe))?.to) || probeTitle(probe);
      return [probe, made.slice(made.indexOf(':') + 1, -1)];
    }),
  );
}

/** In the user namespace, where no wiki is case-sensitive. */
export const probeTitle = (letter: string): string => `User:${letter}x`;
