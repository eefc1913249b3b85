/** What comes back from rest.php: the answer, or an error in the wiki's words. */
import {ApiError, type ApiErrorOptions} from '../core/api-errors.js';
import type {ApiMessage, FailedRequest} from '../core/wiki-error.js';
import {BlockedError, RateLimitError} from '../core/refusals.js';
import type {Received} from '../core/exchange.js';
import {htmlToText} from '../core/html-to-text.js';
import {InvalidAnswerError} from '../core/invalid-answer.js';
import {retryAfterSeconds} from '../core/retry-after.js';
import {withoutTokens} from '../core/without-tokens.js';
import {httpError} from '../core/script.js';

/** The body of an error; what else it has depends on the error. */
interface RestProblem {
  readonly errorKey?: unknown;
  /** In the place of the key, without any words, where the wiki lets nobody in: `rest-read-denied`, … */
  readonly error?: unknown;
  /** Of extensions that have not been translated. */
  readonly message?: unknown;
  /** By language: the wiki's own, and English. */
  readonly messageTranslations?: unknown;
  readonly httpReason?: unknown;
  /** The Action API's code, where a module of it did the work. */
  readonly actionModuleErrorCode?: unknown;
}

/**
 * @param token - what was sent; it stays out of what is told
 * @returns JSON parsed, anything else as text, undefined for no content
 */
export function readRest(received: Received, failed: FailedRequest, {uselang, token}: {uselang: string | undefined; token: string | undefined}): unknown {
  const {response, text} = received;
  if (response.status === 204) return undefined;
  const isJson = /\bjson\b/.test(response.headers.get('Content-Type') ?? '');
  if (response.ok) return isJson ? parse(text, failed) : text;
  const problem = isJson ? problemOf(withoutToken(text, token)) : undefined;
  const words = problem && wordsOf(problem, uselang);
  // After a fault of the server a write may have been done: that is no refusal.
  if (!problem || words === undefined || response.status >= 500) throw httpError(received, failed, words);
  throw restError(problem, words, response.status, {request: failed, answer: problem, retryAfterSeconds: retryAfterSeconds(response.headers)});
}

function parse(text: string, failed: FailedRequest): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InvalidAnswerError(`${failed.url} answered with cut JSON.`, withoutTokens(text.slice(0, 1024)), {request: failed, cause});
  }
}

/** A value that is refused is told in the refusal. */
const withoutToken = (text: string, token: string | undefined): string => (token === undefined ? text : text.split(JSON.stringify(token).slice(1, -1)).join('***'));

function problemOf(text: string): RestProblem | undefined {
  try {
    const problem: unknown = JSON.parse(text);
    return typeof problem === 'object' && problem !== null ? problem : undefined;
  } catch {
    return undefined;
  }
}

/** In the user's language, where one is named and the wiki has it; else in the wiki's own, which comes first. */
function wordsOf({errorKey, error, message, messageTranslations, httpReason}: RestProblem, uselang: string | undefined): string | undefined {
  const translations: Record<string, unknown> = typeof messageTranslations === 'object' && messageTranslations !== null ? {...messageTranslations} : {};
  const wanted = uselang !== undefined && !['user', 'content'].includes(uselang) ? [uselang, uselang.replace(/-.*/, ''), 'en'] : [];
  const words = [...wanted.map((language) => translations[language]), ...Object.values(translations), message, (errorKey ?? error) === undefined ? undefined : `${String(httpReason)} (${String(errorKey ?? error)})`];
  const found = words.find((text): text is string => typeof text === 'string' && text !== '');
  return found === undefined ? undefined : htmlToText(found.replace(wikiLink, '$1'));
}

/** Messages are wikitext: of a link, its words. */
const wikiLink = /\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g;

/** @see https://www.mediawiki.org/wiki/API:REST_API/Status_codes */
function restError(problem: RestProblem, text: string, status: number, options: ApiErrorOptions): ApiError {
  const {errorKey, error, actionModuleErrorCode} = problem;
  // MediaWiki 1.39 knows no keys yet.
  const [code = `http-${status}`, ...more] = [errorKey, error, actionModuleErrorCode].filter((key): key is string => typeof key === 'string' && key !== '' && key !== 'parameter-validation-failed');
  const actionCode = code.startsWith('apierror-') ? code.slice('apierror-'.length) : (more.at(-1) ?? code);
  const data = problem as Readonly<Record<string, unknown>>;
  const first: ApiMessage = {code, text, module: 'rest', data};
  const errors = actionCode === code ? ([first] as const) : ([first, {code: actionCode, text, data}] as const);
  const Kind = status === 429 ? RateLimitError : /^(auto)?blocked$/.test(actionCode) ? BlockedError : ApiError;
  return new Kind(errors, options);
}
