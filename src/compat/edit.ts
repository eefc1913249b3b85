/** Edits, as core's `mw.Api` makes them: no retry, and `edit` guarded by time stamps. */
import type {Api, ApiParameters, RequestPromise} from './api.js';
import {userName} from './page.js';
import {merge} from './parameters.js';
import {type ApiPromise, rejected} from './promise.js';
import type {ApiResponse} from './promise-types.js';

/** A title as text, or an object that knows its text, e.g. an `mw.Title`. */
export type TitleLike = string | {toString(): string};

/** What a transform gets. */
export interface RevisionText {
  /** When it was saved. */
  readonly timestamp: string;
  readonly content: string;
}

/** The new text, or parameters of `action=edit`; or a promise for them. */
export type Transform = (revision: RevisionText) => Edited | PromiseLike<Edited>;

type Edited = string | number | ApiParameters;

export interface Edits {
  /** Makes a page that is not there yet. Succeeds with the `edit` of the answer. */
  create(title: TitleLike, params: ApiParameters, content: string): ApiPromise;
  /**
   * Changes a page by a function of its text. Fails with `invalidtitle`, `nocreate-missing`, or what the wiki says; an
   * `edit` whose `result` is `Failure` (a captcha) is a success. Where a lost answer must not double an edit, use the
   * modern `page.edit(transform)`.
   */
  edit(title: TitleLike, transform: Transform): ApiPromise;
  /** Adds a section with this heading. Succeeds with the whole answer. */
  newSection(title: TitleLike, header: string, message: string, additionalParams?: ApiParameters): RequestPromise;
}

interface ReadAnswer {
  readonly curtimestamp?: string;
  readonly query?: {readonly pages?: readonly {readonly invalid?: boolean; readonly missing?: boolean; readonly revisions?: readonly RevisionText[]}[]};
}

export const edits: Edits & ThisType<Api> = {
  create(title, params, content) {
    const own = this.assertCurrentUser({action: 'edit', title: String(title), text: content, formatversion: '2', createonly: true});
    return this.postWithEditToken(merge<ApiParameters>(own, params)).then(editOf);
  },

  edit(title, transform) {
    let started: ApiParameters = {};
    return this.get({action: 'query', prop: 'revisions', rvprop: ['content', 'timestamp'], titles: [String(title)], formatversion: '2', curtimestamp: true})
      .then((answer) => {
        const {query, curtimestamp} = answer as ReadAnswer;
        if (!query?.pages) return rejected('unknown');
        const [page] = query.pages;
        if (!page || page.invalid) return rejected('invalidtitle');
        const [revision] = page.revisions ?? [];
        if (page.missing || !revision) return rejected('nocreate-missing');
        const {timestamp, content} = revision;
        started = {basetimestamp: timestamp, starttimestamp: curtimestamp};
        return transform({timestamp, content});
      })
      .then((given) => {
        const changes = typeof given === 'object' ? given : {text: String(given)};
        const assert = userName() ? 'user' : undefined;
        return this.postWithEditToken(merge<ApiParameters>({action: 'edit', title: String(title), formatversion: '2', assert}, started, {nocreate: true}, changes));
      })
      .then(editOf);
  },

  newSection(title, header, message, additionalParams) {
    return this.postWithEditToken(merge<ApiParameters>({action: 'edit', section: 'new', title: String(title), summary: header, text: message}, additionalParams));
  },
};

const editOf = (answer: ApiResponse): ApiResponse => answer['edit'] as ApiResponse;
