/** Whether an edit whose answer was lost is on the wiki. */
import type {Abortable} from '../../core/abortable.js';
import {isApiError} from '../../core/api-errors.js';
import {InvalidAnswerError} from '../../core/invalid-answer.js';
import {required} from '../../core/required.js';
import type {Params} from '../../core/params.js';
import type {ApiAnswer, ApiParams, Session} from '../../core/session.js';
import {aheadMs} from '../write/clock.js';
import type {Found, Sent} from '../write/kind.js';
import {claimed, nameOf} from './claims.js';
import type {SavedEdit} from './edit.js';
import {type Change, judge, type Verdict} from './proof.js';
import {hasSummary} from './summary.js';
import {noSuchStart} from '../page-refusals.js';
import type {QueryPage, QueryRevision} from '../revision.js';

interface HistoryPage extends Omit<QueryPage, 'revisions'> {
  readonly revisions?: readonly HistoryRevision[];
}

interface HistoryRevision extends QueryRevision {
  readonly anon?: boolean;
  readonly temp?: boolean;
  readonly sha1?: string;
  readonly tags?: readonly string[];
}

interface HistoryAnswer extends ApiAnswer {
  readonly query?: {readonly pages?: readonly HistoryPage[]; readonly userinfo?: {readonly name: string}};
}

/** What the network takes, and that the wiki counts seconds. */
const slackMs = 5000;

/**
 * Looks among the revisions after the base for one by this user, with this summary, whose text is the one sent. The hash
 * cannot tell, nor the parent: the wiki may have merged, and it resolves signatures before it saves.
 */
export async function findEdit(session: Session, sent: Sent, options: Abortable): Promise<Found<SavedEdit>> {
  const page = await history(session, sent, options);
  if (!page?.pageid) return {unclear: await wasDeleted(session, sent, options)};
  const taken = await claimed(session.apiUrl);
  const later = page.revisions.filter((one) => isLater(one, sent, page.offsetMs) && !taken.has(nameOf(one.revid, one.timestamp)));
  const candidates = later.filter((one) => isCandidate(one, sent, page.me));
  const texts = new Texts(session, options);
  const newest = page.revisions.at(-1)?.revid;
  // Whose it is, or what it says of itself, may be hidden.
  let unclear = later.some(({user, comment}) => user === undefined || (user === page.me && comment === undefined));
  for (const revision of candidates) {
    for (const params of [sent.params, ...(sent.earlier ?? [])]) {
      const verdict = await verdictOn(revision, params, sent, texts, candidates.length === 1);
      unclear ||= verdict === 'unclear';
      if (verdict === 'ours') return {newest, result: saved(page, revision, sent)};
    }
  }
  return {newest, unclear};
}

function saved({pageid = 0, title, revisions}: History, revision: HistoryRevision, sent: Sent): SavedEdit {
  const {revid, parentid, timestamp} = revision;
  return {
    outcome: 'saved',
    recovered: true,
    pageid,
    title,
    newrevid: revid,
    oldrevid: parentid,
    newtimestamp: timestamp,
    ...(parentid === 0 && {new: true}),
    ...(isReverted(revision, revisions, sent) && {reverted: true}),
  };
}

/** A page that was made, and deleted before it was looked for, is not there either. */
async function wasDeleted(session: Session, {params, before, sentAt}: Sent, options: Abortable): Promise<boolean> {
  if (before['revid'] !== 0) return false;
  const asked = Date.now();
  const answer = await session.get<ApiAnswer & {query?: {logevents?: readonly {timestamp?: string}[]}}>({action: 'query', curtimestamp: true, list: 'logevents', letype: 'delete', letitle: params['title'], leprop: 'timestamp', lelimit: 1}, options);
  const since = sentAt + aheadMs(answer, asked);
  return (answer.query?.logevents ?? []).some(({timestamp = ''}) => Date.parse(timestamp) > since - slackMs);
}

interface History extends Omit<HistoryPage, 'revisions'> {
  readonly revisions: readonly HistoryRevision[];
  readonly me: string | undefined;
  /** How far the wiki's clock is ahead of this device's. */
  readonly offsetMs: number;
}

/** The page, with all its revisions from the base on, the base included. */
async function history(session: Session, sent: Sent, options: Abortable): Promise<History | undefined> {
  const {pageid, title} = sent.params as {pageid?: number; title?: string};
  const {revid} = sent.before as {revid: number};
  const which = pageid === undefined ? {titles: [title ?? '']} : {pageids: pageid};
  const params = {
    action: 'query',
    prop: 'revisions',
    ...which,
    rvstartid: revid || undefined,
    rvdir: 'newer',
    rvprop: ['ids', 'timestamp', 'user', 'comment', 'sha1', 'tags'],
    rvlimit: 'max',
    meta: 'userinfo',
    curtimestamp: true,
  };
  const asked = Date.now();
  const revisions: HistoryRevision[] = [];
  let page: HistoryPage | undefined;
  let me: string | undefined;
  let offsetMs = 0;
  // A page that had to be new is known by its first revision.
  for (let more: ApiAnswer['continue'] | undefined = {}; more; more = revid ? more : undefined) {
    const answer: HistoryAnswer | undefined = await session.get<HistoryAnswer>({...params, ...more}, options).catch((error: unknown) => {
      if (isApiError(error, noSuchStart)) return requireGone(session, which, revid, options);
      throw error;
    });
    if (!answer) return undefined;
    [page] = required(session.apiUrl, answer, 'query.pages', answer.query?.pages);
    revisions.push(...(page?.revisions ?? []));
    // The wiki's own spelling of the name, unless somebody else has logged in since.
    me = (sent.user === undefined || session.user === sent.user ? answer.query?.userinfo?.name : undefined) ?? sent.user;
    if (revisions.length === page?.revisions?.length && answer.curtimestamp !== undefined) offsetMs = aheadMs(answer, asked);
    more = answer.continue;
  }
  return page && {...page, revisions, me, offsetMs};
}

/**
 * A base that the wiki does not know is gone, with its page; or the answer came from a database that does not have it yet.
 *
 * @throws {InvalidAnswerError} the page is not as new as its base: nothing was learnt
 */
async function requireGone(session: Session, which: Params, base: number, options: Abortable): Promise<undefined> {
  const {query} = await session.get<{query?: {pages?: readonly {lastrevid?: number}[]}}>({action: 'query', prop: 'info', ...which}, options);
  if ((query?.pages?.[0]?.lastrevid ?? base) < base) throw new InvalidAnswerError(`${session.apiUrl} answers from a database that is behind.`, '');
}

/** A page that had to be new is the one with no revision before, and it was not made long ago. */
function isLater({revid, parentid, timestamp}: HistoryRevision, {before, sentAt}: Sent, offsetMs: number): boolean {
  return before['revid'] === 0 ? parentid === 0 && Date.parse(timestamp) > sentAt + offsetMs - slackMs : revid > Number(before['revid']);
}

/** Whether user and summary speak for it. */
function isCandidate({user, comment, anon, temp, tags}: HistoryRevision, {params, user: sender, before}: Sent, me: string | undefined): boolean {
  // Who was nobody may have been made somebody by this very edit: under the name that was reserved, if one was.
  const made = before['tempname'] === undefined ? (anon || temp) === true : user === before['tempname'];
  const isMine = user !== undefined && (user === me || (sender === undefined && made));
  const {undo, summary} = params as {undo?: number; summary?: string};
  if (undo === undefined || summary) return isMine && hasSummary(comment, summary) && (undo === undefined || tags?.includes('mw-undo') === true);
  // The wiki's own summary names the revision.
  return isMine && tags?.includes('mw-undo') === true && new RegExp(`\\b${undo}\\b`).test(comment ?? '');
}

/** @param alone - no other revision has this user and this summary */
async function verdictOn({revid, parentid, comment}: HistoryRevision, params: ApiParams, {before}: Sent, texts: Texts, alone: boolean): Promise<Verdict> {
  const {undo, summary = '', baserevid = 0, section} = params as {undo?: number; summary?: string; baserevid?: number; section?: number | string};
  if (before['mark'] !== undefined) return comment?.includes(String(before['mark'])) ? 'ours' : 'other';
  if (undo !== undefined) return alone ? 'ours' : 'unclear';
  await texts.load([baserevid, parentid, revid]);
  const found = {base: texts.of(baserevid), baseSection: await texts.section(baserevid, section), parent: texts.of(parentid), stored: texts.of(revid)};
  return judge(params as Change, found, alone && summary.trim() !== '');
}

/** Whether somebody has put back what was there before. The wiki says so itself, but later than the edit that does it. */
function isReverted({revid, parentid, tags}: HistoryRevision, revisions: readonly HistoryRevision[], {before}: Sent): boolean {
  if (tags?.includes('mw-reverted')) return true;
  const old = new Set(revisions.filter((one) => one.revid === parentid || one.revid === before['revid']).map(({sha1}) => sha1));
  return revisions.some((one) => one.revid > revid && one.sha1 !== undefined && old.has(one.sha1));
}

/** Texts of revisions by their number, each asked for once; 0 is the one before the first. */
class Texts {
  private readonly session: Session;
  private readonly options: Abortable;
  private readonly known = new Map<number, string | undefined>([[0, '']]);
  private readonly sections = new Map<number, Promise<string | undefined>>();

  constructor(session: Session, options: Abortable) {
    this.session = session;
    this.options = options;
  }

  of(revid: number): string | undefined {
    return this.known.get(revid);
  }

  async load(revids: readonly number[]): Promise<void> {
    const wanted = [...new Set(revids)].filter((revid) => !this.known.has(revid));
    if (wanted.length === 0) return;
    const revisions = await this.read({revids: wanted});
    // The history came from another database than the text, which is behind: nothing was learnt.
    if (!revisions.some((revision) => revision.revid === wanted.at(-1))) throw new InvalidAnswerError(`${this.session.apiUrl} knows a revision in one answer and not in the next.`, String(wanted.at(-1)));
    for (const revid of wanted) this.known.set(revid, revisions.find((revision) => revision.revid === revid)?.slots?.main.content);
  }

  /** The section an edit is of, as it was in the base. */
  section(base: number, section: number | string | undefined): Promise<string | undefined> {
    if (section === undefined || base === 0) return Promise.resolve(undefined);
    const known = this.sections.get(base) ?? this.read({revids: [base], rvsection: section}).then((revisions) => revisions[0]?.slots?.main.content);
    this.sections.set(base, known);
    return known;
  }

  private async read(which: {readonly revids: readonly number[]; readonly rvsection?: number | string}): Promise<readonly QueryRevision[]> {
    const answer = await this.session.get<HistoryAnswer>({action: 'query', prop: 'revisions', ...which, rvprop: ['ids', 'content'], rvslots: 'main'}, this.options);
    return answer.query?.pages?.flatMap(({revisions}) => revisions ?? []) ?? [];
  }
}
