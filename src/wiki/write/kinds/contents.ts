/** What happens to the revisions of a page. */
import type {Abortable} from '../../../core/abortable.js';
import type {ApiAnswer, Session} from '../../../core/session.js';
import {hasSummary} from '../../edit/summary.js';
import type {Found, Sent} from '../kind.js';
import {type Action, asText, type Done, flag, id, list, pageOf, pageOrId, type RulesOf, text, timestamp, watching, words} from './action.js';
import type {KnownPage} from './ground.js';
import {entriesSince, isPage, isTitle, logFinder} from './log.js';
import {aboutPage, byId, onPage} from './pages.js';
import {reader, rowsReader} from './read.js';

/**
 * Twice: `alreadyrolled`.
 *
 * @see https://www.mediawiki.org/wiki/API:Rollback
 */
export const rollback: Action = {
  rules: {...pageOrId, tags: list, user: text, summary: words, markbot: flag, ...watching} satisfies RulesOf<'rollback'>,
  one: [['title', 'pageid'], ['user']],
  target: pageOf,
  ground: ({title, pageid}) => (title === undefined ? {pageid: Number(pageid)} : {titles: [asText(title)]}),
  ready: onPage,
  token: 'rollback',
  again: 'refused',
  read: reader('rollback'),
  async find(session, sent, options): Promise<Found<Done>> {
    const page = await later(session, sent, 'mw-rollback', options);
    if (!page) return {};
    const {title, pageid, revid, parentid, comment = ''} = page;
    // What it went back to: the newest one before that is not by that user.
    const {query} = await session.get<RevisionsAnswer>({action: 'query', prop: 'revisions', pageids: pageid, rvstartid: parentid, rvexcludeuser: asText(sent.params['user']), rvlimit: 1, rvprop: 'ids'}, options);
    const last = query?.pages?.[0]?.revisions?.[0]?.revid;
    return {result: {outcome: 'saved', recovered: true, title, pageid, summary: comment, revid, old_revid: parentid, ...(last !== undefined && {last_revid: last})}};
  },
};

interface RevisionsAnswer extends ApiAnswer {
  readonly query?: {readonly pages?: readonly {readonly pageid: number; readonly title: string; readonly revisions?: readonly LaterRevision[]}[]};
}

interface LaterRevision {
  readonly revid: number;
  readonly parentid: number;
  readonly comment?: string;
  readonly user?: string;
  readonly tags?: readonly string[];
}

/** The revision of this user after the newest one before, by the tag that the wiki gives to such. */
async function later(session: Session, {params, before, user}: Sent, tag: string, options: Abortable): Promise<(LaterRevision & {readonly pageid: number; readonly title: string}) | undefined> {
  const {revid} = before as {revid?: number};
  const {pageid} = params as {pageid?: number};
  if (revid === undefined || pageid === undefined || user === undefined) return undefined;
  const {query} = await session.get<RevisionsAnswer>({action: 'query', prop: 'revisions', pageids: pageid, rvstartid: revid, rvdir: 'newer', rvuser: user, rvtag: tag, rvlimit: 'max', rvprop: ['ids', 'user', 'comment']}, options);
  const [page] = query?.pages ?? [];
  const revision = page?.revisions?.find((one) => one.revid > revid);
  return page && revision && {...revision, pageid: page.pageid, title: page.title};
}

/**
 * Twice: `nochanges`.
 *
 * @see https://www.mediawiki.org/wiki/API:ChangeContentModel
 */
export const changecontentmodel: Action = {
  rules: {...pageOrId, summary: words, tags: list, model: text, bot: flag} satisfies RulesOf<'changecontentmodel'>,
  one: [['title', 'pageid'], ['model']],
  target: pageOf,
  ground: aboutPage('contentmodel'),
  ready: onPage,
  token: 'csrf',
  again: 'refused',
  read: reader('changecontentmodel'),
  async find(session, sent, options): Promise<Found<Done>> {
    const found = await findModelChange(session, sent, options);
    const revision = found.result && (await later(session, sent, 'mw-contentmodelchange', options));
    return found.result && revision ? {result: {...found.result, revid: revision.revid}} : found;
  },
};

const findModelChange = logFinder({
  type: 'contentmodel',
  reason: 'summary',
  fits: (entry, sent) => isPage(entry, sent) && entry.params?.['newmodel'] === sent.params['model'],
  done: ({title, logpage, params, logid}) => ({result: 'Success', title, pageid: logpage, contentmodel: params?.['newmodel'], logid}),
});

/**
 * Twice: `pagelang-unchanged-language`.
 *
 * @see https://www.mediawiki.org/wiki/API:SetPageLanguage
 */
export const setpagelanguage: Action = {
  rules: {...pageOrId, lang: text, reason: words, tags: list} satisfies RulesOf<'setpagelanguage'>,
  one: [['title', 'pageid'], ['lang']],
  target: pageOf,
  ground: aboutPage('pagelang'),
  ready: onPage,
  token: 'csrf',
  again: 'refused',
  read: reader('setpagelanguage'),
  find: logFinder({
    type: 'pagelang',
    // `en[def]`: the wiki's own, which `default` asks for.
    fits: (entry, sent) => {
      const language = asText(entry.params?.['newlanguage']);
      return isPage(entry, sent) && (sent.params['lang'] === 'default' ? language.endsWith('[def]') : language === sent.params['lang']);
    },
    done: ({title, params, logid}) => ({title, oldlanguage: params?.['oldlanguage'], newlanguage: params?.['newlanguage'], logid}),
  }),
};

/**
 * Twice: every revision is there twice, unless it came with its `<sha1>`. With that, those that are there already are left
 * out (`revisions: 0`), and nothing is logged.
 *
 * @see https://www.mediawiki.org/wiki/API:Import
 */
export const importPages: Action = {
  rules: {
    summary: words,
    xml: [(value) => value instanceof Blob && value.size > 0, 'a Blob or File with something in it'],
    interwikiprefix: text,
    interwikisource: text,
    interwikipage: text,
    fullhistory: flag,
    templates: flag,
    namespace: [Number.isInteger, "a namespace’s number"],
    assignknownusers: flag,
    rootpage: text,
    tags: list,
  } satisfies RulesOf<'import'>,
  one: [['xml', 'interwikipage']],
  check({xml, interwikiprefix, interwikipage, interwikisource}) {
    if (xml !== undefined && interwikiprefix === undefined) throw new TypeError('interwikiprefix: undefined given, a prefix for the names of users expected, as xml is given');
    if (interwikipage !== undefined && interwikisource === undefined) throw new TypeError('interwikisource: undefined given, the wiki of the interwikipage expected');
  },
  target: () => 'import',
  ground: () => ({log: 'import'}),
  token: 'csrf',
  again: 'twice',
  read: rowsReader('import', ({invalid, title}) => (invalid === true ? {code: 'invalidtitle', text: `“${asText(title)}” cannot be imported.`} : undefined), ({revisions}) => revisions === 0),
  async find(session, sent, options): Promise<Found<Done>> {
    const kind = sent.params['xml'] === undefined ? 'interwiki' : 'upload';
    const summary = asText(sent.params['summary'] ?? '');
    // Where none was given the wiki fills in none.
    const hasOwn = (comment: string | undefined): boolean => (summary === '' ? comment === '' : hasSummary(comment, summary));
    const pages = (await entriesSince(session, 'import', sent, options)).filter(({action, comment, params}) => params?.['count'] !== undefined && action === kind && hasOwn(comment));
    return pages.length === 0 ? {} : {result: {outcome: 'saved', recovered: true, import: pages.map(({ns, title, params}) => ({ns, title, revisions: params?.['count']}))}};
  },
};

/**
 * Twice: `mergehistory-fail-timestamps-overlap`, or what a page that is gone is refused with.
 *
 * @see https://www.mediawiki.org/wiki/API:Mergehistory
 */
export const mergehistory: Action = {
  rules: {from: text, fromid: id, to: text, toid: id, timestamp, reason: words} satisfies RulesOf<'mergehistory'>,
  one: [['from', 'fromid'], ['to', 'toid']],
  target: ({from, fromid}) => asText(from ?? `#${asText(fromid)}`),
  ground: ({from, fromid, to, toid}) => ({log: 'merge', ...(from !== undefined && to !== undefined ? {titles: [asText(from), asText(to)]} : {more: {prop: 'info', pageids: [fromid ?? [], toid ?? []].flat() as number[]}})}),
  ready: ({from, fromid, to, toid, ...params}, {pages}) => {
    const find = (number: unknown, title: unknown, index: number): KnownPage | undefined => (number !== undefined ? pages.find(({pageid}) => pageid === number) : title !== undefined && pages.length === 2 ? pages[index] : undefined);
    const [source, target] = [find(fromid, from, 0), find(toid, to, 1)];
    return {
      params: {...params, ...byId(source, 'fromid', {from, fromid}), ...byId(target, 'toid', {to, toid})},
      before: {title: source?.title, to: target?.title},
    };
  },
  token: 'csrf',
  again: 'refused',
  read: reader('mergehistory'),
  find: logFinder({
    type: 'merge',
    fits: (entry, {params, before}) => isTitle(entry.title, before['title'], params['from']) && isTitle(entry.params?.['dest_title'] as string, before['to'], params['to']),
    done: ({title, comment, timestamp: at, params}) => ({from: title, to: params?.['dest_title'], timestamp: at, reason: comment ?? ''}),
  }),
};

