/** One request for several look-ups, and its continuations. */
import {movedOn} from '../../core/continuation.js';
import type {ApiAnswer, ApiParams, Session} from '../../core/session.js';
import type {Caller} from './caller.js';
import {handOut, ownContinue} from './hand-out.js';
import {type Batch, ofPages, paramsOf} from './pack.js';
import {has} from './shape.js';

/** Answers after which a question is work in bulk: it then waits when the wiki lags. */
const patientAfter = 10;
const maxlag = 5;

export class JointRequest {
  readonly batch: Batch;
  /** Each with those of its pages that are in this request. */
  readonly callers: readonly (readonly [caller: Caller, values: readonly string[]])[];
  private readonly session: Session;
  private readonly params: ApiParams;
  /** Of those who are told only when all is there, what was answered so far. */
  private readonly answers = new Map<Caller, ApiAnswer[]>();
  /** Those whose titles are nowhere in the answer. */
  private readonly strays = new Set<Caller>();
  private readonly abort = new AbortController();
  private next: ApiParams | undefined;
  /** What the last answer was to be continued with. */
  private mark: string | undefined;
  private count = 0;
  private asking = false;

  constructor(session: Session, batch: Batch, callers: JointRequest['callers']) {
    this.session = session;
    this.batch = batch;
    this.callers = callers;
    this.params = paramsOf(batch, this.values);
    for (const [{member}] of callers) member.asked.signal?.addEventListener('abort', this.onAbort);
  }

  /** When nobody waits any more. */
  private readonly onAbort = ({target}: Event): void => {
    if (this.left.length === 0) this.abort.abort((target as AbortSignal).reason);
  };

  /** @throws what the session throws; then nobody has been told anything */
  async first(): Promise<ApiAnswer> {
    if (this.left.length === 0) return {};
    try {
      const answer = await this.session.get(this.params, {signal: this.abort.signal});
      this.take(answer);
      return answer;
    } catch (error) {
      this.release();
      throw error;
    }
  }

  /** Hands an answer out, and asks on for who wants all. */
  take(answer: ApiAnswer): void {
    this.next = this.continued(answer);
    this.count++;
    if (!this.next) this.release();
    const more = this.next && ((): void => void this.goOn());
    const own = this.isOne ? () => answer : handOut(answer, this.batch);
    for (const [caller, values] of this.left) {
      const part = own(caller.member, values);
      if (!part) void this.alone(caller, values);
      else if (caller.wantsAll) this.keep(caller, part, values.length);
      else caller.part(part, more);
    }
    if (this.answers.size > 0) void this.goOn();
  }

  /** Signals may live for long. */
  private release(): void {
    for (const [{member}] of this.callers) member.asked.signal?.removeEventListener('abort', this.onAbort);
  }

  private get values(): string[] {
    return [...new Set(this.callers.flatMap(([, values]) => values))];
  }

  private get left(): JointRequest['callers'] {
    return this.callers.filter(([caller]) => !caller.done && !this.strays.has(caller));
  }

  /** Whether all that is asked is one caller's. */
  private get isOne(): boolean {
    const [first] = this.callers;
    return this.callers.length === 1 && first?.[0].member.shape.modules.size === this.batch.modules.size;
  }

  private keep(caller: Caller, part: ApiAnswer, pages: number): void {
    const before = this.answers.get(caller);
    const answers = before ? [...before, part] : [part];
    if (this.next) {
      this.answers.set(caller, answers);
      return;
    }
    if (before) this.answers.delete(caller);
    caller.whole(answers, pages);
  }

  /** What is left of the pages; of one look-up alone, what is left of all it asked. */
  private continued({continue: rest}: ApiAnswer): ApiParams | undefined {
    if (!rest) return undefined;
    const [[first, values]] = this.callers as [JointRequest['callers'][number]];
    if (this.isOne) return first.member.asked.wants === 'one' && values.length >= first.member.values.length ? undefined : {...this.params, ...rest};
    const own = has(this.batch.modules, 'prop') && ownContinue(rest, this.batch, ['prop']);
    return own ? {...paramsOf(ofPages(this.batch), this.values), ...own} : undefined;
  }

  /** One request at a time; the answer is for all who are still there. */
  private async goOn(): Promise<void> {
    const {next, session} = this;
    if (this.asking || !next || this.left.length === 0) return;
    this.asking = true;
    try {
      const patient = this.count >= patientAfter && next.maxlag === undefined && session.settings.maxlag === undefined;
      const answer = await session.get(patient ? {...next, maxlag} : next, {signal: this.abort.signal});
      this.asking = false;
      if (answer.continue) this.mark = movedOn(answer.continue, this.mark);
      this.take(answer);
    } catch (error) {
      this.release();
      for (const [caller] of this.left) caller.fail(error);
    }
  }

  /** A title that the answer does not tell of: asked by itself, whatever comes back is about it. */
  private async alone(caller: Caller, values: readonly string[]): Promise<void> {
    this.strays.add(caller);
    this.answers.delete(caller);
    const {member} = caller;
    await new JointRequest(this.session, {...this.batch, ...member.shape, members: [member]}, [[caller, values]]).first().catch((error: unknown) => caller.fail(error));
  }
}
