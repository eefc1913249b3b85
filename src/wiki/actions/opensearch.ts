/** Suggestions for what somebody is typing. */
import {InvalidAnswerError} from '../../core/invalid-answer.js';
import type {Params} from '../../core/params.js';
import type {Session} from '../../core/session.js';
import {shown} from '../../core/shown.js';
import type {AskOptions} from './options.js';

export interface Suggestion {
  readonly title: string;
  /** Empty on most wikis. */
  readonly description: string;
  readonly url: string;
}

export interface OpensearchParams extends Params {
  readonly limit?: number | 'max';
  readonly namespace?: number | readonly number[];
  /** Whether to give redirects themselves, or what they lead to. */
  readonly redirects?: 'return' | 'resolve';
}

/**
 * Pages whose titles begin like this, or nearly so.
 *
 * @throws {TypeError} nothing to look for
 * @see https://www.mediawiki.org/wiki/API:Opensearch
 */
export async function opensearch(session: Session, search: string, params: OpensearchParams = {}, options?: AskOptions): Promise<Suggestion[]> {
  if (typeof search !== 'string' || search.trim() === '') throw new TypeError(`search: ${shown(search)} given, the beginning of a title expected`);
  const answer = await session.get<readonly unknown[]>({action: 'opensearch', ...params, search}, options);
  const [, titles, descriptions, urls] = (Array.isArray(answer) ? answer : []) as readonly (readonly string[] | undefined)[];
  if (!Array.isArray(titles)) throw new InvalidAnswerError(`${session.apiUrl} answered without suggestions. Is this the address of a wiki’s api.php?`, JSON.stringify(answer).slice(0, 1024));
  return titles.map((title, index) => ({title, description: descriptions?.[index] ?? '', url: urls?.[index] ?? ''}));
}
