/** A new account. Nobody is logged in with it thereby: who creates one stays who they are. */
import {checkOptions, isObject, isText} from '../core/check.js';
import {HttpError} from '../core/http-error.js';
import {InvalidAnswerError} from '../core/invalid-answer.js';
import {NetworkError} from '../core/network-error.js';
import {LoginError} from '../core/refusals.js';
import type {Session} from '../core/session.js';
import {requireSomebody} from '../core/somebody.js';
import {OutcomeUnknownError} from '../core/write-errors.js';
import {AuthFlow, type AuthFlowOptions, flowRules} from './auth-flow.js';
import {type AuthStep, type AuthValues, fieldNames} from './auth-step.js';
import {clientlogin} from './clientlogin.js';
import {logout} from './logout.js';
import {asked, isCallers, run, type StepOptions, stepRules} from './steps.js';

/** What a wiki asks for is for it to say: `captchaWord`, `email`, `realname`, `reason`, `mailpassword`, … */
export interface NewAccount {
  readonly username: string;
  /** Absent with `mailpassword`: then the wiki makes one up, and sends it. */
  readonly password?: string;
  readonly email?: string;
  readonly realname?: string;
  readonly [field: string]: string | boolean | undefined;
}

export interface CreateAccountOptions extends StepOptions, Omit<AuthFlowOptions, 'resume'> {}

export interface AccountCreated {
  readonly username: string;
  /** Found on the wiki after its answer was lost. */
  readonly recovered?: true;
}

/**
 * A captcha is asked of `onStep`, as a step whose requests have its fields.
 *
 * @throws {LoginError} the wiki refused (`code` is its own, e.g. `userexists`); or it wants a field that is not here, and
 * there is no `onStep`
 * @throws {OutcomeUnknownError} the answer was lost, and nothing tells whether the account is this one
 * @throws {TypeError} what is no text; a field this wiki does not have
 * @see https://www.mediawiki.org/wiki/API:Account_creation
 */
export async function createaccount(session: Session, account: NewAccount, options: CreateAccountOptions = {}): Promise<AccountCreated> {
  if (!isObject(account)) throw new TypeError('account: an object expected, {username, password}');
  if (!isText(account.username)) throw new TypeError('username: a text that is not empty expected');
  checkOptions(options, {...stepRules, ...flowRules});
  requireSomebody(session);
  const {onStep, signal, returnurl, mergerequestfields} = options;
  const flow = new AuthFlow(session, 'create', {returnurl, mergerequestfields});
  const first = await flow.begin({signal});
  const given: AuthValues = {...account, ...(account.password !== undefined && {retype: account.password})};
  const values = {...given, ...(await rest(flow, first, given, options))};
  try {
    const {username = account.username} = await run(flow, values, {onStep, signal});
    return {username};
  } catch (error) {
    if (isCallers(error) || !(error instanceof NetworkError || error instanceof InvalidAnswerError || (error instanceof HttpError && error.status >= 500))) throw error;
    return lost(session, account, error, signal);
  }
}

/** What the wiki wants besides: each captcha is good for one answer. */
async function rest(flow: AuthFlow, step: AuthStep, given: AuthValues, {onStep, signal}: CreateAccountOptions): Promise<AuthValues | undefined> {
  const requests = step.requests.filter(({required, fields}) => required === 'required' && Object.entries(fields).some(([name, {type, optional}]) => !(name in given) && !optional && type !== 'hidden' && type !== 'null'));
  if (requests.length === 0) return undefined;
  const wanted: AuthStep = {...step, requests, messagecode: `${fieldNames(requests).join('-')}-needed`, message: `The wiki asks for ${fieldNames(requests).join(', ')}.`};
  const more = await asked(onStep, wanted, signal);
  if (!more) throw flow.refusal(wanted);
  const hidden = requests.flatMap(({fields}) => Object.entries(fields).filter(([, {type}]) => type === 'hidden'));
  return {...Object.fromEntries(hidden.map(([name, {value}]) => [name, value])), ...more};
}

/** Names are given once: who knows the password of the new account has made it, or who stands in the log. */
async function lost(session: Session, {username, password}: NewAccount, cause: unknown, signal: AbortSignal | undefined): Promise<AccountCreated> {
  const check = async (): Promise<AccountCreated | undefined> => {
    if (session.user !== undefined) return (await isLogged(session, username)) ? {username, recovered: true} : undefined;
    if (password === undefined) return undefined;
    try {
      const account = await clientlogin(session, {username, password}, {signal});
      await logout(session, {signal});
      return {...account, recovered: true};
    } catch (error) {
      if (error instanceof LoginError && (error.answer as Partial<AuthStep> | undefined)?.status === 'FAIL') return undefined;
      throw error;
    }
  };
  const unknown = new OutcomeUnknownError(check, {cause});
  const found = await check().catch(() => undefined);
  if (!found) throw unknown;
  return found;
}

async function isLogged(session: Session, username: string): Promise<boolean> {
  const {query} = await session.get<{query?: {logevents?: readonly unknown[]}}>({action: 'query', list: 'logevents', letype: 'newusers', letitle: `User:${username}`, leuser: session.user});
  return (query?.logevents?.length ?? 0) > 0;
}
