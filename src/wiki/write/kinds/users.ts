/** What is done to users, and by them to themselves. */
import {shown} from '../../../core/shown.js';
import type {Params} from '../../../core/params.js';
import {ipName} from '../../ip-name.js';
import type {Sent} from '../kind.js';
import {type Action, asText, flag, id, list, listed, type Ready, type RulesOf, text, watchingUser, words} from './action.js';
import {expiriesRule, expiryRule, isFixed, readExpiry} from './expiry.js';
import type {Ground, Known} from './ground.js';
import {logFinder} from './log.js';
import {reader} from './read.js';

const userOf = ({user, userid, id: number}: Params): string => `User:${asText(user ?? userid ?? `#${asText(number)}`)}`;

/** The log, and the name of who is meant by a number: of a user, or of a block (`#12` is one, too). */
function aboutUser({user, userid, id: number}: Params, log: string): Ground {
  const blockid = number ?? /^#(\d+)$/.exec(asText(user))?.[1];
  if (userid !== undefined) return {log, more: {list: 'users', ususerids: Number(userid)}};
  return {log, ...(blockid !== undefined && {more: {list: 'blocks', bkids: Number(blockid), bkprop: ['id', 'user']}})};
}

const nameBefore = (_params: Params, {answer}: Known): Ready => ({before: {user: answer?.query?.users?.[0]?.name ?? answer?.query?.blocks?.[0]?.user}});

/**
 * Twice: `alreadyblocked`; also with `reblock`, when its time is fixed.
 *
 * @see https://www.mediawiki.org/wiki/API:Block
 */
export const block: Action = {
  rules: {
    user: text,
    userid: id,
    expiry: expiryRule,
    reason: words,
    anononly: flag,
    nocreate: flag,
    autoblock: flag,
    noemail: flag,
    hidename: flag,
    allowusertalk: flag,
    reblock: flag,
    ...watchingUser,
    tags: list,
    partial: flag,
    pagerestrictions: list,
    namespacerestrictions: list,
    actionrestrictions: list,
    id,
    newblock: flag,
  } satisfies RulesOf<'block'>,
  one: [['user', 'userid', 'id']],
  check({partial, pagerestrictions, namespacerestrictions, actionrestrictions}) {
    const some = [pagerestrictions, namespacerestrictions, actionrestrictions].some((value) => value !== undefined);
    if (partial && !some) throw new TypeError('partial: true given, pagerestrictions, namespacerestrictions or actionrestrictions expected with it');
    if (some && !partial) throw new TypeError(`partial: ${shown(partial)} given, true expected, as there are restrictions`);
  },
  target: userOf,
  ground: (params) => aboutUser(params, blockLog(params)),
  ready: nameBefore,
  token: 'csrf',
  // `newblock` adds one to those that are there.
  again: (params) => (isFixed(params) && !params['newblock'] ? 'refused' : 'twice'),
  read: reader('block'),
  find: logFinder({
    type: blockLog,
    action: ['block', 'reblock'],
    fits: ({title, params = {}}, sent) => isUser(title, sent) && (params['sitewide'] !== false) !== (sent.params['partial'] === true) && endsSo(params['expiry'], sent.params['expiry']) && sameFlags(params['flags'], sent.params),
    done: ({title = '', comment, params = {}}, {params: sent}) => {
      const flags = (params['flags'] ?? []) as readonly string[];
      return {
        user: nameOf(title),
        expiry: params['expiry'] ?? 'infinite',
        reason: comment ?? '',
        anononly: flags.includes('anononly'),
        nocreate: flags.includes('nocreate'),
        autoblock: sent['autoblock'] === true,
        noemail: flags.includes('noemail'),
        hidename: flags.includes('hiddenname'),
        allowusertalk: !flags.includes('nousertalk'),
        partial: params['sitewide'] === false,
      };
    },
  }),
};

/** A hidden name is not in the public log. */
function blockLog({hidename}: Params): string {
  return hidename ? 'suppress' : 'block';
}

const nameOf = (title: string): string => title.slice(title.indexOf(':') + 1);

/** What only the wiki can read, such as `next week`, says nothing here. */
function endsSo(logged: unknown, given: unknown): boolean {
  const [end, wanted] = [logged, given].map((expiry) => readExpiry(expiry ?? 'never', 0)?.at);
  return wanted === 'given' || end === wanted;
}

/** The flags that say the same of every target. */
function sameFlags(flags: unknown, sent: Params): boolean {
  const told = (Array.isArray(flags) ? flags : []) as readonly string[];
  return (['nocreate', 'noemail'] as const).every((name) => told.includes(name) === (sent[name] === true));
}

/**
 * Twice: `cantunblock`.
 *
 * @see https://www.mediawiki.org/wiki/API:Block#Unblocking_users
 */
export const unblock: Action = {
  rules: {id, user: text, userid: id, reason: words, tags: list, ...watchingUser} satisfies RulesOf<'unblock'>,
  one: [['user', 'userid', 'id']],
  target: userOf,
  ground: (params) => aboutUser(params, 'block'),
  ready: nameBefore,
  token: 'csrf',
  again: 'refused',
  read: reader('unblock'),
  find: logFinder({
    type: 'block',
    action: 'unblock',
    fits: ({title}, sent) => isUser(title, sent),
    done: ({title = '', comment}, {params}) => ({user: nameOf(title), reason: comment ?? '', ...(params['id'] !== undefined && {id: params['id']})}),
  }),
};

/** Whether an entry is about this user; a range goes by another name in the log: `192.0.2.77/24` is `192.0.2.0/24` there. */
function isUser(title: string | undefined, {params, before}: Sent): boolean {
  const user = before['user'] ?? params['user'];
  if (title === undefined || user === undefined) return false;
  const [logged, given] = [nameOf(title), asText(user)].map((name) => ipName(name.trim().replace(/[\s_]+/g, ' ').replace(/^./, (first) => first.toUpperCase()))) as [string, string];
  const [range, bits] = given.split('/') as [string, string?];
  if (bits === undefined || !/[.:]/.test(range)) return logged === given;
  const [mark, size] = range.includes(':') ? [':', 16] : ['.', 8];
  const start = (address: string): string => address.split(mark).slice(0, Math.floor(Number(bits) / size)).join(mark);
  const [first = '', loggedBits] = logged.split('/');
  return loggedBits === bits && start(first) === start(range);
}

/**
 * Twice: a success that adds and removes nothing, when its times are fixed.
 *
 * @see https://www.mediawiki.org/wiki/API:User_group_membership
 */
export const userrights: Action = {
  rules: {user: text, userid: id, add: list, expiry: expiriesRule, remove: list, reason: words, tags: list, ...watchingUser} satisfies RulesOf<'userrights'>,
  one: [['user', 'userid']],
  check({add, remove, expiry}) {
    if (add === undefined && remove === undefined) throw new TypeError('add: undefined given, groups expected; or remove');
    const [groups, times] = [listed(add).length, listed(expiry).length];
    if (times > 1 && times !== groups) throw new TypeError(`expiry: ${times} given, one, or ${groups} as of add, expected`);
  },
  target: userOf,
  ground: (params) => aboutUser(params, 'rights'),
  ready: nameBefore,
  token: 'userrights',
  again: (params) => (isFixed(params) ? 'same' : 'twice'),
  read: reader('userrights', ({added, removed}) => isEmpty(added) && isEmpty(removed)),
  find: logFinder({
    type: 'rights',
    action: 'rights',
    fits: ({title, params = {}}, sent) => {
      const now = groupsOf(params['newgroups']);
      return isUser(title, sent) && listed(sent.params['add']).every((group) => now.includes(asText(group))) && !listed(sent.params['remove']).some((group) => now.includes(asText(group)));
    },
    done: ({title = '', params = {}}) => {
      const [old, now] = [groupsOf(params['oldgroups']), groupsOf(params['newgroups'])];
      return {user: nameOf(title), added: now.filter((group) => !old.includes(group)), removed: old.filter((group) => !now.includes(group))};
    },
  }),
};

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
const groupsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []) as readonly string[];

/**
 * Twice: two mails. There is nothing to know it by.
 *
 * @see https://www.mediawiki.org/wiki/API:Emailuser
 */
export const emailuser: Action = {
  rules: {target: text, subject: text, text, ccme: flag} satisfies RulesOf<'emailuser'>,
  one: [['target'], ['subject'], ['text']],
  target: ({target}) => `mail to ${asText(target)}`,
  token: 'csrf',
  again: 'twice',
  read: reader('emailuser'),
};

/**
 * Twice: the same.
 *
 * @see https://www.mediawiki.org/wiki/API:Options
 */
export const options: Action = {
  rules: {reset: flag, resetkinds: list, change: list, optionname: text, optionvalue: words, global: text} satisfies RulesOf<'options'>,
  check({reset, change, optionname}) {
    if (!reset && change === undefined && optionname === undefined) throw new TypeError("change: undefined given, an array such as ['skin=vector'] expected; or optionname, or reset");
  },
  target: () => 'options',
  token: 'csrf',
  again: 'same',
  read: reader('options'),
};

/**
 * Twice: thanked once.
 *
 * @see https://www.mediawiki.org/wiki/API:Thank
 */
export const thank: Action = {
  rules: {rev: id, log: id, source: words} satisfies RulesOf<'thank'>,
  one: [['rev', 'log']],
  target: ({rev, log}) => `thanks ${asText(rev ?? `log ${asText(log)}`)}`,
  token: 'csrf',
  again: 'same',
  read: (session, answer, sent) => {
    const {recipient} = reader('result')(session, answer, sent);
    return {outcome: 'saved', recipient};
  },
};
