/** Whether an edit whose answer was lost is on the wiki. */
import {isApiError} from '../core/api-errors.js';
import type {Session} from '../core/session.js';
import type {Edit, Guard, SavedEdit} from './edit.js';
import type {QueryPage, QueryRevision} from './revision.js';

/** An edit that was sent, and by whom. */
export interface SentEdit {
  readonly title: string;
  readonly guard: Guard;
  readonly change: Edit;
  /** Undefined: nobody was logged in, or under a name not known here. */
  readonly user: string | undefined;
  /** By this device's clock, in milliseconds. */
  readonly sentAt: number;
}

interface HistoryAnswer {
  readonly query?: {readonly pages?: readonly QueryPage[]; readonly userinfo?: {readonly name: string}};
}

/** How far this device's clock may be ahead of the wiki's. */
const clockSkewMs = 300_000;

/**
 * Looks among the revisions after the base for one by this user with this summary. Neither the parent nor the hash can
 * tell: the wiki may have merged, and it resolves signatures before it saves.
 *
 * @returns the edit, or undefined when there is no trace of it yet
 */
export async function findEdit(session: Session, sent: SentEdit, options: {signal?: AbortSignal | undefined} = {}): Promise<SavedEdit | undefined> {
  const {title, guard, change, user, sentAt} = sent;
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
    if (isApiError(error, 'nosuchrevid')) return undefined; // the base is gone, with its page
    throw error;
  });
  const page = answer?.query?.pages?.[0];
  // The wiki's own spelling of the name, unless somebody else has logged in since.
  const me = (session.user === user ? answer?.query?.userinfo?.name : undefined) ?? user;
  const mine = page?.revisions?.find((revision) => {
    // A page that had to be new is the one with no revision before, and it was not made long ago.
    const later = base === undefined ? revision.parentid === 0 && Date.parse(revision.timestamp) > sentAt - clockSkewMs : revision.revid !== base;
    return later && revision.user === me && hasSummary(revision, change);
  });
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

/** `/* History *\/ `: the name of the section, before the summary. */
const sectionName = /^\/\*\s*(.*?)\s*\*\/ ?/;

/** The wiki tidies a summary, puts the section's name before it, and cuts it at 500 characters. */
function hasSummary({comment}: QueryRevision, {summary = '', section, sectiontitle}: Edit): boolean {
  if (comment === undefined) return false;
  const wanted = tidy(summary);
  const stored = tidy(comment);
  if (wanted === '') return true;
  // Without a title of its own, a new section is headed by the summary.
  if (section === 'new' && sectiontitle === undefined) return isStart(sectionName.exec(stored)?.[1] ?? stored, withoutMarkup(wanted));
  return isStart(stored.replace(sectionName, ''), wanted.replace(sectionName, ''));
}

function isStart(stored: string, wanted: string): boolean {
  const cut = stored.replace(/(\.\.\.|…)$/, '');
  return stored === wanted || (cut !== stored && stored.length >= 400 && wanted.startsWith(cut));
}

/** Some versions make line breaks spaces, others keep them. */
const tidy = (summary: string): string => summary.normalize('NFC').replace(/\s+/g, ' ').trim();

/** A heading as a section's name: links by their words, no bold or italics. */
const withoutMarkup = (heading: string): string => heading.replace(/\[\[(?:[^[\]|]*\|)?([^[\]]*)\]\]/g, '$1').replace(/'{2,}|<[^>]*>/g, '');
