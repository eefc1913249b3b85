/** Out of the answer to a request of many, the part of each. */
import type {ApiAnswer} from '../../core/session.js';
import type {QueryPage} from '../revision.js';
import {type Module, moduleOf, names, type Shape} from './shape.js';
import type {Batch, Member} from './pack.js';

interface Hop {
  readonly from: string;
  readonly to: string;
  readonly fromencoded?: boolean;
}

interface Query {
  readonly pages?: readonly QueryPage[];
  readonly normalized?: readonly Hop[];
  readonly converted?: readonly Hop[];
  readonly redirects?: readonly Hop[];
  readonly interwiki?: readonly {readonly title: string}[];
  readonly badrevids?: Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}

type Json = Record<string, unknown>;

/** Members of `query` that belong to a module but do not bear its name. */
const otherKeys: Readonly<Record<string, readonly string[]>> = {filerepoinfo: ['repos'], search: ['searchinfo'], contributors: ['anoncontributors']};

/** `prop=info` writes into the page itself: these always, and what its `inprop` names under that name, or under these. */
const infoKeys = 'contentmodel pagelanguage pagelanguagehtmlcode pagelanguagedir touched lastrevid length new redirect actions'.split(' ');
const inpropKeys: Readonly<Record<string, readonly string[]>> = {protection: ['protection', 'restrictiontypes'], url: ['fullurl', 'editurl', 'canonicalurl'], watched: ['watched', 'watchlistexpiry']};

/** Where a title leads: each step, and in the end a page, or a page of another wiki. */
const steps = ['normalized', 'converted', 'redirects'] as const;

/**
 * @returns what gives a member its part. What was asked for by nobody else is everybody's; a page is given to all who
 * named it, each of them a copy of its own. Undefined when a title leads nowhere in this answer.
 */
export function handOut(answer: ApiAnswer, batch: Pick<Batch, 'modules' | 'by'>): (member: Member, values: readonly string[]) => ApiAnswer | undefined {
  const query = (answer['query'] ?? {}) as Query;
  const find = pagesOf(query, batch.by);
  const given = new Set<QueryPage>();
  // Look-ups that ask the same of other pages differ in the pages alone.
  const shares = new Map<Shape, Share>();
  return ({shape}, values) => {
    const {part, own, others} = shares.get(shape) ?? shareOf(answer, query, batch, shape);
    // The next gets a copy.
    shares.set(shape, {part, own: Object.keys(own).length > 0 ? structuredClone(own) : own, others});
    const pages = shape.by && find(values, (page) => ownPage(page, others, given));
    if (shape.by && !pages) return undefined;
    const mine = {...part};
    // Those of later answers are added.
    if (part['warnings']) mine['warnings'] = [...(part['warnings'] as unknown[])];
    if (answer['query'] !== undefined) mine['query'] = {...own, ...pages};
    return mine;
  };
}

/** What a look-up gets beside pages. */
interface Share {
  readonly part: Json;
  /** Of `query`. */
  readonly own: Json;
  /** Names of what others asked for. */
  readonly others: ReadonlySet<string>;
}

function shareOf({query: _query, continue: rest, warnings, limits, ...beside}: ApiAnswer, query: Query, batch: Pick<Batch, 'modules'>, shape: Shape): Share {
  const foreign = (name: string): boolean => batch.modules.has(name) && !shape.modules.has(name);
  const others = new Set([...batch.modules.keys()].filter(foreign).flatMap((name) => [name].concat(otherKeys[name] ?? [])));
  for (const key of foreignInfo(batch.modules, shape.modules)) others.add(key);
  const siprop = (modules: Shape['modules']): string[] => (modules.has('siteinfo') ? names(modules.get('siteinfo')?.params['siprop'] ?? 'general') : []);
  for (const key of siprop(batch.modules)) if (!siprop(shape.modules).includes(key)) others.add(key);
  const part = without(beside, others);
  const limited = without((limits ?? {}) as Json, others);
  if (Object.keys(limited).length > 0) part['limits'] = limited;
  const told = warningsOf(warnings, foreign);
  if (told.length > 0) part['warnings'] = told;
  const left = ownContinue(rest, shape, ['list', 'meta']);
  if (left) part['continue'] = left;
  const own = Object.entries(query).filter(([key]) => !others.has(key) && !pageKeys.has(key)).map(([key, value]) => [key, asked(key, value, shape, batch.modules)] as const);
  return {part, own: Object.fromEntries(own), others};
}

function foreignInfo(all: Batch['modules'], own: Shape['modules']): string[] {
  const wanted = names(own.get('info')?.params['inprop']);
  const foreign = names(all.get('info')?.params['inprop']).filter((name) => !wanted.includes(name));
  return [...(all.has('info') && !own.has('info') ? infoKeys : []), ...foreign.flatMap((name) => inpropKeys[name] ?? name)];
}

const without = (all: Json, others: ReadonlySet<string>): Json => Object.fromEntries(Object.entries(all).filter(([key]) => !others.has(key)));

const pageKeys = new Set<string>(['pages', 'interwiki', 'badrevids', ...steps]);

/** A page without what others wanted to know of it. */
function ownPage(page: QueryPage, others: ReadonlySet<string>, given: Set<QueryPage>): QueryPage {
  const own = given.has(page) ? structuredClone(page) : page;
  given.add(page);
  return others.size > 0 && Object.keys(own).some((key) => others.has(key)) ? (without(own as unknown as Json, others) as unknown as QueryPage) : own;
}

/** Indexed once, as each member looks for its own. */
function pagesOf(query: Query, by: Batch['by']): (values: readonly string[], mine: (page: QueryPage) => QueryPage) => Json | undefined {
  if (by !== 'titles') return (values, mine) => byNumber(query, by, values, mine);
  // As the wiki has them in order: nobody can tell that others asked, too.
  const order = new Map<unknown, number>([...steps, 'pages', 'interwiki'].flatMap((key) => ((query[key] ?? []) as unknown[]).map((row, index) => [row, index] as const)));
  const hops = steps.map((step) => new Map((query[step] ?? []).map((hop) => [hop.fromencoded ? decoded(hop.from) : hop.from, hop])));
  const pages = new Map((query.pages ?? []).map((page) => [page.title, page]));
  const elsewhere = new Map((query.interwiki ?? []).map((page) => [page.title, page]));
  return (values, mine) => {
    const [only = ''] = values;
    const page = values.length === 1 && !elsewhere.has(only) && !hops.some((hop) => hop.has(only)) ? pages.get(only) : undefined;
    if (page) return {pages: [mine(page)]}; // by far the most
    const own: Record<string, Set<unknown>> = {};
    const add = (key: string, value: unknown): void => void (own[key] ??= new Set()).add(value);
    for (const value of values) {
      let title = value;
      for (const [index, step] of steps.entries()) {
        // Redirects are followed one after another; one that leads in a circle is left where it began.
        for (let hop = hops[index]?.get(title), seen = 0; hop && seen <= (query[step]?.length ?? 0); hop = hops[index]?.get(title), seen++) {
          add(step, hop);
          title = hop.to;
          if (step !== 'redirects' && step !== 'normalized') break;
        }
      }
      const page = pages.get(title);
      if (page) add('pages', page);
      const other = elsewhere.get(title);
      if (other) add('interwiki', other);
      if (!page && !other) return undefined;
    }
    return Object.fromEntries(
      Object.entries(own).map(([key, rows]) => {
        const sorted = [...rows].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
        return [key, key === 'pages' ? sorted.map((page) => mine(page as QueryPage)) : sorted];
      }),
    );
  };
}

function byNumber({pages = [], badrevids}: Query, by: Batch['by'], values: readonly string[], mine: (page: QueryPage) => QueryPage): Json {
  const wanted = new Set(values);
  const own: QueryPage[] = [];
  for (const page of pages) {
    const revisions = page.revisions?.filter(({revid}) => wanted.has(String(revid)));
    if (by === 'pageids' && wanted.has(String(page.pageid))) own.push(mine(page));
    if (by === 'revids' && revisions?.length) own.push(mine({...page, revisions}));
  }
  const bad = Object.entries(badrevids ?? {}).filter(([revid]) => wanted.has(revid));
  return {pages: own, ...(bad.length > 0 && {badrevids: Object.fromEntries(bad)})};
}

/** The pages of an answer in the order of the titles they were asked by; what leads to no page of this wiki is left out. */
export function inOrder(answer: ApiAnswer, titles: readonly string[]): QueryPage[] {
  const query = (answer['query'] ?? {}) as Query;
  const find = pagesOf(query, 'titles');
  const pages = titles.flatMap((title) => (find([title], (page) => page)?.['pages'] ?? []) as QueryPage[]);
  return [...new Set([...pages, ...(query.pages ?? [])])];
}

/** `uiprop` writes under the names of its values, or under these. */
const uipropKeys: Readonly<Record<string, RegExp>> = {
  blockinfo: /^(block|systemblock)/,
  centralids: /^(centralids|attached)/,
  email: /^email/,
  hasmsg: /^messages$/,
  latestcontrib: /^latestcontrib/,
  cancreateaccount: /^cancreateaccount/,
};

/** Who one is, without what others wanted to know of it. */
function ownUser(user: Json, all: readonly string[], own: readonly string[]): Json {
  const foreign = all.filter((name) => !own.includes(name)).map((name) => uipropKeys[name] ?? new RegExp(`^${name}$`));
  return Object.fromEntries(Object.entries(user).filter(([key]) => !foreign.some((pattern) => pattern.test(key))));
}

/** Of lists of names that were put together, what this look-up named. */
function asked(key: string, value: unknown, {modules: own}: Shape, all: Batch['modules']): unknown {
  const uiprop = (modules: Shape['modules']): string[] => names(modules.get('userinfo')?.params['uiprop']);
  if (key === 'userinfo' && own.has('userinfo')) return ownUser(value as Json, uiprop(all), uiprop(own));
  const only = (module: string, param: string): Set<string> | undefined => {
    const wanted = own.get(module)?.params[param];
    return wanted === undefined ? undefined : new Set(names(wanted));
  };
  const rows = (wanted: Set<string> | undefined, name: (text: string) => string): unknown => {
    if (!wanted || !Array.isArray(value)) return value;
    const known = new Map(value.map((row: {name: string}) => [name(row.name), row]));
    return [...new Set(Array.from(wanted, name))].flatMap((wanted) => known.get(wanted) ?? []);
  };
  if (key === 'allmessages') return rows(only('allmessages', 'ammessages'), (name) => name);
  if (key === 'users') return rows(only('users', 'ususers'), userName);
  const types = key === 'tokens' ? only('tokens', 'type') : undefined;
  return types ? Object.fromEntries(Object.entries(value as Json).filter(([name]) => types.has(name.replace(/token$/, '')))) : value;
}

/** As the wiki writes them: in the ways people write them otherwise. */
const userName = (name: string): string => name.replace(/[ _]+/g, ' ').trim().replace(/^./u, (first) => first.toUpperCase());

const warningsOf = (warnings: ApiAnswer['warnings'], foreign: (name: string) => boolean): unknown[] =>
  (warnings ?? []).filter((warning) => !foreign(String((warning as {module?: unknown}).module).replace(/^query\+/, '')));

/** How a look-up goes on by itself: with what its own modules left over. */
export function ownContinue(rest: ApiAnswer['continue'], {modules}: {readonly modules: ReadonlyMap<string, Module>}, groups: readonly Module['group'][]): Readonly<Record<string, string | number>> | undefined {
  const own = Object.entries(rest ?? {}).filter(([param]) => {
    const module = param === 'continue' ? undefined : moduleOf(param, modules);
    return module && groups.includes(module.group);
  });
  if (own.length === 0) return undefined;
  // “No page left” before the bars, behind them the modules that are done.
  const done = [...modules].flatMap(([name, module]) => (own.some(([param]) => moduleOf(param, modules) === module) ? [] : [name]));
  return Object.fromEntries([...own, ['continue', `${groups.includes('prop') ? '' : '-'}||${done.join('|')}`]]);
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

