/** What is no plain success: told as an error, or as a warning; and when the request is sent again. */
import {complaints} from './answer.js';
import {callBack} from './call-back.js';
import type {Received} from './exchange.js';
import {HttpError} from './http-error.js';
import {InvalidAnswerError} from './invalid-answer.js';
import {NetworkError} from './network-error.js';
import {type Diagnosis, diagnose} from './diagnose.js';
import {apiError, LoginError} from './refusals.js';
import {retryAfterSeconds} from './retry-after.js';
import {describe} from './secrets.js';
import type {Session} from './session.js';
import type {Asked, HttpAnswer, SendOptions} from './transport.js';
import type {ApiMessage, FailedRequest} from './wiki-error.js';
import {withoutTokens} from './without-tokens.js';

export {countEarly, resending, takingTurns} from './manners.js';
export {mayHaveBeenExecuted} from './retry.js';

/** @throws {NetworkError} what is said when nothing came back */
export async function noAnswer(cause: unknown, options: SendOptions): Promise<never> {
  const {asked, timeoutSeconds} = options;
  const late = (cause as Error | undefined)?.name === 'TimeoutError';
  const {reason, text, hint} = late ? ({reason: 'timeout', text: ''} as Diagnosis) : (inNode(cause) ?? (await diagnose(options)));
  const why = late ? `did not answer within ${timeoutSeconds} seconds` : `could not be reached, or the connection was lost: ${text}`;
  throw Object.assign(new NetworkError(`${asked.url} ${why}.`, {request: describe(asked), cause, hint}), {reason});
}

/**
 * An error of the API may come with a bad status (an internal error with 500): that is an answer all the same.
 *
 * @throws {HttpError} {InvalidAnswerError} it is none
 */
export function readAnswer({response, text}: Received, asked: Asked): object {
  const {status, statusText, headers} = response;
  const request = describe(asked);
  const bodyStart = withoutTokens(text.slice(0, 1024));
  if (response.redirected && asked.method === 'POST') {
    throw new InvalidAnswerError(`${asked.url} redirects to ${response.url}, and a redirected POST loses its body. Give that address.`, bodyStart, {request});
  }
  let data: unknown;
  let cause: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    cause = error;
  }
  if (typeof data === 'object' && data !== null && ('errors' in data || 'error' in data)) return data;
  if (response.ok) throw new InvalidAnswerError(notJson(text, asked), bodyStart, {request, cause});
  const redirects = response.type === 'opaqueredirect' || (status >= 300 && status < 400);
  throw new HttpError({status, statusText, bodyStart, retryAfterSeconds: retryAfterSeconds(headers)}, {request}, redirects ? redirectHint(headers.get('Location')) : undefined);
}

const redirectHint = (to: string | null): string => ` Give the address it redirects to${to ? `: ${to}` : ''}.`;

function notJson(text: string, {url}: Asked): string {
  const what = text.trim() === '' ? 'nothing' : /^\s*</.test(text) ? 'HTML' : 'something that is not JSON, or cut JSON';
  return `${url} answered with ${what} where JSON of MediaWiki’s API was expected. Is this the address of a wiki’s api.php?`;
}

/** Browsers do not say why; Node does, in the cause of the cause. */
function inNode(error: unknown): Diagnosis | undefined {
  const {code, message} = ((error as {cause?: unknown} | undefined)?.cause ?? {}) as {code?: string | number; message?: string};
  return typeof code === 'string' ? {reason: 'unreachable', text: message ? `${message} (${code})` : code} : undefined;
}

const toConsole = ({module = '', text}: ApiMessage, {url}: FailedRequest): void => console.warn(`${url} warns: ${module} ${text}`);

/** A cookie that is held back is not told of. */
function withoutCookies({auth, pageOrigin, apiUrl}: Session['settings']): string | undefined {
  const {origin} = new URL(apiUrl);
  if (auth !== 'cookies' || pageOrigin === undefined || pageOrigin === origin) return undefined;
  return `Nobody is logged in at ${origin}, or its cookies did not come along: this browser holds back third-party cookies, or they are for the same site only (SameSite). From another site, an access token always works: see wikilit/auth.`;
}

/**
 * Passes on the warnings of an answer.
 *
 * @throws {ApiError} what the wiki refused; also when it took us for nobody although we came as somebody
 */
export function raise({settings, origin, user}: Session, {data, headers}: HttpAnswer, asked: Asked): void {
  const {errors, warnings} = complaints(data);
  const request = describe(asked);
  for (const warning of warnings) callBack(() => (settings.onWarning ?? toConsole)(warning, request));
  const [said, ...others] = errors;
  // “You are no longer logged in”, the wiki says, also to who never was.
  const first = said?.code === 'assertuserfailed' && user === undefined ? Object.assign({}, said, {text: `Nobody is logged in here. ${said.text}`.trim()}) : said;
  if (first) throw apiError([first, ...others], {request, answer: data, retryAfterSeconds: retryAfterSeconds(headers), hint: first.code === 'assertuserfailed' ? withoutCookies(settings) : undefined});
  if (headers.get('MediaWiki-Login-Suppressed') && !origin.anonymous) {
    const text = 'The wiki ignored the login of this request, as it came from another site. Who is logged in cannot be used from this page.';
    throw new LoginError([{code: 'login-suppressed', text}], {request, answer: data});
  }
}
