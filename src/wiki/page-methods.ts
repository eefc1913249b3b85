/** The methods of a page that need no more than a name: see the end of `page.ts` for how they are made. */
import type {Abortable} from '../core/abortable.js';
import type {Params} from '../core/params.js';
import type {ListItem, PropItem} from './api/answers.js';
import type {Lists, Props} from './api/params.generated.js';
import type {AsWritten, CheckedModule} from './api/request.js';
import type {Listing, ListingOptions} from './listing.js';
import type {Page} from './page.js';
import type {Edit, EditFields, EditOptions, EditTransform, SavedEdit} from './edit/edit.js';
import type {aboutFile} from './page-questions.js';
import type {PageUpload} from './upload/page-upload.js';
import type {PublishedFile, UploadOptions} from './upload/upload.js';
import type {Written} from './write/kind.js';
import type {WriteOptions, WriteParams, WriteResult} from './wiki-writes.js';

/** What a `prop=` module lists of the page: its parameters without the prefix, its items as they were asked for. */
type PropList<Name extends keyof Props> = <const P extends object = object>(params?: CheckedModule<Props, Name, P> & AsWritten<P>, options?: ListingOptions) => Listing<PropItem<Name, P>>;

/** What a `list=` module lists about the page, which it takes as its `title`. */
type ListAbout<Name extends keyof Lists> = <const P extends object = object>(params?: CheckedModule<AboutPage, Name, P> & AsWritten<P>, options?: ListingOptions) => Listing<ListItem<Name, P>>;

type AboutPage = {[Name in keyof Lists]: Omit<Lists[Name], 'title' | 'pageid'>};

/** Of a category and those in it. */
export interface DeepMembers {
  categorymembers: AboutPage['categorymembers'] & {readonly depth?: number | undefined};
}

export type PageLists = {[Name in PropListName]: PropList<Name>} & {[Name in ListNameAbout]: ListAbout<Name>};

type PropListName = 'categories' | 'contributors' | 'deletedrevisions' | 'duplicatefiles' | 'extlinks' | 'fileusage' | 'images' | 'iwlinks' | 'langlinks' | 'links' | 'linkshere' | 'redirects' | 'revisions' | 'templates' | 'transcludedin';
type ListNameAbout = 'backlinks' | 'categorymembers' | 'embeddedin' | 'imageusage';

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
  imageinfo<const P extends object = typeof aboutFile>(params?: CheckedModule<Props, 'imageinfo', P> & AsWritten<P>, options?: Abortable): Promise<PropItem<'imageinfo', P> | undefined>;
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

/** What makes the text of an edit. */
type SomeText = {readonly text: string} | {readonly appendtext: string} | {readonly prependtext: string} | {readonly undo: number};

/** What changes a page. Each throws as `edit` does, and is applied exactly once; from {@link move} on, as {@link WikiWrites} says. */
export interface PageWrites {
  /**
   * Saves a text: the whole page, or one section; or adds to it; or changes it by a function. It is applied exactly once,
   * whatever becomes of the answer. Nobody's edit is overwritten: without `baserevid` or `createonly` the edit is based on
   * what was last read here, else on the revision that is the newest now.
   *
   * @throws {EditConflictError} somebody saved first; carries all texts
   * @throws {OutcomeUnknownError} the connection was lost after sending, and did not come back; or it was aborted
   * @throws {CaptchaNeededError} {AbuseFilterError} {BlockedError} {LoginError} {ApiError} the wiki refused
   * @throws {TypeError} a wrong argument
   * @see https://www.mediawiki.org/wiki/API:Edit
   * @example
   * const page = wiki.page('Oslo');
   * const text = await page.text();
   * const {newrevid} = await page.edit({text: text.replace('teh', 'the'), summary: 'typo'});
   */
  edit(change: Edit & SomeText, options?: EditOptions): Promise<SavedEdit>;
  /**
   * Changes the newest text by a function, which is called again with a newer one when somebody was faster.
   *
   * @throws what the function throws; nothing is saved then
   * @example await page.edit((text) => text.replace('teh', 'the'), {summary: 'typo'});
   */
  edit(transform: EditTransform, fields?: EditFields, options?: EditOptions): Promise<SavedEdit>;
  /** Adds below what is there when it is saved; makes the page where there is none. */
  append(text: string, fields?: EditFields, options?: EditOptions): Promise<SavedEdit>;
  /** Adds above what is there when it is saved; makes the page where there is none. */
  prepend(text: string, fields?: EditFields, options?: EditOptions): Promise<SavedEdit>;
  /** A new section at the end, also where others add theirs at the same time. */
  newSection(heading: string, text: string, fields?: Omit<EditFields, 'section'>, options?: EditOptions): Promise<SavedEdit>;
  /**
   * A new page.
   *
   * @throws {EditConflictError} there is one already
   */
  create(text: string, fields?: Omit<EditFields, 'section' | 'recreate' | 'redirect'>, options?: EditOptions): Promise<SavedEdit>;
  /**
   * Undoes a revision, where no later one is in the way; with `undoafter`, all after that one up to it.
   *
   * @throws {ApiError} `undofailure`: later edits are in the way
   */
  undo(revid: number, fields?: Omit<EditFields, 'section'> & {readonly undoafter?: number | undefined}, options?: EditOptions): Promise<SavedEdit>;
  /** Saves the page as it is: what depends on its templates is made anew, and no revision. */
  touch(options?: EditOptions): Promise<SavedEdit>;
  /** Of a file: a new version of it, or the first. See {@link upload} for what it throws. @see https://www.mediawiki.org/wiki/API:Upload */
  upload(file: Blob, params?: PageUpload, options?: UploadOptions): Promise<PublishedFile>;
  /** To another title; with its talk page and those below it where that is asked for. @see https://www.mediawiki.org/wiki/API:Move */
  move(to: string, params?: Omit<WriteParams<'move'>, 'from' | 'fromid' | 'to'>, options?: WriteOptions): Promise<WriteResult<'move'>>;
  /** @see https://www.mediawiki.org/wiki/API:Delete */
  delete(params?: Of<'delete'>, options?: WriteOptions): Promise<WriteResult<'delete'>>;
  /** All its revisions, or those of `timestamps`. @see https://www.mediawiki.org/wiki/API:Undelete */
  undelete(params?: Of<'undelete'>, options?: WriteOptions): Promise<WriteResult<'undelete'>>;
  /** @example await page.protect({protections: ['edit=sysop'], expiry: '1 week'}) */
  protect(params: Of<'protect'>, options?: WriteOptions): Promise<WriteResult<'protect'>>;
  /** Undoes all edits of the last user in one, if it is that user. @see https://www.mediawiki.org/wiki/API:Rollback */
  rollback(user: string, params?: Omit<Of<'rollback'>, 'user'>, options?: WriteOptions): Promise<WriteResult<'rollback'>>;
  /** @see https://www.mediawiki.org/wiki/API:Watch */
  watch(params?: {readonly expiry?: string | Date | undefined}, options?: WriteOptions): Promise<RowOf<'watch'>>;
  unwatch(params?: object, options?: WriteOptions): Promise<RowOf<'watch'>>;
  /** Makes the wiki render it anew. @see https://www.mediawiki.org/wiki/API:Purge */
  purge(params?: Pick<WriteParams<'purge'>, 'forcelinkupdate' | 'forcerecursivelinkupdate'>, options?: WriteOptions): Promise<RowOf<'purge'>>;
  /** @see https://www.mediawiki.org/wiki/API:ChangeContentModel */
  changecontentmodel(model: WriteParams<'changecontentmodel'>['model'], params?: Omit<Of<'changecontentmodel'>, 'model'>, options?: WriteOptions): Promise<WriteResult<'changecontentmodel'>>;
  /** @see https://www.mediawiki.org/wiki/API:SetPageLanguage */
  setpagelanguage(lang: string, params?: Omit<Of<'setpagelanguage'>, 'lang'>, options?: WriteOptions): Promise<WriteResult<'setpagelanguage'>>;
  /** Of a file: makes an old version the newest. @see https://www.mediawiki.org/wiki/API:Filerevert */
  filerevert(archivename: string, params?: Omit<WriteParams<'filerevert'>, 'filename' | 'archivename'>, options?: WriteOptions): Promise<WriteResult<'filerevert'>>;
  /** Of a file: turns it, by degrees clockwise. @see https://www.mediawiki.org/wiki/API:Imagerotate */
  imagerotate(rotation: '90' | '180' | '270', params?: Pick<WriteParams<'imagerotate'>, 'tags'>, options?: WriteOptions): Promise<RowOf<'imagerotate'>>;
}

/** Without what says which page. */
type Of<Name extends 'changecontentmodel' | 'delete' | 'protect' | 'rollback' | 'setpagelanguage' | 'undelete'> = Omit<WriteParams<Name>, 'title' | 'pageid'>;

/** Of a list, what became of the one page. */
type RowOf<Name extends 'imagerotate' | 'purge' | 'watch'> = Written & (WriteResult<Name> extends {readonly [Own in Name]: readonly (infer Row)[]} ? Row : never);
