/** One page of a wiki. */
import type {Abortable} from '../core/abortable.js';
import {isFlag, type Rule} from '../core/check.js';
import {once} from '../core/lazily.js';
import {copied, type Params} from '../core/params.js';
import type {Session} from '../core/session.js';
import {shown} from '../core/shown.js';
import type {ListItem, PropItem} from './api/answers.js';
import type {Props} from './api/params.generated.js';
import type {AsWritten, CheckedModule} from './api/request.js';
import type {PageMemory} from './edit/edit-page.js';
import {lazyListing, type Listing, listing, type ListingOptions} from './listing.js';
import {defineLater, defineMethods} from './methods.js';
import type {DeepMembers, PageLists, PageQuestions, PageWrites} from './page-methods.js';
import {ask} from './query/look-up.js';
import {type QueryPage, type ReadOptions, readRevision, refusals, type Revision} from './revision.js';

/** `prop=info` of a page. */
export interface PageInfo {
  readonly ns: number;
  /** As the wiki writes it. */
  readonly title: string;
  /** True when there is no such page; the members below that line are then absent. */
  readonly missing?: boolean;
  readonly contentmodel: string;
  readonly pagelanguage: string;
  readonly pagelanguagedir: 'ltr' | 'rtl';
  readonly protection: readonly {readonly type: string; readonly level: string; readonly expiry: string; readonly source?: string; readonly cascade?: boolean}[];
  readonly pageid?: number;
  readonly touched?: string;
  readonly lastrevid?: number;
  /** In bytes. */
  readonly length?: number;
  readonly redirect?: boolean;
}

/** What is not below is in {@link PageLists}, {@link PageQuestions} and {@link PageWrites}. */
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging -- they are made at the end of this file
export interface Page extends PageLists, PageQuestions, PageWrites {}

/** What is asked of several pages in one task goes out in one request, as far as the wiki allows. */
export class Page {
  readonly title: string;
  /** The request path of the wiki it is on. */
  readonly session: Session;
  private readonly memory: PageMemory = {};

  constructor(session: Session, title: string) {
    if (typeof title !== 'string' || /^[\s:_]*(#|$)|^[^#]*[<>[\]{}|\n]/.test(title)) throw new TypeError(`title: ${shown(title)} given, a page’s title expected`);
    this.session = session;
    this.title = title;
  }

  /** Whether there is such a page. */
  async exists(options?: Abortable): Promise<boolean> {
    return !(await this.ask({}, options)).missing;
  }

  /**
   * @throws {ApiError} `invalidtitle`, `pagecannotexist`
   * @see https://www.mediawiki.org/wiki/API:Info
   */
  info(options?: Abortable): Promise<PageInfo> {
    return this.ask({prop: 'info', inprop: 'protection'}, options);
  }

  /** Its text. Throws as {@link read} does. */
  async text(options: ReadOptions & {readonly expandtemplates?: boolean | undefined} = {}): Promise<string> {
    const {text} = await this.readAs(options, {expandtemplates: [isFlag, 'true or false']});
    return options.expandtemplates ? (await questions()).expanded(this, text, options.signal) : text;
  }

  /**
   * The rows that a `prop=` module tells of this page, of any module of the wiki.
   *
   * @param params - without the module's prefix
   * @example for await (const {title} of page.list('links', {namespace: 0})) …
   */
  list<const Name extends string, const P extends object = object>(name: Name, params?: CheckedModule<Props, Name, P> & AsWritten<P>, options?: ListingOptions): Listing<PropItem<Name, P>> {
    return listing(this.session, {group: 'prop', name, params: params as Params | undefined, beside: {titles: [this.title]}, items: 'rows'}, options);
  }

  /**
   * Its newest revision, or the one asked for, with the text. An edit through this object is then based on it, also when
   * it is an old one: the wiki merges, or tells of a conflict. To put an old text back, give the edit the newest
   * revision as its `baserevid`.
   *
   * @throws {ApiError} `missingtitle`, `invalidtitle`, `nosuchsection`, `texthidden`; `nosuchrevid`, also for a revision
   * of another page
   * @throws {TypeError} a wrong option
   */
  read(options: ReadOptions = {}): Promise<Revision> {
    return this.readAs(options);
  }

  private async ask(params: Params, options: Abortable | undefined): Promise<PageInfo> {
    const {query} = await ask<{query?: {pages?: readonly (QueryPage & PageInfo)[]}}>(this.session, {action: 'query', titles: [this.title], ...params}, options);
    const page = query?.pages?.[0];
    return page && !page.invalid && !page.special ? page : ((await refusals()).onePage(query, this.title, this.session.apiUrl) as QueryPage & PageInfo);
  }

  private async readAs(options: ReadOptions, moreOptions?: Readonly<Record<string, Rule>>): Promise<Revision> {
    const revision = await readRevision(this.session, {titles: [this.title]}, options, moreOptions);
    this.memory.base = {pageid: revision.pageid, revid: revision.revid};
    return revision;
  }

  /**
   * Of a category: its members and those of the categories in it, each once, with their `depth` below it; also where
   * categories lie in a circle.
   *
   * @param params - those of `categorymembers`, and `depth`: so many steps down at most
   */
  deepmembers<const P extends object = object>(params?: CheckedModule<DeepMembers, 'categorymembers', P> & AsWritten<P>, options?: ListingOptions): Listing<ListItem<'categorymembers', P> & {readonly depth: number}> {
    const asked = copied(params as Params | undefined);
    return lazyListing(
      () => import('./query/walk-category.js'),
      ({walkCategory}, count) => walkCategory(this.session, this.title, asked, options, count),
      options,
    );
  }
}

const questions = once(() => import('./page-questions.js'));

defineMethods<Page>(Page.prototype, 'categories contributors deletedrevisions duplicatefiles extlinks fileusage images iwlinks langlinks links linkshere redirects revisions templates transcludedin', (name) => {
  return function (params?: Params, options?: ListingOptions) {
    return this.list(name, params, options);
  };
});

defineMethods<Page>(Page.prototype, 'backlinks embeddedin imageusage categorymembers', (name) => {
  return function (params?: Params, options?: ListingOptions) {
    return listing(this.session, {group: 'list', name, params: {title: this.title, ...params}, items: 'rows'}, options);
  };
});

defineLater<Page>(Page.prototype, 'html can protection pageprops categoryinfo imageinfo redirectTarget resolveRedirect download', questions, (page) => page);
defineLater<Page>(Page.prototype, 'edit append prepend newSection create undo touch upload move delete undelete protect rollback watch unwatch purge changecontentmodel setpagelanguage filerevert imagerotate', () => import('./page-writes.js'), (page) => page);
