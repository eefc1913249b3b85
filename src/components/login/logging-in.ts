/** Where the login is on its way: what the wiki asks for now, and what it said to the attempt before. */
import {AuthFlow} from '../../auth/auth-flow.js';
import type {AuthRequest, AuthStep, AuthValues} from '../../auth/auth-step.js';
import {anew} from '../../auth/steps.js';
import {InvalidAnswerError, isAbort} from '../../core/errors.js';
import type {Session} from '../../core/session.js';
import {shown} from '../../core/shown.js';
import {givenUrl} from '../../wiki/given-url.js';
import type {Wiki} from '../../wiki/wiki.js';
import type {RenderingHost} from '../focus-on.js';
import {hintOf} from '../hint.js';
import {textsOf} from '../words.js';
import {WikiLoggedInEvent, WikiLoginRedirectEvent} from './events.js';
import {emptyField, fieldsOf, isFilledIn, valuesOf} from './fields.js';
import {type LoginOpening, openLogin} from './opening.js';
import {beginning, type LoginByOAuth, type Progress, type Told} from './progress.js';

export type LoginHost = RenderingHost & {readonly username: string; readonly sameUser: boolean; readonly oauth: LoginByOAuth | undefined};

export class LoggingIn {
  progress = beginning;
  private readonly host: LoginHost;
  /** Takes the focus to what is wanted next. */
  private readonly look: () => void;
  /** Tells, in the host's language, that another has logged in. */
  private readonly tellOther: (username: string) => string;
  private wiki: Wiki | undefined;
  private flow: AuthFlow | undefined;
  private preservestate = false;
  private underWay: AbortController | undefined;

  constructor(host: LoginHost, look: () => void, tellOther: (username: string) => string) {
    this.host = host;
    this.look = look;
    this.tellOther = tellOther;
  }

  set(progress: Partial<Progress>): void {
    this.progress = {...this.progress, ...progress};
    this.host.requestUpdate();
  }

  /** What was begun on another wiki is over. */
  use(wiki: Wiki): void {
    if (wiki === this.wiki) return;
    this.wiki = wiki;
    this.close();
  }

  close(): void {
    this.abort();
    this.set(beginning);
  }

  /** @param opening - undefined where no form can be filled in */
  opened({opening}: {readonly opening: LoginOpening | undefined}): void {
    const {stage, further} = this.progress;
    this.set({opening, ...(!further && {requests: opening?.requests ?? []}), ...(stage === 'opening' && {stage: 'ready'})});
  }

  /** The fields could not be asked for: a login that is under way needs none. */
  failed(): void {
    if (this.underWay === undefined && this.progress.stage !== 'done') this.set({stage: 'failed'});
  }

  /** Lets go of what is under way. @returns whether there was something */
  abort(): boolean {
    const wasBusy = this.underWay !== undefined;
    this.underWay?.abort();
    this.underWay = undefined;
    return wasBusy;
  }

  /** @param pressed - the name of a `button` field; `''` for the form's own button */
  async submit(data: FormData, pressed: string): Promise<void> {
    const {stage, requests, further} = this.progress;
    const session = this.wiki?.session;
    if (!session || stage !== 'ready') return;
    const fields = fieldsOf(requests);
    const values = valuesOf(data, requests, pressed || undefined);
    const empty = pressed === '' ? emptyField(fields, values) : undefined;
    this.set({pressed, typed: {...this.progress.typed, ...Object.fromEntries(fields.flatMap(({name, key, type, sensitive}) => (type === 'password' || sensitive ? [] : [[key, values[name]]])))}});
    if (empty) {
      this.set({told: {texts: [], kind: 'error', below: empty.name, field: empty.name}});
      this.look();
      return;
    }
    await this.attempt(session, async (signal) => {
      const step = await (further && this.flow ? this.flow.submit(values, {signal}) : this.begin(session, values, signal));
      await this.take(session, step, signal);
    });
  }

  /** Back from another site, with what it has sent along. */
  async resume(wiki: Wiki, values: AuthValues): Promise<void> {
    this.use(wiki);
    const {session} = wiki;
    this.flow = new AuthFlow(session, 'login', {resume: true});
    const {flow} = this;
    await this.attempt(session, async (signal) => this.take(session, await flow.submit(values, {signal}), signal));
  }

  /** To be called while a click is handled. */
  async byOAuth(wiki: Wiki): Promise<void> {
    const {oauth} = this.host;
    if (!oauth || this.progress.stage !== 'ready') return;
    const {session} = wiki;
    this.set({pressed: 'oauth'});
    await this.attempt(session, async (signal) => {
      await oauth.authorize({popup: true, signal});
      signal.throwIfAborted();
      // With cookies, this session stays whose it was: the access token is for another.
      if (session.settings.auth === 'cookies') return this.passed(session, undefined);
      session.changeUser(undefined);
      const {name} = await wiki.userinfo();
      signal.throwIfAborted();
      session.changeUser(name);
      this.passed(session, name);
    });
  }

  /** Back to the beginning, with what was typed there. */
  async again(): Promise<void> {
    this.abort();
    const session = this.wiki?.session;
    if (!session) return;
    this.preservestate = false;
    this.set({further: false, words: undefined, told: undefined, target: undefined, pressed: '', stage: 'ready', requests: this.progress.opening?.requests ?? []});
    if (session.settings.auth !== 'cookies') return this.look();
    await this.attempt(session, (signal) => this.reopen(session, signal, undefined));
  }

  private begin(session: Session, values: AuthValues, signal: AbortSignal): Promise<AuthStep> {
    const {preservestate} = this;
    return anew(session, signal, () => {
      this.flow = new AuthFlow(session, 'login');
      return this.flow.submit(values, {signal, preservestate});
    });
  }

  private async attempt(session: Session, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.abort();
    const controller = new AbortController();
    this.underWay = controller;
    this.set({stage: 'busy', told: undefined});
    try {
      await work(controller.signal);
    } catch (error) {
      if (controller.signal.aborted) return;
      // The answer may have been lost, and with it the token of the next attempt.
      session.tokens.clear();
      const told: Told | undefined = isAbort(error) ? undefined : {texts: textsOf(error), kind: 'error', hint: hintOf(error), retry: !(error instanceof TypeError)};
      this.set({stage: 'ready', told});
      this.look();
    } finally {
      if (this.underWay === controller) this.underWay = undefined;
    }
  }

  private async take(session: Session, step: AuthStep, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const texts = [step.message || step.messagecode || step.status];
    switch (step.status) {
      case 'PASS':
        return this.passed(session, step.username);
      case 'UI':
        return this.goOn(step, texts);
      case 'REDIRECT':
        return this.leave(session, step);
      case 'RESTART':
        // The same login goes on with an account here.
        this.set({stage: 'ready', requests: step.requests, further: true, pressed: '', words: undefined, told: {texts, kind: 'warning'}});
        return this.look();
      default:
        this.preservestate = step.canpreservestate ?? false;
        return this.reopen(session, signal, {texts, kind: 'error'});
    }
  }

  /** Asked for the same again: what was given was wrong. */
  private goOn({requests, message}: AuthStep, texts: readonly string[]): void {
    const {requests: before, words} = this.progress;
    const names = (all: readonly AuthRequest[]): string[] => fieldsOf(all).flatMap((field) => (isFilledIn(field) ? [field.name] : []));
    const [field] = names(requests);
    const again = field !== undefined && names(requests).join(' ') === names(before).join(' ');
    this.set({stage: 'ready', requests, further: true, pressed: '', words: again ? words : message, told: again ? {texts, kind: 'error', below: field, field} : undefined});
    this.look();
  }

  private leave(session: Session, step: AuthStep): void {
    const target = givenUrl(step.redirecttarget, session.apiUrl);
    if (!target) throw new InvalidAnswerError(`${session.apiUrl} sends the user to ${shown(step.redirecttarget)}, where no page is.`, '');
    this.set({stage: 'elsewhere', target});
    if (this.host.dispatchEvent(new WikiLoginRedirectEvent(step))) location.assign(target.href);
    this.follow();
  }

  /** From the beginning: after a refusal the wiki may ask for more, such as a captcha. */
  private async reopen(session: Session, signal: AbortSignal, told: Told | undefined): Promise<void> {
    let {opening} = this.progress;
    try {
      opening = await openLogin(session, {signal});
    } catch (error) {
      signal.throwIfAborted();
      // What was asked for before may do.
      if (!opening || !told) throw error;
    }
    signal.throwIfAborted();
    const requests = opening?.requests ?? [];
    const field = fieldsOf(requests).find(({type}) => type === 'password')?.name;
    this.set({stage: 'ready', opening, requests, further: false, words: undefined, pressed: '', told: told && {...told, field}});
    this.look();
  }

  private passed(session: Session, username: string | undefined): void {
    const {host} = this;
    const wanted = canonical(host.username);
    if (host.sameUser && username !== undefined && username !== wanted) {
      // Whatever this session asks from now on is refused by the wiki, and not done as another.
      session.changeUser(wanted);
      this.set({stage: 'ready', requests: this.progress.opening?.requests ?? [], further: false, words: undefined, pressed: '', told: {texts: [this.tellOther(username)], kind: 'error'}});
      this.look();
      return;
    }
    this.set({stage: 'done', username, typed: {}, told: undefined});
    host.dispatchEvent(new WikiLoggedInEvent(username));
    this.follow();
  }

  /** What had the focus goes away; unless the page has put it elsewhere, or taken the form away. */
  private follow(): void {
    if (this.host.matches(':focus-within')) this.look();
  }
}

/** A user's name as the wiki writes it. */
function canonical(name: string): string {
  const [first = '', ...rest] = name.replaceAll('_', ' ').trim().normalize();
  return first.toUpperCase() + rest.join('');
}
