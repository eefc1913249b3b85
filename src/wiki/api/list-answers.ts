/** What `list=` modules list (`formatversion=2`). */
import type {Asked, Flat, Parts} from './asked.js';
import type {CommentPart, FileRevisionOf, PageRef, ParsedCommentPart, RevisionOf, TitleRef, UserPart} from './prop-answers.js';

/** One item of each list. `P`: the module’s parameters without prefix. */
export interface ListItems<P> {
  allcategories: Flat<{category: string} & Parts<{size: {size: number; pages: number; files: number; subcats: number}; hidden: {hidden: boolean}}, Asked<P, 'prop'>>>;
  alldeletedrevisions: {readonly pageid: number; readonly ns: number; readonly title: string; readonly revisions: readonly RevisionOf<P>[]};
  allfileusages: Parts<AllLinksParts, Asked<P, 'prop', 'title'>>;
  allimages: Flat<{name: string} & TitleRef & FileRevisionOf<P, 'timestamp' | 'url'>>;
  alllinks: Parts<AllLinksParts, Asked<P, 'prop', 'title'>>;
  allpages: PageRef;
  allredirects: Parts<AllLinksParts & {fragment: {fragment?: string}; interwiki: {interwiki?: string}}, Asked<P, 'prop', 'title'>>;
  allrevisions: {readonly pageid: number; readonly ns: number; readonly title: string; readonly revisions: readonly RevisionOf<P>[]};
  alltransclusions: Parts<AllLinksParts, Asked<P, 'prop', 'title'>>;
  allusers: Flat<{userid: number; name: string; recentactions?: number} & Parts<UserParts, Asked<P, 'prop'>>>;
  backlinks: Backlink;
  blocks: Parts<BlockParts, Asked<P, 'prop', 'id' | 'user' | 'by' | 'timestamp' | 'expiry' | 'reason' | 'flags'>>;
  categorymembers: Parts<MemberParts, Asked<P, 'prop', 'ids' | 'title'>>;
  embeddedin: Backlink;
  exturlusage: Parts<{ids: {pageid: number}; title: {ns: number; title: string}; url: {url: string}}, Asked<P, 'prop', 'ids' | 'title' | 'url'>>;
  gadgets: Flat<Parts<{id: {id: string}; metadata: {metadata: Readonly<Record<string, unknown>>}; desc: {desc: string}}, Asked<P, 'prop', 'id' | 'metadata'>>>;
  imageusage: Backlink;
  iwbacklinks: Flat<PageRef & {redirect?: true} & Parts<{iwprefix: {iwprefix: string}; iwtitle: {iwtitle: string}}, Asked<P, 'prop'>>>;
  langbacklinks: Flat<PageRef & {redirect?: true} & Parts<{lllang: {lllang: string}; lltitle: {lltitle: string}}, Asked<P, 'prop'>>>;
  logevents: Flat<{actionhidden?: true; suppressed?: true} & Parts<LogParts, Asked<P, 'prop', 'ids' | 'title' | 'type' | 'user' | 'timestamp' | 'comment' | 'details'>>>;
  pagepropnames: {readonly propname: string};
  pageswithprop: Parts<{ids: {pageid: number}; title: {ns: number; title: string}; value: {value: string}}, Asked<P, 'prop', 'ids' | 'title'>>;
  prefixsearch: Flat<TitleRef & {pageid?: number; special?: true}>;
  protectedtitles: Flat<TitleRef & Parts<ProtectedParts, Asked<P, 'prop', 'timestamp' | 'level'>>>;
  querypage: Flat<{value: string; ns?: number; title: string; timestamp?: string; databaseResult?: Readonly<Record<string, unknown>>}>;
  random: Flat<TitleRef & {id: number}>;
  recentchanges: Flat<{type: string; suppressed?: true} & Parts<ChangeParts, Asked<P, 'prop', 'title' | 'timestamp' | 'ids'>>>;
  search: Flat<TitleRef & {pageid?: number} & Parts<SearchParts, Asked<P, 'prop', 'size' | 'wordcount' | 'timestamp' | 'snippet'>>>;
  tags: Flat<{name: string} & Parts<TagParts, Asked<P, 'prop'>>>;
  usercontribs: Flat<{userid: number; user: string; suppressed?: true} & Parts<ContributionParts, Asked<P, 'prop', 'ids' | 'title' | 'timestamp' | 'comment' | 'size' | 'flags'>>>;
  users: Flat<{name: string; userid?: number; missing?: true; invalid?: true} & Partial<Parts<UserParts & AskedUserParts, Asked<P, 'prop'>>>>;
  watchlist: Flat<{type: string; suppressed?: true} & Parts<WatchedParts, Asked<P, 'prop', 'ids' | 'title' | 'flags'>>>;
  watchlistraw: Flat<TitleRef & Parts<{changed: {changed?: string}}, Asked<P, 'prop'>>>;
}

/** Lists that answer with more than the list. */
export interface ListAnswers<P> {
  querypage: {readonly name: string; readonly cached?: true; readonly cachedtimestamp?: string; readonly results: readonly ListItems<P>['querypage'][]};
}

interface AllLinksParts {
  ids: {fromid: number};
  title: {ns: number; title: string};
}

interface Backlink extends PageRef {
  readonly redirect?: true;
  /** With `redirect`: the pages that link to this redirect. */
  readonly redirlinks?: readonly (PageRef & {readonly redirect?: true})[];
}

/** A block, on a user who has one. */
export interface BlockInfo {
  blockid?: number;
  blockedby?: string;
  blockedbyid?: number;
  blockreason?: string;
  blockedtimestamp?: string;
  blockexpiry?: string;
  blockpartial?: boolean;
  blocknocreate?: boolean;
  blockanononly?: boolean;
  blockemail?: boolean;
  blockowntalk?: boolean;
  blockedtimestampformatted?: string;
  blockexpiryformatted?: string;
  blockexpiryrelative?: string;
}

/** Of `allusers` and `users`. */
interface UserParts {
  blockinfo: BlockInfo;
  centralids: {centralids: Readonly<Record<string, number>>; attachedlocal: Readonly<Record<string, boolean>>};
  editcount: {editcount: number};
  groups: {groups: readonly string[]};
  implicitgroups: {implicitgroups: readonly string[]};
  registration: {registration: string | null};
  rights: {rights: readonly string[]};
}

interface AskedUserParts {
  cancreate: {cancreate: boolean};
  emailable: {emailable: boolean};
  gender: {gender: 'female' | 'male' | 'unknown'};
  groupmemberships: {groupmemberships: readonly {readonly group: string; readonly expiry: string}[]};
}

interface BlockParts {
  id: {id: number};
  user: {user?: string};
  userid: {userid?: number};
  by: {by: string};
  byid: {byid: number};
  timestamp: {timestamp: string};
  expiry: {expiry: string};
  reason: {reason: string};
  range: {rangestart?: string; rangeend?: string};
  flags: {automatic: boolean; anononly: boolean; nocreate: boolean; autoblock: boolean; noemail: boolean; hidden: boolean; allowusertalk: boolean; partial: boolean};
  restrictions: {restrictions: readonly [] | {readonly pages?: readonly {readonly id: number; readonly ns: number; readonly title: string}[]; readonly namespaces?: readonly number[]; readonly actions?: readonly string[]}};
}

interface MemberParts {
  ids: {pageid: number};
  title: {ns: number; title: string};
  sortkey: {sortkey: string};
  sortkeyprefix: {sortkeyprefix: string};
  type: {type: 'page' | 'subcat' | 'file'};
  timestamp: {timestamp: string};
}

interface LogParts {
  ids: {logid: number; pageid?: number; logpage?: number; revid?: number};
  title: {ns?: number; title?: string};
  type: {type: string; action: string};
  user: UserPart;
  userid: {userid?: number; userhidden?: true};
  timestamp: {timestamp: string};
  comment: CommentPart;
  parsedcomment: ParsedCommentPart;
  details: {params?: Readonly<Record<string, unknown>>};
  tags: {tags: readonly string[]};
}

interface ProtectedParts {
  timestamp: {timestamp: string};
  user: {user?: string};
  userid: {userid: number};
  comment: {comment: string};
  parsedcomment: {parsedcomment: string};
  expiry: {expiry: string};
  level: {level: string};
}

/** Of `recentchanges` and `watchlist`. */
interface CommonChangeParts {
  comment: CommentPart;
  flags: {bot: boolean; new: boolean; minor: boolean};
  ids: {pageid: number; revid: number; old_revid: number};
  loginfo: {logid?: number; logtype?: string | null; logaction?: string; logparams?: Readonly<Record<string, unknown>>; actionhidden?: true};
  parsedcomment: ParsedCommentPart;
  sizes: {oldlen: number; newlen: number};
  tags: {tags: readonly string[]};
  timestamp: {timestamp: string};
  title: {ns: number; title: string};
  userid: {userid?: number; userhidden?: true};
}

interface ChangeParts extends Omit<CommonChangeParts, 'ids'> {
  ids: {pageid: number; revid: number; old_revid: number; rcid: number};
  patrolled: {patrolled: boolean; unpatrolled: boolean; autopatrolled: boolean};
  redirect: {redirect: boolean};
  sha1: {sha1?: string; sha1hidden?: true};
  user: UserPart;
}

interface WatchedParts extends Omit<CommonChangeParts, 'loginfo'> {
  expiry: {expiry?: string};
  loginfo: CommonChangeParts['loginfo'] & {logdisplay?: string};
  notificationtimestamp: {notificationtimestamp: string};
  patrol: {patrolled: boolean; unpatrolled: boolean; autopatrolled: boolean};
  /** `temp` since 1.42. */
  user: {user?: string; userhidden?: true; anon: boolean; temp?: boolean};
}

interface SearchParts {
  size: {size?: number};
  wordcount: {wordcount?: number};
  timestamp: {timestamp?: string};
  /** HTML of the wiki. */
  snippet: {snippet: string};
  titlesnippet: {titlesnippet: string};
  categorysnippet: {categorysnippet: string};
  redirecttitle: {redirecttitle?: string};
  redirectsnippet: {redirectsnippet?: string};
  sectiontitle: {sectiontitle?: string};
  sectionsnippet: {sectionsnippet?: string};
  isfilematch: {isfilematch: boolean};
  extensiondata: {extensiondata?: unknown};
}

interface TagParts {
  active: {active: boolean};
  defined: {defined: boolean};
  description: {description: string};
  displayname: {displayname: string | false};
  hitcount: {hitcount: number};
  source: {source: readonly string[]};
}

interface ContributionParts {
  ids: {pageid: number; revid: number; parentid: number};
  title: {ns: number; title: string};
  timestamp: {timestamp: string};
  comment: CommentPart;
  parsedcomment: ParsedCommentPart;
  size: {size: number};
  sizediff: {sizediff: number};
  flags: {new: boolean; minor: boolean; top: boolean};
  patrolled: {patrolled: boolean; autopatrolled: boolean};
  tags: {tags: readonly string[]};
}
