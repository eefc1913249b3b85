/** What pages that were closed, or killed, between a write and its answer have left open. */
import type {Abortable} from '../../core/abortable.js';
import {checkOptions, isText, signalRule} from '../../core/check.js';
import {ifFree, oneAtATime, seesOtherTabs} from '../../core/one-at-a-time.js';
import type {Params} from '../../core/params.js';
import type {Session} from '../../core/session.js';
import {lazily} from '../../core/lazily.js';
import {drop, type Noted, notedOf} from './journal.js';
import type {Sent, Write, Written} from './kind.js';
import {Sending, turnOf} from './write-once.js';

/** A write of an earlier page, as far as it is known now. */
export interface EarlierWrite<Result extends Written = Written> {
  /** `edit`, `move` … */
  readonly action: string;
  /** The page, user or file it is about. */
  readonly target: string;
  /** All that was sent: `text`, `summary` … */
  readonly params: Params;
  /** When it was first sent, by this device's clock. */
  readonly sentAt: Date;
  /** What was done. Undefined: nothing on the wiki is proven to be it; it is kept until it is sent again or forgotten. */
  readonly result: Result | undefined;
  /** Looks again. */
  check(options?: Abortable): Promise<Result | undefined>;
  /** Sends it again, on the base it had, so that it is not applied twice. Throws as the write itself does. */
  resend(options?: Abortable): Promise<Result>;
  forget(): Promise<void>;
}

export interface SettleOptions extends Abortable {
  /** Only what is about this page, user or file. */
  readonly target?: string | undefined;
}

/**
 * Looks for the writes that earlier pages of this user have left open, in any tab. What is found is told once, and
 * nothing is sent again by itself. What another tab is at work with is left to it.
 *
 * @throws {TypeError} a wrong option
 * @example
 * for (const write of await wiki.settle()) {
 *   if (!write.result) offer(write.params.text);
 * }
 */
export async function settle(session: Session, options: SettleOptions = {}): Promise<EarlierWrite[]> {
  checkOptions(options, {signal: signalRule, target: [isText, 'a title']});
  const {target, signal} = options;
  const all = (await notedOf(session.apiUrl)).filter(([, noted]) => target === undefined || turnOf('', '', noted.target) === turnOf('', '', target));
  if (all.length === 0) return [];
  // The token tells whose the writes are that may be looked at.
  if (session.user === undefined && !session.origin.anonymous) await session.tokens.get('csrf', signal);
  const settled: EarlierWrite[] = [];
  for (const [id, noted] of all.filter(([, {sent}]) => sent.user === session.user)) {
    const write = await writeOf(session, noted);
    if (!write || isPerhapsLive(noted.sent)) continue;
    // Whoever is at work with it has the turn.
    const earlier = await ifFree(turnOf(session.apiUrl, noted.sent.user, noted.target), () => look(session, id, noted, write, signal));
    if (earlier) settled.push(earlier);
  }
  return settled;
}

async function look(session: Session, id: string, {target, sent}: Noted, write: Write<Written>, signal: AbortSignal | undefined): Promise<EarlierWrite | undefined> {
  // By now another tab may have settled it.
  if (!(await notedOf(session.apiUrl)).some(([other]) => other === id)) return undefined;
  const earlier = new Sending(session, write, sent, {}, id);
  const result = await earlier.check({signal});
  return {
    action: sent.params.action,
    target,
    params: sent.params,
    sentAt: new Date(sent.sentAt),
    result,
    check: (options) => earlier.check(options),
    resend: (options = {}) => oneAtATime(turnOf(session.apiUrl, sent.user, target), options.signal, () => earlier.resend(options)),
    forget: async () => void (await drop(id)),
  };
}

/** Where tabs do not know of each other, another may be at work with it. */
const isPerhapsLive = ({sentAt}: Sent): boolean => !seesOtherTabs() && Date.now() - sentAt < 120_000;

async function writeOf(session: Session, noted: Noted): Promise<Write<Written> | undefined> {
  const {target, sent} = noted;
  if (sent.params.action === 'edit') return (await lazily(() => import('../edit/edit.js'))).sentEdit(session, target, sent);
  return (await lazily(() => import('./actions.js'))).sentAction(noted);
}
