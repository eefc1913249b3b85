/**
 * A title taken apart as MediaWiki does it, by what is known of the wiki.
 *
 * @see https://www.mediawiki.org/wiki/Manual:Title.php
 */
import {upperFirst} from './first-letter.js';
import {ipName} from './ip-name.js';
import type {NamespaceFacts, SiteFacts} from './site-facts.js';
import {isClean, tidy, utf8Length} from './title-problem.js';

export interface TitleParts {
  /** Prefix of another wiki, in lower case. */
  readonly interwiki: string | undefined;
  readonly ns: number;
  /** Without namespace, with `_` for spaces. */
  readonly key: string;
  readonly fragment: string | undefined;
}

/** Why a text is no title. */
export class TitleProblem extends Error {}

/**
 * @param defaultNamespace - where no namespace is named
 * @throws {TitleProblem}
 */
export function titleParts(text: string, facts: SiteFacts, defaultNamespace: number): TitleParts {
  if (text.length > longestText) throw new TitleProblem(`too long: ${text.length} characters`);
  const clean = tidy(decodeEntities(text));
  if (!isClean(clean)) throw new TitleProblem('not valid Unicode text');
  const main = clean.startsWith(':');
  const rest = main ? trimmed(clean.slice(1)) : clean;
  if (rest === '') throw new TitleProblem('empty');
  const {interwiki, ns, name: after} = splitPrefixes(rest, facts, main ? 0 : defaultNamespace);
  const [, beforeHash = '', hash] = /^([^#]*)(?:#([^]*))?$/.exec(after) ?? [];
  const key = hash === undefined ? after : beforeHash.replace(/_+$/, '');
  refuse(key, ns, facts);
  const fragment = hash === undefined || hash === '' ? undefined : hash.replace(/_/g, ' ');
  if (key === '' && interwiki === undefined) throw new TitleProblem(fragment === undefined ? 'empty' : 'empty but for a fragment');
  const name = interwiki === undefined ? named(key, ns, facts) : key;
  if (name.startsWith(':')) throw new TitleProblem('a colon too many at the beginning');
  return {interwiki, ns, key: name, fragment};
}

/** As a page of this wiki is called; names of users without an account are addresses. */
function named(key: string, ns: number, facts: SiteFacts): string {
  const raised = isFirstLetter(ns, facts) ? upperFirst(key, facts.firstLetters) : key;
  return ns === 2 || ns === 3 ? ipName(raised) : raised;
}

/** Spaces, entities and prefixes come off, but nobody writes this many. */
const longestText = 20_000;

/** The prefix of a title, where it may be one of another wiki: it has no spaces, and is no namespace. */
export function possibleInterwiki(text: string, facts: SiteFacts): string | undefined {
  const clean = tidy(decodeEntities(text.slice(0, longestText))).replace(/^:_*/, '');
  // Of a talk page, the next one decides whether there can be such a page.
  const rest = namespaceOf(prefix(clean)?.[0] ?? '', facts) === 1 ? (prefix(clean)?.[1] ?? '') : clean;
  const first = prefix(rest)?.[0];
  return first !== undefined && /^[^\s_&=#]+$/.test(first) && namespaceOf(first, facts) === undefined ? first.toLowerCase() : undefined;
}

/** By any of its names, in any case, with spaces or `_`. */
function namespaceOf(name: string, facts: SiteFacts): number | undefined {
  let index = indexes.get(facts.namespaces);
  if (!index) {
    const names = facts.namespaces.flatMap((one) => [...one.aliases, one.canonical ?? one.name, one.name].map((name) => [lower(name), one.id] as const));
    indexes.set(facts.namespaces, (index = new Map(names)));
  }
  return name === '' ? undefined : index.get(lower(name));
}

const indexes = new WeakMap<readonly NamespaceFacts[], ReadonlyMap<string, number>>();

/** The same in every language, also where a first letter is not. */
const lower = (name: string): string => name.toLowerCase().replace(/ /g, '_');

const trimmed = (text: string): string => text.replace(/^_+|_+$/g, '');

/** What stands before the first colon, and what after it. */
const prefix = (text: string): [string, string] | undefined => {
  const [, before, after] = /^([^]+?)_*:_*([^]*)$/.exec(text) ?? [];
  return before === undefined || after === undefined ? undefined : [before, after];
};

function splitPrefixes(text: string, facts: SiteFacts, defaultNamespace: number): {interwiki: string | undefined; ns: number; name: string} {
  let name = text;
  for (;;) {
    const [before, after] = prefix(name) ?? [];
    if (before === undefined || after === undefined) break;
    const ns = namespaceOf(before, facts);
    if (ns !== undefined) {
      const next = ns === 1 ? prefix(after)?.[0] : undefined;
      if (next !== undefined && (namespaceOf(next, facts) || interwikiOf(next, facts))) throw new TitleProblem('a talk page of what has none there');
      return {interwiki: undefined, ns, name: after};
    }
    const other = interwikiOf(before, facts);
    if (!other) break;
    if (!other.localinterwiki) {
      const main = after.startsWith(':');
      return {interwiki: before.toLowerCase(), ns: main ? 0 : defaultNamespace, name: main ? trimmed(after.slice(1)) : after};
    }
    // This wiki itself: what follows is looked at anew, and nothing means the main page.
    if (after === '') return splitPrefixes(tidy(facts.mainpage ?? 'Main Page'), {...facts, interwiki: undefined}, 0);
    name = after;
  }
  return {interwiki: undefined, ns: defaultNamespace, name};
}

const interwikiOf = (prefix: string, {interwiki = {}}: SiteFacts): {readonly localinterwiki?: true} | undefined =>
  Object.hasOwn(interwiki, prefix.toLowerCase()) ? interwiki[prefix.toLowerCase()] : undefined;

const isFirstLetter = (ns: number, {namespaces}: SiteFacts): boolean => namespaces.find(({id}) => id === ns)?.case !== 'case-sensitive';

function refuse(key: string, ns: number, facts: SiteFacts): void {
  const [illegal] = illegalPattern(facts.legaltitlechars).exec(key) ?? [];
  if (illegal !== undefined) throw new TitleProblem(`illegal character ${JSON.stringify(illegal)}`);
  const [escape] = /%[\da-f]{2}|&[\da-z\x80-\uFFFF]+;/i.exec(key) ?? [];
  if (escape !== undefined) throw new TitleProblem(`illegal sequence ${JSON.stringify(escape)}: the character itself is meant`);
  if (/(^|\/)\.\.?(\/|$)/.test(key)) throw new TitleProblem('a relative path');
  if (key.includes('~~~')) throw new TitleProblem('~~~, which is a signature');
  const longest = ns === -1 ? 512 : 255;
  const bytes = utf8Length(key);
  if (bytes > longest) throw new TitleProblem(`too long: ${bytes} bytes, ${longest} at most`);
}

/** PHP means bytes, and so all beyond ASCII, by what is all of it in JavaScript. Any other than a plain class is not used. */
function illegalPattern(legal: string): RegExp {
  const inside = legal.replace(/\\x80-\\xFF/i, '\\x80-\\uFFFF');
  return new RegExp(`[^${/^(?:[^[\]\\]|\\[^bBcdDkpPsSuwW0-9])+$/.test(legal) ? inside : usual}]`);
}

const usual = ' %!"$&\'()*,\\-./0-9:;=?@A-Z\\\\\\^_`a-z~+\\x80-\\uFFFF';

/** As the wiki does first. Of the names only those that are in use: another is refused, where the wiki may know it. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#[xX]([\da-fA-F]+)|([a-z]+|[A-Z]+));/g, (all, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? all;
    const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return point <= 0x10ffff && !(point >= 0xd800 && point < 0xe000) ? String.fromCodePoint(point) : '\uFFFD';
  });
}

const entities: Readonly<Partial<Record<string, string>>> = Object.assign(Object.create(null) as object, {
  lt: '<', LT: '<', gt: '>', GT: '>', quot: '"', QUOT: '"', amp: '&', AMP: '&', apos: "'", nbsp: '\u00A0',
});
