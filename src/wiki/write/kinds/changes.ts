/** What is said of changes, and hidden of them. */
import type {Params} from '../../../core/params.js';
import {type Action, asText, flag, id, list, listed, oneOf, type RulesOf, text, words} from './action.js';
import {entriesSince, isTitle, logFinder} from './log.js';
import {reader, type Row, rowsReader} from './read.js';

/**
 * Twice: patrolled once.
 *
 * @see https://www.mediawiki.org/wiki/API:Patrol
 */
export const patrol: Action = {
  rules: {rcid: id, revid: id, tags: list} satisfies RulesOf<'patrol'>,
  one: [['rcid', 'revid']],
  target: ({rcid, revid}) => `change ${asText(rcid ?? `of ${asText(revid)}`)}`,
  token: 'patrol',
  again: 'same',
  read: reader('patrol'),
};

/**
 * Twice: `noop` for each.
 *
 * @see https://www.mediawiki.org/wiki/API:Tag
 */
export const tag: Action = {
  rules: {rcid: list, revid: list, logid: list, add: list, remove: list, reason: words, tags: list} satisfies RulesOf<'tag'>,
  check({rcid, revid, logid, add, remove}) {
    if ([rcid, revid, logid].every((value) => value === undefined)) throw new TypeError('revid: undefined given, numbers of revisions expected; or rcid or logid');
    if (add === undefined && remove === undefined) throw new TypeError('add: undefined given, tags expected; or remove');
  },
  target: () => 'tags of changes',
  ground: () => ({log: 'tag'}),
  lists: ['rcid', 'revid', 'logid'],
  token: 'csrf',
  again: 'same',
  read: rowsReader('tag', ({status, code, text: told, errors}) => (status === 'success' ? undefined : (errors?.[0] ?? {code: asText(code), text: asText(told)})), ({noop}) => noop === true),
  async find(session, sent, options) {
    const {revid, logid, rcid, add, remove} = sent.params;
    // The log does not tell by which recent change one was named.
    if (rcid !== undefined) return {};
    const entries = await entriesSince(session, 'tag', sent, options);
    const rows = [...listed(revid).map((number) => ['revid', Number(number)] as const), ...listed(logid).map((number) => ['logid', Number(number)] as const)].map(([name, number]) => {
      const entry = entries.find(({params = {}}) => params[name] === number && covers(params['tagsAdded'], add) && covers(params['tagsRemoved'], remove));
      return entry && {[name]: number, status: 'success', actionlogid: entry.logid, added: entry.params?.['tagsAdded'], removed: entry.params?.['tagsRemoved']};
    });
    return rows.length > 0 && rows.every((row) => row) ? {result: {outcome: 'saved', recovered: true, tag: rows}} : {};
  },
};

/** What was there already is not in the entry, so that some of the wanted are enough. */
function covers(told: unknown, given: Params[string]): boolean {
  const wanted = listed(given).map(String);
  return wanted.length === 0 || (Array.isArray(told) && told.some((each: unknown) => wanted.includes(asText(each))));
}

/**
 * Twice: a success with the warning `revdelete-no-change` for each.
 *
 * @see https://www.mediawiki.org/wiki/API:Revisiondelete
 */
export const revisiondelete: Action = {
  rules: {
    type: oneOf('revision', 'archive', 'logging', 'oldimage', 'filearchive'),
    target: text,
    ids: list,
    hide: list,
    show: list,
    suppress: oneOf('yes', 'no', 'nochange'),
    reason: words,
    tags: list,
  } satisfies RulesOf<'revisiondelete'>,
  one: [['type'], ['ids']],
  check({hide, show}) {
    if (hide === undefined && show === undefined) throw new TypeError("hide: undefined given, 'content', 'comment' or 'user' expected; or show");
  },
  target: ({type, target, ids}) => `${asText(type)} ${asText(target ?? listed(ids)[0])}`,
  ground: (params) => ({log: revisionLog(params)}),
  lists: ['ids'],
  token: 'csrf',
  again: 'same',
  read(session, answer, sent) {
    const told = reader('revisiondelete')(session, answer, sent);
    // A success, whatever became of the single ones.
    const {outcome} = readItems(session, {items: told['items'] ?? []}, sent);
    return {...told, outcome};
  },
  find: logFinder({
    type: revisionLog,
    action: ['revision', 'event'],
    fits: ({title, params = {}}, {params: sent}) => params['type'] === sent['type'] && (sent['target'] === undefined || isTitle(title, undefined, sent['target'])) && sameIds(params['ids'], sent['ids']) && isHidden(params['new'], sent),
    done: ({title}, {params: {ids}}) => ({status: 'Success', target: title, items: listed(ids).map((number) => ({status: 'Success', id: number}))}),
  }),
};

/** What is suppressed is not in the public log. */
function revisionLog({suppress}: Params): string {
  return suppress === 'yes' ? 'suppress' : 'delete';
}

const readItems = rowsReader('items', ({status, errors}) => (status === 'Success' ? undefined : (errors?.[0] ?? {code: 'failure', text: `The wiki answers “${asText(status)}” and says no more.`})), isUnchanged);

function isUnchanged({warnings}: Row): boolean {
  return Array.isArray(warnings) && warnings.some((warning: {code?: string}) => warning.code === 'revdelete-no-change');
}

function sameIds(told: unknown, given: Params[string]): boolean {
  const sorted = (values: readonly unknown[]): string => values.map(String).sort().join();
  return Array.isArray(told) && sorted(told) === sorted(listed(given));
}

function isHidden(now: unknown, {hide, show}: Params): boolean {
  const told = (now ?? {}) as Readonly<Record<string, unknown>>;
  return listed(hide).every((part) => told[asText(part)] === true) && listed(show).every((part) => told[asText(part)] === false);
}

/**
 * Twice: `tags-create-already-exists`, `tags-delete-not-found`, `tags-activate-not-allowed`, `tags-deactivate-not-allowed`.
 *
 * @see https://www.mediawiki.org/wiki/API:Managetags
 */
export const managetags: Action = {
  rules: {operation: oneOf('create', 'delete', 'activate', 'deactivate'), tag: text, reason: words, ignorewarnings: flag, tags: list} satisfies RulesOf<'managetags'>,
  one: [['operation'], ['tag']],
  target: ({tag: name}) => `tag ${asText(name)}`,
  ground: () => ({log: 'managetags'}),
  token: 'csrf',
  again: 'refused',
  read: reader('managetags'),
  find: logFinder({
    type: 'managetags',
    fits: ({action, params}, {params: sent}) => action === sent['operation'] && params?.['tag'] === asText(sent['tag']),
    done: ({action, params, logid}) => ({operation: action, tag: params?.['tag'], success: true, logid}),
  }),
};
