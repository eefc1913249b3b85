/** Wikitext to HTML. */
import type {Api, ApiParameters} from './api.js';
import type {TitleLike} from './edit.js';
import type {TitleObject} from './page.js';
import {merge} from './parameters.js';
import type {ApiPromise} from './promise.js';

export interface Parse {
  /**
   * The HTML of wikitext, or of a page where an `mw.Title` is given.
   *
   * @see https://www.mediawiki.org/wiki/API:Parsing_wikitext
   */
  parse(content: TitleLike, additionalParams?: ApiParameters): ApiPromise<string>;
}

export const parse: Parse & ThisType<Api> = {
  parse(content, additionalParams) {
    const params = merge<ApiParameters>({formatversion: 2, action: 'parse', prop: 'text', contentmodel: 'wikitext'}, additionalParams);
    const request = isTitle(content) ? this.get(merge(params, {page: content.getPrefixedDb()})) : this.post(merge(params, {text: String(content)}));
    return request.then((answer) => (answer as {parse: {text: string}}).parse.text);
  },
};

const isTitle = (content: unknown): content is TitleObject => typeof (content as Partial<TitleObject> | undefined)?.getPrefixedDb === 'function';
