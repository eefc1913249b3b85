/** What the wiki refuses because of who asks: somebody may log in, and the same goes on. */
import {isApiError} from './api-errors.js';
import {LoginError} from './refusals.js';
import type {ApiParams, Session} from './session.js';
import {unauthorized} from './unauthorized.js';
import {unlessAborted} from './unless-aborted.js';

interface Hook {
  /** The call that somebody waits for. */
  call?: Promise<boolean> | undefined;
  /** How many have ended. */
  ended: number;
  /** Whether somebody logs out just now, and is not to be asked to log in for it. */
  quiet: number;
}

const hooks = new WeakMap<Session, Hook>();

function hookOf(session: Session): Hook {
  const known = hooks.get(session) ?? {ended: 0, quiet: 0};
  hooks.set(session, known);
  return known;
}

/** Refusals that the hook was told of. */
const told = new WeakSet<object>();

/** The codes of which each says that nothing was done. `notloggedin`: the library itself, before anything was sent. */
const codes = /^(assert(named)?userfailed|assertbotfailed|notloggedin|readapidenied|rest-read-denied|mwoauth-.*|http-401|invalid_grant)$/;

/**
 * Asks, and once more after a login.
 *
 * @throws what `ask` throws; also {LoginError} when another has logged in than the user as whom it was begun
 */
export async function orLogin<T>(session: Session, {assert, assertuser, meta}: Partial<ApiParams>, signal: AbortSignal | undefined, ask: () => Promise<T>): Promise<T> {
  const {user} = session;
  const hook = hookOf(session);
  const {ended} = hook;
  // What the hook itself asks must not wait for the hook; nor does what says by itself who must be logged in, or asks just that.
  const own = hook.call !== undefined || hook.quiet > 0 || assert !== undefined || (assertuser !== undefined && assertuser !== user) || meta === 'userinfo';
  try {
    return await ask();
  } catch (failure) {
    const refusal = own || told.has(failure as object) ? undefined : loginErrorOf(failure);
    if (!refusal) throw failure;
    told.add(failure as object);
    // Where somebody has logged in while this was on its way, that counts for it.
    if (hook.ended === ended && !(await unlessAborted((hook.call ??= call(session, hook, refusal)), signal))) throw failure;
    // Another's rights, or lack of them, are no matter of this request.
    if (user !== undefined && session.user !== user) throw another(user, session.user, refusal);
    return ask();
  }
}

/** Nobody is asked to log in for this. */
export async function quietly<T>(session: Session, work: () => Promise<T>): Promise<T> {
  const hook = hookOf(session);
  hook.quiet++;
  return work().finally(() => hook.quiet--);
}

async function call(session: Session, hook: Hook, refusal: LoginError): Promise<boolean> {
  try {
    const outcome = await session.settings.onLoginNeeded?.(refusal);
    // Who logged in beside this library has other tokens.
    session.tokens.clear();
    return outcome !== false;
  } finally {
    hook.call = undefined;
    hook.ended++;
  }
}

function loginErrorOf(failure: unknown): LoginError | undefined {
  if (isApiError(failure)) return codes.test(failure.code) ? (failure instanceof LoginError ? failure : new LoginError(failure.errors, {cause: failure, request: failure.request, answer: failure.answer})) : undefined;
  return unauthorized(failure);
}

const another = (before: string, now: string | undefined, cause: LoginError): LoginError =>
  new LoginError([{code: 'assertnameduserfailed', text: `${now ?? 'Nobody'} is logged in now: this was begun as ${before}, and nothing of it was done.`}], {cause, request: cause.request});
