/** What happens to a page as a whole. */
import type {Params} from '../../../core/params.js';
import type {Sent} from '../kind.js';
import {type Action, asText, flag, id, list, listed, pageOf, pageOrId, type RulesOf, text, watching, words} from './action.js';
import {expiriesRule, isFixed, isoOf, readExpiry} from './expiry.js';
import {type Ground, type Known, type KnownPage} from './ground.js';
import {type Entry, isPage, isTitle, logFinder} from './log.js';
import {reader} from './read.js';

/**
 * Twice: `articleexists`, or `missingtitle` where no redirect was left; by number, of four at the same time one is done.
 *
 * @see https://www.mediawiki.org/wiki/API:Move
 */
export const move: Action = {
  rules: {from: text, fromid: id, to: text, reason: words, movetalk: flag, movesubpages: flag, noredirect: flag, ...watching, ignorewarnings: flag, tags: list} satisfies RulesOf<'move'>,
  one: [['from', 'fromid'], ['to']],
  target: ({from, fromid}) => asText(from ?? `#${asText(fromid)}`),
  ground: ({from, to}) => ({log: 'move', titles: from === undefined ? [asText(to)] : [asText(from), asText(to)]}),
  ready: ({from, fromid, ...params}, {pages}) => {
    const [page, to] = from === undefined ? [undefined, pages[0]] : pages;
    return {params: {...params, ...byId(page, 'fromid', fromid === undefined ? {from} : {fromid})}, before: {title: page?.title, to: to?.title}};
  },
  token: 'csrf',
  again: 'refused',
  read: reader('move'),
  find: logFinder({
    type: 'move',
    action: ['move', 'move_redir'],
    fits: (entry, sent) => isPage(entry, sent, ['fromid', 'from']) && isTitle(entry.params?.['target_title'] as string, sent.before['to'], sent.params['to']),
    done: (entry, {params}, later) => ({...moved(entry), reason: entry.comment ?? '', redirectcreated: entry.params?.['suppressredirect'] !== true, ...alongside(entry, params, later)}),
  }),
};

const moved = ({title, params}: Entry): {from: string | undefined; to: string | undefined} => ({from: title, to: params?.['target_title'] as string | undefined});

/** The talk page and the pages below, where they went along. */
function alongside(entry: Entry, {movetalk, movesubpages}: Params, later: readonly Entry[]): object {
  const own = later.filter(({comment}) => comment === entry.comment);
  const talk = movetalk ? own.find(({ns, title = ''}) => ns === Number(entry.ns) + 1 && nameOf(title, ns) === nameOf(entry.title ?? '', entry.ns)) : undefined;
  const below = own.filter(({title = '', ns}) => ns === entry.ns && title.startsWith(`${entry.title}/`));
  return {...(talk && {talkfrom: moved(talk).from, talkto: moved(talk).to}), ...(movesubpages && {subpages: below.map(moved)})};
}

const nameOf = (title: string, ns = 0): string => (ns === 0 ? title : title.slice(title.indexOf(':') + 1));

/**
 * By its number: a page that was made again meanwhile under the title is another, and the second is refused as
 * `nosuchpageid`. An old version of a file, the second time: `nodeleteablefile`.
 *
 * @see https://www.mediawiki.org/wiki/API:Delete
 */
export const deletePage: Action = {
  rules: {...pageOrId, reason: words, tags: list, deletetalk: flag, watch: flag, unwatch: flag, ...watching, oldimage: text} satisfies RulesOf<'delete'>,
  one: [['title', 'pageid']],
  target: pageOf,
  ground: aboutPage('delete'),
  ready: onPage,
  token: 'csrf',
  again: 'refused',
  read: reader('delete'),
  find: logFinder({
    type: 'delete',
    action: 'delete',
    fits: (entry, {params, before}) => (params['oldimage'] === undefined ? isPage(entry, {params, before} as Sent) : isTitle(entry.title, before['title'], params['title']) && (entry.comment ?? '').includes(asText(params['oldimage']))),
    done: ({title, comment, logid}) => ({title, reason: comment ?? '', logid}),
    // An old version's entry has words of the wiki before the reason.
    reason: '',
  }),
};

/**
 * Twice: `cantundelete`, `undelete-no-results`.
 *
 * @see https://www.mediawiki.org/wiki/API:Undelete
 */
export const undelete: Action = {
  rules: {title: text, reason: words, tags: list, timestamps: list, fileids: list, undeletetalk: flag, ...watching} satisfies RulesOf<'undelete'>,
  one: [['title']],
  target: pageOf,
  ground: aboutPage('delete'),
  ready: (_params, {pages}) => ({before: {title: pages[0]?.title}}),
  token: 'csrf',
  again: 'refused',
  read: reader('undelete'),
  find: logFinder({
    type: 'delete',
    action: 'restore',
    fits: ({title}, {params, before}) => isTitle(title, before['title'], params['title']),
    done: ({title, comment, params}) => {
      const {revisions = 0, files = 0} = (params?.['count'] ?? {}) as {revisions?: number; files?: number};
      return {title, revisions, fileversions: files, reason: comment ?? ''};
    },
  }),
};

/**
 * Twice: a success that changes nothing and writes nothing, when its times are fixed.
 *
 * @see https://www.mediawiki.org/wiki/API:Protect
 */
export const protect: Action = {
  rules: {...pageOrId, protections: [isProtections, "an array such as ['edit=sysop', 'move=autoconfirmed']"], expiry: expiriesRule, reason: words, tags: list, cascade: flag, watch: flag, ...watching} satisfies RulesOf<'protect'>,
  one: [['title', 'pageid'], ['protections']],
  check: ({protections, expiry}) => {
    const [levels, times] = [listed(protections).length, listed(expiry).length];
    if (times > 1 && times !== levels) throw new TypeError(`expiry: ${times} given, one, or ${levels} as of protections, expected`);
  },
  target: pageOf,
  ground: (params) => ({...aboutPage('protect')(params), more: {prop: 'info', inprop: 'protection'}}),
  ready: (params, known) => {
    const ready = onPage(params, known);
    return {...ready, before: {...ready.before, same: isSame(params, known.pages[0])}};
  },
  token: 'csrf',
  again: (params) => (isFixed(params) ? 'same' : 'twice'),
  read: (session, answer, sent) => ({...reader('protect')(session, answer, sent), ...(sent.before['same'] === true && {outcome: 'nochange'})}),
  find: logFinder({
    type: 'protect',
    fits: (entry, sent) => isPage(entry, sent) && protectedSo(sent.params, logged(entry)),
    done: (entry, sent) => {
      const {levels, cascade} = logged(entry);
      const endOf = (type: string): string => ended(levels.find((one) => one.type === type)?.expiry ?? 'infinite');
      return {title: entry.title, reason: entry.comment ?? '', protections: wanted(sent.params).map(({type, level, expiry}) => ({[type]: level, expiry: expiry ?? endOf(type)})), ...(cascade && {cascade})};
    },
  }),
};

function isProtections(value: unknown): boolean {
  const all = Array.isArray(value) ? (value as unknown[]) : typeof value === 'string' ? value.split('|') : [];
  return all.length > 0 && all.every((each) => typeof each === 'string' && /^[^=\s]+=[^=]+$/.test(each));
}

/** Who may do what, and until when: by the wiki's words, which call nobody in particular ''. */
interface Level {
  readonly type: string;
  readonly level: string;
  /** Undefined: what only the wiki can read, such as `next week`. */
  readonly expiry: string | undefined;
}

function wanted({protections, expiry}: Params): readonly Level[] {
  const times = listed(expiry);
  return listed(protections).map((each, index) => {
    const [type = '', level = ''] = asText(each).split('=');
    const at = readExpiry(times[times.length === 1 ? 0 : index] ?? 'never', 0)?.at;
    return {type, level: level === 'all' ? '' : level, expiry: typeof at === 'number' ? isoOf(at) : at === 'never' ? 'infinite' : undefined};
  });
}

/** What an entry tells. */
function logged({params = {}}: Entry): {readonly levels: readonly Level[]; readonly cascade: boolean} {
  const {details = [], cascade = false} = params as {details?: readonly Level[]; cascade?: boolean};
  return {levels: details, cascade};
}

function protectedSo(params: Params, {levels, cascade}: ReturnType<typeof logged>): boolean {
  const limiting = ({level}: Level): boolean => level !== '';
  const [here, all] = [levels.filter(limiting), wanted(params).filter(limiting)];
  const is = ({type, level, expiry}: Level): boolean => here.some((one) => one.type === type && one.level === level && (expiry === undefined || ended(one.expiry) === expiry));
  return here.length === all.length && all.every(is) && cascade === (params['cascade'] === true);
}

const ended = (expiry = ''): string => (expiry === 'infinity' ? 'infinite' : expiry);

/** Whether it needs not be done; what cannot be read here is never known to be so. */
function isSame(params: Params, page: KnownPage | undefined): boolean {
  const levels = (page?.protection ?? []).filter(({source}) => source === undefined);
  return isFixed({expiry: params['expiry']}) && protectedSo(params, {levels, cascade: levels.some(({cascade}) => cascade === true)});
}

/** What is asked of a page before. */
export function aboutPage(log: string): (params: Params) => Ground {
  return ({title, pageid}) => ({log, ...(title === undefined ? {pageid: Number(pageid)} : {titles: [asText(title)]})});
}

/** A page by its number, so that another under the same title is none of it. One that is missing the wiki refuses itself. */
export function onPage({title, pageid, ...params}: Params, {pages: [page]}: Known): {readonly params: Params; readonly before: Sent['before']} {
  return {params: {...params, ...byId(page, 'pageid', pageid === undefined ? {title} : {pageid})}, before: {title: page?.title, revid: page?.lastrevid}};
}

export function byId(page: KnownPage | undefined, name: string, given: Params): Params {
  return page?.pageid === undefined ? given : {[name]: page.pageid};
}
