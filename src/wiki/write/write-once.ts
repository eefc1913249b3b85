/**
 * A write that is applied exactly once, whatever becomes of its answer.
 *
 *     turn → how the wiki is now → journal → send → answer known? → look for it on the wiki → send again, or tell
 *
 * Nothing is sent again unless the wiki itself would refuse it the second time: looking says what is there, never what is
 * not, as the first may still be running, and browsers send a POST twice by themselves when a connection dies under it.
 * So the protection lies in the parameters (`baserevid`, `createonly`, a page's id, a key that works once).
 */
import type {Abortable} from '../../core/abortable.js';
import {type ApiError, isApiError} from '../../core/api-errors.js';
import {oneAtATime} from '../../core/one-at-a-time.js';
import type {ApiAnswer, Session} from '../../core/session.js';
import {requireSomebody} from '../../core/somebody.js';
import {CaptchaNeededError, OutcomeUnknownError} from '../../core/write-errors.js';
import type {WikiError} from '../../core/wiki-error.js';
import {drop, note} from './journal.js';
import type {Found, Prepared, Sent, Write, Written} from './kind.js';
import {Patience} from './patience.js';
import {orUnsaved} from './unsaved.js';

/**
 * @throws {OutcomeUnknownError} nobody can say whether it was applied; `check()` looks again
 * @throws {ApiError} the wiki refused, and nothing was applied
 * @throws {LoginError} before anything is sent: the write would be nobody's, and the wiki takes it with a token only
 */
export function writeOnce<Result extends Written>(session: Session, write: Write<Result>, options: Abortable = {}): Promise<Result> {
  return orUnsaved(
    () => write.given,
    () => inItsTurn(session, write, options),
  );
}

async function inItsTurn<Result extends Written>(session: Session, write: Write<Result>, options: Abortable): Promise<Result> {
  const {signal} = options;
  const {token} = write.kind;
  if (token !== undefined) {
    requireSomebody(session);
    // The token tells whose the write is: that is part of whose turn it is, and of what is noted. It is asked for alone: a
    // request beside it could put back the session as it was before, and the token would be none.
    if (!session.origin.anonymous) await session.tokens.get(token, signal);
  }
  return oneAtATime(turnOf(session.apiUrl, session.user, write.target), signal, async () => {
    const how = await write.prepare(options);
    if ('done' in how) return how.done;
    const sent = {...how, user: session.user, sentAt: Date.now()};
    return new Sending(session, write, sent, options).untilKnown();
  });
}

/** Under which name a user's writes about one thing wait for each other. Spellings of one title that differ more than this only wait less. */
export const turnOf = (apiUrl: string, user = '', target = ''): string => `wikilit ${apiUrl} ${user} ${target.normalize('NFC').replace(/[\s_]+/g, ' ').trim().toLowerCase()}`;

/** No server works on one request for so long. */
const longestRunMs = 600_000;

/** What is never sent again is looked for so often: it may be still running. */
const mostLooks = 4;

/** A write that is sent, or was by an earlier page, which has noted it under `id`. It has its turn already. */
export class Sending<Result extends Written> {
  private readonly session: Session;
  private readonly write: Write<Result>;
  private signal: AbortSignal | undefined;
  private readonly patience: Patience;
  private readonly id: string;
  private sent: Sent;
  /** How a send ended that may have been executed: what comes after is told in its light. */
  private lost: unknown;
  private result: Result | undefined;

  constructor(session: Session, write: Write<Result>, sent: Sent, {signal}: Abortable, id = `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`) {
    this.id = id;
    this.session = session;
    this.write = write;
    this.signal = signal;
    this.sent = sent;
    this.patience = new Patience(session.settings.retry);
  }

  async untilKnown(): Promise<Result> {
    try {
      const result = await this.attempts();
      return await this.settled(result);
    } catch (error) {
      // What is not known stays in the journal.
      if (!(error instanceof OutcomeUnknownError)) await this.forget();
      throw error;
    }
  }

  private async attempts(): Promise<Result> {
    for (;;) {
      await this.note();
      const flight = {open: false};
      try {
        const answer = await this.session.post(this.sent.params, {token: this.write.kind.token, signal: this.signal, flight});
        flight.open = true; // until the answer says what became of it
        return await this.read(answer, flight);
      } catch (error) {
        if (error instanceof OutcomeUnknownError) throw error;
        const result = await (flight.open ? this.whenLost(error) : this.whenRefused(error));
        if (result) return result;
      }
    }
  }

  private async read(answer: ApiAnswer, flight: {open: boolean}): Promise<Result> {
    try {
      const result = this.write.kind.read(this.session, answer, this.sent);
      if (result.outcome !== 'nochange') return result;
      // It may be none because an earlier copy has made it; who cannot look knows as little as after a lost answer.
      const {found, failure} = await this.tryToLook();
      if (!found && !isApiError(failure)) throw failure;
      if (found?.unclear && this.lost !== undefined) throw this.unknown(this.lost);
      return found?.result ?? result;
    } catch (error) {
      flight.open = !isApiError(error);
      throw error;
    }
  }

  /** @returns the result, when it is there; undefined, to send again */
  private async whenLost(error: unknown): Promise<Result | undefined> {
    this.lost = error;
    const {kind} = this.write;
    const again = typeof kind.again === 'function' ? kind.again(this.sent.params) : kind.again;
    if (again === 'twice' && !kind.find) throw this.unknown(error);
    let failure = error;
    for (let looks = 1; ; looks++) {
      const patient = await this.wait(failure);
      const {found, failure: cannot} = await this.tryToLook();
      if (!found && this.signal?.aborted) throw this.unknown(this.signal.reason);
      if (isApiError(cannot)) throw this.unknown(error);
      failure = cannot ?? failure;
      if (found?.result) return found.result;
      if (found?.unclear) throw this.unknown(error);
      if (!patient || (again === 'twice' && looks === mostLooks)) throw this.unknown(error);
      // Never again without having looked: what was applied may have been undone by somebody since, with good reason.
      if (found && again !== 'twice') return undefined;
    }
  }

  /** @returns false when it is no use to go on */
  private async wait(failure: unknown): Promise<boolean> {
    try {
      this.signal?.throwIfAborted();
      return await this.patience.wait(failure, this.signal);
    } catch (aborted) {
      throw this.unknown(aborted);
    }
  }

  /** @returns the result, when an earlier copy is why it was refused; undefined, to send something else instead */
  private async whenRefused(error: unknown): Promise<Result | undefined> {
    if (!isApiError(error)) throw this.lost === undefined ? error : this.unknown(error);
    const options = {signal: this.signal};
    // Browsers send twice by themselves: the first copy may be saved, and the second refused.
    const mayBeOwn = this.write.kind.refusesSecondBy?.includes(error.code) ?? false;
    const found = this.lost === undefined && this.wouldHaveMet(error) ? {} : await this.lookAfter(error, mayBeOwn);
    if (found?.result) return found.result;
    const mayBeThere = found?.unclear && (mayBeOwn || this.lost !== undefined);
    if (mayBeThere || (mayBeOwn && !found)) throw this.unknown(error);
    const instead = this.signal?.aborted ? undefined : await this.insteadOf(error, found ?? {});
    if (instead) {
      if ('done' in instead) return instead.done;
      const {earlier = [], params} = this.sent;
      this.sent = {...this.sent, ...instead, ...(this.lost !== undefined && {earlier: [...earlier, params]})};
      return undefined;
    }
    const told = (await this.write.refusal?.(error, this.sent, options)) ?? error;
    throw this.lost === undefined || (told instanceof CaptchaNeededError && this.wouldHaveMet(told)) ? told : this.unknown(told);
  }

  /**
   * Looks for what explains a refusal. One that a copy of the same may have caused is looked at until something is there:
   * what answers may be a database that is behind, or a connection that is lost once more.
   */
  private async lookAfter(refusal: ApiError, mayBeOwn: boolean): Promise<Found<Result> | undefined> {
    for (;;) {
      const {found, failure = refusal} = await this.tryToLook();
      if (!mayBeOwn || found?.result || found?.unclear || (found?.newest ?? 0) > Number(this.sent.params['baserevid'] ?? 0)) return found;
      if (!(await this.wait(failure))) return undefined;
    }
  }

  private async insteadOf(refusal: ApiError, found: Found<Result>): Promise<Prepared<Result> | undefined> {
    try {
      return await this.write.instead?.(refusal, this.sent, found, {signal: this.signal});
    } catch (error) {
      throw this.lost === undefined ? error : this.unknown(error);
    }
  }

  /** Who is not let in, or is asked a captcha before one is answered: the earlier copies have met that, too. */
  private wouldHaveMet(refusal: ApiError): boolean {
    return refusal.name === 'LoginError' || (refusal instanceof CaptchaNeededError && this.sent.params['captchaid'] === undefined);
  }

  private async look(options: Abortable = {signal: this.signal}): Promise<Found<Result>> {
    return (await this.write.kind.find?.(this.session, this.sent, options)) ?? {};
  }

  private async tryToLook(): Promise<{readonly found?: Found<Result>; readonly failure?: unknown}> {
    try {
      return {found: await this.look()};
    } catch (failure) {
      return {failure};
    }
  }

  /** @returns what was done, or undefined when nothing is proven to be it */
  async check(options: Abortable = {}): Promise<Result | undefined> {
    if (this.result) return this.result;
    const {result} = await this.look(options);
    return result && this.settled(result);
  }

  /** What an earlier page has sent. Throws as {@link writeOnce} does. */
  async resend({signal}: Abortable): Promise<Result> {
    this.signal = signal;
    // What was sent long ago is not running any more: that it is not there means that it will not be.
    if (Date.now() - this.sent.sentAt < longestRunMs) this.lost = new Error('An earlier page sent it.');
    const {result, unclear} = await this.look();
    if (result) return this.settled(result);
    if (unclear) throw this.unknown(new Error('There is something that may be it.'));
    return this.untilKnown();
  }

  private unknown(cause: unknown): OutcomeUnknownError<Result> {
    return new OutcomeUnknownError((options) => this.check(options), {cause, request: (cause as Partial<WikiError> | undefined)?.request});
  }

  private async settled(result: Result): Promise<Result> {
    this.result = result;
    this.write.learn?.(result);
    await this.forget();
    return result;
  }

  /** What may be sent twice without harm needs no journal. */
  private async note(): Promise<void> {
    const {kind, target} = this.write;
    if (kind.again !== 'same') await note(this.id, {apiUrl: this.session.apiUrl, target, sent: this.sent});
  }

  private async forget(): Promise<void> {
    if (this.write.kind.again !== 'same') await drop(this.id);
  }
}
