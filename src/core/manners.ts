/**
 * Good manners: one budget of requests for each wiki, over all tabs of this origin. While the wiki asks to wait
 * (`Retry-After`, `maxlag`, `ratelimited`), nobody asks it; and nobody asks more often than `requestsPerMinute`.
 *
 * @see https://www.mediawiki.org/wiki/API:Etiquette
 */
import {ApiError} from './api-errors.js';
import {callBack} from './call-back.js';
import type {Fetch} from './exchange.js';
import {HttpError} from './http-error.js';
import {type Asker, Line, type Why} from './line.js';
import type {Claim} from './minute.js';
import {apiError, RateLimitError} from './refusals.js';
import {isWrite, mostSeconds, type RetryPolicy, retrying, type Waits, wikiAsksSeconds} from './retry.js';
import {describe} from './secrets.js';
import type {Session} from './session.js';
import {nobody, type Tabs, tabsOfOrigin, type Told} from './tabs.js';
import type {Asked} from './transport.js';
import {ratelimitedWait} from './user-limits.js';
import {WikiError} from './wiki-error.js';

/** One call of the user's, over all its attempts. */
interface Call extends Waits {
  readonly order: number;
  /** `ratelimited` answers so far. */
  limited: number;
}

let asked = 0;
const calls = new WeakMap<Asked, Call>();

function callOf(asking: Asked): Call {
  const known = calls.get(asking);
  if (known) return known;
  const call = {order: asked++, waits: 0, seconds: 0, until: 0, limited: 0};
  calls.set(asking, call);
  return call;
}

const isBatch = ({params}: Asked): boolean => typeof params['maxlag'] === 'number';

/**
 * Sends when it is this request's turn.
 *
 * @throws what the wiki has answered others, where that means to wait longer than the policy allows; and what `send` throws
 */
export async function takingTurns<T>(session: Session, asking: Asked, policy: RetryPolicy | false, signal: AbortSignal | undefined, send: () => Promise<T>): Promise<T> {
  const budget = budgetOf(session);
  const asker = askerOf(session, asking, policy, signal);
  // Lag is a matter of those who ask with `maxlag`: somebody who edits does not wait for a tab that works on a list.
  const lines = [budget.lines.get(asking.params['action'] as string), isBatch(asking) ? budget.lines.get('maxlag') : undefined, budget.line('')];
  const passed: [Line, Claim | undefined][] = [];
  let answered: unknown = 'not yet';
  try {
    // A limit counts requests of all kinds.
    for (const line of lines) if (line) passed.push([line, await line.enter(asker)]);
    const answer = await send();
    answered = undefined;
    return answer;
  } catch (error) {
    answered = error;
    holdAll(session, error);
    throw error;
  } finally {
    for (const [line, first] of passed) if (!(line === lines[0] && isCode(answered, 'ratelimited'))) line.leave(first, answered === undefined || (answered instanceof ApiError && !isCode(answered, 'maxlag')));
  }
}

const isCode = (error: unknown, code: string): boolean => error instanceof ApiError && error.code === code;

/** Those that have gone before this was loaded. */
export function countEarly(sessions: readonly Session[]): void {
  for (const session of sessions) budgetOf(session).line('').count({perMinute: session.settings.requestsPerMinute});
}

/**
 * After a first attempt that failed, makes others as {@link retrying} does.
 *
 * @throws the last error; this one, when nothing is to be sent again
 */
export function resending<T>(session: Session, attempt: () => Promise<T>, error: unknown, asking: Asked, withToken: boolean, policy: RetryPolicy, signal?: AbortSignal): Promise<T> {
  const subject = {write: isWrite(asking, withToken), batch: isBatch(asking)};
  let first: (() => Promise<T>) | undefined = () => Promise.reject(error);
  const next = async (): Promise<T> => {
    const send = first ?? attempt;
    first = undefined;
    try {
      return await send();
    } catch (failure) {
      throw await heard(session, asking, failure, signal);
    }
  };
  return retrying(next, subject, policy, signal, callOf(asking));
}

/**
 * What an error means for others who ask.
 *
 * @returns the error, or one that says how long to wait
 */
async function heard(session: Session, asking: Asked, error: unknown, signal: AbortSignal | undefined): Promise<unknown> {
  if (!(error instanceof WikiError) || told.has(error)) return error;
  holdAll(session, error);
  if (!(error instanceof RateLimitError) || error.code !== 'ratelimited') return error;
  const wait = await ratelimitedWait(session, asking.params, callOf(asking).limited++, signal);
  if (!wait) return error;
  const {request, answer, cause, errors, message: text} = error;
  // Of those who may do none at all, nobody is helped by waiting.
  const seconds = Math.min(wait.seconds, longest);
  if (wait.spacing < Infinity) budgetOf(session).line(asking.params['action'] as string).hold({until: Date.now() + seconds * 1000, why: {code: 'ratelimited', text}, spacing: wait.spacing * 1000});
  const better = new RateLimitError(errors, {request, answer, cause, retryAfterSeconds: wait.seconds});
  told.add(better);
  return better;
}

/** Seconds after which a wiki is asked again, whatever it has said. */
const longest = 120;

/** Errors that everybody knows of. */
const told = new WeakSet<WikiError>();

/** The wiki asks everybody to wait, or all who ask with `maxlag`. */
function holdAll(session: Session, error: unknown): void {
  const seconds = wikiAsksSeconds(error);
  if (seconds === undefined || told.has(error as WikiError)) return;
  told.add(error as WikiError);
  const {status, code, message: text} = error as {status?: number; code?: string; message: string};
  budgetOf(session).line(code === 'maxlag' ? code : '').hold({until: Date.now() + seconds * 1000, why: {...(status !== undefined && {status}), ...(code !== undefined && {code}), text}, spacing: 0});
}

function askerOf({settings}: Session, asking: Asked, policy: RetryPolicy | false, signal: AbortSignal | undefined): Asker {
  const {requestsPerMinute: perMinute} = settings;
  const call = callOf(asking);
  const tell = (until: number, reason: WikiError): void => {
    const seconds = (until - Date.now()) / 1000;
    call.waits++;
    const attempt = call.waits;
    if (policy && policy.onWait) callBack(() => policy.onWait?.({attempt, seconds, reason}));
  };
  return {
    order: call.order,
    perMinute,
    signal,
    onHold({until, why}) {
      const now = Date.now();
      const reason = errorOf(why, (until - now) / 1000, asking);
      const more = Math.max(0, until - Math.max(now, call.until)) / 1000;
      if (policy === false || call.seconds + more > mostSeconds(policy, why.code, isBatch(asking))) throw reason;
      call.seconds += more;
      call.until = until;
      tell(until, reason);
    },
    onPace: (until) => tell(until, apiError([{code: 'ratelimited', text: `There are ${perMinute} requests a minute at most: this one waits for its turn.`}], {request: describe(asking)})),
  };
}

/** As if it had been this request that was told so. */
function errorOf({status, code = '', text}: Why, retryAfterSeconds: number, asking: Asked): WikiError {
  const request = describe(asking);
  const error = status === undefined ? apiError([{code, text}], {request, retryAfterSeconds}) : new HttpError({status, statusText: '', bodyStart: '', retryAfterSeconds}, {request});
  told.add(error);
  return error;
}

class Budget {
  /** By the action; '' is for all. */
  readonly lines = new Map<string, Line>();
  readonly wiki: string;
  readonly tabs: Tabs;

  constructor(wiki: string, tabs: Tabs) {
    this.wiki = wiki;
    this.tabs = tabs;
  }

  line(name: string): Line {
    const known = this.lines.get(name);
    if (known) return known;
    const line = new Line(this.tabs.alone, (what) => this.tabs.tell({wiki: this.wiki, line: name, what}));
    this.lines.set(name, line);
    return line;
  }
}

/** By the origin of the wiki. */
type Budgets = Map<string, Budget>;

const shared: Budgets = new Map();
const byFetch = new WeakMap<Fetch, Budgets>();

/** Who brings a `fetch` may be somebody else, or come from elsewhere: that is a budget of its own, for this page. */
function budgetOf({apiUrl, settings: {ownFetch}}: Session): Budget {
  const budgets = ownFetch ? (byFetch.get(ownFetch) ?? new Map<string, Budget>()) : shared;
  if (ownFetch) byFetch.set(ownFetch, budgets);
  const wiki = new URL(apiUrl).origin;
  const known = budgets.get(wiki);
  if (known) return known;
  const made = new Budget(wiki, ownFetch ? nobody : tabsOfOrigin(hear, back));
  budgets.set(wiki, made);
  made.line('');
  return made;
}

/** What concerns no wiki of ours is not kept: who needs it later asks. */
function hear({wiki, line, what}: Told): void {
  const budget = shared.get(wiki);
  const known = budget && (budget.lines.get(line) ?? ('hold' in what ? budget.line(line) : undefined));
  known?.hear(what as Parameters<Line['hear']>[0]);
}

function back(): void {
  for (const {lines} of shared.values()) for (const line of lines.values()) line.ask();
}
