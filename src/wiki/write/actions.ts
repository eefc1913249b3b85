/**
 * Every action that writes but edits and uploads: its parameters are looked at, what makes it safe to repeat is put in,
 * and it is applied exactly once.
 */
import type {Abortable} from '../../core/abortable.js';
import type {ApiError} from '../../core/api-errors.js';
import {callBack} from '../../core/call-back.js';
import {checkOptions, isFunction, isObject, type Rule, signalRule} from '../../core/check.js';
import type {Params} from '../../core/params.js';
import {apiError} from '../../core/refusals.js';
import {paramsReplaced} from '../../core/replaced.js';
import type {ApiParams, Session} from '../../core/session.js';
import {shown} from '../../core/shown.js';
import {inParts} from './in-parts.js';
import type {Noted} from './journal.js';
import type {Prepared, Write} from './kind.js';
import type {Action, Done} from './kinds/action.js';
import * as changes from './kinds/changes.js';
import * as contents from './kinds/contents.js';
import {needsClock, withExpiries} from './kinds/expiry.js';
import * as files from './kinds/files.js';
import {askGround} from './kinds/ground.js';
import * as lists from './kinds/lists.js';
import * as pages from './kinds/pages.js';
import {refusedRows} from './kinds/read.js';
import * as users from './kinds/users.js';
import {orUnsaved} from './unsaved.js';
import {writeOnce} from './write-once.js';

export interface WriteOptions extends Abortable {
  /** Told after each part of a list that is longer than the wiki takes at once. `of`: absent where a generator names the pages. */
  readonly onProgress?: ((progress: {readonly done: number; readonly of?: number}) => void) | undefined;
}

const {patrol, revisiondelete, tag, managetags} = changes;
const {rollback, changecontentmodel, setpagelanguage, importPages, mergehistory} = contents;
const {filerevert, imagerotate} = files;
const {watch, purge, setnotificationtimestamp, clearhasmsg, stashedit} = lists;
const {move, deletePage, undelete, protect} = pages;
const {block, unblock, userrights, emailuser, options, thank} = users;

/** By the API's own names. */
export const actions = {
  block,
  changecontentmodel,
  clearhasmsg,
  delete: deletePage,
  emailuser,
  filerevert,
  imagerotate,
  import: importPages,
  managetags,
  mergehistory,
  move,
  options,
  patrol,
  protect,
  purge,
  revisiondelete,
  rollback,
  setnotificationtimestamp,
  setpagelanguage,
  stashedit,
  tag,
  thank,
  unblock,
  undelete,
  userrights,
  watch,
} satisfies Readonly<Record<string, Action>>;

export type ActionName = keyof typeof actions;

/** An action that an earlier page has sent. */
export const sentAction = ({target, sent}: Noted): Write<Done> | undefined => {
  const kind = (actions as Readonly<Record<string, Action | undefined>>)[sent.params.action];
  return kind && {kind, given: sent.params, target, prepare: () => Promise.resolve(sent)};
};

/**
 * @throws {TypeError} a parameter that cannot be meant, before anything is sent
 * @throws {OutcomeUnknownError} nobody can say whether it was applied; `check()` looks again
 * @throws {ApiError} the wiki refused
 */
export async function act(session: Session, name: ActionName, given: Params = {}, options: WriteOptions = {}): Promise<Done> {
  const action: Action = actions[name];
  const params = checked(name, action, given);
  checkOptions(options, optionRules);
  /** What is not known to be done. */
  let left = params;
  const unsaved = (): Params => ({action: name, ...left});
  return orUnsaved(unsaved, async () => {
    const parts = await inParts(session, params, action.lists, options.signal);
    const results: Done[] = [];
    const refusals = new Map<Done, ApiError>();
    let done = 0;
    for (const part of parts) {
      options.signal?.throwIfAborted();
      for (let more: Params | undefined = {}; more; ) {
        left = {...part.unsaved, ...more};
        const result: Done = await once(session, name, action, {...part.params, ...more}, options.signal).catch((error: unknown) => noneOf(error, refusals));
        results.push(result);
        more = result['continue'] as Params | undefined;
        done += part.size ?? (result[name] as readonly unknown[] | undefined)?.length ?? 0;
        tell(options, done, part.of);
      }
    }
    left = params;
    return joined(results, refusals, name);
  });
}

const optionRules: Readonly<Record<keyof WriteOptions, Rule>> = {signal: signalRule, onProgress: [isFunction, 'a function']};

/** What was given, without what is undefined. */
function checked(name: string, {rules, one = [], lists = [], check}: Action, given: Params): Params {
  if (!isObject(given)) throw new TypeError(`params: ${shown(given)} given, an object expected`);
  // The parameters of a generator are the generator's matter.
  const own = given['generator'] === undefined ? given : Object.fromEntries(Object.entries(given).filter(([member]) => member in rules || !member.startsWith('g')));
  checkOptions(own, rules, `parameter of ${name}`);
  const params = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== null && value !== false));
  for (const group of one) {
    // A generator makes other pages of those that are named.
    const named = lists.some((member) => params[member] !== undefined);
    const here = group.filter((member) => params[member] !== undefined && !(named && member === 'generator'));
    const [first = '', ...others] = group;
    if (here.length === 0) throw new TypeError(`${first}: undefined given, ${rules[first]?.[1] ?? 'a value'} expected${others.length > 0 ? `; or ${others.join(' or ')}` : ''}`);
    if (here.length > 1) throw new TypeError(`${here.join(' and ')} exclude each other: each says what it is about`);
  }
  check?.(params);
  return params;
}

function once(session: Session, name: string, action: Action, params: Params, signal: AbortSignal | undefined): Promise<Done> {
  return writeOnce(session, {kind: action, given: {action: name, ...params}, target: action.target(params), prepare: (options) => prepared(session, name, action, paramsReplaced(params), options)}, {signal});
}

async function prepared(session: Session, name: string, {ground, ready, lists: listNames}: Action, params: Params, options: Abortable): Promise<Prepared<Done>> {
  // In HTML, so that the words of a refusal come without wikitext's brackets; those in rows are read as they are.
  const own: ApiParams = {action: name, errorformat: listNames || name === 'filerevert' ? undefined : 'html'};
  if (!ground && !needsClock(params)) return {params: {...withExpiries(params, 0), ...own}, before: {}};
  const known = await askGround(session, ground?.(params) ?? {}, options);
  const timed = withExpiries(params, known.now);
  const {params: made = timed, before} = ready?.(timed, known) ?? {};
  return {params: {...made, ...own}, before: {...(known.logid !== undefined && {logid: known.logid}), ...before}};
}

/** Of one part of a list none succeeded: that is a refusal where none does of the others either. */
function noneOf(error: unknown, refusals: Map<Done, ApiError>): Done {
  const rows = refusedRows(error);
  if (!rows) throw error;
  refusals.set(rows, error as ApiError);
  return rows;
}

function tell({onProgress}: WriteOptions, done: number, of: number | undefined): void {
  if (onProgress) callBack(() => onProgress({done, ...(of !== undefined && {of})}));
}

/** @throws {ApiError} none succeeded, of all parts */
function joined(results: readonly Done[], refusals: ReadonlyMap<Done, ApiError>, name: ActionName): Done {
  const [first, ...others] = refusals.values();
  const result = inOne(results);
  if (!first || !results.every((part) => refusals.has(part) || isEmpty(part[name]))) return result;
  if (others.length === 0) throw first;
  const {outcome: _outcome, ...answer} = result;
  const [error, ...errors] = first.errors;
  throw apiError([error, ...errors, ...others.flatMap((other) => other.errors)], {request: first.request, answer});
}

const isEmpty = (rows: unknown): boolean => Array.isArray(rows) && rows.length === 0;

function inOne(results: readonly Done[]): Done {
  const [{continue: _continue, ...first} = {outcome: 'nochange' as const}, ...others] = results;
  if (others.length === 0) return first;
  const all: Record<string, unknown> = {};
  for (const {continue: _more, ...result} of results) {
    for (const [member, value] of Object.entries(result)) all[member] = Array.isArray(value) ? [...((all[member] as unknown[] | undefined) ?? []), ...(value as unknown[])] : value;
  }
  return {...all, outcome: results.some(({outcome}) => outcome === 'saved') ? 'saved' : 'nochange', ...(results.some(({recovered}) => recovered) && {recovered: true})};
}
