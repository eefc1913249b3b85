/** Logging in with a bot password: made on Special:BotPasswords, for tools; it can do only what it was made for. */
import type {ApiMessage} from '../core/wiki-error.js';
import type {Abortable} from '../core/abortable.js';
import {isApiError} from '../core/api-errors.js';
import {LoginError} from '../core/refusals.js';
import {checkRequestOptions} from '../core/request-options.js';
import {required} from '../core/required.js';
import type {Session} from '../core/session.js';
import {logout} from './logout.js';
import {checkCredentials, requireCookies, sessionLost} from './require.js';
import {anew} from './steps.js';

export interface BotPasswordLogin {
  /** `User@app`, as Special:BotPasswords shows it. */
  readonly username: string;
  readonly password: string;
}

export interface LoggedIn {
  readonly username: string;
}

interface LoginAnswer {
  readonly login?: {readonly result: string; readonly reason?: {readonly code: string; readonly text: string} | string; readonly lgusername?: string; readonly token?: string};
}

/**
 * @throws {LoginError} the wiki refused; `code` is its own, e.g. `wrongpassword`
 * @throws {TypeError} a name or password that is no text, or a page from which no login is possible
 * @see https://www.mediawiki.org/wiki/API:Login
 */
export async function login(session: Session, credentials: BotPasswordLogin, options: Abortable = {}): Promise<LoggedIn> {
  checkCredentials(credentials);
  checkRequestOptions(options);
  requireCookies(session);
  return anew(session, options.signal, () =>
    attempt(session, credentials, options).catch(async (error: unknown) => {
      // The cookies hold a session that a bot password opened, which cannot log in again.
      if (!isApiError(error, 'api-login-fail-badsessionprovider')) throw error;
      await logout(session, options);
      return attempt(session, credentials, options);
    }),
  );
}

async function attempt(session: Session, credentials: BotPasswordLogin, options: Abortable): Promise<LoggedIn> {
  const {username, password} = credentials;
  const params = {action: 'login', lgname: username, lgpassword: password, assert: false as const};
  const whole = await session.post<LoginAnswer>(params, {...options, token: 'login', tokenParam: 'lgtoken'});
  const answer = required(session.apiUrl, whole, 'login', whole.login);
  if (answer.result !== 'Success' || !answer.lgusername) {
    // `NeedToken` comes with a token, which is nobody's business.
    const {token: _token, ...told} = answer;
    const said = refusal(answer);
    if (said.code === 'sessionlost' || said.code === 'needtoken') throw sessionLost(session, said, {answer: told});
    throw new LoginError([said], {answer: told});
  }
  session.changeUser(answer.lgusername);
  return {username: answer.lgusername};
}

function refusal({result, reason}: Required<LoginAnswer>['login']): ApiMessage {
  if (typeof reason === 'object') return reason;
  return {code: result.toLowerCase(), text: reason ?? `The wiki refused the login: ${result}.`};
}
