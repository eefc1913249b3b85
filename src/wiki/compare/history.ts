/** What a diff can do without at first: what lies between its sides, and texts that were not asked for. */
import type {Abortable} from '../../core/abortable.js';
import {checkOptions, type Rule, signalRule} from '../../core/check.js';
import type {Session} from '../../core/session.js';
import {ask} from '../query/look-up.js';
import {askSides} from './ask-sides.js';
import type {DiffOpening, RevisionsBetween} from './diff-opening.js';
import {type DiffSide, type RevisionSide, sidesOf} from './diff-side.js';

const rules: Readonly<Record<string, Rule>> = {signal: signalRule};

interface HistoryAnswer {
  readonly continue?: unknown;
  readonly query?: {readonly pages?: readonly {readonly revisions?: readonly {readonly revid: number; readonly user?: string}[]}[]};
}

/** What a wiki lists at once for anybody. */
const mostListed = 500;

/**
 * How many revisions lie between two of a page, in whatever order they stand, and whose they are: 498 at most, with
 * `more` where there are more. One request.
 *
 * @returns undefined where nothing can: of two pages, of what is deleted or not saved
 */
export async function revisionsBetween(session: Session, {from, to, between}: Pick<DiffOpening, 'between' | 'from' | 'to'>, options: Abortable = {}): Promise<RevisionsBetween | undefined> {
  checkOptions(options, rules);
  if (between) return between;
  const both = liveOfOnePage({from, to});
  if (!both) return undefined;
  const [older, newer] = both.sort((one, other) => Date.parse(one.timestamp) - Date.parse(other.timestamp) || one.revid - other.revid);
  const stretch = {rvstartid: older.revid, rvendid: newer.revid, rvdir: 'newer', rvlimit: mostListed};
  const answer = await ask<HistoryAnswer>(session, {action: 'query', prop: 'revisions', pageids: to.page.pageid, rvprop: ['ids', 'user'], ...stretch}, options, 'one');
  const rows = (answer.query?.pages?.[0]?.revisions ?? []).filter(({revid}) => revid !== older.revid && revid !== newer.revid);
  return {revisions: rows.length, users: [...new Set(rows.flatMap(({user}) => user ?? []))], more: answer.continue !== undefined};
}

/** Whether {@link revisionsBetween} can tell. */
export const canCountBetween = (sides: Pick<DiffOpening, 'from' | 'to'>): boolean => liveOfOnePage(sides) !== undefined;

function liveOfOnePage({from, to}: Pick<DiffOpening, 'from' | 'to'>): [RevisionSide, RevisionSide] | undefined {
  return isLive(from) && isLive(to) && from.page.pageid === to.page.pageid ? [from, to] : undefined;
}

const isLive = (side: DiffSide | undefined): side is RevisionSide => side?.kind === 'revision' && !side.archived;

/**
 * The texts of what was opened without them, in one request: for more unchanged lines than the wiki's engine gives, and
 * for comparing here.
 *
 * @throws {ApiError} and the other kinds of {@link WikiError}
 */
export async function readTexts(session: Session, opening: DiffOpening, options: Abortable = {}): Promise<DiffOpening> {
  checkOptions(options, rules);
  const {from, to} = opening;
  const wanted = [from, to].flatMap((side) => (side?.kind === 'revision' && Object.values(side.slots).some(({text}) => text === undefined) ? [side.revid] : []));
  if (wanted.length === 0) return opening;
  const {pages} = await askSides(session, {revids: [...new Set(wanted)]}, options);
  const read = sidesOf(pages);
  const filled = <Side extends DiffSide>(side: Side): Side => {
    const found = side.kind === 'revision' && read.find(({revid}) => revid === side.revid);
    return found ? {...side, slots: found.slots, hidden: found.hidden} : side;
  };
  return {...opening, from: from && filled(from), to: filled(to)};
}
