/** A diff of two wikis: a revision of each. */
import {checkOptions, isObject, type Rule} from '../../core/check.js';
import type {Session} from '../../core/session.js';
import {shown} from '../../core/shown.js';
import {askSides, type DiffContext} from './ask-sides.js';
import {checkDiffOptions, type OpenDiffOptions, wayOf} from './diff-request.js';
import {type DiffOpening, openingOf} from './diff-opening.js';
import {type RevisionSide, sidesOf} from './diff-side.js';
import {existing, noPage} from './refusals.js';

/** One revision: by its number, or the newest of a page. */
export interface OneRevision {
  readonly session: Session;
  readonly rev?: number | undefined;
  readonly page?: string | undefined;
}

/** What both wikis say; whoever asks may be another on each. */
export interface AcrossOpening extends DiffOpening {
  readonly fromContext: DiffContext;
}

/**
 * Two requests, at the same time. Messages come from the right side's wiki.
 *
 * @throws {ApiError} `nosuchrevid`, `missingtitle`, `invalidtitle`, … in the words of the wiki that refuses
 * @throws {TypeError} a side or an option that cannot be meant
 */
export async function openAcross(from: OneRevision, to: OneRevision, options: OpenDiffOptions = {}): Promise<AcrossOpening> {
  checkDiffOptions(options);
  for (const [name, given] of Object.entries({from, to})) checkSide(name, given);
  const [left, right] = await Promise.all([oneSide(from, {...options, messages: []}), oneSide(to, options)]);
  const opening = openingOf({...right.context, from: left.side, to: right.side});
  return {...opening, between: undefined, older: undefined, newer: undefined, fromContext: left.context};
}

const rules: Readonly<Record<keyof OneRevision, Rule>> = {
  session: [(value) => typeof value === 'object' && value !== null && 'apiUrl' in value, 'a Session'],
  rev: [() => true, ''],
  page: [() => true, ''],
};

function checkSide(name: string, given: OneRevision): void {
  if (!isObject(given) || (given.rev === undefined) === (given.page === undefined)) throw new TypeError(`${name}: ${shown(given)} given, {session, rev} or {session, page} expected`);
  checkOptions(given, rules, 'member');
  wayOf({torev: given.rev, page: given.page});
}

async function oneSide({session, rev, page = ''}: OneRevision, options: OpenDiffOptions): Promise<{readonly side: RevisionSide; readonly context: DiffContext}> {
  const sides = await askSides(session, rev === undefined ? {titles: [page]} : {revids: rev}, options);
  const all = sidesOf(sides.pages);
  const side = rev === undefined ? all[0] : existing(all, rev);
  if (!side) throw await noPage(sides, page);
  return {side, context: sides.context};
}
