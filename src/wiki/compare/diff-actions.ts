/** What can be done about what a diff shows, and what each action is to be given. */
import type {Abortable} from '../../core/abortable.js';
import {checkOptions, signalRule} from '../../core/check.js';
import type {Session} from '../../core/session.js';
import {paraminfo} from '../actions/paraminfo.js';
import {ask} from '../query/look-up.js';
import type {DiffOpening} from './diff-opening.js';
import type {RevisionSide} from './diff-side.js';

/** A member is absent where this user may not, or where it would make no sense. */
export interface DiffActions {
  /** For `page.undo(revid, {undoafter})`. Later edits may be in the way: the wiki says so. */
  readonly undo?: {readonly title: string; readonly revid: number; readonly undoafter: number};
  /** For `page.rollback(user)`: takes back the newest edits, as far as this user made them. */
  readonly rollback?: {readonly title: string; readonly user: string};
  /** For `wiki.patrol({revid})`, if `isUnpatrolled`. */
  readonly patrol?: {readonly revid: number};
  /** For `wiki.thank({rev})`, if `hasThanks`. */
  readonly thank?: {readonly rev: number; readonly user: string};
}

/** Asks nothing. */
export function diffActions({from, to, user}: Pick<DiffOpening, 'from' | 'to' | 'user'>): DiffActions {
  if (to.kind !== 'revision' || to.archived) return {};
  const {page, revid} = to;
  const {edit, rollback, patrol} = page.may;
  const before = from?.kind === 'revision' && !from.archived && from.page.pageid === page.pageid ? from : undefined;
  return {
    ...(edit && before && isUndoable(before, to) && {undo: {title: page.title, revid, undoafter: before.revid}}),
    ...(rollback && before && to.user !== undefined && revid === page.lastrevid && {rollback: {title: page.title, user: to.user}}),
    ...(patrol && {patrol: {revid}}),
    ...(!user.anon && !user.temp && isThankable(to, user.name) && {thank: {rev: revid, user: to.user}}),
  };
}

/** Texts that are hidden, the wiki does not put back. */
const isUndoable = (from: RevisionSide, to: RevisionSide): boolean =>
  from.revid < to.revid && !from.hidden.text && !to.hidden.text && from.slots['main']?.contentmodel === to.slots['main']?.contentmodel;

const isThankable = (side: RevisionSide, me: string): side is RevisionSide & {readonly user: string} => side.user !== undefined && !side.hidden.user && !side.anon && !side.temp && side.user !== me;

/** Whether the wiki has Extension:Thanks. Asked once a session. */
export async function hasThanks(session: Session, options: Abortable = {}): Promise<boolean> {
  checkOptions(options, {signal: signalRule});
  const main = await paraminfo(session, 'main', options);
  const actions = main[0]?.parameters.find(({name}) => name === 'action')?.type;
  return Array.isArray(actions) && actions.includes('thank');
}

interface ChangesAnswer {
  readonly query?: {readonly recentchanges?: readonly {readonly revid: number; readonly unpatrolled?: boolean}[]};
}

/**
 * Whether a revision still waits to be patrolled. What is older than the recent changes does not.
 *
 * @throws {ApiError} `permissiondenied`: this user may not know
 * @see https://www.mediawiki.org/wiki/API:RecentChanges
 */
export async function isUnpatrolled(session: Session, {revid, timestamp, page}: RevisionSide, options: Abortable = {}): Promise<boolean> {
  checkOptions(options, {signal: signalRule});
  const params = {action: 'query', list: 'recentchanges', rctitle: page.title, rcstart: timestamp, rcend: timestamp, rcprop: ['ids', 'patrolled'], rclimit: 50};
  const {query} = await ask<ChangesAnswer>(session, params, options);
  return query?.recentchanges?.some((change) => change.revid === revid && change.unpatrolled === true) ?? false;
}
