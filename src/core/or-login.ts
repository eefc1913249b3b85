/** What the wiki refuses because of who asks: somebody may log in, and the same goes on. */
import {isApiError} from './api-errors.js';
import {HttpError} from './http-error.js';
import {LoginError} from './refusals.js';
import type {ApiParams, Session} from './session.js';
import {unlessAborted} from './unless-aborted.js';

/** The calls of the hook that somebody waits for: one for each session. */
const calls = new WeakMap<Session, Promise<boolean>>();

/** The codes of which each says that nothing was done. `notloggedin`: the library itself, before anything was sent. */
const codes = /^(assert(named)?userfailed|assertbotfailed|notloggedin|readapidenied|rest-read-denied|mwoauth-.*|http-401|invalid_grant)$/;

/**
 * Asks, and once more after a login.
 *
 * @throws what `ask` throws; also {LoginError} when another has logged in than the user as whom it was begun
 */
export async function orLogin<T>(session: Session, params: ApiParams, signal: AbortSignal | undefined, ask: () => Promise<T>): Promise<T> {
  const {user} = session;
  // What the hook itself asks must not wait for the hook; nor does what says by itself who must be logged in, or asks just that.
  const own = calls.has(session) || params.assert !== undefined || params.assertuser !== undefined || params['meta'] === 'userinfo';
  try {
    return await ask();
  } catch (failure) {
    const refusal = own ? undefined : loginErrorOf(failure);
    if (!refusal || !(await unlessAborted(hookOf(session, refusal), signal))) throw failure;
    // Another's rights, or lack of them, are no matter of this request.
    if (user !== undefined && session.user !== undefined && session.user !== user) throw another(user, session.user, refusal);
    return ask();
  }
}

function hookOf(session: Session, refusal: LoginError): Promise<boolean> {
  const before = calls.get(session);
  if (before) return before;
  const call = (async (): Promise<boolean> => {
    try {
      const outcome = await session.settings.onLoginNeeded?.(refusal);
      // Who logged in beside this library has other tokens.
      session.tokens.clear();
      return outcome !== false;
    } finally {
      calls.delete(session);
    }
  })();
  calls.set(session, call);
  return call;
}

function loginErrorOf(failure: unknown): LoginError | undefined {
  if (isApiError(failure)) return codes.test(failure.code) ? (failure instanceof LoginError ? failure : new LoginError(failure.errors, {cause: failure, request: failure.request, answer: failure.answer})) : undefined;
  if (!(failure instanceof HttpError) || failure.status !== 401) return undefined;
  return new LoginError([{code: 'http-401', text: failure.message}], {cause: failure, request: failure.request});
}

const another = (before: string, now: string, cause: LoginError): LoginError =>
  new LoginError([{code: 'assertnameduserfailed', text: `${now} is logged in now: this was begun as ${before}, and nothing of it was done.`}], {cause, request: cause.request});
