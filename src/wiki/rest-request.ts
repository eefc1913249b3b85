/** A request to rest.php, top to bottom: path → who we are → token → exchange, with retry → answer. */
import {forgetToken} from '../core/writing.js';
import {isApiError} from '../core/api-errors.js';
import {LoginError} from '../core/refusals.js';
import {checkOptions, isObject, type Rule, retryRule, signalRule} from '../core/check.js';
import {takingTurns} from '../core/manners.js';
import {orLogin} from '../core/or-login.js';
import {retrying} from '../core/retry.js';
import {askScript} from '../core/script.js';
import {scriptUrl} from '../core/script-url.js';
import {describe} from '../core/secrets.js';
import type {Session} from '../core/session.js';
import {shown} from '../core/shown.js';
import {requireSomebody} from '../core/somebody.js';
import type {RestMethod, RestOptions, RestParams} from './rest.js';
import {readRest} from './rest-answer.js';
import {fillPath, restQuery} from './rest-path.js';

const rules: Readonly<Record<keyof RestOptions, Rule>> = {signal: signalRule, retry: retryRule};

/** What changes nothing although it is posted. */
const readOnlyPosts = /^\/([^/]+\/)?v\d+\/transform\//;

/** What has asked for a token. Nothing tells beforehand, and a member that is not expected is refused. */
const wantToken = new WeakMap<Session, Set<string>>();

/** What the wiki takes from nobody. */
const nobodysToken = '+\\';

const elsewhere = 'rest.php answers pages of other sites where the wiki sets $wgAllowCrossOrigin; with cookies, where it also sets $wgRestAllowCrossOriginCookieAuth and lists the site in $wgCrossSiteAJAXdomains. The Action API may answer.';

/** See {@link Rest} for the answer, and for what it throws. */
const by = (method: RestMethod) => (session: Session, path: string, params: RestParams = {}, options: RestOptions = {}) => restRequest(session, method, path, params, options);

export const get = by('GET');
export const post = by('POST');
export const put = by('PUT');
const remove = by('DELETE');

export {remove as delete};

async function restRequest(session: Session, method: RestMethod, path: string, params: RestParams, options: RestOptions): Promise<unknown> {
  checkOptions(options, rules);
  if (!isObject(params)) throw new TypeError(`params: ${shown(params)} given, an object such as {title: 'Oslo'} expected`);
  const [filled, rest] = fillPath(path, params);
  const {signal, retry = session.settings.retry} = options;
  const write = method !== 'GET' && !(method === 'POST' && readOnlyPosts.test(path));
  const asked = {url: `${scriptUrl(session, 'rest')}${filled}`, method: write ? 'POST' : 'GET', params: {}} as const;
  const send = (token?: string): Promise<unknown> =>
    retrying(() => takingTurns(session, asked, retry, signal, () => exchange(session, method, filled, rest, token, signal)), {write, batch: false}, retry, signal);
  const ask = (): Promise<unknown> => {
    if (!write) return send();
    requireSomebody(session);
    return sendWithToken(session, `${method} ${path}`, send, signal);
  };
  return session.settings.onLoginNeeded ? orLogin(session, {}, signal, ask) : ask();
}

/**
 * A token is put in where one was asked for: refused for want of it, or for an old one, nothing was done. It is at hand
 * before anything is sent all the same, as some modules ask for none, and would take a write as nobody's. An access
 * token needs none, and the wiki refuses a bad one by itself.
 */
async function sendWithToken(session: Session, what: string, send: (token?: string) => Promise<unknown>, signal: AbortSignal | undefined): Promise<unknown> {
  const wanting = wantToken.get(session) ?? new Set();
  wantToken.set(session, wanting);
  const {user, settings} = session;
  if (!settings.signer) await tokenOf(session, signal);
  for (let renewed = false; ; ) {
    const token = wanting.has(what) ? await tokenOf(session, signal) : undefined;
    try {
      return await send(token);
    } catch (error) {
      // What one user asked for is not done as another who has logged in since.
      const another = user !== undefined && user !== session.user;
      if (!asksForToken(error, token) || another || renewed) throw error;
      wanting.add(what);
      if (token === undefined) continue;
      forgetToken(session.tokens, 'csrf', token);
      renewed = true;
    }
  }
}

/** MediaWiki 1.39 has no key for it: the Action API's code where there is none, and for a bad one the status alone. */
function asksForToken(error: unknown, token: string | undefined): boolean {
  if (!isApiError(error)) return false;
  if (error.has('rest-badtoken')) return true;
  return token === undefined ? error.has('missingparam') && /\btoken\b/.test(error.message) : error.has('http-403');
}

/**
 * The request for a token names the user, if one is known. Where none is, nobody's token tells that nobody is logged in.
 *
 * @throws {LoginError} the write would be nobody's
 */
async function tokenOf(session: Session, signal: AbortSignal | undefined): Promise<string> {
  if (session.origin.anonymous) return nobodysToken;
  const token = await session.tokens.get('csrf', signal);
  if (token === nobodysToken && (session.settings.forceLogin || session.user !== undefined)) {
    forgetToken(session.tokens, 'csrf', token);
    throw new LoginError([{code: 'notloggedin', text: 'Nobody is logged in here.'}], {hint: 'To write as nobody, give {forceLogin: false}.'});
  }
  return token;
}

async function exchange(session: Session, method: RestMethod, path: string, params: RestParams, token: string | undefined, signal: AbortSignal | undefined): Promise<unknown> {
  const url = scriptUrl(session, 'rest') + path;
  const failed = describe({url, method, params: firstLevel(params)});
  const message = method === 'GET' ? {url: url + restQuery(params)} : {url, ...jsonBody(method, token === undefined ? params : {...params, token})};
  return askScript(session, {method, failed, elsewhere, ...message}, signal, (received) => readRest(received, failed, {uselang: session.settings.uselang, token}));
}

function jsonBody(method: RestMethod, members: RestParams): {contentType?: string; body?: string} {
  if (method === 'DELETE' && Object.keys(members).length === 0) return {};
  return {contentType: 'application/json', body: JSON.stringify(members)};
}

/** For errors: what is deeper might hide a secret. */
const firstLevel = (params: RestParams): Record<string, string> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? `${value}` : '…']));
