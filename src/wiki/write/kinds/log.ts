/** What the wiki's logs tell of a write whose answer was lost. */
import type {Abortable} from '../../../core/abortable.js';
import type {Params} from '../../../core/params.js';
import type {ApiAnswer, Session} from '../../../core/session.js';
import {hasSummary} from '../../edit/summary.js';
import {aheadMs} from '../clock.js';
import type {Found, Sent} from '../kind.js';
import {asText, type Done} from './action.js';

/** Of a log; what is hidden is absent. */
export interface Entry {
  readonly logid: number;
  readonly ns?: number;
  readonly title?: string;
  /** The page's number when it was written; `pageid` is that of who has the title now. */
  readonly logpage?: number;
  readonly revid?: number;
  readonly action?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly timestamp?: string;
  readonly comment?: string;
}

interface LogAnswer extends ApiAnswer {
  readonly query?: {readonly logevents?: readonly Entry[]};
}

/** What an entry must be to be this write, and what is told of it; `later`: the entries after it. */
export interface Trace {
  readonly type: string | ((params: Params) => string);
  readonly action?: string | readonly string[];
  /** The parameter that is stored as the entry's comment. */
  readonly reason?: string;
  fits(entry: Entry, sent: Sent): boolean;
  done(entry: Entry, sent: Sent, later: readonly Entry[]): object | Promise<object>;
}

/**
 * Finds a write by the entry it left: one by this user that came after what was the newest before, and says the same. That
 * the wiki is as it was to be proves nothing: others may have made it so.
 */
export function logFinder({type, action, reason = 'reason', fits, done}: Trace) {
  return async (session: Session, sent: Sent, options: Abortable): Promise<Found<Done>> => {
    const entries = await entriesSince(session, typeof type === 'string' ? type : type(sent.params), sent, options);
    const actions = action === undefined ? undefined : [action].flat();
    const comment = sent.params[reason];
    const index = entries.findIndex((entry) => (!actions || actions.includes(entry.action ?? '')) && fits(entry, sent) && (comment === undefined || hasSummary(entry.comment, asText(comment))));
    const entry = entries[index];
    return entry ? {result: {outcome: 'saved', recovered: true, ...(await done(entry, sent, entries.slice(index + 1)))}} : {};
  };
}

/** By this user, the oldest first. */
export async function entriesSince(session: Session, type: string, {user, before, sentAt}: Sent, options: Abortable): Promise<readonly Entry[]> {
  if (user === undefined) return [];
  const {logid} = before as {logid?: number};
  const found: Entry[] = [];
  for (let more: ApiAnswer['continue'] | undefined = {}; more; ) {
    const asked = Date.now();
    const answer: LogAnswer = await session.get<LogAnswer>({action: 'query', curtimestamp: true, list: 'logevents', letype: type, leuser: user, leprop: ['ids', 'title', 'type', 'timestamp', 'comment', 'details'], lelimit: 'max', ...more}, options);
    const all = answer.query?.logevents ?? [];
    // Where the log before is not known, by the wiki's clock.
    const since = sentAt + aheadMs(answer, asked);
    const own = all.filter((entry) => (logid === undefined ? Date.parse(entry.timestamp ?? '') > since : entry.logid > logid));
    found.push(...own);
    more = own.length === all.length ? answer.continue : undefined;
  }
  return found.reverse();
}

/** Whether a title is the one that was given; spelt as the wiki does where that is known. */
export function isTitle(title: string | undefined, known: unknown, given?: unknown): boolean {
  if (title === undefined) return false;
  return known === undefined ? loosely(title) === loosely(asText(given)) : title === known;
}

const loosely = (title: string): string => title.normalize('NFC').replace(/[\s_]+/g, ' ').trim().replace(/(^|:)\s*./, (first) => first.toUpperCase());

/** Of the page that was written to: by its number, which stays when it is moved. */
export function isPage({logpage, title}: Entry, {params, before}: Sent, [byId, byTitle]: readonly [string, string] = ['pageid', 'title']): boolean {
  return params[byId] === undefined ? isTitle(title, before['title'], params[byTitle]) : logpage === params[byId];
}
