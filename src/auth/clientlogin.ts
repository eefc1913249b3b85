/** Logging in the way a person does, with the account's own password and whatever else the wiki asks. */
import {checkOptions} from '../core/check.js';
import type {Session} from '../core/session.js';
import {AuthFlow, type AuthFlowOptions, flowRules} from './auth-flow.js';
import type {AuthValues} from './auth-step.js';
import type {LoggedIn} from './login.js';
import {checkCredentials, requireCookies} from './require.js';
import {anew, run, type StepOptions, stepRules} from './steps.js';

export interface AccountLogin {
  readonly username: string;
  readonly password: string;
  /** Whether the login outlasts the browser session. */
  readonly rememberMe?: boolean;
}

export interface ClientLoginOptions extends StepOptions, Omit<AuthFlowOptions, 'resume'> {}

/**
 * @throws {LoginError} the wiki refused (`code` is its own, e.g. `wrongpassword`), or it asks for one more step, such as
 * a second factor, and there is no `onStep`; then `answer` tells which
 * @throws {TypeError} a name or password that is no text, or a page from which no login is possible
 * @see https://www.mediawiki.org/wiki/API:Login#Method_2._clientlogin
 */
export async function clientlogin(session: Session, credentials: AccountLogin, options: ClientLoginOptions = {}): Promise<LoggedIn> {
  checkCredentials(credentials, ['rememberMe']);
  checkOptions(options, {...stepRules, ...flowRules});
  const {returnurl, mergerequestfields, ...rest} = options;
  requireCookies(session);
  const {username, password, rememberMe} = credentials;
  const values: AuthValues = {username, password, rememberMe};
  return anew(session, rest.signal, async () => {
    const {username: name = username} = await run(new AuthFlow(session, 'login', {returnurl, mergerequestfields}), values, rest);
    return {username: name};
  });
}
