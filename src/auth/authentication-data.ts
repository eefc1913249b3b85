/** What one logs in with: a new password, no more second factor, no more account at another site. */
import {checkOptions, isObject, isText, signalRule} from '../core/check.js';
import {checkRequestOptions} from '../core/request-options.js';
import {required} from '../core/required.js';
import type {ApiMessage} from '../core/wiki-error.js';
import type {ApiParams, Session} from '../core/session.js';
import {OutcomeUnknownError} from '../core/write-errors.js';
import type {AuthAnswer} from './auth-step.js';
import type {Abortable} from '../core/abortable.js';

/** One of those that `wiki.authmanagerinfo({requestsfor: 'change'})` tells, and its fields. */
export interface ChangedData {
  readonly changeauthrequest: string;
  readonly [field: string]: string | boolean | undefined;
}

/**
 * @example await wiki.changeauthenticationdata({changeauthrequest: 'MediaWiki\\Auth\\PasswordAuthenticationRequest', password, retype: password})
 * @throws {ApiError} the wiki refused, e.g. `reauthenticate`: log in once more
 * @throws {OutcomeUnknownError} the answer was lost; the same may be asked for again
 * @see https://www.mediawiki.org/wiki/API:Manage_authentication_data
 */
export function changeauthenticationdata(session: Session, data: ChangedData, options: Abortable = {}): Promise<void> {
  checkText(data, 'changeauthrequest');
  return once(session, {action: 'changeauthenticationdata', ...data}, options, 'changeauthtoken');
}

/** Throws as {@link changeauthenticationdata} does. `request`: one that `wiki.authmanagerinfo({requestsfor: 'remove'})` tells. */
export function removeauthenticationdata(session: Session, data: {readonly request: string}, options: Abortable = {}): Promise<void> {
  return remove(session, 'remove', {action: 'removeauthenticationdata', ...data}, options);
}

/** Throws as {@link changeauthenticationdata} does. `request`: one that `wiki.authmanagerinfo({requestsfor: 'unlink'})` tells. */
export function unlinkaccount(session: Session, data: {readonly request: string}, options: Abortable = {}): Promise<void> {
  return remove(session, 'unlink', {action: 'unlinkaccount', ...data}, options);
}

/**
 * Has the wiki send mail with which one can log in and choose a password. Whether there is such a user, it does not say.
 *
 * @throws {ApiError} the wiki refused, e.g. `throttled-mailpassword`
 * @throws {OutcomeUnknownError} the answer was lost: the mail may have been sent, and nothing tells
 * @see https://www.mediawiki.org/wiki/API:Manage_authentication_data
 */
export function resetpassword(session: Session, whose: {readonly user?: string; readonly email?: string}, options: Abortable = {}): Promise<void> {
  if (!isObject(whose) || (!isText(whose.user) && !isText(whose.email))) throw new TypeError('user: a user name, or an email address, expected: {user} or {email}');
  return once(session, {action: 'resetpassword', ...whose, ...(session.user === undefined && {assert: false})}, options);
}

export interface PasswordValidity {
  /** `Change`: it would be taken, and the wiki would ask for another. */
  readonly validity: 'Good' | 'Change' | 'Invalid';
  readonly validitymessages?: readonly ApiMessage[];
}

/** Whether a password keeps to the wiki's rules; `user`, and what else there is, as of an account that is yet to be. */
export async function validatepassword(session: Session, about: {readonly password: string; readonly user?: string; readonly email?: string; readonly realname?: string}, options: Abortable = {}): Promise<PasswordValidity> {
  if (!isObject(about) || !isText(about.password)) throw new TypeError('password: a text that is not empty expected');
  checkRequestOptions(options);
  const {password, user, email, realname} = about;
  const answer = await session.post<{validatepassword?: PasswordValidity}>({action: 'validatepassword', password, user, email, realname, ...(session.user === undefined && {assert: false})}, options);
  return required(session.apiUrl, answer, 'validatepassword', answer.validatepassword);
}

async function remove(session: Session, requestsfor: 'remove' | 'unlink', params: ApiParams & {readonly request: string}, options: Abortable): Promise<void> {
  checkText(params, 'request');
  return once(session, params, options, 'token', async () => {
    const answer = await session.get<{query?: {authmanagerinfo?: AuthAnswer}}>({action: 'query', meta: 'authmanagerinfo', amirequestsfor: requestsfor});
    const {requests = []} = required(session.apiUrl, answer, 'query.authmanagerinfo', answer.query?.authmanagerinfo);
    return !requests.some(({id}) => id === params.request);
  });
}

function checkText(given: object, name: string): void {
  const value = isObject(given) ? (given as Readonly<Record<string, unknown>>)[name] : undefined;
  if (!isText(value)) throw new TypeError(`${name}: the id of a request expected, such as 'MediaWiki\\Auth\\PasswordAuthenticationRequest'`);
}

/**
 * Sends it once. What is lost is not sent again by itself: a password may have been changed since.
 *
 * @param isDone - whether the wiki is as it should be
 */
async function once(session: Session, params: ApiParams, {signal}: Abortable, tokenParam = 'token', isDone?: () => Promise<boolean>): Promise<void> {
  checkOptions({signal}, {signal: signalRule});
  const flight = {open: false};
  try {
    await session.post(params, {signal, token: 'csrf', tokenParam, flight});
  } catch (error) {
    if (!flight.open) throw error;
    if (await isDone?.().catch(() => false)) return;
    throw new OutcomeUnknownError(async () => ((await isDone?.()) ? true : undefined), {cause: error});
  }
}
