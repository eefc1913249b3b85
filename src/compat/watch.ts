/** Short ways to a few actions. */
import type {Api, ApiParameters} from './api.js';
import type {TitleLike} from './edit.js';
import {userLanguage} from './page.js';
import {merge} from './parameters.js';
import type {ApiPromise} from './promise.js';
import type {ApiResponse} from './promise-types.js';

export interface WatchedPage {
  readonly title: string;
  readonly watched: boolean;
}

export interface Watch {
  /**
   * @param expiry - when to stop watching, as the API reads it: `1 week`, a time stamp
   * @param labels - numbers of watchlist labels (MediaWiki 1.46)
   */
  watch(pages: readonly TitleLike[], expiry?: string, labels?: readonly (string | number)[]): ApiPromise<WatchedPage[]>;
  watch(page: TitleLike, expiry?: string, labels?: readonly (string | number)[]): ApiPromise<WatchedPage>;
  unwatch(pages: readonly TitleLike[]): ApiPromise<WatchedPage[]>;
  unwatch(page: TitleLike): ApiPromise<WatchedPage>;
  /** Succeeds with the `rollback` of the answer. */
  rollback(page: TitleLike, user: string, params?: ApiParameters): ApiPromise;
}

export const watch: Watch & ThisType<Api> = {
  watch(pages: TitleLike | readonly TitleLike[], expiry?: string, labels?: readonly (string | number)[]) {
    return setWatched(this, pages, {expiry, labels}) as ApiPromise<never>;
  },

  unwatch(pages: TitleLike | readonly TitleLike[]) {
    return setWatched(this, pages, {unwatch: 1}) as ApiPromise<never>;
  },

  rollback(page, user, params) {
    return this.postWithToken('rollback', merge<ApiParameters>({action: 'rollback', title: String(page), user, uselang: userLanguage()}, params)).then((answer) => answer['rollback'] as ApiResponse);
  },
};

/** A single page in, a single page out. */
function setWatched(api: Api, pages: TitleLike | readonly TitleLike[], how: ApiParameters): ApiPromise<WatchedPage | WatchedPage[]> {
  const several = Array.isArray(pages);
  const titles: unknown = several ? pages : String(pages);
  return api.postWithToken('watch', merge<ApiParameters>({formatversion: 2, action: 'watch', titles}, how)).then((answer) => {
    const {watch: done} = answer as {watch: [WatchedPage]};
    return several ? done : done[0];
  });
}
