/** Categories: of a page, by their beginning, and whether a page is one. */
import type {Api, ApiParameters} from './api.js';
import type {TitleLike} from './edit.js';
import {titleObject, type TitleObject} from './page.js';
import {merge} from './parameters.js';
import type {ApiPromise} from './promise.js';

export interface Categories {
  isCategory(title: TitleLike): ApiPromise<boolean>;
  /** The names, without namespace, of categories that have a page of their own; at most ten. */
  getCategoriesByPrefix(prefix: string): ApiPromise<string[]>;
  /** All categories of a page, as `mw.Title` objects where there are any such; `false` where there are none. */
  getCategories(title: TitleLike): ApiPromise<TitleObject[] | false>;
}

interface PageAnswer {
  readonly continue?: Record<string, unknown>;
  readonly query?: {
    readonly pages?: readonly {readonly categoryinfo?: object; readonly categories?: readonly {readonly title: string}[]}[];
    readonly allpages?: readonly {readonly title: string}[];
  };
}

/** The number of this namespace on every wiki. */
const categoryNamespace = 14;

export const categories: Categories & ThisType<Api> = {
  isCategory(title) {
    return this.get({formatversion: 2, prop: 'categoryinfo', titles: [String(title)]}).then((answer) => Boolean((answer as PageAnswer).query?.pages?.[0]?.categoryinfo));
  },

  getCategoriesByPrefix(prefix) {
    return this.get({formatversion: 2, list: 'allpages', apprefix: prefix, apnamespace: categoryNamespace}).then((answer) =>
      ((answer as PageAnswer).query?.allpages ?? []).map((page) => titleObject(page.title).getMainText()),
    );
  },

  getCategories(title) {
    const found: TitleObject[] = [];
    const more = (next?: object): ApiPromise<TitleObject[] | false> =>
      this.get(merge<object>({formatversion: 2, prop: 'categories', titles: [String(title)]}, next) as ApiParameters).then((answer) => {
        const {query, continue: rest} = answer as PageAnswer;
        for (const category of query?.pages?.[0]?.categories ?? []) found.push(titleObject(category.title));
        if (rest) return more(rest);
        return found.length > 0 && found;
      });
    return more();
  },
};
