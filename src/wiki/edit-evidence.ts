/** Whether an edit whose answer was lost is on the wiki. */
import {isApiError} from '../core/errors.js';
import type {Session} from '../core/session.js';
import type {Edit, Guard, SavedEdit} from './edit.js';
import type {QueryPage, QueryRevision} from './revision.js';

interface HistoryAnswer {
  readonly query?: {readonly pages?: readonly QueryPage[]; readonly userinfo?: {readonly name: string}};
}

/**
 * Looks among the revisions after the base for one by this user with this summary. Neither the parent nor the hash can
 * tell: the wiki may have merged, and it resolves signatures before it saves.
 *
 * @returns the edit, or undefined when there is no trace of it yet
 */
export async function findEdit(session: Session, title: string, guard: Guard, change: Edit, options: {signal?: AbortSignal | undefined} = {}): Promise<SavedEdit | undefined> {
  const onBase = 'baserevid' in guard;
  const params = {
    action: 'query',
    prop: 'revisions',
    ...(onBase && guard.pageid !== undefined ? {pageids: guard.pageid} : {titles: [title]}),
    ...(onBase && {rvstartid: guard.baserevid}),
    rvdir: 'newer',
    rvprop: ['ids', 'timestamp', 'user', 'comment'],
    rvlimit: 'max',
    meta: 'userinfo',
  };
  const answer = await session.get<HistoryAnswer>(params, options).catch((error: unknown) => {
    if (isApiError(error, 'nosuchrevid')) return undefined; // the base is gone, with its page
    throw error;
  });
  const page = answer?.query?.pages?.[0];
  const me = session.user ?? answer?.query?.userinfo?.name;
  const mine = page?.revisions?.find((revision) => revision.revid !== (onBase ? guard.baserevid : 0) && revision.user === me && hasSummary(revision, change));
  if (!page?.pageid || !mine) return undefined;
  return {
    outcome: 'saved',
    recovered: true,
    pageid: page.pageid,
    title: page.title,
    newrevid: mine.revid,
    oldrevid: mine.parentid,
    newtimestamp: mine.timestamp,
    ...(mine.parentid === 0 && {new: true}),
  };
}

/** The wiki trims a summary, puts the section's name before it, and cuts it at 500 characters. */
function hasSummary({comment}: QueryRevision, {summary = ''}: Edit): boolean {
  if (comment === undefined) return false;
  const wanted = summary.trim();
  const stored = comment.replace(/^\/\*.*?\*\/ ?/, '');
  if (stored.endsWith('...') && stored.length >= 400) return wanted.startsWith(stored.slice(0, -3));
  return stored === wanted.replace(/^\/\*.*?\*\/ ?/, '') || wanted === '';
}
