/** What `prop=` modules tell about a page (`formatversion=2`). */
import type {Asked, Flat, Parts} from './asked.js';

/** A page as most modules name it. */
export interface PageRef {
  readonly pageid: number;
  readonly ns: number;
  readonly title: string;
}

/** A page that need not exist. */
export type TitleRef = Omit<PageRef, 'pageid'>;

/** One item of what each module lists on a page, under its own name. `P`: the module’s parameters without prefix. */
export interface PropItems<P> {
  categories: Flat<TitleRef & Parts<CategoryParts, Asked<P, 'prop'>>>;
  contributors: {readonly userid: number; readonly name: string};
  deletedrevisions: RevisionOf<P>;
  duplicatefiles: {readonly name: string; readonly timestamp: string; readonly user?: string; readonly userhidden?: true; readonly shared: boolean};
  extlinks: {readonly url: string};
  fileusage: Parts<LinkParts, Asked<P, 'prop', 'pageid' | 'title' | 'redirect'>>;
  imageinfo: FileRevisionOf<P>;
  images: TitleRef;
  iwlinks: Flat<{prefix: string; title: string} & Parts<{url: {url: string}}, Asked<P, 'prop'>>>;
  langlinks: Flat<{lang: string; title: string} & Parts<LanguageLinkParts, Asked<P, 'prop'>>>;
  links: TitleRef;
  linkshere: Parts<LinkParts, Asked<P, 'prop', 'pageid' | 'title' | 'redirect'>>;
  redirects: Parts<RedirectParts, Asked<P, 'prop', 'pageid' | 'title'>>;
  revisions: RevisionOf<P>;
  stashimageinfo: FileRevisionOf<P>;
  templates: TitleRef;
  transcludedin: Parts<LinkParts, Asked<P, 'prop', 'pageid' | 'title' | 'redirect'>>;
}

/** Modules that add something else to a page than a list of their name. */
export interface PropMembers<P> {
  categoryinfo: {readonly categoryinfo?: {readonly size: number; readonly pages: number; readonly files: number; readonly subcats: number; readonly hidden: boolean}};
  contributors: {readonly contributors?: readonly PropItems<P>['contributors'][]; readonly anoncontributors?: number};
  extracts: {readonly extract?: string};
  imageinfo: {readonly imageinfo?: readonly FileRevisionOf<P>[]; readonly imagerepository?: string; readonly badfile?: boolean};
  info: Partial<Flat<PageInfoAlways & Parts<InfoParts, Asked<P, 'prop'>> & ('testactions' extends keyof P ? {actions: Readonly<Record<string, unknown>>} : unknown)>>;
  pageimages: {readonly thumbnail?: Thumbnail; readonly original?: Thumbnail; readonly pageimage?: string};
  pageprops: {readonly pageprops?: Readonly<Record<string, string>>};
}

export interface Thumbnail {
  readonly source: string;
  readonly width: number;
  readonly height: number;
}

interface CategoryParts {
  sortkey: {sortkey: string; sortkeyprefix: string};
  timestamp: {timestamp: string};
  hidden: {hidden: boolean};
}

interface LanguageLinkParts {
  url: {url: string};
  langname: {langname: string};
  autonym: {autonym: string};
}

interface LinkParts {
  pageid: {pageid: number};
  title: {ns: number; title: string};
  redirect: {redirect: boolean};
}

interface RedirectParts {
  pageid: {pageid: number};
  title: {ns: number; title: string};
  fragment: {fragment?: string};
}

interface PageInfoAlways {
  contentmodel: string;
  pagelanguage: string;
  pagelanguagehtmlcode: string;
  pagelanguagedir: 'ltr' | 'rtl';
  touched: string;
  lastrevid: number;
  /** In bytes. */
  length: number;
  redirect: true;
  new: true;
}

interface Protection {
  readonly type: string;
  readonly level: string;
  readonly expiry: string;
  /** The page it comes from, by cascading. */
  readonly source?: string;
  readonly cascade?: true;
}

interface InfoParts {
  associatedpage: {associatedpage: string};
  displaytitle: {displaytitle: string};
  editintro: {editintro: Readonly<Record<string, string>>};
  linkclasses: {linkclasses: readonly string[]};
  notificationtimestamp: {notificationtimestamp: string};
  preloadcontent: {preloadcontent: {readonly contentmodel: string; readonly contentformat: string; readonly content: string}; preloadisdefault: boolean};
  protection: {protection: readonly Protection[]; restrictiontypes: readonly string[]};
  subjectid: {subjectid: number};
  talkid: {talkid: number};
  url: {fullurl: string; editurl: string; canonicalurl: string};
  varianttitles: {varianttitles: Readonly<Record<string, string>>};
  visitingwatchers: {visitingwatchers: number};
  watched: {watched: boolean; watchlistexpiry?: string};
  watchers: {watchers: number};
}

/** Who did it. The name is there for those who may see it even where it is hidden. */
export interface UserPart {
  user?: string;
  userhidden?: true;
  anon?: true;
  temp?: true;
}

export interface CommentPart {
  comment?: string;
  commenthidden?: true;
}

export interface ParsedCommentPart {
  /** HTML of the wiki. */
  parsedcomment?: string;
  commenthidden?: true;
}

/** What is in a slot is told there, when `slots` is asked for; else, as of old, beside the rest. */
export type RevisionOf<P> = Flat<{suppressed?: true} & Parts<RevisionParts, RevisionProp<P>> & ('slots' extends keyof P ? SlotsPart<RevisionProp<P>> : Parts<Pick<SlotParts, 'content' | 'contentmodel'>, Extract<RevisionProp<P>, 'content' | 'contentmodel'>>)>;

type RevisionProp<P> = Asked<P, 'prop', 'ids' | 'timestamp' | 'flags' | 'comment' | 'user'>;

type SlotsPart<Value> = string extends Value ? {slots?: Slots<string>} : [Value & keyof SlotParts] extends [never] ? unknown : {slots: Slots<Value & keyof SlotParts>};

interface Slots<Value> {
  readonly main: Parts<SlotParts, Value>;
  readonly [role: string]: Parts<SlotParts, Value>;
}

interface RevisionParts {
  ids: {revid: number; parentid: number};
  flags: {minor: boolean};
  timestamp: {timestamp: string};
  user: UserPart;
  userid: {userid?: number; userhidden?: true};
  size: {size: number};
  sha1: {sha1?: string; sha1hidden?: true};
  comment: CommentPart;
  parsedcomment: ParsedCommentPart;
  tags: {tags: readonly string[]};
  roles: {roles: readonly string[]};
  content: object;
  contentmodel: object;
  slotsize: object;
  slotsha1: object;
}

interface SlotParts {
  content: {contentmodel?: string; contentformat?: string; content?: string; texthidden?: true; nosuchsection?: true; missing?: true};
  contentmodel: {contentmodel: string};
  slotsize: {size: number};
  slotsha1: {sha1?: string; sha1hidden?: true};
}

/** One version of a file. */
export type FileRevisionOf<P, Default = 'timestamp' | 'user'> = Flat<Parts<FileParts, Asked<P, 'prop', Default>> & {filehidden?: true; filemissing?: true}>;

interface FileParts {
  archivename: {archivename?: string};
  badfile: object;
  bitdepth: {bitdepth: number};
  canonicaltitle: {canonicaltitle: string};
  comment: CommentPart;
  parsedcomment: ParsedCommentPart;
  commonmetadata: {commonmetadata: readonly Metadata[]};
  dimensions: {size: number; width: number; height: number; pagecount?: number; duration?: number};
  extmetadata: {extmetadata: Readonly<Record<string, {readonly value: unknown; readonly source: string; readonly hidden?: ''}>>};
  mediatype: {mediatype: string};
  metadata: {metadata: readonly Metadata[] | null};
  mime: {mime: string};
  sha1: {sha1: string};
  size: {size: number; width: number; height: number; pagecount?: number; duration?: number};
  thumbmime: {thumbmime?: string};
  timestamp: {timestamp: string};
  uploadwarning: {html?: string};
  url: {url: string; descriptionurl: string; descriptionshorturl?: string; thumburl?: string; thumbwidth?: number; thumbheight?: number; thumberror?: string; responsiveUrls?: Readonly<Record<string, string>>};
  user: UserPart;
  userid: {userid?: number; userhidden?: true};
}

interface Metadata {
  readonly name: string;
  readonly value: unknown;
}
