/** The methods of a page that need no more than a name: see the end of `page.ts` for how they are made. */
import type {Params} from '../core/params.js';
import type {Listing, ListingOptions} from './listing.js';
import type {Page} from './page.js';

type Row = Readonly<Record<string, unknown>>;
type List = (params?: Params, options?: ListingOptions) => Listing<Row>;

export interface PageLists {
  categories: List;
  contributors: List;
  deletedrevisions: List;
  duplicatefiles: List;
  extlinks: List;
  fileusage: List;
  images: List;
  iwlinks: List;
  langlinks: List;
  links: List;
  linkshere: List;
  redirects: List;
  revisions: List;
  templates: List;
  transcludedin: List;
  backlinks: List;
  embeddedin: List;
  imageusage: List;
  categorymembers: List;
}

interface Abortable {
  readonly signal?: AbortSignal | undefined;
}

export interface HtmlOptions extends Abortable {
  /** An old revision. */
  readonly revid?: number | undefined;
  readonly section?: number | string | undefined;
}

/** Who may do an action: nobody in particular is `level: ''`. */
export interface Protection {
  readonly level: string;
  /** ISO 8601, or `infinity`. */
  readonly expiry: string;
  /** The page whose cascading protection reaches this one. */
  readonly source?: string;
  readonly cascade?: boolean;
}

export interface RedirectTarget {
  readonly title: string;
  /** Without `#`. */
  readonly fragment?: string;
  /** The prefix of another wiki. */
  readonly interwiki?: string;
}

export interface DownloadOptions extends Abortable {
  readonly onProgress?: ((progress: {readonly bytes: number; readonly ofBytes: number}) => void) | undefined;
}

export interface PageQuestions {
  /**
   * The page as the wiki renders it: the parser's HTML, without the skin. It comes from a stranger: show it where the
   * wiki's own pages are shown, or not at all.
   *
   * @throws {ApiError} `missingtitle`, `nosuchsection`, `nosuchrevid` …
   * @see https://www.mediawiki.org/wiki/API:Parse
   */
  html(options?: HtmlOptions): Promise<string>;
  /**
   * Whether the user may do that with the page: the wiki's own judgement, blocks and cascading protection included.
   *
   * @param action - `edit`, `move`, `delete`, `read` …
   */
  can(action: string, options?: Abortable): Promise<boolean>;
  /** By action: `{edit: {level: 'sysop', expiry: 'infinity'}}`. */
  protection(options?: Abortable): Promise<Readonly<Record<string, Protection>>>;
  /** @see https://www.mediawiki.org/wiki/API:Pageprops */
  pageprops(params?: Params, options?: Abortable): Promise<Readonly<Record<string, string>>>;
  /** Of a category: how much is in it; undefined where nothing is. */
  categoryinfo(options?: Abortable): Promise<{readonly size: number; readonly pages: number; readonly files: number; readonly subcats: number; readonly hidden?: boolean} | undefined>;
  /**
   * Of a file: its newest version; undefined where there is none. `imagehistory` in other clients is
   * `page.list('imageinfo', {prop: […]})`.
   *
   * @see https://www.mediawiki.org/wiki/API:Imageinfo
   */
  imageinfo(params?: Params, options?: Abortable): Promise<Row | undefined>;
  /** Where a redirect leads in the end; undefined for what is no redirect. */
  redirectTarget(options?: Abortable): Promise<RedirectTarget | undefined>;
  /**
   * The page a redirect leads to; this page, if it is none.
   *
   * @throws {ApiError} `invalidtitle`: it leads to another wiki
   */
  resolveRedirect(options?: Abortable): Promise<Page>;
  /**
   * Of a file: its newest version, whole.
   *
   * @throws {ApiError} `nofile`: there is no such file
   * @throws {NetworkError} the file did not come, or only a part of it
   */
  download(options?: DownloadOptions): Promise<Blob>;
}
