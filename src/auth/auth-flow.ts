/** Logging in, creating an account, linking one: step by step, as the wiki wants it. */
import type {Abortable} from '../core/abortable.js';
import {isApiError} from '../core/api-errors.js';
import {checkOptions, isFlag, isObject, type Rule, signalRule} from '../core/check.js';
import {checkNames} from '../core/names.js';
import {LoginError} from '../core/refusals.js';
import {required} from '../core/required.js';
import type {ApiParams, Session} from '../core/session.js';
import {shown} from '../core/shown.js';
import {type AuthAnswer, type AuthStep, type AuthValues, fieldNames, readStep} from './auth-step.js';
import {requireCookies, sessionLost} from './require.js';

export type AuthPurpose = 'login' | 'create' | 'link';

export interface AuthFlowOptions {
  /** Where other sites send the user back to, if the wiki asks them. Default: this page, without its query; or the wiki. */
  readonly returnurl?: string | undefined;
  /** All fields as one request. */
  readonly mergerequestfields?: boolean | undefined;
  /** Goes on with what an earlier page began, and went away for (`REDIRECT`). */
  readonly resume?: boolean | undefined;
}

export interface SubmitOptions extends Abortable {
  /** Only by these of the wiki's requests, each by its `id`. */
  readonly requests?: readonly string[] | undefined;
  /** Keeps what was right of the attempt before. Default: where that attempt said that it can be. */
  readonly preservestate?: boolean | undefined;
}

/** Each option has its rule, or this does not compile. */
export const flowRules: Readonly<Record<keyof AuthFlowOptions, Rule>> = {returnurl: [(value) => typeof value === 'string' && URL.canParse(value), 'an absolute URL'], mergerequestfields: [isFlag, 'true or false'], resume: [isFlag, 'true or false']};

const actions = {
  login: {action: 'clientlogin', token: 'login'},
  create: {action: 'createaccount', token: 'createaccount'},
  link: {action: 'linkaccount', token: 'csrf'},
} as const;

/**
 * @example
 * const flow = new AuthFlow(wiki, 'login');
 * let step = await flow.begin();
 * while (step.status !== 'PASS') step = await flow.submit(await ask(step)); // the fields are in step.requests
 * @see https://www.mediawiki.org/wiki/API:Login#Method_2._clientlogin
 */
export class AuthFlow {
  readonly session: Session;
  readonly purpose: AuthPurpose;
  private readonly options: AuthFlowOptions;
  private last: AuthStep | undefined;
  private underWay: boolean;

  /**
   * @param wiki - a `Wiki`, or its session
   * @throws {TypeError} a page from which no login is possible; an option that cannot be meant
   */
  constructor(wiki: Session | {readonly session: Session}, purpose: AuthPurpose, options: AuthFlowOptions = {}) {
    const session = isObject(wiki) && 'session' in wiki ? wiki.session : wiki;
    // By what it has: it may be of another copy of this library.
    if (!isObject(session) || !('apiUrl' in session)) throw new TypeError(`wiki: ${shown(wiki)} given, a Wiki expected`);
    if (!Object.hasOwn(actions, purpose)) throw new TypeError(`purpose: ${shown(purpose)} given, 'login', 'create' or 'link' expected`);
    checkOptions(options, flowRules);
    requireCookies(session);
    this.session = session;
    this.purpose = purpose;
    this.options = options;
    this.underWay = options.resume ?? false;
  }

  /** What the wiki said last; undefined before anything was asked. */
  get step(): AuthStep | undefined {
    return this.last;
  }

  /**
   * What can be sent first: the step's `requests`.
   *
   * @throws {ApiError} and the other kinds of {@link WikiError}
   */
  async begin({signal}: Abortable = {}): Promise<AuthStep> {
    const {session, purpose} = this;
    interface Answer {
      readonly query?: {readonly authmanagerinfo?: AuthAnswer};
    }
    const params = {action: 'query', meta: 'authmanagerinfo', amirequestsfor: purpose, amimessageformat: 'html', amimergerequestfields: this.options.mergerequestfields, ...this.asNobody};
    const answer = await session.get<Answer>(params, {signal});
    this.underWay = false;
    return (this.last = readStep(required(session.apiUrl, answer, 'query.authmanagerinfo', answer.query?.authmanagerinfo), 'UI'));
  }

  /**
   * Sends what was filled in. After `FAIL` it begins anew, and keeps what can be kept.
   *
   * @throws {LoginError} the wiki has lost the session in which this was begun
   * @throws {NetworkError} the answer was lost: where nothing tells that it is done, begin again
   * @throws {TypeError} a field the wiki has not asked for, before anything is sent
   */
  async submit(values: AuthValues, options: SubmitOptions = {}): Promise<AuthStep> {
    checkOptions(options, {signal: signalRule, requests: [Array.isArray, 'a list of ids'], preservestate: [isFlag, 'true or false']});
    this.check(values);
    const {session, purpose, underWay} = this;
    const {action, token} = actions[purpose];
    const {requests, preservestate = this.last?.canpreservestate, signal} = options;
    const own = {
      requests,
      messageformat: 'html',
      mergerequestfields: this.options.mergerequestfields,
      ...(underWay ? {continue: true} : {returnurl: this.returnurl, ...(purpose !== 'link' && {preservestate})}),
    };
    const params = {action, ...values, ...withPrefix(purpose, own), ...this.asNobody} as ApiParams;
    const whole = await session.post<Readonly<Record<string, AuthAnswer>>>(params, {signal, token, tokenParam: `${purpose}token`}).catch((error: unknown) => {
      if (isApiError(error, 'badtoken')) throw sessionLost(session, error.errors[0], {cause: error, request: error.request, answer: error.answer});
      throw error;
    });
    const answer = required(session.apiUrl, whole, action, whole[action]);
    return this.told(readStep(answer, answer.status ?? 'FAIL'));
  }

  /** What the wiki refused, in its words. */
  refusal(step: AuthStep): LoginError {
    const {message = `The wiki answers ${step.status}.`, messagecode = step.status.toLowerCase()} = step;
    return new LoginError([{code: messagecode, text: message}], {answer: step});
  }

  private told(step: AuthStep): AuthStep {
    const {session, purpose} = this;
    this.underWay = ['UI', 'REDIRECT', 'RESTART'].includes(step.status);
    // The wiki counts attempts by this token, and gives another after each.
    if (!this.underWay) session.tokens.clear();
    if (step.status === 'PASS' && purpose === 'login') session.changeUser(step.username);
    return (this.last = step);
  }

  private check(values: AuthValues): void {
    // A text there may be a secret.
    if (!isObject(values)) throw new TypeError('values: an object such as {username, password} expected');
    for (const [name, value] of Object.entries(values)) {
      if (value !== undefined && typeof value !== 'string' && typeof value !== 'boolean' && !Array.isArray(value)) throw new TypeError(`${name}: a text expected`);
    }
    const {status, requests = []} = this.last ?? {};
    const names = fieldNames(requests);
    // Who comes back from another site brings what that has sent along.
    if (status === 'UI' && names.length > 0) checkNames(values, names, 'field');
  }

  /** Nobody need be logged in. */
  private get asNobody(): {readonly assert?: false} {
    return this.purpose === 'login' || (this.purpose === 'create' && this.session.user === undefined) ? {assert: false} : {};
  }

  /** Required by the API even where no other site is involved; it is then not used. */
  private get returnurl(): string {
    const {options, session} = this;
    if (options.returnurl !== undefined) return options.returnurl;
    const {location} = globalThis as {location?: {origin: string; pathname: string}};
    return location?.origin.startsWith('http') ? location.origin + location.pathname : `${new URL(session.apiUrl).origin}/`;
  }
}

const withPrefix = (prefix: string, own: object): object => Object.fromEntries(Object.entries(own).map(([name, value]: [string, unknown]) => [prefix + name, value]));
