/** Questions to Semantic MediaWiki. */
import {ApiError, isApiError} from '../../core/api-errors.js';
import {htmlToText} from '../../core/html-to-text.js';
import {InvalidAnswerError} from '../../core/invalid-answer.js';
import {required} from '../../core/required.js';
import type {Session} from '../../core/session.js';
import {shown} from '../../core/shown.js';
import type {AskOptions} from './options.js';

export interface AskItem {
  readonly fulltext: string;
  readonly fullurl: string;
  readonly namespace: number | undefined;
  readonly exists: boolean;
  readonly displaytitle: string | undefined;
  /** Values by the label of their property: texts, numbers, `{timestamp, raw}`, pages, … */
  readonly printouts: Readonly<Record<string, readonly unknown[]>>;
}

export interface SemanticOptions extends AskOptions {
  /** The page it is asked on. */
  readonly title?: string;
}

interface Answer {
  readonly query?: {readonly results?: unknown};
  readonly 'query-continue-offset'?: number;
}

type Raw = Readonly<Record<string, unknown>>;

/**
 * All results of a query, in their order; the next are asked for when they are wanted.
 *
 * @param query - e.g. `[[Category:City]]|?Population|sort=Population`
 * @param title - the page it is asked on
 * @throws {ApiError} code `query`: the query is wrong, in the words of Semantic MediaWiki; `badvalue`: the wiki does not
 * have it
 * @throws {TypeError} no query
 * @see https://www.semantic-mediawiki.org/wiki/Help:API:ask
 */
export async function* ask(session: Session, query: string, {title, ...options}: SemanticOptions = {}): AsyncGenerator<AskItem, void, undefined> {
  if (typeof query !== 'string' || query.trim() === '') throw new TypeError(`query: ${shown(query)} given, a query such as '[[Category:City]]' expected`);
  for (let offset: number | undefined = 0; offset !== undefined; ) {
    const asked: string = offset === 0 ? query : `${query}|offset=${offset}`;
    // A list: in an object, JavaScript would put titles that are numbers first.
    const answer: Answer = await session.get<Answer>({action: 'ask', query: asked, title, api_version: 3}, options).catch(inItsWords);
    const {results} = required(session.apiUrl, answer, 'query', answer.query);
    yield* items(results);
    const next: number | undefined = answer['query-continue-offset'];
    if (next !== undefined && !(next > offset)) throw new InvalidAnswerError(`The wiki continues for ever at ${next}.`, String(next));
    offset = next;
  }
}

/** `{error: {query}}`: one text, or several. */
function inItsWords(error: unknown): never {
  const said = isApiError(error) ? error.errors[0].data?.['query'] : undefined;
  if (!isApiError(error) || said === undefined) throw error;
  const [first = '', ...more] = [said].flat().filter((text) => typeof text === 'string').map((text) => ({code: 'query', text: htmlToText(text), module: 'ask'}));
  throw new ApiError([first || {code: 'query', text: ''}, ...more], {request: error.request, answer: error.answer, cause: error});
}

/** A list of items, of `{title: item}`, or `{title: item, …}`: versions 0.5, 3 and 2 of the format. */
function items(results: unknown): AskItem[] {
  if (typeof results !== 'object' || results === null) return [];
  const raw = (Object.values(results) as Raw[]).flatMap((entry) => (typeof entry['fulltext'] === 'string' ? [entry] : (Object.values(entry) as Raw[])));
  return raw.map(({fulltext, fullurl, namespace, exists, displaytitle, printouts}) => ({
    fulltext: String(fulltext),
    fullurl: String(fullurl),
    namespace: typeof namespace === 'number' ? namespace : undefined,
    // True is `''`, `'1'` or true.
    exists: exists !== undefined && exists !== false && exists !== '0',
    displaytitle: typeof displaytitle === 'string' && displaytitle !== '' ? displaytitle : undefined,
    printouts: toPrintouts(printouts),
  }));
}

/** `{label: values}`, or of old `[{label, 0: value, 1: …}]`. */
function toPrintouts(printouts: unknown): Record<string, readonly unknown[]> {
  if (!Array.isArray(printouts)) return {...(printouts as Record<string, readonly unknown[]> | undefined)};
  return Object.fromEntries((printouts as Raw[]).map(({label, ...values}) => [String(label), Object.values(values)]));
}
