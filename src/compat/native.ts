/** What jQuery's promise fails with, as one error that says what went wrong: for `native()`. */
import {complaints} from '../core/answer.js';
import {apiError} from '../core/refusals.js';
import type {ApiMessage, FailedRequest, WikiError} from '../core/wiki-error.js';
import {HttpError} from '../core/http-error.js';
import {InvalidAnswerError} from '../core/invalid-answer.js';
import {NetworkError} from '../core/network-error.js';
import type {Params} from '../core/params.js';
import {describe} from '../core/secrets.js';
import {withoutTokens} from '../core/without-tokens.js';
import {retryAfterSeconds} from '../core/retry-after.js';
import type {JqXhr} from './jqxhr.js';
import type {HttpFailure} from './promise-types.js';
import {sent} from './sent.js';

/**
 * @param args - what the promise fails with
 * @returns an `ApiError` or another kind of `WikiError`, the platform's `AbortError`, or what was thrown, or given to a
 * signal, as it is
 */
export function toError([code, details, , jqXHR]: readonly unknown[]): unknown {
  const ofSignal = code !== undefined && code === details;
  if (ofSignal || (code !== undefined && typeof code !== 'string')) return code;
  if (isFailure(details)) return failure(details);
  const answer = withoutSecrets(typeof details === 'object' && details !== null ? details : {});
  const [first = {code: code ?? 'unknown', text: wordsFor(code, answer)}, ...more] = complaints(answer).errors;
  return apiError([first, ...more], {answer, request: request(jqXHR as JqXhr | undefined)});
}

/** The answers to logins, and to questions for tokens, have them in; taken out by name, as a token may be any text. */
const withoutSecrets = (answer: object): object => JSON.parse(JSON.stringify(answer, (name, value: unknown) => (/token$/i.test(name) && typeof value === 'string' ? '***' : value))) as object;

/** Codes that are made here, not by the wiki, or come without words. */
const words: Readonly<Record<string, string>> = {
  'invalidtitle': 'The title is not valid.',
  'nocreate-missing': 'The page does not exist.',
  'notloggedin': 'Nobody is logged in.',
  'ok-but-empty': 'The answer is empty.',
  'query-missing': 'The wiki gives this page no tokens: it does not take it for its own, or for a friend’s.',
  'token-missing': 'The wiki knows no such token, or gives none to this user.',
};

function wordsFor(code: string | undefined, {login, upload}: {login?: {reason?: string}; upload?: {warnings?: Record<string, unknown>}}): string {
  const warning = code !== undefined && upload?.warnings?.[code];
  if (warning) return `The wiki warns of the upload: ${code}${typeof warning === 'string' ? ` (${warning})` : ''}.`;
  return login?.reason ?? words[code ?? ''] ?? '';
}

function failure({xhr, textStatus, exception}: HttpFailure): Error {
  if (textStatus === 'abort' || textStatus === 'canceled') return new DOMException('The request was aborted.', 'AbortError');
  const asked = request(xhr);
  const where = asked?.url ?? 'The wiki';
  if (textStatus === 'timeout') return new NetworkError(`${where} did not answer in time.`, {request: asked, cause: new DOMException('No answer in time.', 'TimeoutError')});
  if (!xhr?.status) return new NetworkError(`${where} could not be reached, or the connection was lost, or it does not allow this page (CORS).`, {request: asked});
  const bodyStart = withoutTokens((xhr.responseText ?? '').slice(0, 1024));
  if (textStatus === 'parsererror') return new InvalidAnswerError(`${where} answered with what is not JSON. Is this the address of a wiki’s API?`, bodyStart, {request: asked, cause: exception});
  return restError(xhr, asked) ?? new HttpError({status: xhr.status, statusText: xhr.statusText, bodyStart, retryAfterSeconds: retryAfterSeconds(headersOf(xhr))}, {request: asked});
}

/**
 * REST modules say in the body what is wrong.
 *
 * @see https://www.mediawiki.org/wiki/API:REST_API/Status_codes
 */
function restError({responseJSON}: JqXhr, asked: FailedRequest | undefined): WikiError | undefined {
  const {errorKey, message, messageTranslations} = (responseJSON ?? {}) as {errorKey?: string; message?: string; messageTranslations?: Record<string, string>};
  const text = message ?? Object.values(messageTranslations ?? {})[0];
  if (!errorKey && !text) return undefined;
  const data = withoutSecrets(responseJSON as object) as Record<string, unknown>;
  const error: ApiMessage = {code: errorKey ?? 'rest', text: text ?? '', data};
  return apiError([error], {answer: data, request: asked});
}

const isFailure = (details: unknown): details is HttpFailure => typeof details === 'object' && details !== null && 'textStatus' in details && 'exception' in details;

const headersOf = (xhr: JqXhr): Headers => new Headers({'Retry-After': xhr.getResponseHeader('Retry-After') ?? ''});

/** What was asked, without its secrets. */
function request(xhr: JqXhr | undefined): FailedRequest | undefined {
  const message = xhr && sent.get(xhr);
  if (!message) return undefined;
  const [url = '', query = ''] = message.url.split('?');
  const type = new Headers(message.headers).get('Content-Type') ?? '';
  return describe({url, method: message.method as FailedRequest['method'], params: message.body ? fieldsOf(message.body, type) : fromQuery(query)});
}

const fromQuery = (query: string): Params => Object.fromEntries(new URLSearchParams(query));

/** Of JSON what stands on its first level; what is deeper might hide a secret. */
function fieldsOf(body: BodyInit, type: string): Params {
  if (body instanceof FormData) return Object.fromEntries(body);
  if (typeof body !== 'string') return {};
  if (type.startsWith('application/x-www-form-urlencoded')) return fromQuery(body);
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return {};
    return Object.fromEntries(Object.entries(parsed).map(([name, value]: [string, unknown]) => [name, typeof value === 'string' ? value : '…']));
  } catch {
    return {};
  }
}
