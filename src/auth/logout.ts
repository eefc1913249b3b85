/** Ends the login, for this session and for every tab that shares its cookies. */
import {isApiError} from '../core/api-errors.js';
import {quietly} from '../core/or-login.js';
import {checkRequestOptions} from '../core/request-options.js';
import type {Session} from '../core/session.js';

/** @see https://www.mediawiki.org/wiki/API:Logout */
export async function logout(session: Session, options: {signal?: AbortSignal | undefined} = {}): Promise<void> {
  checkRequestOptions(options);
  try {
    await quietly(session, () => session.post({action: 'logout'}, {...options, token: 'csrf'}));
  } catch (error) {
    // Nobody was logged in any more: that is what was asked for.
    const codes = ['assertnameduserfailed', 'assertuserfailed', 'notloggedin', 'badtoken'];
    if (!codes.some((code) => isApiError(error, code))) throw error;
  }
  session.changeUser(undefined);
}
