/**
 * How long `ratelimited` means to wait: the wiki does not say, but it tells each user's limits.
 *
 * @see https://www.mediawiki.org/wiki/API:Userinfo
 * @see https://www.mediawiki.org/wiki/Manual:$wgRateLimits
 */
import type {Params} from './params.js';
import {required} from './required.js';
import type {Session} from './session.js';

/** So many within so many seconds. */
interface Limit {
  readonly hits: number;
  readonly seconds: number;
}

/** Of an action, by groups of users. */
type Limits = {readonly [action: string]: {readonly [group: string]: Limit} | undefined};

export interface Wait {
  readonly seconds: number;
  /** Seconds from one to the next that the wiki allows in the long run; Infinity where it allows none. */
  readonly spacing: number;
}

/**
 * @param before - how many times it was refused already
 * @returns undefined where the limit is not known
 */
export async function ratelimitedWait(session: Session, params: Params, before: number, signal: AbortSignal | undefined): Promise<Wait | undefined> {
  const limits = await limitsOf(session, signal).catch(() => undefined);
  signal?.throwIfAborted();
  const all = limitNames(params).flatMap((name) => limitFor(limits?.[name]) ?? []);
  const strictest = all.sort((one, other) => spacing(other) - spacing(one))[0];
  if (!strictest) return undefined;
  const {seconds} = strictest;
  // Each time twice as long, as somebody else may take what becomes free; after the whole time all is free.
  return {spacing: spacing(strictest), seconds: spacing(strictest) === Infinity ? Infinity : Math.min(seconds, spacing(strictest) * 2 ** before)};
}

const spacing = ({hits, seconds}: Limit): number => seconds / hits;

/** What counts against more than its own limit, or has another name there. */
function limitNames({action, createonly, forcelinkupdate, forcerecursivelinkupdate}: Params): readonly string[] {
  switch (action) {
    case 'edit':
      return createonly ? ['edit', 'create'] : ['edit'];
    case 'purge':
      return forcelinkupdate || forcerecursivelinkupdate ? ['purge', 'linkpurge'] : ['purge'];
    case 'emailuser':
      return ['emailuser', 'sendemail'];
    case 'changecontentmodel':
      return ['editcontentmodel'];
    case 'resetpassword':
      return ['mailpassword'];
    case 'tag':
      return ['changetags'];
    default:
      return [action as string];
  }
}

/** The wiki takes that of new users, where there is one, and else the most generous of the user's groups. */
function limitFor(groups: Limits[string]): Limit | undefined {
  if (!groups) return undefined;
  return groups['newbie'] ?? Object.values(groups).sort((one, other) => spacing(one) - spacing(other))[0];
}

const known = new WeakMap<Session, {readonly changes: number; readonly limits: Promise<Limits>}>();

/** Asked once for each user. */
async function limitsOf(session: Session, signal: AbortSignal | undefined): Promise<Limits> {
  const {changes} = session;
  const before = known.get(session);
  if (before?.changes === changes) return before.limits;
  const limits = ask(session, signal);
  known.set(session, {changes, limits});
  limits.catch(() => known.delete(session));
  return limits;
}

async function ask(session: Session, signal: AbortSignal | undefined): Promise<Limits> {
  const answer = await session.get<{query?: {userinfo?: {ratelimits?: Limits}}}>({action: 'query', meta: 'userinfo', uiprop: 'ratelimits'}, {signal, retry: false});
  return required(session.apiUrl, answer, 'query.userinfo', answer.query?.userinfo).ratelimits ?? {};
}
