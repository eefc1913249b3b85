/** Whether an edit whose answer was lost is on the wiki. */
import {isApiError} from '../../core/api-errors.js';
import {required} from '../../core/required.js';
import type {Session} from '../../core/session.js';
import type {Edit, Guard, SavedEdit} from './edit.js';
import {proves} from './proof.js';
import {hasSummary} from './summary.js';
import {noSuchStart} from '../page-refusals.js';
import type {QueryPage, QueryRevision} from '../revision.js';

/** An edit that was sent, and by whom. */
export interface SentEdit {
  readonly title: string;
  readonly guard: Guard;
  readonly change: Edit;
  /** The last revision known to be another one, besides the base. */
  readonly newest: number | undefined;
  /** Undefined: nobody was logged in, or under a name not known here. */
  readonly user: string | undefined;
  /** By this device's clock, in milliseconds. */
  readonly sentAt: number;
}

interface Abortable {
  readonly signal?: AbortSignal | undefined;
}

interface HistoryAnswer {
  readonly query?: {readonly pages?: readonly QueryPage[]; readonly userinfo?: {readonly name: string}};
}

/** How far this device's clock may be ahead of the wiki's. */
const clockSkewMs = 300_000;

/**
 * Looks among the revisions after the base for one by this user, with this summary, whose text is the one sent. The hash
 * cannot tell, nor the parent: the wiki may have merged, and it resolves signatures before it saves.
 *
 * @returns the edit, or undefined when nothing is proven to be it
 */
export async function findEdit(session: Session, sent: SentEdit, options: Abortable = {}): Promise<SavedEdit | undefined> {
  const page = await candidates(session, sent, options);
  if (!page?.pageid) return undefined;
  const base = 'baserevid' in sent.guard ? sent.guard.baserevid : 0;
  const texts = new Texts(session, options);
  for (const {revid, parentid, timestamp} of page.revisions ?? []) {
    await texts.load([base, parentid, revid]);
    const found = {base: texts.of(base), baseSection: await texts.section(base, sent.change), parent: texts.of(parentid), stored: texts.of(revid)};
    if (!proves(sent.change, found)) continue;
    return {
      outcome: 'saved',
      recovered: true,
      pageid: page.pageid,
      title: page.title,
      newrevid: revid,
      oldrevid: parentid,
      newtimestamp: timestamp,
      ...(parentid === 0 && {new: true}),
    };
  }
  return undefined;
}

/** The page, with those revisions that user, time and summary speak for. */
async function candidates(session: Session, {title, guard, change, newest = 0, user, sentAt}: SentEdit, options: Abortable): Promise<QueryPage | undefined> {
  const base = 'baserevid' in guard ? guard.baserevid : undefined;
  const pageid = 'pageid' in guard ? guard.pageid : undefined;
  const params = {
    action: 'query',
    prop: 'revisions',
    ...(pageid === undefined ? {titles: [title]} : {pageids: pageid}),
    rvstartid: base,
    rvdir: 'newer',
    rvprop: ['ids', 'timestamp', 'user', 'comment'],
    rvlimit: 'max',
    meta: 'userinfo',
  };
  const answer = await session.get<HistoryAnswer>(params, options).catch((error: unknown) => {
    if (isApiError(error, noSuchStart)) return undefined; // the base is gone, with its page
    throw error;
  });
  if (!answer) return undefined;
  const [page] = required(session.apiUrl, answer, 'query.pages', answer.query?.pages);
  // The wiki's own spelling of the name, unless somebody else has logged in since.
  const me = (session.user === user ? answer.query?.userinfo?.name : undefined) ?? user;
  const revisions = page?.revisions?.filter((revision) => {
    // A page that had to be new is the one with no revision before, and it was not made long ago.
    const later = base === undefined ? revision.parentid === 0 && Date.parse(revision.timestamp) > sentAt - clockSkewMs : revision.revid !== base;
    return later && revision.revid > newest && revision.user === me && hasSummary(revision.comment, change);
  });
  return page && {...page, revisions: revisions ?? []};
}

/** Texts of revisions by their number, each asked for once; 0 is the one before the first. */
class Texts {
  private readonly session: Session;
  private readonly options: Abortable;
  private readonly known = new Map<number, string | undefined>([[0, '']]);
  private baseSection: Promise<string | undefined> | undefined;

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
    for (const revid of wanted) this.known.set(revid, revisions.find((revision) => revision.revid === revid)?.slots?.main.content);
  }

  /** The section an edit is of, as it was in the base. */
  section(base: number, {section}: Edit): Promise<string | undefined> {
    if (section === undefined || section === 'new' || base === 0) return Promise.resolve(undefined);
    this.baseSection ??= this.read({revids: [base], rvsection: section}).then((revisions) => revisions[0]?.slots?.main.content);
    return this.baseSection;
  }

  private async read(which: {readonly revids: readonly number[]; readonly rvsection?: number | string}): Promise<readonly QueryRevision[]> {
    const answer = await this.session.get<HistoryAnswer>({action: 'query', prop: 'revisions', ...which, rvprop: ['ids', 'content'], rvslots: 'main'}, this.options);
    return answer.query?.pages?.flatMap(({revisions}) => revisions ?? []) ?? [];
  }
}
