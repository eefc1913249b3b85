/** Answers as the wiki's scripts give them, for what is not JSON: feeds, pages, raw text. */
import {checkOptions, isObject, type Rule, retryRule, signalRule} from './check.js';
import type {Fetch} from './exchange.js';
import {type Params, toFields, toQuery} from './params.js';
import {toBody} from './body.js';
import type {RequestOptions} from './request-options.js';
import {takingTurns} from './manners.js';
import {type RetryPolicy, retrying} from './retry.js';
import {askScript, httpError} from './script.js';
import {scriptUrl} from './script-url.js';
import {describe} from './secrets.js';
import {shown} from './shown.js';
import type {ApiParams, Session} from './session.js';
import {requireSomebody} from './somebody.js';

export interface IndexOptions {
  /** Default: GET. A POST counts as a write: it is not sent again when the answer was lost. */
  readonly method?: 'GET' | 'POST' | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Sent again when? `false`: never. Default: the session's. */
  readonly retry?: RetryPolicy | false | undefined;
}

const rules: Readonly<Record<keyof IndexOptions, Rule>> = {
  method: [(value) => value === 'GET' || value === 'POST', "'GET' or 'POST'"],
  signal: signalRule,
  retry: retryRule,
};

/**
 * The text of an answer of api.php: of the modules that have a format of their own (`feedrecentchanges`, `rsd`, …), and
 * the JSON of all others. The request is one of the session like any other.
 *
 * @throws {ApiError} and the other kinds of {@link WikiError}, as {@link Session.get} does
 * @throws {TypeError} a parameter the API cannot be given
 * @see https://www.mediawiki.org/wiki/API:Data_formats
 */
export async function rawApi(session: Session, params: ApiParams, options: RequestOptions = {}): Promise<string> {
  // The same session in all but this: it reads JSON, and is given the text in some.
  const settings = {...session.settings, fetch: textInJson(session.settings.fetch)};
  const reader = Object.create(session, {settings: {value: settings}}) as Session;
  return (await reader.get<{readonly text: string}>(params, options)).text;
}

/** Errors come as JSON whatever the format of the module, and are left as they are. */
const textInJson = (fetch: Fetch): Fetch => async (url, init) => {
  const response = await fetch(url, init);
  if (!response.ok || response.headers.has('MediaWiki-API-Error')) return response;
  return new Response(JSON.stringify({text: await response.text()}), {headers: response.headers});
};

const elsewhere = 'No page of another site can read index.php, which knows no CORS; the answer is lost, though the wiki may have done what was asked. Ask the API, or through a server.';

/**
 * The text of an answer of index.php, such as `{title: 'Oslo', action: 'raw'}` gives. A POST takes its token from the
 * caller. index.php cannot be told who we must be: when a login has ended, the answer is nobody's.
 *
 * @throws {HttpError} the status is no success: 404 for the raw text of a page that is not there
 * @throws {NetworkError} no answer; always so from a page of another site, as no browser hands it out
 * @throws {LoginError} before anything is sent: a POST that would be nobody's, unless `forceLogin` is false
 * @throws {TypeError} a parameter or an option that cannot be meant
 * @see https://www.mediawiki.org/wiki/Manual:Parameters_to_index.php
 */
export async function rawIndex(session: Session, params: Params, options: IndexOptions = {}): Promise<string> {
  if (!isObject(params)) throw new TypeError(`params: ${shown(params)} given, an object such as {title: 'Oslo', action: 'raw'} expected`);
  checkOptions(options, rules);
  const {method = 'GET', signal, retry = session.settings.retry} = options;
  const fields = toFields(params);
  const write = method === 'POST';
  if (write) requireSomebody(session);
  const script = scriptUrl(session, 'index');
  const query = write ? '' : toQuery(fields);
  const message = {url: query ? `${script}?${query}` : script, method, failed: describe({url: script, method, params}), elsewhere, ...(write && (await toBody(fields)))};
  const attempt = (): Promise<string> =>
    askScript(session, message, signal, (received) => {
      if (!received.response.ok) throw httpError(received, message.failed);
      return received.text;
    });
  // What a browser hands out to no page of another site, it does not the next time.
  const {pageOrigin} = session.settings;
  const never = pageOrigin !== undefined && pageOrigin !== new URL(script).origin;
  const turn = (): Promise<string> => takingTurns(session, {url: script, method, params}, retry, signal, attempt);
  return retrying(turn, {write, batch: false}, never ? false : retry, signal);
}
