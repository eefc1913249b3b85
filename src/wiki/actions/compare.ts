/** What differs between two pages, revisions or texts. */
import {isObject} from '../../core/check.js';
import type {Params} from '../../core/params.js';
import {required} from '../../core/required.js';
import type {Session} from '../../core/session.js';
import {shown} from '../../core/shown.js';
import type {AskOptions} from './options.js';

/** By default the ids, the titles and the difference; of what else is asked for in `prop`, a member each. */
export interface Comparison {
  readonly fromid?: number;
  readonly fromrevid?: number;
  readonly fromns?: number;
  readonly fromtitle?: string;
  readonly toid?: number;
  readonly torevid?: number;
  readonly tons?: number;
  readonly totitle?: string;
  /** Rows of the wiki's table of differences, as HTML; empty when there are none. */
  readonly body: string;
  readonly [prop: string]: unknown;
}

export interface CompareParams extends Params {
  readonly fromtitle?: string;
  readonly fromid?: number;
  readonly fromrev?: number;
  /** In the place of that revision's text, or of any. */
  readonly fromtext?: string;
  readonly totitle?: string;
  readonly toid?: number;
  readonly torev?: number;
  readonly torelative?: 'cur' | 'next' | 'prev';
  readonly totext?: string;
  readonly prop?: string | readonly string[];
}

/**
 * @example const {body} = await compare(session, {fromrev: 17, torelative: 'prev'})
 * @throws {ApiError} `missingtitle`, `nosuchrevid`, `missingcontent`, …; `missingparam` when a side is not given
 * @see https://www.mediawiki.org/wiki/API:Compare
 */
export async function compare(session: Session, given: CompareParams, options?: AskOptions): Promise<Comparison> {
  if (!isObject(given)) throw new TypeError(`params: ${shown(given)} given, an object such as {fromtitle, totitle} expected`);
  const {fromtext, totext, ...params} = given;
  // The model is that of the other side; of texts alone it is wikitext, and the wiki would warn that it is.
  const alone = ['fromtitle', 'fromid', 'fromrev', 'totitle', 'toid', 'torev'].every((name) => params[name] === undefined);
  const model: Params = alone && fromtext !== undefined ? {'fromcontentmodel-main': 'wikitext'} : {};
  const answer = await session.get<{compare?: Comparison}>({action: 'compare', ...model, ...params, ...slot('from', fromtext), ...slot('to', totext)}, options);
  return required(session.apiUrl, answer, 'compare', answer.compare);
}

/** `fromtext` itself is deprecated since MediaWiki 1.32. */
const slot = (side: 'from' | 'to', text: string | undefined): Params => (text === undefined ? {} : {[`${side}slots`]: 'main', [`${side}text-main`]: text});
