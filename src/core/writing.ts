/** What a request takes besides that is posted, or needs a token: the body; the token, and whose it is. And what is rare. */
import {isApiError} from './api-errors.js';
import {findWay} from './find-way.js';
import {orLogin} from './or-login.js';
import {toBody} from './body.js';
import {type Field, toFields, toQuery} from './params.js';
import type {Flight} from './request-options.js';
import {required} from './required.js';
import type {ApiParams, HttpMessage, Session} from './session.js';
import {requireSomebody} from './somebody.js';
import type {AskedTokens, TokenCache, Tokens, TokenType} from './tokens.js';
import {trouble} from './transport.js';

export {authorized} from './authorization.js';
export {checkRequest} from './request-options.js';

/** Throws as {@link toBody} does. */
export async function encodePost({apiUrl, origin}: Session, fields: readonly Field[]): Promise<HttpMessage> {
  // A body over PHP's post_max_size arrives empty: with these in the URL the wiki still answers with an error in JSON.
  const inUrl = ['action', 'format', 'formatversion'].flatMap((wanted) => fields.filter(([name]) => name === wanted));
  const {body, contentType} = await toBody(fields.filter((field) => !inUrl.includes(field)));
  return {url: `${apiUrl}?${toQuery([...inUrl, ...toFields(origin.query)])}`, method: 'POST', contentType, body};
}

/** Where there are ways to be somebody: asks by one that the wiki takes; and once more, when somebody has logged in. */
export async function asSomebody<T>(session: Session, params: ApiParams, signal: AbortSignal | undefined, ask: () => Promise<T>): Promise<T> {
  if (session.settings.signer) await findWay(session, signal);
  return session.settings.onLoginNeeded ? orLogin(session, params, signal, ask) : ask();
}

/** Keeps it up to date whether this may have been done. */
export async function inFlight<T>(flight: Flight, transfer: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  signal?.throwIfAborted();
  flight.open = true;
  try {
    const answer = await transfer();
    flight.open = false;
    return answer;
  } catch (error) {
    flight.open = (await trouble()).mayHaveBeenExecuted(error);
    throw error;
  }
}

/**
 * A refused token (`badtoken`) means that nothing was executed: a new one, and the same again, once.
 *
 * @throws {LoginError} before anything is sent: a write that would be nobody's, unless `forceLogin` is false
 */
export async function withToken<T>(session: Session, type: TokenType, attempt: (token: string) => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  requireSomebody(session);
  const {user} = session;
  const token = await tokenFor(session, type, signal);
  try {
    return await attempt(token);
  } catch (error) {
    // What one user asked for is not done as another who has logged in since.
    const another = user !== undefined && user !== session.user;
    if (!isApiError(error, 'badtoken') || type === 'login' || another) throw error;
    forgetToken(session.tokens, type, token);
    return attempt(await tokenFor(session, type, signal));
  }
}

/** Where the wiki takes us for nobody whatever we send, it gives no tokens, and takes this one. */
async function tokenFor({origin, tokens}: Session, type: TokenType, signal: AbortSignal | undefined): Promise<string> {
  signal?.throwIfAborted();
  return origin.anonymous ? '+\\' : tokens.get(type, signal);
}

/** Tokens and, in the same answer, whose they are. */
export async function fetchTokens(session: Session, types: readonly TokenType[]): Promise<Tokens> {
  interface Answer {
    query?: {tokens?: {[name: `${string}token`]: string | undefined}; userinfo?: {name: string; anon?: boolean}};
  }
  const {changes, apiUrl} = session;
  const login = types.includes('login');
  const answer = await session.get<Answer>({action: 'query', meta: login ? 'tokens' : ['tokens', 'userinfo'], type: types, assert: login ? false : undefined});
  const tokens = required(apiUrl, answer, 'query.tokens', answer.query?.tokens);
  const user = answer.query?.userinfo;
  if (user && !user.anon && session.user === undefined && session.changes === changes) session.user = user.name;
  return Object.fromEntries(types.map((type) => [type, tokens[`${type}token`]]));
}

/** Drops a token the wiki refused, unless a newer one is there already. */
export function forgetToken({known}: TokenCache, type: TokenType, refused: string): void {
  if (known.get(type) === refused) known.delete(type);
}

/** The one at hand; else asks with the others of this turn. Who asks for the same later waits for the same answer. */
export async function askToken(cache: TokenCache, type: TokenType): Promise<string> {
  const known = cache.known.get(type);
  if (known !== undefined) return known;
  const asked = (cache.asked ??= {byType: new Map()});
  const before = asked.byType.get(type);
  if (before) return before;
  const mine = ask(asked, cache.fetch, type);
  asked.byType.set(type, mine);
  // What was asked for another user, or is older than what is known by now, is not kept.
  const current = (): boolean => cache.asked === asked && asked.byType.get(type) === mine && asked.byType.delete(type);
  mine.then(
    (token) => current() && cache.known.set(type, token),
    () => current(),
  );
  return mine;
}

async function ask(asked: AskedTokens, fetch: TokenCache['fetch'], type: TokenType): Promise<string> {
  if (!asked.next) {
    const types: TokenType[] = [];
    // One microtask later all who ask in this turn have put in their type.
    const answer = Promise.resolve().then(() => {
      asked.next = undefined;
      return fetch(types);
    });
    asked.next = {types, answer};
  }
  const {types, answer} = asked.next;
  if (!types.includes(type)) types.push(type);
  const token = (await answer)[type];
  if (token === undefined) throw new TypeError(`token: the wiki knows no "${type}" token, or gives none to this user`);
  return token;
}
