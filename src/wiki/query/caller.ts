/** Who asked, and what came of it so far. */
import type {ApiAnswer, Session} from '../../core/session.js';
import {lookUp} from './look-up.js';
import {mergeContinued, mergeSplit} from './merge.js';
import type {Member} from './pack.js';

export class Caller {
  readonly member: Member;
  private readonly session: Session;
  /** Pages that no request has told all of. */
  private left: number;
  /** Of each request, what it answered. */
  private readonly told: ApiAnswer[] = [];
  private over = false;

  constructor(session: Session, member: Member) {
    this.session = session;
    this.member = member;
    this.left = member.values.length < 2 ? member.values.length : new Set(member.values).size;
  }

  /** Whether nothing is wanted any more. */
  get done(): boolean {
    return this.over || this.member.asked.signal?.aborted === true;
  }

  /** Users that were split come together. */
  get wantsAll(): boolean {
    const {asked, shape} = this.member;
    return asked.wants !== 'parts' || shape.by?.startsWith('ususer') === true;
  }

  fail(error: unknown): void {
    if (this.done) return;
    this.over = true;
    this.member.asked.fail(error);
  }

  /** Takes a part, for who wants it as it comes. `more` asks for the next. */
  part(answer: ApiAnswer, more: (() => void) | undefined): void {
    if (this.done) return;
    const {asked} = this.member;
    const {continue: rest} = answer;
    if (more || !rest) asked.deliver(answer, more);
    // A list of its own: its next part is a question of its own, which may again go with others.
    else asked.deliver(answer, () => lookUp(this.session, {...asked, params: {...asked.params, ...rest}}));
  }

  /**
   * Takes all that one request and its continuations gave.
   *
   * @param pages - how many of the pages wanted it was about
   */
  whole(answers: readonly ApiAnswer[], pages: number): void {
    if (this.done) return;
    const whole = answers.length === 1 ? (answers[0] as ApiAnswer) : mergeContinued(answers);
    this.left -= pages;
    if (this.left > 0 || this.told.length > 0) this.told.push(whole);
    if (this.left > 0) return;
    const {asked} = this.member;
    const [first = whole] = this.told;
    const answer = this.told.length === 0 ? whole : {...mergeSplit(this.told), ...(first.continue && {continue: first.continue})};
    if (asked.wants === 'one' || !answer.continue) this.finish(answer);
    else this.rest(answer);
  }

  private finish(answer: ApiAnswer): void {
    this.over = true;
    this.member.asked.deliver(answer);
  }

  /** What its lists left over, once the pages are done. */
  private rest(answer: ApiAnswer): void {
    const {asked} = this.member;
    const {titles: _titles, pageids: _pageids, revids: _revids, prop: _prop, ...params} = asked.params;
    lookUp(this.session, {
      params: {...params, action: 'query', ...answer.continue},
      signal: asked.signal,
      wants: 'whole',
      deliver: (rest) => this.finish(mergeContinued([answer, rest])),
      fail: (error) => this.fail(error),
    });
  }
}
