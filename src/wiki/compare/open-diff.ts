/**
 * Everything a diff needs before it is drawn: two texts with their headers, and who asks. One request where the API can
 * tell it in one: it names no neighbour of a revision but with its page, and no two stretches of a history at once.
 */
import {isApiError} from '../../core/api-errors.js';
import {lazily} from '../../core/lazily.js';
import type {Params} from '../../core/params.js';
import type {Session} from '../../core/session.js';
import {refusals} from '../revision.js';
import {askNumbers, askSides, type DiffContext, type Sides} from './ask-sides.js';
import {type DiffOpening, type Opened, openingOf} from './diff-opening.js';
import {checkDiffOptions, type DiffRequest, type OpenDiffOptions, type Way, wayOf} from './diff-request.js';
import {type RevisionSide, sidesOf} from './diff-side.js';
import {existing, noPage, noSuchRevision, refuse} from './refusals.js';

/**
 * @example const {from, to} = await openDiff(session, {page: 'Oslo', since: 'my-last-edit'}, {messages: ['undo']})
 * @throws {ApiError} `nosuchrevid`, also for a deleted revision that this user may not see; `missingtitle`,
 * `invalidtitle`, `nosuchsection`, `texthidden`; `nosuchneighbour`: nothing came after it; `neveredited`: by this user;
 * `accessdenied`, … in the wiki's words
 * @throws {TypeError} a request or an option that cannot be meant; names it
 */
export async function openDiff(session: Session, request: DiffRequest, options: OpenDiffOptions = {}): Promise<DiffOpening> {
  checkDiffOptions(options);
  return openingOf(await opened(session, wayOf(request), options));
}

function opened(session: Session, way: Way, options: OpenDiffOptions): Promise<Opened> {
  switch (way.by) {
    case 'revisions':
      return byNumbers(session, way.fromrev, way.torev, options);
    case 'neighbour':
      return way.to === 'cur' ? untilNow(session, way.revid, options) : neighbours(session, way.revid, way.to, way.page, options);
    case 'page':
      return newestChange(session, way.page, options);
    case 'since':
      return lazily(() => import('./since.js')).then(({since}) => since(session, way.page, way.since, options));
    case 'text':
      return lazily(() => import('./unsaved.js')).then(({unsaved}) => unsaved(session, way, options));
  }
}

async function byNumbers(session: Session, fromrev: number, torev: number, options: OpenDiffOptions): Promise<Opened> {
  const {pages, context} = await askSides(session, {revids: [...new Set([fromrev, torev])]}, options);
  const sides = sidesOf(pages);
  return {...context, from: existing(sides, fromrev), to: existing(sides, torev)};
}

async function newestChange(session: Session, page: string, options: OpenDiffOptions): Promise<Opened> {
  const sides = await askSides(session, {titles: [page], rvlimit: 2}, options);
  const [to, from] = sidesOf(sides.pages);
  if (!to) throw await noPage(sides, page);
  return {...sides.context, from, to};
}

/** Of a revision and the one before it, or after it, as the page's history has them. */
async function neighbours(session: Session, revid: number, to: 'prev' | 'next', page: string | undefined, options: OpenDiffOptions): Promise<Opened> {
  const stretch = {rvstartid: revid, rvdir: to === 'next' ? 'newer' : 'older', rvlimit: 2};
  const quick = page === undefined ? undefined : await ofPage(session, {titles: [page], ...stretch}, revid, options);
  if (quick) return inOrder(quick, revid, to);
  const {side, sides, later} = await lookFor(session, revid, options);
  if (side.archived) return archivedNeighbours(session, side, to, sides.context, later);
  const {pages} = await askSides(session, {pageids: side.page.pageid, ...stretch}, later);
  return inOrder({pages, context: sides.context}, revid, to);
}

/** Undefined where the revision is of another page, after all. */
async function ofPage(session: Session, where: Params, revid: number, options: OpenDiffOptions): Promise<Sides | undefined> {
  try {
    const sides = await askSides(session, where, options);
    return sidesOf(sides.pages)[0]?.revid === revid ? sides : undefined;
  } catch (error) {
    const {noSuchStart} = await refusals();
    if (!isApiError(error, noSuchStart)) throw error;
    return undefined;
  }
}

function inOrder({pages, context}: Pick<Sides, 'pages' | 'context'>, revid: number, to: 'prev' | 'next'): Opened {
  const [one, other] = sidesOf(pages);
  // It was deleted in between.
  if (one?.revid !== revid) throw noSuchRevision(revid);
  if (to === 'prev') return {...context, from: other, to: one};
  if (!other) throw noneAfter(revid);
  return {...context, from: one, to: other};
}

/** Their history is not listed by numbers; each knows the one before it. */
async function archivedNeighbours(session: Session, {revid, parentid}: RevisionSide, to: 'prev' | 'next', context: DiffContext, options: OpenDiffOptions): Promise<Opened> {
  if (to === 'next') throw noneAfter(revid);
  if (parentid !== 0) return {...(await byNumbers(session, parentid, revid, options)), ...context};
  const {pages} = await askSides(session, {revids: revid}, options);
  return {...context, from: undefined, to: existing(sidesOf(pages), revid)};
}

async function untilNow(session: Session, revid: number, options: OpenDiffOptions): Promise<Opened> {
  const {side, sides, later} = await lookFor(session, revid, options);
  const {lastrevid} = side.page;
  if (!lastrevid) throw await noPage(sides, side.page.title);
  return {...(await byNumbers(session, revid, lastrevid, later)), ...sides.context};
}

/** Which page it is of; what was asked besides has come with that. */
async function lookFor(session: Session, revid: number, options: OpenDiffOptions): Promise<{readonly side: RevisionSide; readonly sides: Sides; readonly later: OpenDiffOptions}> {
  const sides = await askNumbers(session, {revids: revid}, options);
  return {side: existing(sidesOf(sides.pages), revid), sides, later: {...options, messages: []}};
}

const noneAfter = (revid: number): Error => refuse('nosuchneighbour', `No revision comes after revision ${revid}.`);
