/** Logging in the way a person does, with the account's own password. */
import {htmlToText} from '../core/html-to-text.js';
import {isApiError} from '../core/api-errors.js';
import {LoginError} from '../core/refusals.js';
import {required} from '../core/required.js';
import type {Session} from '../core/session.js';
import type {LoggedIn} from './login.js';
import {checkCredentials, requireCookies, sessionLost} from './require.js';

export interface AccountLogin {
  readonly username: string;
  readonly password: string;
  /** Whether the login outlasts the browser session. */
  readonly rememberMe?: boolean;
}

interface ClientLoginAnswer {
  readonly clientlogin?: {
    readonly status: 'PASS' | 'FAIL' | 'UI' | 'REDIRECT' | 'RESTART';
    readonly username?: string;
    readonly message?: string;
    readonly messagecode?: string;
  };
}

/**
 * @throws {LoginError} the wiki refused (`code` is its own, e.g. `wrongpassword`), or it asks for one more step, such as
 * a second factor; then `answer` tells which
 * @throws {TypeError} a name or password that is no text, or a page from which no login is possible
 * @see https://www.mediawiki.org/wiki/API:Login#Method_2._clientlogin
 */
export async function clientlogin(session: Session, credentials: AccountLogin, options: {signal?: AbortSignal | undefined} = {}): Promise<LoggedIn> {
  checkCredentials(credentials, options, ['rememberMe']);
  requireCookies(session);
  session.changeUser(undefined);
  const {username, password, rememberMe} = credentials;
  const params = {action: 'clientlogin', username, password, rememberMe, loginreturnurl: returnUrl(session), loginmessageformat: 'html', assert: false as const};
  const whole = await session.post<ClientLoginAnswer>(params, {...options, token: 'login', tokenParam: 'logintoken'}).catch((error: unknown) => {
    if (isApiError(error, 'badtoken')) throw sessionLost(session, error.errors[0], {cause: error, request: error.request, answer: error.answer});
    throw error;
  });
  const answer = required(session.apiUrl, whole, 'clientlogin', whole.clientlogin);
  if (answer.status !== 'PASS' || !answer.username) {
    const text = answer.message === undefined ? `The wiki answers ${answer.status}.` : htmlToText(answer.message);
    throw new LoginError([{code: answer.messagecode ?? answer.status.toLowerCase(), text}], {answer});
  }
  session.changeUser(answer.username);
  return {username: answer.username};
}

/** Required by the API even where no other site is involved; it is then not used. */
const returnUrl = ({settings, apiUrl}: Session): string => {
  const {pageOrigin} = settings;
  return `${pageOrigin?.startsWith('http') ? pageOrigin : new URL(apiUrl).origin}/`;
};
