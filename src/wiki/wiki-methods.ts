/** The methods of a wiki that need no more than a name: see the end of `wiki.ts` for how they are made. */
import type {changeauthenticationdata, clientlogin, createaccount, linkaccount, login, logout, removeauthenticationdata, resetpassword, unlinkaccount, validatepassword} from '../auth/index.js';
import type {Abortable} from '../core/abortable.js';
import type {rawApi, rawIndex} from '../core/raw.js';
import type {Session} from '../core/session.js';
import type {checktoken} from './actions/checktoken.js';
import type {compare} from './actions/compare.js';
import type {feedcontributions, feedrecentchanges, feedwatchlist} from './actions/feeds.js';
import type {opensearch} from './actions/opensearch.js';
import type {AskOptions} from './actions/options.js';
import type {help, paraminfo} from './actions/paraminfo.js';
import type {Expanded, ExpandParams, parse} from './actions/parse.js';
import type {rsd} from './actions/rsd.js';
import type {sitematrix} from './actions/sitematrix.js';
import type {ListItem, MetaAnswer} from './api/answers.js';
import type {Lists, Metas} from './api/params.generated.js';
import type {AsWritten, CheckedModule} from './api/request.js';
import type {Listing, ListingOptions} from './listing.js';
import type {pageById, require as requireVersion, site, title} from './wiki-questions.js';

/** Every `list=` module: its parameters without the prefix, its items as they were asked for. */
export type WikiLists = {
  [Name in keyof Lists]: <const P extends object = object>(params?: CheckedModule<Lists, Name, P> & AsWritten<P>, options?: ListingOptions) => Listing<ListItem<Name, P>>;
};

/** What a `meta=` module tells: of `siteinfo` all that was asked for, of the others what stands under their name. */
export type MetaResult<Name extends string, P> = Name extends 'siteinfo' ? MetaAnswer<Name, P> : MetaAnswer<Name, P>[keyof MetaAnswer<Name, P>];

/** Every `meta=` module but `userinfo`, which stands apart. */
export type WikiMetas = {
  [Name in Exclude<keyof Metas, 'userinfo'>]: <const P extends object = object>(params?: CheckedModule<Metas, Name, P> & AsWritten<P>, options?: Abortable) => Promise<MetaResult<Name, P>>;
};

/** A function of the session as a method of the wiki. */
type Bound<Asked> = Asked extends (session: Session, ...given: infer Given) => infer Result ? (...given: Given) => Result : never;

/** Being somebody. */
export interface WikiAuth {
  /** Logs in with a bot password. See {@link login} for what it throws. */
  login: Bound<typeof login>;
  /** Logs in with an account's own password, and what else the wiki asks `onStep`. See {@link clientlogin} for what it throws. */
  clientlogin: Bound<typeof clientlogin>;
  /** Logs out, in every tab that shares the login. */
  logout: Bound<typeof logout>;
  /** Makes an account. See {@link createaccount} for what it throws. */
  createaccount: Bound<typeof createaccount>;
  /** Connects the account with one at another site. See {@link linkaccount} for what it throws. */
  linkaccount: Bound<typeof linkaccount>;
  /** Takes such a connection back. */
  unlinkaccount: Bound<typeof unlinkaccount>;
  /** Sets a new password, or what else one logs in with. See {@link changeauthenticationdata} for what it throws. */
  changeauthenticationdata: Bound<typeof changeauthenticationdata>;
  /** Takes away what one logs in with, such as a second factor. */
  removeauthenticationdata: Bound<typeof removeauthenticationdata>;
  /** Has the wiki send a mail to who has forgotten their password. See {@link resetpassword} for what it throws. */
  resetpassword: Bound<typeof resetpassword>;
  /** Whether a password keeps to the wiki's rules. */
  validatepassword: Bound<typeof validatepassword>;
}

/** Actions that answer one question. */
export interface WikiQuestions {
  /** A page by its number; throws as {@link Page.info} does, and `nosuchpageid`. */
  pageById: Bound<typeof pageById>;
  /** What the wiki says of itself: namespaces, version, case of titles. Asked once, and kept between visits. */
  site: Bound<typeof site>;
  /** Refuses to go on with an older MediaWiki: `await wiki.require('1.40')`. */
  require: Bound<typeof requireVersion>;
  /** A title, read by the wiki's own rules. */
  title: Bound<typeof title>;
  /** HTML and what else the parser tells of a text, a page or a revision. @see https://www.mediawiki.org/wiki/API:Parsing_wikitext */
  parse: Bound<typeof parse>;
  /** A wikitext with its templates expanded; with `prop`, all that was asked for. @see https://www.mediawiki.org/wiki/API:Expandtemplates */
  expandtemplates: {
    (text: string, params?: ExpandParams & {readonly prop?: undefined}, options?: AskOptions): Promise<string>;
    (text: string, params: ExpandParams, options?: AskOptions): Promise<Expanded>;
  };
  /** @see https://www.mediawiki.org/wiki/API:Compare */
  compare: Bound<typeof compare>;
  /** @see https://www.mediawiki.org/wiki/API:Opensearch */
  opensearch: Bound<typeof opensearch>;
  /** @see https://www.mediawiki.org/wiki/API:Checktoken */
  checktoken: Bound<typeof checktoken>;
  /** @see https://www.mediawiki.org/wiki/API:Parameter_information */
  paraminfo: Bound<typeof paraminfo>;
  /** @see https://www.mediawiki.org/wiki/API:Help */
  help: Bound<typeof help>;
  /** @see https://www.mediawiki.org/wiki/API:Sitematrix */
  sitematrix: Bound<typeof sitematrix>;
  /** @see https://www.mediawiki.org/wiki/API:Rsd */
  rsd: Bound<typeof rsd>;
  /** @see https://www.mediawiki.org/wiki/API:Feedcontributions */
  feedcontributions: Bound<typeof feedcontributions>;
  /** @see https://www.mediawiki.org/wiki/API:Feedrecentchanges */
  feedrecentchanges: Bound<typeof feedrecentchanges>;
  /** @see https://www.mediawiki.org/wiki/API:Watchlist_feed */
  feedwatchlist: Bound<typeof feedwatchlist>;
  /** The text of an answer of api.php, for what has a format of its own. */
  rawApi: Bound<typeof rawApi>;
  /** The text of an answer of index.php. */
  rawIndex: Bound<typeof rawIndex>;
}
