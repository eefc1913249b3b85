/** Written by `npm run types`, from action=paraminfo of MediaWiki 1.43 and the extensions it comes with. Parameters as the API spells them; those of query modules are without the prefix. */
import type {Expiry, Limit, More, Multi, Open, Prefixed, Text, Timestamp, Unknown} from './values.js';

export interface MainParams {
  maxlag?: number | undefined;
  /** at least 0; default 0 */
  smaxage?: number | undefined;
  /** at least 0; default 0 */
  maxage?: number | undefined;
  assert?: 'anon' | 'bot' | 'user' | More<'main.assert'> | undefined;
  assertuser?: string | undefined;
  requestid?: Text | undefined;
  servedby?: boolean | undefined;
  curtimestamp?: boolean | undefined;
  responselanginfo?: boolean | undefined;
  origin?: Text | undefined;
  /** default user */
  uselang?: Text | undefined;
  variant?: Text | undefined;
  /** default bc */
  errorformat?: 'bc' | 'html' | 'none' | 'plaintext' | 'raw' | 'wikitext' | More<'main.errorformat'> | undefined;
  /** default uselang */
  errorlang?: Text | undefined;
  errorsuselocal?: boolean | undefined;
  crossorigin?: boolean | undefined;
}

/** Of the extension Abuse Filter. */
export interface AbusefiltercheckmatchParams {
  filter: Text;
  vars?: Text | undefined;
  rcid?: number | undefined;
  logid?: number | undefined;
}

/** Of the extension Abuse Filter. */
export interface AbusefilterchecksyntaxParams {
  filter: Text;
}

/** Of the extension Abuse Filter. */
export interface AbusefilterevalexpressionParams {
  expression: Text;
  prettyprint?: boolean | undefined;
}

/** Of the extension Abuse Filter. */
export interface AbusefilterunblockautopromoteParams {
  user: string;
  token?: Text | undefined;
}

/** Of the extension Abuse Filter. */
export interface AbuselogprivatedetailsParams {
  logid?: number | undefined;
  reason?: Text | undefined;
  token?: Text | undefined;
}

export interface AcquiretempusernameParams {
}

/** @see https://www.mediawiki.org/wiki/API:Block */
export interface BlockParams {
  user?: string | undefined;
  /** @deprecated */
  userid?: number | undefined;
  /** default never */
  expiry?: Expiry | undefined;
  reason?: Text | undefined;
  anononly?: boolean | undefined;
  nocreate?: boolean | undefined;
  autoblock?: boolean | undefined;
  noemail?: boolean | undefined;
  hidename?: boolean | undefined;
  allowusertalk?: boolean | undefined;
  reblock?: boolean | undefined;
  watchuser?: boolean | undefined;
  watchlistexpiry?: Expiry | undefined;
  tags?: Multi<string> | undefined;
  partial?: boolean | undefined;
  /** at most 10 values */
  pagerestrictions?: Multi<string> | undefined;
  namespacerestrictions?: Multi<number | '*'> | undefined;
  actionrestrictions?: Multi<Open<'create' | 'move' | 'thanks' | 'upload'>> | undefined;
  token?: Text | undefined;
  id?: number | undefined;
  newblock?: boolean | undefined;
}

/** Of the extension CategoryTree. @internal */
export interface CategorytreeParams {
  category: Text;
  options?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Manage_authentication_data */
export interface ChangeauthenticationdataParams {
  request: Text;
  token?: Text | undefined;
  [field: string]: Unknown;
}

/** @see https://www.mediawiki.org/wiki/Help:ChangeContentModel */
export interface ChangecontentmodelParams {
  title?: Text | undefined;
  pageid?: number | undefined;
  summary?: Text | undefined;
  tags?: Multi<string> | undefined;
  model: Open<'GadgetDefinition' | 'Scribunto' | 'css' | 'javascript' | 'json' | 'text' | 'wikitext'>;
  bot?: boolean | undefined;
  token?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Checktoken */
export interface ChecktokenParams {
  type: Open<'createaccount' | 'csrf' | 'login' | 'patrol' | 'rollback' | 'userrights' | 'watch'>;
  token: Text;
  maxtokenage?: number | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:ClearHasMsg */
export interface ClearhasmsgParams {
}

/** @see https://www.mediawiki.org/wiki/API:Login */
export interface ClientloginParams {
  requests?: Multi<Text> | undefined;
  /** default wikitext */
  messageformat?: 'html' | 'none' | 'raw' | 'wikitext' | More<'clientlogin.messageformat'> | undefined;
  mergerequestfields?: boolean | undefined;
  preservestate?: boolean | undefined;
  returnurl?: Text | undefined;
  continue?: boolean | undefined;
  token?: Text | undefined;
  [field: string]: Unknown;
}

/** @see https://www.mediawiki.org/wiki/API:Compare */
export interface CompareParams {
  fromtitle?: Text | undefined;
  fromid?: number | undefined;
  fromrev?: number | undefined;
  fromslots?: Multi<Open<'main'>> | undefined;
  frompst?: boolean | undefined;
  /** @deprecated */
  fromtext?: string | undefined;
  /** @deprecated */
  fromcontentformat?: Open<'application/json' | 'application/octet-stream' | 'application/unknown' | 'application/x-binary' | 'text/css' | 'text/javascript' | 'text/plain' | 'text/unknown' | 'text/x-wiki' | 'unknown/unknown'> | undefined;
  /** @deprecated */
  fromcontentmodel?: Open<'GadgetDefinition' | 'Scribunto' | 'css' | 'javascript' | 'json' | 'text' | 'unknown' | 'wikitext'> | undefined;
  /** @deprecated */
  fromsection?: Text | undefined;
  totitle?: Text | undefined;
  toid?: number | undefined;
  torev?: number | undefined;
  torelative?: 'cur' | 'next' | 'prev' | More<'compare.torelative'> | undefined;
  toslots?: Multi<Open<'main'>> | undefined;
  topst?: boolean | undefined;
  /** @deprecated */
  totext?: string | undefined;
  /** @deprecated */
  tocontentformat?: Open<'application/json' | 'application/octet-stream' | 'application/unknown' | 'application/x-binary' | 'text/css' | 'text/javascript' | 'text/plain' | 'text/unknown' | 'text/x-wiki' | 'unknown/unknown'> | undefined;
  /** @deprecated */
  tocontentmodel?: Open<'GadgetDefinition' | 'Scribunto' | 'css' | 'javascript' | 'json' | 'text' | 'unknown' | 'wikitext'> | undefined;
  /** @deprecated */
  tosection?: Text | undefined;
  /** default diff|ids|title */
  prop?: Multi<'comment' | 'diff' | 'diffsize' | 'ids' | 'parsedcomment' | 'rel' | 'size' | 'timestamp' | 'title' | 'user' | More<'compare.prop'>> | undefined;
  slots?: Multi<Open<'main'>> | undefined;
  /** default table */
  difftype?: 'inline' | 'table' | 'unified' | More<'compare.difftype'> | undefined;
  [name: `fromtext-${string}`]: string | undefined;
  [name: `fromsection-${string}`]: Text | undefined;
  [name: `fromcontentformat-${string}`]: 'application/json' | 'application/octet-stream' | 'application/unknown' | 'application/x-binary' | 'text/css' | 'text/javascript' | 'text/plain' | 'text/unknown' | 'text/x-wiki' | 'unknown/unknown' | More<'compare.fromcontentformat-{slot}'> | undefined;
  [name: `fromcontentmodel-${string}`]: 'GadgetDefinition' | 'Scribunto' | 'css' | 'javascript' | 'json' | 'text' | 'unknown' | 'wikitext' | More<'compare.fromcontentmodel-{slot}'> | undefined;
  [name: `totext-${string}`]: string | undefined;
  [name: `tosection-${string}`]: Text | undefined;
  [name: `tocontentformat-${string}`]: 'application/json' | 'application/octet-stream' | 'application/unknown' | 'application/x-binary' | 'text/css' | 'text/javascript' | 'text/plain' | 'text/unknown' | 'text/x-wiki' | 'unknown/unknown' | More<'compare.tocontentformat-{slot}'> | undefined;
  [name: `tocontentmodel-${string}`]: 'GadgetDefinition' | 'Scribunto' | 'css' | 'javascript' | 'json' | 'text' | 'unknown' | 'wikitext' | More<'compare.tocontentmodel-{slot}'> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Account_creation */
export interface CreateaccountParams {
  requests?: Multi<Text> | undefined;
  /** default wikitext */
  messageformat?: 'html' | 'none' | 'raw' | 'wikitext' | More<'createaccount.messageformat'> | undefined;
  mergerequestfields?: boolean | undefined;
  preservestate?: boolean | undefined;
  returnurl?: Text | undefined;
  continue?: boolean | undefined;
  token?: Text | undefined;
  [field: string]: Unknown;
}

/** @internal */
export interface CspreportParams {
  reportonly?: boolean | undefined;
  /** default internal */
  source?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Delete */
export interface DeleteParams {
  title?: Text | undefined;
  pageid?: number | undefined;
  reason?: Text | undefined;
  tags?: Multi<string> | undefined;
  deletetalk?: boolean | undefined;
  /** @deprecated */
  watch?: boolean | undefined;
  /** default preferences */
  watchlist?: 'nochange' | 'preferences' | 'unwatch' | 'watch' | More<'delete.watchlist'> | undefined;
  watchlistexpiry?: Expiry | undefined;
  /** @deprecated */
  unwatch?: boolean | undefined;
  oldimage?: Text | undefined;
  token?: Text | undefined;
}

/** Of the extension Discussion tools. @internal */
export interface DiscussiontoolscompareParams {
  fromtitle?: Text | undefined;
  fromrev?: number | undefined;
  totitle?: Text | undefined;
  torev?: number | undefined;
}

/** Of the extension Discussion tools. */
export interface DiscussiontoolseditParams {
  paction: 'addcomment' | 'addtopic' | More<'discussiontoolsedit.paction'>;
  /** default default */
  autosubscribe?: 'default' | 'no' | 'yes' | More<'discussiontoolsedit.autosubscribe'> | undefined;
  page: Text;
  token?: Text | undefined;
  formtoken?: Text | undefined;
  commentname?: Text | undefined;
  commentid?: Text | undefined;
  wikitext?: string | undefined;
  html?: string | undefined;
  summary?: Text | undefined;
  sectiontitle?: Text | undefined;
  allownosectiontitle?: boolean | undefined;
  useskin?: Open<'apioutput' | 'authentication-popup' | 'fallback' | 'json' | 'minerva' | 'monobook' | 'timeless' | 'vector' | 'vector-2022'> | undefined;
  watchlist?: Text | undefined;
  captchaid?: Text | undefined;
  captchaword?: Text | undefined;
  nocontent?: Text | undefined;
  tags?: Multi<Text> | undefined;
  returnto?: string | undefined;
  returntoquery?: Text | undefined;
  returntoanchor?: Text | undefined;
}

/** Of the extension Discussion tools. */
export interface DiscussiontoolsfindcommentParams {
  idorname?: Text | undefined;
  heading?: Text | undefined;
  page?: Text | undefined;
}

/** Of the extension Discussion tools. */
export interface DiscussiontoolsgetsubscriptionsParams {
  commentname: Multi<Text>;
}

/** Of the extension Discussion tools. @internal */
export interface DiscussiontoolspageinfoParams {
  page?: Text | undefined;
  oldid?: number | undefined;
  /** default transcludedfrom */
  prop?: Multi<'threaditemshtml' | 'transcludedfrom' | More<'discussiontoolspageinfo.prop'>> | undefined;
  excludesignatures?: boolean | undefined;
}

/** Of the extension Discussion tools. @internal */
export interface DiscussiontoolspreviewParams {
  type: 'reply' | 'topic' | More<'discussiontoolspreview.type'>;
  page: Text;
  wikitext: string;
  sectiontitle?: Text | undefined;
  useskin?: Open<'apioutput' | 'authentication-popup' | 'fallback' | 'json' | 'minerva' | 'monobook' | 'timeless' | 'vector' | 'vector-2022'> | undefined;
}

/** Of the extension Discussion tools. */
export interface DiscussiontoolssubscribeParams {
  page: Text;
  token?: Text | undefined;
  commentname: Text;
  subscribe: boolean;
}

/** Of the extension Discussion tools. */
export interface DiscussiontoolsthankParams {
  page: Text;
  commentid: Text;
  token?: Text | undefined;
}

/** Of the extension Echo. @see https://www.mediawiki.org/wiki/Echo_(Notifications)/API */
export interface EchocreateeventParams {
  user?: string | undefined;
  header: Text;
  content: Text;
  page?: string | undefined;
  /** default notice */
  section: 'alert' | 'notice' | More<'echocreateevent.section'>;
  email?: boolean | undefined;
  token?: Text | undefined;
}

/** Of the extension Echo. @see https://www.mediawiki.org/wiki/Echo_(Notifications)/API */
export interface EchomarkreadParams {
  list?: Multi<Text> | undefined;
  unreadlist?: Multi<Text> | undefined;
  all?: boolean | undefined;
  sections?: Multi<'alert' | 'message' | More<'echomarkread.sections'>> | undefined;
  token?: Text | undefined;
}

/** Of the extension Echo. @see https://www.mediawiki.org/wiki/Echo_(Notifications)/API */
export interface EchomarkseenParams {
  type: 'alert' | 'all' | 'message' | More<'echomarkseen.type'>;
  /** default MW */
  timestampFormat?: 'ISO_8601' | 'MW' | More<'echomarkseen.timestampFormat'> | undefined;
}

/** Of the extension Echo. */
export interface EchomuteParams {
  type: 'page-linked-title' | 'user' | More<'echomute.type'>;
  mute?: Multi<Text> | undefined;
  unmute?: Multi<Text> | undefined;
  token?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Edit */
export interface EditParams {
  title?: Text | undefined;
  pageid?: number | undefined;
  section?: Text | undefined;
  sectiontitle?: Text | undefined;
  text?: string | undefined;
  summary?: Text | undefined;
  tags?: Multi<string> | undefined;
  minor?: boolean | undefined;
  notminor?: boolean | undefined;
  bot?: boolean | undefined;
  baserevid?: number | undefined;
  basetimestamp?: Timestamp | undefined;
  starttimestamp?: Timestamp | undefined;
  recreate?: boolean | undefined;
  createonly?: boolean | undefined;
  nocreate?: boolean | undefined;
  /** @deprecated */
  watch?: boolean | undefined;
  /** @deprecated */
  unwatch?: boolean | undefined;
  /** default preferences */
  watchlist?: 'nochange' | 'preferences' | 'unwatch' | 'watch' | More<'edit.watchlist'> | undefined;
  watchlistexpiry?: Expiry | undefined;
  md5?: Text | undefined;
  prependtext?: string | undefined;
  appendtext?: string | undefined;
  /** at least 0 */
  undo?: number | undefined;
  /** at least 0 */
  undoafter?: number | undefined;
  redirect?: boolean | undefined;
  contentformat?: Open<'application/json' | 'application/octet-stream' | 'application/unknown' | 'application/x-binary' | 'text/css' | 'text/javascript' | 'text/plain' | 'text/unknown' | 'text/x-wiki' | 'unknown/unknown'> | undefined;
  contentmodel?: Open<'GadgetDefinition' | 'Scribunto' | 'css' | 'javascript' | 'json' | 'text' | 'unknown' | 'wikitext'> | undefined;
  token?: Text | undefined;
  returnto?: string | undefined;
  returntoquery?: Text | undefined;
  returntoanchor?: Text | undefined;
  captchaword?: Text | undefined;
  captchaid?: Text | undefined;
}

/** Of the extension VisualEditor. @internal */
export interface EditcheckreferenceurlParams {
  url: Text;
}

/** @see https://www.mediawiki.org/wiki/API:Email */
export interface EmailuserParams {
  target: Text;
  subject: Text;
  text: string;
  ccme?: boolean | undefined;
  token?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Expandtemplates */
export interface ExpandtemplatesParams {
  title?: Text | undefined;
  text: string;
  revid?: number | undefined;
  prop?: Multi<'categories' | 'encodedjsconfigvars' | 'jsconfigvars' | 'modules' | 'parsetree' | 'properties' | 'ttl' | 'volatile' | 'wikitext' | More<'expandtemplates.prop'>> | undefined;
  includecomments?: boolean | undefined;
  showstrategykeys?: boolean | undefined;
  /** @deprecated */
  generatexml?: boolean | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Feedcontributions */
export interface FeedcontributionsParams {
  /** default rss */
  feedformat?: 'atom' | 'rss' | More<'feedcontributions.feedformat'> | undefined;
  user: string;
  namespace?: number | undefined;
  year?: number | undefined;
  month?: number | undefined;
  tagfilter?: Multi<string> | undefined;
  deletedonly?: boolean | undefined;
  toponly?: boolean | undefined;
  newonly?: boolean | undefined;
  hideminor?: boolean | undefined;
  showsizediff?: boolean | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Feedrecentchanges */
export interface FeedrecentchangesParams {
  /** default rss */
  feedformat?: 'atom' | 'rss' | More<'feedrecentchanges.feedformat'> | undefined;
  namespace?: number | undefined;
  invert?: boolean | undefined;
  associated?: boolean | undefined;
  /** at least 1; default 7 */
  days?: number | undefined;
  /** 1 to 50; default 50 */
  limit?: number | undefined;
  from?: Timestamp | undefined;
  hideminor?: boolean | undefined;
  hidebots?: boolean | undefined;
  hideanons?: boolean | undefined;
  hideliu?: boolean | undefined;
  hidepatrolled?: boolean | undefined;
  hidemyself?: boolean | undefined;
  hidecategorization?: boolean | undefined;
  tagfilter?: Text | undefined;
  inverttags?: boolean | undefined;
  target?: Text | undefined;
  showlinkedto?: boolean | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Watchlist_feed */
export interface FeedwatchlistParams {
  /** default rss */
  feedformat?: 'atom' | 'rss' | More<'feedwatchlist.feedformat'> | undefined;
  /** 1 to 72; default 24 */
  hours?: number | undefined;
  linktosections?: boolean | undefined;
  allrev?: boolean | undefined;
  wlowner?: string | undefined;
  wltoken?: Text | undefined;
  wlshow?: Multi<'!anon' | '!autopatrolled' | '!bot' | '!minor' | '!patrolled' | '!unread' | 'anon' | 'autopatrolled' | 'bot' | 'minor' | 'patrolled' | 'unread' | More<'feedwatchlist.wlshow'>> | undefined;
  /** default edit|new|log|categorize */
  wltype?: Multi<'categorize' | 'edit' | 'external' | 'log' | 'new' | More<'feedwatchlist.wltype'>> | undefined;
  wlexcludeuser?: string | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Filerevert */
export interface FilerevertParams {
  filename: Text;
  comment?: Text | undefined;
  archivename: Text;
  token?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Main_page */
export interface HelpParams {
  /** default main */
  modules?: Multi<Text> | undefined;
  submodules?: boolean | undefined;
  recursivesubmodules?: boolean | undefined;
  wrap?: boolean | undefined;
  toc?: boolean | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Imagerotate */
export interface ImagerotateParams extends GeneratorParams {
  rotation: '180' | '270' | '90' | More<'imagerotate.rotation'>;
  continue?: Text | undefined;
  tags?: Multi<string> | undefined;
  titles?: Multi<Text> | undefined;
  pageids?: Multi<number> | undefined;
  revids?: Multi<number> | undefined;
  generator?: Open<GeneratorName> | undefined;
  redirects?: boolean | undefined;
  converttitles?: boolean | undefined;
  token?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Import */
export interface ImportParams {
  summary?: Text | undefined;
  xml?: Blob | undefined;
  interwikiprefix?: Text | undefined;
  interwikisource?: string | undefined;
  interwikipage?: Text | undefined;
  fullhistory?: boolean | undefined;
  templates?: boolean | undefined;
  namespace?: number | undefined;
  assignknownusers?: boolean | undefined;
  rootpage?: Text | undefined;
  tags?: Multi<string> | undefined;
  token?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Linkaccount */
export interface LinkaccountParams {
  requests?: Multi<Text> | undefined;
  /** default wikitext */
  messageformat?: 'html' | 'none' | 'raw' | 'wikitext' | More<'linkaccount.messageformat'> | undefined;
  mergerequestfields?: boolean | undefined;
  returnurl?: Text | undefined;
  continue?: boolean | undefined;
  token?: Text | undefined;
  [field: string]: Unknown;
}

/** @see https://www.mediawiki.org/wiki/API:Login */
export interface LoginParams {
  name?: Text | undefined;
  password?: string | undefined;
  domain?: Text | undefined;
  token?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Logout */
export interface LogoutParams {
  token?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Tag_management */
export interface ManagetagsParams {
  operation: 'activate' | 'create' | 'deactivate' | 'delete' | More<'managetags.operation'>;
  tag: Text;
  reason?: Text | undefined;
  ignorewarnings?: boolean | undefined;
  tags?: Multi<string> | undefined;
  token?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Mergehistory */
export interface MergehistoryParams {
  from?: Text | undefined;
  fromid?: number | undefined;
  to?: Text | undefined;
  toid?: number | undefined;
  timestamp?: Timestamp | undefined;
  reason?: Text | undefined;
  token?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Move */
export interface MoveParams {
  from?: Text | undefined;
  fromid?: number | undefined;
  to: Text;
  reason?: Text | undefined;
  movetalk?: boolean | undefined;
  movesubpages?: boolean | undefined;
  noredirect?: boolean | undefined;
  /** default preferences */
  watchlist?: 'nochange' | 'preferences' | 'unwatch' | 'watch' | More<'move.watchlist'> | undefined;
  watchlistexpiry?: Expiry | undefined;
  ignorewarnings?: boolean | undefined;
  tags?: Multi<string> | undefined;
  token?: Text | undefined;
}

/** Of the extension OATHAuth. @internal */
export interface OathvalidateParams {
  user?: string | undefined;
  data: Text;
  token?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Opensearch */
export interface OpensearchParams {
  search: Text;
  /** default 0 */
  namespace?: Multi<number | '*'> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  /** @deprecated */
  suggest?: boolean | undefined;
  redirects?: 'resolve' | 'return' | More<'opensearch.redirects'> | undefined;
  warningsaserror?: boolean | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Options */
export interface OptionsParams {
  reset?: boolean | undefined;
  /** default all */
  resetkinds?: Multi<'all' | 'registered' | 'registered-checkmatrix' | 'registered-multiselect' | 'special' | 'unused' | 'userjs' | More<'options.resetkinds'>> | undefined;
  change?: Multi<Text> | undefined;
  optionname?: Text | undefined;
  optionvalue?: Text | undefined;
  /** default ignore */
  global?: 'ignore' | 'override' | 'update' | More<'options.global'> | undefined;
  token?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Parameter_information */
export interface ParaminfoParams {
  modules?: Multi<Text> | undefined;
  /** default none */
  helpformat?: 'html' | 'none' | 'raw' | 'wikitext' | More<'paraminfo.helpformat'> | undefined;
  /** @deprecated */
  querymodules?: Multi<Open<'abusefilters' | 'abuselog' | 'allcategories' | 'alldeletedrevisions' | 'allfileusages' | 'allimages' | 'alllinks' | 'allmessages' | 'allpages' | 'allredirects' | 'allrevisions' | 'alltransclusions' | 'allusers' | 'authmanagerinfo' | 'backlinks' | 'blocks' | 'categories' | 'categoryinfo' | 'categorymembers' | 'contributors' | 'deletedrevisions' | 'deletedrevs' | 'duplicatefiles' | 'embeddedin' | 'extlinks' | 'extracts' | 'exturlusage' | 'filearchive' | 'filerepoinfo' | 'fileusage' | 'gadgetcategories' | 'gadgets' | 'imageinfo' | 'images' | 'imageusage' | 'info' | 'iwbacklinks' | 'iwlinks' | 'langbacklinks' | 'langlinks' | 'languageinfo' | 'links' | 'linkshere' | 'linterrors' | 'linterstats' | 'logevents' | 'mystashedfiles' | 'notifications' | 'oath' | 'pageimages' | 'pagepropnames' | 'pageprops' | 'pageswithprop' | 'prefixsearch' | 'protectedtitles' | 'querypage' | 'random' | 'recentchanges' | 'redirects' | 'revisions' | 'search' | 'siteinfo' | 'stashimageinfo' | 'tags' | 'templates' | 'tokens' | 'transcludedin' | 'unreadnotificationpages' | 'usercontribs' | 'userinfo' | 'users' | 'watchlist' | 'watchlistraw'>> | undefined;
  /** @deprecated */
  mainmodule?: Text | undefined;
  /** @deprecated */
  pagesetmodule?: Text | undefined;
  /** @deprecated */
  formatmodules?: Multi<Open<'json' | 'jsonfm' | 'none' | 'php' | 'phpfm' | 'rawfm' | 'xml' | 'xmlfm'>> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Parsing_wikitext */
export interface ParseParams {
  title?: Text | undefined;
  text?: string | undefined;
  revid?: number | undefined;
  summary?: Text | undefined;
  page?: Text | undefined;
  pageid?: number | undefined;
  redirects?: boolean | undefined;
  oldid?: number | undefined;
  prop?: Multi<'categories' | 'categorieshtml' | 'displaytitle' | 'encodedjsconfigvars' | 'externallinks' | 'headhtml' | 'headitems' | 'images' | 'indicators' | 'iwlinks' | 'jsconfigvars' | 'langlinks' | 'limitreportdata' | 'limitreporthtml' | 'links' | 'modules' | 'parsetree' | 'parsewarnings' | 'parsewarningshtml' | 'properties' | 'revid' | 'sections' | 'subtitle' | 'templates' | 'text' | 'tocdata' | 'wikitext' | More<'parse.prop'>> | undefined;
  /** default mw-parser-output */
  wrapoutputclass?: Text | undefined;
  usearticle?: boolean | undefined;
  parsoid?: boolean | undefined;
  pst?: boolean | undefined;
  onlypst?: boolean | undefined;
  /** @deprecated */
  effectivelanglinks?: boolean | undefined;
  section?: Text | undefined;
  sectiontitle?: Text | undefined;
  /** @deprecated */
  disablepp?: boolean | undefined;
  disablelimitreport?: boolean | undefined;
  disableeditsection?: boolean | undefined;
  disablestylededuplication?: boolean | undefined;
  showstrategykeys?: boolean | undefined;
  /** @deprecated */
  generatexml?: boolean | undefined;
  preview?: boolean | undefined;
  sectionpreview?: boolean | undefined;
  disabletoc?: boolean | undefined;
  useskin?: Open<'apioutput' | 'authentication-popup' | 'fallback' | 'json' | 'minerva' | 'monobook' | 'timeless' | 'vector' | 'vector-2022'> | undefined;
  contentformat?: Open<'application/json' | 'application/octet-stream' | 'application/unknown' | 'application/x-binary' | 'text/css' | 'text/javascript' | 'text/plain' | 'text/unknown' | 'text/x-wiki' | 'unknown/unknown'> | undefined;
  contentmodel?: Open<'GadgetDefinition' | 'Scribunto' | 'css' | 'javascript' | 'json' | 'text' | 'unknown' | 'wikitext'> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Patrol */
export interface PatrolParams {
  rcid?: number | undefined;
  revid?: number | undefined;
  tags?: Multi<string> | undefined;
  token?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Protect */
export interface ProtectParams {
  title?: Text | undefined;
  pageid?: number | undefined;
  protections: Multi<Text>;
  /** default infinite */
  expiry?: Multi<Expiry> | undefined;
  reason?: Text | undefined;
  tags?: Multi<string> | undefined;
  cascade?: boolean | undefined;
  /** @deprecated */
  watch?: boolean | undefined;
  /** default preferences */
  watchlist?: 'nochange' | 'preferences' | 'unwatch' | 'watch' | More<'protect.watchlist'> | undefined;
  watchlistexpiry?: Expiry | undefined;
  token?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Purge */
export interface PurgeParams extends GeneratorParams {
  forcelinkupdate?: boolean | undefined;
  forcerecursivelinkupdate?: boolean | undefined;
  continue?: Text | undefined;
  titles?: Multi<Text> | undefined;
  pageids?: Multi<number> | undefined;
  revids?: Multi<number> | undefined;
  generator?: Open<GeneratorName> | undefined;
  redirects?: boolean | undefined;
  converttitles?: boolean | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Query */
export interface QueryParams extends GeneratorParams {
  prop?: Multi<Open<keyof Props>> | undefined;
  list?: Multi<Open<keyof Lists>> | undefined;
  meta?: Multi<Open<keyof Metas>> | undefined;
  indexpageids?: boolean | undefined;
  export?: boolean | undefined;
  exportnowrap?: boolean | undefined;
  /** default 0.11 */
  exportschema?: '0.10' | '0.11' | More<'query.exportschema'> | undefined;
  iwurl?: boolean | undefined;
  continue?: Text | undefined;
  rawcontinue?: boolean | undefined;
  titles?: Multi<Text> | undefined;
  pageids?: Multi<number> | undefined;
  revids?: Multi<number> | undefined;
  generator?: Open<GeneratorName> | undefined;
  redirects?: boolean | undefined;
  converttitles?: boolean | undefined;
}

/** Of the extension Abuse Filter. */
export interface AbusefiltersParams {
  startid?: number | undefined;
  endid?: number | undefined;
  /** default newer */
  dir?: 'newer' | 'older' | More<'abusefilters.dir'> | undefined;
  show?: Multi<'!deleted' | '!enabled' | '!private' | '!protected' | 'deleted' | 'enabled' | 'private' | 'protected' | More<'abusefilters.show'>> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  /** default id|description|actions|status */
  prop?: Multi<'actions' | 'comments' | 'description' | 'hits' | 'id' | 'lasteditor' | 'lastedittime' | 'pattern' | 'private' | 'protected' | 'status' | More<'abusefilters.prop'>> | undefined;
}

/** Of the extension Abuse Filter. */
export interface AbuselogParams {
  logid?: number | undefined;
  start?: Timestamp | undefined;
  end?: Timestamp | undefined;
  /** default older */
  dir?: 'newer' | 'older' | More<'abuselog.dir'> | undefined;
  user?: Text | undefined;
  title?: Text | undefined;
  filter?: Multi<Text> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  /** default ids|user|title|action|result|timestamp|hidden|revid */
  prop?: Multi<'action' | 'details' | 'filter' | 'hidden' | 'ids' | 'result' | 'revid' | 'timestamp' | 'title' | 'user' | More<'abuselog.prop'>> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Allcategories */
export interface AllcategoriesParams {
  from?: Text | undefined;
  continue?: Text | undefined;
  to?: Text | undefined;
  prefix?: Text | undefined;
  /** default ascending */
  dir?: 'ascending' | 'descending' | More<'allcategories.dir'> | undefined;
  min?: number | undefined;
  max?: number | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  prop?: Multi<'hidden' | 'size' | More<'allcategories.prop'>> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Alldeletedrevisions */
export interface AlldeletedrevisionsParams {
  /** default ids|timestamp|flags|comment|user */
  prop?: Multi<'comment' | 'content' | 'contentmodel' | 'flags' | 'ids' | 'parsedcomment' | 'parsetree' | 'roles' | 'sha1' | 'size' | 'slotsha1' | 'slotsize' | 'tags' | 'timestamp' | 'user' | 'userid' | More<'alldeletedrevisions.prop'>> | undefined;
  slots?: Multi<Open<'main'>> | undefined;
  limit?: Limit | undefined;
  /** @deprecated */
  expandtemplates?: boolean | undefined;
  /** @deprecated */
  generatexml?: boolean | undefined;
  /** @deprecated */
  parse?: boolean | undefined;
  section?: Text | undefined;
  /** @deprecated */
  diffto?: Text | undefined;
  /** @deprecated */
  difftotext?: Text | undefined;
  /** @deprecated */
  difftotextpst?: boolean | undefined;
  /** @deprecated */
  contentformat?: Open<'application/json' | 'application/octet-stream' | 'application/unknown' | 'application/x-binary' | 'text/css' | 'text/javascript' | 'text/plain' | 'text/unknown' | 'text/x-wiki' | 'unknown/unknown'> | undefined;
  user?: string | undefined;
  namespace?: Multi<number | '*'> | undefined;
  start?: Timestamp | undefined;
  end?: Timestamp | undefined;
  /** default older */
  dir?: 'newer' | 'older' | More<'alldeletedrevisions.dir'> | undefined;
  from?: Text | undefined;
  to?: Text | undefined;
  prefix?: Text | undefined;
  excludeuser?: string | undefined;
  tag?: Text | undefined;
  continue?: Text | undefined;
  generatetitles?: boolean | undefined;
  [name: `contentformat-${string}`]: 'application/json' | 'application/octet-stream' | 'application/unknown' | 'application/x-binary' | 'text/css' | 'text/javascript' | 'text/plain' | 'text/unknown' | 'text/x-wiki' | 'unknown/unknown' | More<'alldeletedrevisions.contentformat-{slot}'> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Allfileusages */
export interface AllfileusagesParams {
  continue?: Text | undefined;
  from?: Text | undefined;
  to?: Text | undefined;
  prefix?: Text | undefined;
  unique?: boolean | undefined;
  /** default title */
  prop?: Multi<'ids' | 'title' | More<'allfileusages.prop'>> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  /** default ascending */
  dir?: 'ascending' | 'descending' | More<'allfileusages.dir'> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Allimages */
export interface AllimagesParams {
  /** default name */
  sort?: 'name' | 'timestamp' | More<'allimages.sort'> | undefined;
  /** default ascending */
  dir?: 'ascending' | 'descending' | 'newer' | 'older' | More<'allimages.dir'> | undefined;
  from?: Text | undefined;
  to?: Text | undefined;
  continue?: Text | undefined;
  start?: Timestamp | undefined;
  end?: Timestamp | undefined;
  /** default timestamp|url */
  prop?: Multi<'badfile' | 'bitdepth' | 'canonicaltitle' | 'comment' | 'commonmetadata' | 'dimensions' | 'extmetadata' | 'mediatype' | 'metadata' | 'mime' | 'parsedcomment' | 'sha1' | 'size' | 'timestamp' | 'url' | 'user' | 'userid' | More<'allimages.prop'>> | undefined;
  prefix?: Text | undefined;
  minsize?: number | undefined;
  maxsize?: number | undefined;
  sha1?: Text | undefined;
  sha1base36?: Text | undefined;
  user?: string | undefined;
  /** default all */
  filterbots?: 'all' | 'bots' | 'nobots' | More<'allimages.filterbots'> | undefined;
  mime?: Multi<Text> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Alllinks */
export interface AlllinksParams {
  continue?: Text | undefined;
  from?: Text | undefined;
  to?: Text | undefined;
  prefix?: Text | undefined;
  unique?: boolean | undefined;
  /** default title */
  prop?: Multi<'ids' | 'title' | More<'alllinks.prop'>> | undefined;
  /** default 0 */
  namespace?: number | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  /** default ascending */
  dir?: 'ascending' | 'descending' | More<'alllinks.dir'> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Allmessages */
export interface AllmessagesParams {
  /** default * */
  messages?: Multi<Text> | undefined;
  prop?: Multi<'default' | More<'allmessages.prop'>> | undefined;
  enableparser?: boolean | undefined;
  nocontent?: boolean | undefined;
  includelocal?: boolean | undefined;
  args?: Multi<Text> | undefined;
  filter?: Text | undefined;
  /** default all */
  customised?: 'all' | 'modified' | 'unmodified' | More<'allmessages.customised'> | undefined;
  lang?: Text | undefined;
  from?: Text | undefined;
  to?: Text | undefined;
  title?: Text | undefined;
  prefix?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Allpages */
export interface AllpagesParams {
  from?: Text | undefined;
  continue?: Text | undefined;
  to?: Text | undefined;
  prefix?: Text | undefined;
  /** default 0 */
  namespace?: number | undefined;
  /** default all */
  filterredir?: 'all' | 'nonredirects' | 'redirects' | More<'allpages.filterredir'> | undefined;
  /** default all */
  filterlanglinks?: 'all' | 'withlanglinks' | 'withoutlanglinks' | More<'allpages.filterlanglinks'> | undefined;
  minsize?: number | undefined;
  maxsize?: number | undefined;
  prtype?: Multi<Open<'edit' | 'move' | 'upload'>> | undefined;
  prlevel?: Multi<Open<'' | 'autoconfirmed' | 'sysop'>> | undefined;
  /** default all */
  prfiltercascade?: 'all' | 'cascading' | 'noncascading' | More<'allpages.prfiltercascade'> | undefined;
  /** default all */
  prexpiry?: 'all' | 'definite' | 'indefinite' | More<'allpages.prexpiry'> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  /** default ascending */
  dir?: 'ascending' | 'descending' | More<'allpages.dir'> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Allredirects */
export interface AllredirectsParams {
  continue?: Text | undefined;
  from?: Text | undefined;
  to?: Text | undefined;
  prefix?: Text | undefined;
  unique?: boolean | undefined;
  /** default title */
  prop?: Multi<'fragment' | 'ids' | 'interwiki' | 'title' | More<'allredirects.prop'>> | undefined;
  /** default 0 */
  namespace?: number | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  /** default ascending */
  dir?: 'ascending' | 'descending' | More<'allredirects.dir'> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Allrevisions */
export interface AllrevisionsParams {
  /** default ids|timestamp|flags|comment|user */
  prop?: Multi<'comment' | 'content' | 'contentmodel' | 'flags' | 'ids' | 'parsedcomment' | 'parsetree' | 'roles' | 'sha1' | 'size' | 'slotsha1' | 'slotsize' | 'tags' | 'timestamp' | 'user' | 'userid' | More<'allrevisions.prop'>> | undefined;
  slots?: Multi<Open<'main'>> | undefined;
  limit?: Limit | undefined;
  /** @deprecated */
  expandtemplates?: boolean | undefined;
  /** @deprecated */
  generatexml?: boolean | undefined;
  /** @deprecated */
  parse?: boolean | undefined;
  section?: Text | undefined;
  /** @deprecated */
  diffto?: Text | undefined;
  /** @deprecated */
  difftotext?: Text | undefined;
  /** @deprecated */
  difftotextpst?: boolean | undefined;
  /** @deprecated */
  contentformat?: Open<'application/json' | 'application/octet-stream' | 'application/unknown' | 'application/x-binary' | 'text/css' | 'text/javascript' | 'text/plain' | 'text/unknown' | 'text/x-wiki' | 'unknown/unknown'> | undefined;
  user?: string | undefined;
  namespace?: Multi<number | '*'> | undefined;
  start?: Timestamp | undefined;
  end?: Timestamp | undefined;
  /** default older */
  dir?: 'newer' | 'older' | More<'allrevisions.dir'> | undefined;
  excludeuser?: string | undefined;
  continue?: Text | undefined;
  generatetitles?: boolean | undefined;
  [name: `contentformat-${string}`]: 'application/json' | 'application/octet-stream' | 'application/unknown' | 'application/x-binary' | 'text/css' | 'text/javascript' | 'text/plain' | 'text/unknown' | 'text/x-wiki' | 'unknown/unknown' | More<'allrevisions.contentformat-{slot}'> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Alltransclusions */
export interface AlltransclusionsParams {
  continue?: Text | undefined;
  from?: Text | undefined;
  to?: Text | undefined;
  prefix?: Text | undefined;
  unique?: boolean | undefined;
  /** default title */
  prop?: Multi<'ids' | 'title' | More<'alltransclusions.prop'>> | undefined;
  /** default 10 */
  namespace?: number | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  /** default ascending */
  dir?: 'ascending' | 'descending' | More<'alltransclusions.dir'> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Allusers */
export interface AllusersParams {
  from?: Text | undefined;
  to?: Text | undefined;
  prefix?: Text | undefined;
  /** default ascending */
  dir?: 'ascending' | 'descending' | More<'allusers.dir'> | undefined;
  group?: Multi<string> | undefined;
  excludegroup?: Multi<string> | undefined;
  rights?: Multi<string> | undefined;
  prop?: Multi<'blockinfo' | 'centralids' | 'editcount' | 'groups' | 'implicitgroups' | 'registration' | 'rights' | More<'allusers.prop'>> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  witheditsonly?: boolean | undefined;
  activeusers?: boolean | undefined;
  attachedwiki?: Text | undefined;
  excludenamed?: boolean | undefined;
  excludetemp?: boolean | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Authmanagerinfo */
export interface AuthmanagerinfoParams {
  securitysensitiveoperation?: Text | undefined;
  requestsfor?: 'change' | 'create' | 'create-continue' | 'link' | 'link-continue' | 'login' | 'login-continue' | 'remove' | 'unlink' | More<'authmanagerinfo.requestsfor'> | undefined;
  mergerequestfields?: boolean | undefined;
  /** default wikitext */
  messageformat?: 'html' | 'none' | 'raw' | 'wikitext' | More<'authmanagerinfo.messageformat'> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Backlinks */
export interface BacklinksParams {
  title?: Text | undefined;
  pageid?: number | undefined;
  continue?: Text | undefined;
  namespace?: Multi<number | '*'> | undefined;
  /** default ascending */
  dir?: 'ascending' | 'descending' | More<'backlinks.dir'> | undefined;
  /** default all */
  filterredir?: 'all' | 'nonredirects' | 'redirects' | More<'backlinks.filterredir'> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  redirect?: boolean | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Blocks */
export interface BlocksParams {
  start?: Timestamp | undefined;
  end?: Timestamp | undefined;
  /** default older */
  dir?: 'newer' | 'older' | More<'blocks.dir'> | undefined;
  ids?: Multi<number> | undefined;
  users?: Multi<string> | undefined;
  ip?: Text | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  /** default id|user|by|timestamp|expiry|reason|flags */
  prop?: Multi<'by' | 'byid' | 'expiry' | 'flags' | 'id' | 'range' | 'reason' | 'restrictions' | 'timestamp' | 'user' | 'userid' | More<'blocks.prop'>> | undefined;
  show?: Multi<'!account' | '!ip' | '!range' | '!temp' | 'account' | 'ip' | 'range' | 'temp' | More<'blocks.show'>> | undefined;
  continue?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Categories */
export interface CategoriesParams {
  prop?: Multi<'hidden' | 'sortkey' | 'timestamp' | More<'categories.prop'>> | undefined;
  show?: Multi<'!hidden' | 'hidden' | More<'categories.show'>> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  continue?: Text | undefined;
  categories?: Multi<Text> | undefined;
  /** default ascending */
  dir?: 'ascending' | 'descending' | More<'categories.dir'> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Categoryinfo */
export interface CategoryinfoParams {
  continue?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Categorymembers */
export interface CategorymembersParams {
  title?: Text | undefined;
  pageid?: number | undefined;
  /** default ids|title */
  prop?: Multi<'ids' | 'sortkey' | 'sortkeyprefix' | 'timestamp' | 'title' | 'type' | More<'categorymembers.prop'>> | undefined;
  namespace?: Multi<number | '*'> | undefined;
  /** default page|subcat|file */
  type?: Multi<'file' | 'page' | 'subcat' | More<'categorymembers.type'>> | undefined;
  continue?: Text | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  /** default sortkey */
  sort?: 'sortkey' | 'timestamp' | More<'categorymembers.sort'> | undefined;
  /** default ascending */
  dir?: 'asc' | 'ascending' | 'desc' | 'descending' | 'newer' | 'older' | More<'categorymembers.dir'> | undefined;
  start?: Timestamp | undefined;
  end?: Timestamp | undefined;
  starthexsortkey?: Text | undefined;
  endhexsortkey?: Text | undefined;
  startsortkeyprefix?: Text | undefined;
  endsortkeyprefix?: Text | undefined;
  /** @deprecated */
  startsortkey?: Text | undefined;
  /** @deprecated */
  endsortkey?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Contributors */
export interface ContributorsParams {
  group?: Multi<string> | undefined;
  excludegroup?: Multi<string> | undefined;
  rights?: Multi<string> | undefined;
  excluderights?: Multi<string> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  continue?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Deletedrevisions */
export interface DeletedrevisionsParams {
  /** default ids|timestamp|flags|comment|user */
  prop?: Multi<'comment' | 'content' | 'contentmodel' | 'flags' | 'ids' | 'parsedcomment' | 'parsetree' | 'roles' | 'sha1' | 'size' | 'slotsha1' | 'slotsize' | 'tags' | 'timestamp' | 'user' | 'userid' | More<'deletedrevisions.prop'>> | undefined;
  slots?: Multi<Open<'main'>> | undefined;
  limit?: Limit | undefined;
  /** @deprecated */
  expandtemplates?: boolean | undefined;
  /** @deprecated */
  generatexml?: boolean | undefined;
  /** @deprecated */
  parse?: boolean | undefined;
  section?: Text | undefined;
  /** @deprecated */
  diffto?: Text | undefined;
  /** @deprecated */
  difftotext?: Text | undefined;
  /** @deprecated */
  difftotextpst?: boolean | undefined;
  /** @deprecated */
  contentformat?: Open<'application/json' | 'application/octet-stream' | 'application/unknown' | 'application/x-binary' | 'text/css' | 'text/javascript' | 'text/plain' | 'text/unknown' | 'text/x-wiki' | 'unknown/unknown'> | undefined;
  start?: Timestamp | undefined;
  end?: Timestamp | undefined;
  /** default older */
  dir?: 'newer' | 'older' | More<'deletedrevisions.dir'> | undefined;
  tag?: Text | undefined;
  user?: string | undefined;
  excludeuser?: string | undefined;
  continue?: Text | undefined;
  [name: `contentformat-${string}`]: 'application/json' | 'application/octet-stream' | 'application/unknown' | 'application/x-binary' | 'text/css' | 'text/javascript' | 'text/plain' | 'text/unknown' | 'text/x-wiki' | 'unknown/unknown' | More<'deletedrevisions.contentformat-{slot}'> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Deletedrevs @deprecated */
export interface DeletedrevsParams {
  start?: Timestamp | undefined;
  end?: Timestamp | undefined;
  /** default older */
  dir?: 'newer' | 'older' | More<'deletedrevs.dir'> | undefined;
  from?: Text | undefined;
  to?: Text | undefined;
  prefix?: Text | undefined;
  unique?: boolean | undefined;
  /** default 0 */
  namespace?: number | undefined;
  tag?: Text | undefined;
  user?: string | undefined;
  excludeuser?: string | undefined;
  /** default user|comment */
  prop?: Multi<'comment' | 'content' | 'len' | 'minor' | 'parentid' | 'parsedcomment' | 'revid' | 'sha1' | 'tags' | 'token' | 'user' | 'userid' | More<'deletedrevs.prop'>> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  continue?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Duplicatefiles */
export interface DuplicatefilesParams {
  /** default 10 */
  limit?: Limit | undefined;
  continue?: Text | undefined;
  /** default ascending */
  dir?: 'ascending' | 'descending' | More<'duplicatefiles.dir'> | undefined;
  localonly?: boolean | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Embeddedin */
export interface EmbeddedinParams {
  title?: Text | undefined;
  pageid?: number | undefined;
  continue?: Text | undefined;
  namespace?: Multi<number | '*'> | undefined;
  /** default ascending */
  dir?: 'ascending' | 'descending' | More<'embeddedin.dir'> | undefined;
  /** default all */
  filterredir?: 'all' | 'nonredirects' | 'redirects' | More<'embeddedin.filterredir'> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Extlinks */
export interface ExtlinksParams {
  /** default 10 */
  limit?: Limit | undefined;
  continue?: Text | undefined;
  protocol?: Open<'' | 'bitcoin' | 'ftp' | 'ftps' | 'geo' | 'git' | 'gopher' | 'http' | 'https' | 'irc' | 'ircs' | 'magnet' | 'mailto' | 'matrix' | 'mms' | 'news' | 'nntp' | 'redis' | 'sftp' | 'sip' | 'sips' | 'sms' | 'ssh' | 'svn' | 'tel' | 'telnet' | 'urn' | 'worldwind' | 'xmpp'> | undefined;
  query?: Text | undefined;
  /** @deprecated */
  expandurl?: boolean | undefined;
}

/** Of the extension TextExtracts. @see https://www.mediawiki.org/wiki/Extension:TextExtracts#API */
export interface ExtractsParams {
  /** 1 to 1200 */
  chars?: number | undefined;
  /** 1 to 10 */
  sentences?: number | undefined;
  /** at most 20; default 20 */
  limit?: Limit | undefined;
  intro?: boolean | undefined;
  plaintext?: boolean | undefined;
  /** default wiki */
  sectionformat?: 'plain' | 'raw' | 'wiki' | More<'extracts.sectionformat'> | undefined;
  continue?: number | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Exturlusage */
export interface ExturlusageParams {
  /** default ids|title|url */
  prop?: Multi<'ids' | 'title' | 'url' | More<'exturlusage.prop'>> | undefined;
  continue?: Text | undefined;
  protocol?: Open<'' | 'bitcoin' | 'ftp' | 'ftps' | 'geo' | 'git' | 'gopher' | 'http' | 'https' | 'irc' | 'ircs' | 'magnet' | 'mailto' | 'matrix' | 'mms' | 'news' | 'nntp' | 'redis' | 'sftp' | 'sip' | 'sips' | 'sms' | 'ssh' | 'svn' | 'tel' | 'telnet' | 'urn' | 'worldwind' | 'xmpp'> | undefined;
  query?: Text | undefined;
  namespace?: Multi<number | '*'> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  /** @deprecated */
  expandurl?: boolean | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Filearchive */
export interface FilearchiveParams {
  from?: Text | undefined;
  to?: Text | undefined;
  prefix?: Text | undefined;
  /** default ascending */
  dir?: 'ascending' | 'descending' | More<'filearchive.dir'> | undefined;
  sha1?: Text | undefined;
  sha1base36?: Text | undefined;
  /** default timestamp */
  prop?: Multi<'archivename' | 'bitdepth' | 'description' | 'dimensions' | 'mediatype' | 'metadata' | 'mime' | 'parseddescription' | 'sha1' | 'size' | 'timestamp' | 'user' | More<'filearchive.prop'>> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  continue?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Filerepoinfo */
export interface FilerepoinfoParams {
  prop?: Multi<'canUpload' | 'displayname' | 'favicon' | 'initialCapital' | 'local' | 'name' | 'rootUrl' | 'scriptDirUrl' | 'thumbUrl' | 'url' | More<'filerepoinfo.prop'>> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Fileusage */
export interface FileusageParams {
  /** default pageid|title|redirect */
  prop?: Multi<'pageid' | 'redirect' | 'title' | More<'fileusage.prop'>> | undefined;
  namespace?: Multi<number | '*'> | undefined;
  show?: Multi<'!redirect' | 'redirect' | More<'fileusage.show'>> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  continue?: Text | undefined;
}

/** Of the extension Gadgets. */
export interface GadgetcategoriesParams {
  /** default name */
  prop?: Multi<'members' | 'name' | 'title' | More<'gadgetcategories.prop'>> | undefined;
  names?: Multi<Text> | undefined;
}

/** Of the extension Gadgets. */
export interface GadgetsParams {
  /** default id|metadata */
  prop?: Multi<'desc' | 'id' | 'metadata' | More<'gadgets.prop'>> | undefined;
  categories?: Multi<Text> | undefined;
  ids?: Multi<Text> | undefined;
  allowedonly?: boolean | undefined;
  enabledonly?: boolean | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Imageinfo */
export interface ImageinfoParams {
  /** default timestamp|user */
  prop?: Multi<'archivename' | 'badfile' | 'bitdepth' | 'canonicaltitle' | 'comment' | 'commonmetadata' | 'dimensions' | 'extmetadata' | 'mediatype' | 'metadata' | 'mime' | 'parsedcomment' | 'sha1' | 'size' | 'thumbmime' | 'timestamp' | 'uploadwarning' | 'url' | 'user' | 'userid' | More<'imageinfo.prop'>> | undefined;
  /** default 1 */
  limit?: Limit | undefined;
  start?: Timestamp | undefined;
  end?: Timestamp | undefined;
  /** default -1 */
  urlwidth?: number | undefined;
  /** default -1 */
  urlheight?: number | undefined;
  /** default 1 */
  metadataversion?: Text | undefined;
  /** default en */
  extmetadatalanguage?: Text | undefined;
  extmetadatamultilang?: boolean | undefined;
  extmetadatafilter?: Multi<Text> | undefined;
  urlparam?: Text | undefined;
  badfilecontexttitle?: Text | undefined;
  continue?: Text | undefined;
  localonly?: boolean | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Images */
export interface ImagesParams {
  /** default 10 */
  limit?: Limit | undefined;
  continue?: Text | undefined;
  images?: Multi<Text> | undefined;
  /** default ascending */
  dir?: 'ascending' | 'descending' | More<'images.dir'> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Imageusage */
export interface ImageusageParams {
  title?: Text | undefined;
  pageid?: number | undefined;
  continue?: Text | undefined;
  namespace?: Multi<number | '*'> | undefined;
  /** default ascending */
  dir?: 'ascending' | 'descending' | More<'imageusage.dir'> | undefined;
  /** default all */
  filterredir?: 'all' | 'nonredirects' | 'redirects' | More<'imageusage.filterredir'> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  redirect?: boolean | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Info */
export interface InfoParams {
  prop?: Multi<'associatedpage' | 'displaytitle' | 'editintro' | 'linkclasses' | 'notificationtimestamp' | 'preload' | 'preloadcontent' | 'protection' | 'readable' | 'subjectid' | 'talkid' | 'url' | 'varianttitles' | 'visitingwatchers' | 'watched' | 'watchers' | More<'info.prop'>> | undefined;
  /** default Main Page */
  linkcontext?: string | undefined;
  testactions?: Multi<Text> | undefined;
  /** default boolean */
  testactionsdetail?: 'boolean' | 'full' | 'quick' | More<'info.testactionsdetail'> | undefined;
  testactionsautocreate?: boolean | undefined;
  preloadcustom?: Text | undefined;
  preloadparams?: Multi<Text> | undefined;
  preloadnewsection?: boolean | undefined;
  /** default moreframes */
  editintrostyle?: 'lessframes' | 'moreframes' | More<'info.editintrostyle'> | undefined;
  editintroskip?: Multi<Text> | undefined;
  editintrocustom?: Text | undefined;
  continue?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Iwbacklinks */
export interface IwbacklinksParams {
  prefix?: Text | undefined;
  title?: Text | undefined;
  continue?: Text | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  prop?: Multi<'iwprefix' | 'iwtitle' | More<'iwbacklinks.prop'>> | undefined;
  /** default ascending */
  dir?: 'ascending' | 'descending' | More<'iwbacklinks.dir'> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Iwlinks */
export interface IwlinksParams {
  prop?: Multi<'url' | More<'iwlinks.prop'>> | undefined;
  prefix?: Text | undefined;
  title?: Text | undefined;
  /** default ascending */
  dir?: 'ascending' | 'descending' | More<'iwlinks.dir'> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  continue?: Text | undefined;
  /** @deprecated */
  url?: boolean | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Langbacklinks */
export interface LangbacklinksParams {
  lang?: Text | undefined;
  title?: Text | undefined;
  continue?: Text | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  prop?: Multi<'lllang' | 'lltitle' | More<'langbacklinks.prop'>> | undefined;
  /** default ascending */
  dir?: 'ascending' | 'descending' | More<'langbacklinks.dir'> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Langlinks */
export interface LanglinksParams {
  prop?: Multi<'autonym' | 'langname' | 'url' | More<'langlinks.prop'>> | undefined;
  lang?: Text | undefined;
  title?: Text | undefined;
  /** default ascending */
  dir?: 'ascending' | 'descending' | More<'langlinks.dir'> | undefined;
  /** default en */
  inlanguagecode?: Text | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  continue?: Text | undefined;
  /** @deprecated */
  url?: boolean | undefined;
}

export interface LanguageinfoParams {
  /** default code */
  prop?: Multi<'autonym' | 'bcp47' | 'code' | 'dir' | 'fallbacks' | 'name' | 'variantnames' | 'variants' | More<'languageinfo.prop'>> | undefined;
  /** default * */
  code?: Multi<Text> | undefined;
  continue?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Links */
export interface LinksParams {
  namespace?: Multi<number | '*'> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  continue?: Text | undefined;
  titles?: Multi<Text> | undefined;
  /** default ascending */
  dir?: 'ascending' | 'descending' | More<'links.dir'> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Linkshere */
export interface LinkshereParams {
  /** default pageid|title|redirect */
  prop?: Multi<'pageid' | 'redirect' | 'title' | More<'linkshere.prop'>> | undefined;
  namespace?: Multi<number | '*'> | undefined;
  show?: Multi<'!redirect' | 'redirect' | More<'linkshere.show'>> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  continue?: Text | undefined;
}

/** Of the extension Linter. */
export interface LinterrorsParams {
  categories?: Multi<Open<'bogus-image-options' | 'deletable-table-tag' | 'duplicate-ids' | 'fostered' | 'fostered-transparent' | 'html5-misnesting' | 'large-tables' | 'misc-tidy-replacement-issues' | 'misnested-tag' | 'missing-end-tag' | 'missing-end-tag-in-heading' | 'multi-colon-escape' | 'multiline-html-table-in-list' | 'multiple-unclosed-formatting-tags' | 'night-mode-unaware-background-color' | 'obsolete-tag' | 'pwrap-bug-workaround' | 'self-closed-tag' | 'stripped-tag' | 'tidy-font-bug' | 'tidy-whitespace-bug' | 'unclosed-quotes-in-heading' | 'wikilink-in-extlink'>> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  namespace?: Multi<number | '*'> | undefined;
  pageid?: Multi<number> | undefined;
  title?: Text | undefined;
  from?: number | undefined;
}

/** Of the extension Linter. */
export interface LinterstatsParams {
}

/** @see https://www.mediawiki.org/wiki/API:Logevents */
export interface LogeventsParams {
  /** default ids|title|type|user|timestamp|comment|details */
  prop?: Multi<'comment' | 'details' | 'ids' | 'parsedcomment' | 'tags' | 'timestamp' | 'title' | 'type' | 'user' | 'userid' | More<'logevents.prop'>> | undefined;
  type?: Open<'' | 'abusefilter' | 'abusefilter-protected-vars' | 'abusefilterblockeddomainhit' | 'abusefilterprivatedetails' | 'block' | 'contentmodel' | 'create' | 'delete' | 'import' | 'interwiki' | 'managetags' | 'merge' | 'move' | 'newusers' | 'oath' | 'pagelang' | 'patrol' | 'protect' | 'renameuser' | 'rights' | 'spamblacklist' | 'suppress' | 'tag' | 'thanks' | 'titleblacklist' | 'upload'> | undefined;
  action?: Open<'abusefilter-protected-vars/*' | 'abusefilter/create' | 'abusefilter/hit' | 'abusefilter/modify' | 'abusefilterblockeddomainhit/*' | 'abusefilterprivatedetails/access' | 'block/block' | 'block/reblock' | 'block/unblock' | 'contentmodel/change' | 'contentmodel/new' | 'create/create' | 'delete/delete' | 'delete/delete_redir' | 'delete/delete_redir2' | 'delete/event' | 'delete/restore' | 'delete/revision' | 'import/interwiki' | 'import/upload' | 'interwiki/*' | 'managetags/activate' | 'managetags/create' | 'managetags/deactivate' | 'managetags/delete' | 'merge/merge' | 'move/move' | 'move/move_redir' | 'newusers/autocreate' | 'newusers/byemail' | 'newusers/create' | 'newusers/create2' | 'newusers/newusers' | 'oath/*' | 'pagelang/pagelang' | 'patrol/autopatrol' | 'patrol/patrol' | 'protect/modify' | 'protect/move_prot' | 'protect/protect' | 'protect/unprotect' | 'renameuser/renameuser' | 'rights/autopromote' | 'rights/blockautopromote' | 'rights/restoreautopromote' | 'rights/rights' | 'spamblacklist/*' | 'suppress/block' | 'suppress/delete' | 'suppress/event' | 'suppress/hide-afl' | 'suppress/reblock' | 'suppress/revision' | 'suppress/unhide-afl' | 'tag/update' | 'thanks/*' | 'titleblacklist/*' | 'upload/overwrite' | 'upload/revert' | 'upload/upload'> | undefined;
  start?: Timestamp | undefined;
  end?: Timestamp | undefined;
  /** default older */
  dir?: 'newer' | 'older' | More<'logevents.dir'> | undefined;
  user?: string | undefined;
  title?: Text | undefined;
  namespace?: number | undefined;
  prefix?: Text | undefined;
  tag?: Text | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  continue?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:mystashedfiles */
export interface MystashedfilesParams {
  prop?: Multi<'size' | 'type' | More<'mystashedfiles.prop'>> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  continue?: Text | undefined;
}

/** Of the extension Echo. @see https://www.mediawiki.org/wiki/Echo_(Notifications)/API */
export interface NotificationsParams {
  /** default read|!read */
  filter?: Multi<'!read' | 'read' | More<'notifications.filter'>> | undefined;
  /** default list */
  prop?: Multi<'count' | 'list' | 'seenTime' | More<'notifications.prop'>> | undefined;
  /** default alert|message */
  sections?: Multi<Open<'alert' | 'message'>> | undefined;
  groupbysection?: boolean | undefined;
  format?: Open<'flyout' | 'html' | 'model' | 'special'> | undefined;
  /** at most 50, with the right apihighlimits 500; default 20 */
  limit?: Limit | undefined;
  continue?: Text | undefined;
  unreadfirst?: boolean | undefined;
  titles?: Multi<Text> | undefined;
  bundle?: boolean | undefined;
  /** default web */
  notifiertypes?: Multi<Open<'email' | 'web'>> | undefined;
  alertcontinue?: Text | undefined;
  alertunreadfirst?: boolean | undefined;
  messagecontinue?: Text | undefined;
  messageunreadfirst?: boolean | undefined;
}

/** Of the extension OATHAuth. @internal */
export interface OathParams {
  user?: string | undefined;
  reason?: Text | undefined;
}

/** Of the extension PageImages. @see https://www.mediawiki.org/wiki/Extension:PageImages#API */
export interface PageimagesParams {
  /** default thumbnail|name */
  prop?: Multi<'name' | 'original' | 'thumbnail' | More<'pageimages.prop'>> | undefined;
  /** default 50 */
  thumbsize?: number | undefined;
  /** at most 50, with the right apihighlimits 100; default 50 */
  limit?: Limit | undefined;
  /** default free */
  license?: 'any' | 'free' | More<'pageimages.license'> | undefined;
  continue?: number | undefined;
  langcode?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Pagepropnames */
export interface PagepropnamesParams {
  continue?: Text | undefined;
  /** default 10 */
  limit?: Limit | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Pageprops */
export interface PagepropsParams {
  continue?: Text | undefined;
  prop?: Multi<Text> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Pageswithprop */
export interface PageswithpropParams {
  propname: Text;
  /** default ids|title */
  prop?: Multi<'ids' | 'title' | 'value' | More<'pageswithprop.prop'>> | undefined;
  continue?: Text | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  /** default ascending */
  dir?: 'ascending' | 'descending' | More<'pageswithprop.dir'> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Prefixsearch */
export interface PrefixsearchParams {
  search: Text;
  /** default 0 */
  namespace?: Multi<number | '*'> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  /** at least 0; default 0 */
  offset?: number | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Protectedtitles */
export interface ProtectedtitlesParams {
  namespace?: Multi<number | '*'> | undefined;
  level?: Multi<Open<'autoconfirmed' | 'sysop'>> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  /** default older */
  dir?: 'newer' | 'older' | More<'protectedtitles.dir'> | undefined;
  start?: Timestamp | undefined;
  end?: Timestamp | undefined;
  /** default timestamp|level */
  prop?: Multi<'comment' | 'expiry' | 'level' | 'parsedcomment' | 'timestamp' | 'user' | 'userid' | More<'protectedtitles.prop'>> | undefined;
  continue?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Querypage */
export interface QuerypageParams {
  page: Open<'Ancientpages' | 'BrokenRedirects' | 'Deadendpages' | 'DoubleRedirects' | 'Fewestrevisions' | 'GadgetUsage' | 'ListDuplicatedFiles' | 'Listredirects' | 'Lonelypages' | 'Longpages' | 'MediaStatistics' | 'Mostcategories' | 'Mostimages' | 'Mostinterwikis' | 'Mostlinked' | 'Mostlinkedcategories' | 'Mostlinkedtemplates' | 'Mostrevisions' | 'Shortpages' | 'Uncategorizedcategories' | 'Uncategorizedimages' | 'Uncategorizedpages' | 'Uncategorizedtemplates' | 'Unusedcategories' | 'Unusedimages' | 'Unusedtemplates' | 'Unwatchedpages' | 'Wantedcategories' | 'Wantedfiles' | 'Wantedpages' | 'Wantedtemplates' | 'Withoutinterwiki'>;
  /** default 0 */
  offset?: number | undefined;
  /** default 10 */
  limit?: Limit | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Random */
export interface RandomParams {
  namespace?: Multi<number | '*'> | undefined;
  /** default nonredirects */
  filterredir?: 'all' | 'nonredirects' | 'redirects' | More<'random.filterredir'> | undefined;
  /** @deprecated */
  redirect?: boolean | undefined;
  /** default 1 */
  limit?: Limit | undefined;
  continue?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Recentchanges */
export interface RecentchangesParams {
  start?: Timestamp | undefined;
  end?: Timestamp | undefined;
  /** default older */
  dir?: 'newer' | 'older' | More<'recentchanges.dir'> | undefined;
  namespace?: Multi<number | '*'> | undefined;
  user?: string | undefined;
  excludeuser?: string | undefined;
  tag?: Text | undefined;
  /** default title|timestamp|ids */
  prop?: Multi<'comment' | 'flags' | 'ids' | 'loginfo' | 'parsedcomment' | 'patrolled' | 'redirect' | 'sha1' | 'sizes' | 'tags' | 'timestamp' | 'title' | 'user' | 'userid' | More<'recentchanges.prop'>> | undefined;
  show?: Multi<'!anon' | '!autopatrolled' | '!bot' | '!minor' | '!patrolled' | '!redirect' | 'anon' | 'autopatrolled' | 'bot' | 'minor' | 'patrolled' | 'redirect' | 'unpatrolled' | More<'recentchanges.show'>> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  /** default edit|new|log|categorize */
  type?: Multi<'categorize' | 'edit' | 'external' | 'log' | 'new' | More<'recentchanges.type'>> | undefined;
  toponly?: boolean | undefined;
  title?: Text | undefined;
  continue?: Text | undefined;
  generaterevisions?: boolean | undefined;
  slot?: Open<'main'> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Redirects */
export interface RedirectsParams {
  /** default pageid|title */
  prop?: Multi<'fragment' | 'pageid' | 'title' | More<'redirects.prop'>> | undefined;
  namespace?: Multi<number | '*'> | undefined;
  show?: Multi<'!fragment' | 'fragment' | More<'redirects.show'>> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  continue?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Revisions */
export interface RevisionsParams {
  /** default ids|timestamp|flags|comment|user */
  prop?: Multi<'comment' | 'content' | 'contentmodel' | 'flags' | 'ids' | 'parsedcomment' | 'parsetree' | 'roles' | 'sha1' | 'size' | 'slotsha1' | 'slotsize' | 'tags' | 'timestamp' | 'user' | 'userid' | More<'revisions.prop'>> | undefined;
  slots?: Multi<Open<'main'>> | undefined;
  limit?: Limit | undefined;
  /** @deprecated */
  expandtemplates?: boolean | undefined;
  /** @deprecated */
  generatexml?: boolean | undefined;
  /** @deprecated */
  parse?: boolean | undefined;
  section?: Text | undefined;
  /** @deprecated */
  diffto?: Text | undefined;
  /** @deprecated */
  difftotext?: Text | undefined;
  /** @deprecated */
  difftotextpst?: boolean | undefined;
  /** @deprecated */
  contentformat?: Open<'application/json' | 'application/octet-stream' | 'application/unknown' | 'application/x-binary' | 'text/css' | 'text/javascript' | 'text/plain' | 'text/unknown' | 'text/x-wiki' | 'unknown/unknown'> | undefined;
  startid?: number | undefined;
  endid?: number | undefined;
  start?: Timestamp | undefined;
  end?: Timestamp | undefined;
  /** default older */
  dir?: 'newer' | 'older' | More<'revisions.dir'> | undefined;
  user?: string | undefined;
  excludeuser?: string | undefined;
  tag?: Text | undefined;
  continue?: Text | undefined;
  [name: `contentformat-${string}`]: 'application/json' | 'application/octet-stream' | 'application/unknown' | 'application/x-binary' | 'text/css' | 'text/javascript' | 'text/plain' | 'text/unknown' | 'text/x-wiki' | 'unknown/unknown' | More<'revisions.contentformat-{slot}'> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Search */
export interface SearchParams {
  search: Text;
  /** default 0 */
  namespace?: Multi<number | '*'> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  /** at least 0; default 0 */
  offset?: number | undefined;
  what?: Open<'nearmatch' | 'text' | 'title'> | undefined;
  /** default totalhits|suggestion|rewrittenquery */
  info?: Multi<'rewrittenquery' | 'suggestion' | 'totalhits' | More<'search.info'>> | undefined;
  /** default size|wordcount|timestamp|snippet */
  prop?: Multi<'categorysnippet' | 'extensiondata' | 'hasrelated' | 'isfilematch' | 'redirectsnippet' | 'redirecttitle' | 'score' | 'sectionsnippet' | 'sectiontitle' | 'size' | 'snippet' | 'timestamp' | 'titlesnippet' | 'wordcount' | More<'search.prop'>> | undefined;
  interwiki?: boolean | undefined;
  enablerewrites?: boolean | undefined;
  /** default relevance */
  sort?: Open<'relevance'> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Siteinfo */
export interface SiteinfoParams {
  /** default general */
  prop?: Multi<'autocreatetempuser' | 'autopromote' | 'autopromoteonce' | 'clientlibraries' | 'dbrepllag' | 'defaultoptions' | 'extensions' | 'extensiontags' | 'fileextensions' | 'functionhooks' | 'general' | 'interwikimap' | 'languages' | 'languagevariants' | 'libraries' | 'magicwords' | 'namespacealiases' | 'namespaces' | 'protocols' | 'restrictions' | 'rightsinfo' | 'showhooks' | 'skins' | 'specialpagealiases' | 'statistics' | 'uploaddialog' | 'usergroups' | 'variables' | More<'siteinfo.prop'>> | undefined;
  filteriw?: '!local' | 'local' | More<'siteinfo.filteriw'> | undefined;
  showalldb?: boolean | undefined;
  numberingroup?: boolean | undefined;
  inlanguagecode?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Stashimageinfo */
export interface StashimageinfoParams {
  filekey?: Multi<Text> | undefined;
  /** @deprecated */
  sessionkey?: Multi<Text> | undefined;
  /** default timestamp|url */
  prop?: Multi<'badfile' | 'bitdepth' | 'canonicaltitle' | 'commonmetadata' | 'dimensions' | 'extmetadata' | 'metadata' | 'mime' | 'sha1' | 'size' | 'thumbmime' | 'timestamp' | 'url' | More<'stashimageinfo.prop'>> | undefined;
  /** default -1 */
  urlwidth?: number | undefined;
  /** default -1 */
  urlheight?: number | undefined;
  urlparam?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Tags */
export interface TagsParams {
  continue?: Text | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  prop?: Multi<'active' | 'defined' | 'description' | 'displayname' | 'hitcount' | 'source' | More<'tags.prop'>> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Templates */
export interface TemplatesParams {
  namespace?: Multi<number | '*'> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  continue?: Text | undefined;
  templates?: Multi<Text> | undefined;
  /** default ascending */
  dir?: 'ascending' | 'descending' | More<'templates.dir'> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Tokens */
export interface TokensParams {
  /** default csrf */
  type?: Multi<Open<'createaccount' | 'csrf' | 'login' | 'patrol' | 'rollback' | 'userrights' | 'watch'>> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Transcludedin */
export interface TranscludedinParams {
  /** default pageid|title|redirect */
  prop?: Multi<'pageid' | 'redirect' | 'title' | More<'transcludedin.prop'>> | undefined;
  namespace?: Multi<number | '*'> | undefined;
  show?: Multi<'!redirect' | 'redirect' | More<'transcludedin.show'>> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  continue?: Text | undefined;
}

/** Of the extension Echo. @see https://www.mediawiki.org/wiki/Echo_(Notifications)/API */
export interface UnreadnotificationpagesParams {
  grouppages?: boolean | undefined;
  /** at most 2000; default 10 */
  limit?: Limit | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Usercontribs */
export interface UsercontribsParams {
  /** default 10 */
  limit?: Limit | undefined;
  start?: Timestamp | undefined;
  end?: Timestamp | undefined;
  continue?: Text | undefined;
  user?: Multi<string> | undefined;
  userids?: Multi<number> | undefined;
  userprefix?: Text | undefined;
  iprange?: Text | undefined;
  /** default older */
  dir?: 'newer' | 'older' | More<'usercontribs.dir'> | undefined;
  namespace?: Multi<number | '*'> | undefined;
  /** default ids|title|timestamp|comment|size|flags */
  prop?: Multi<'comment' | 'flags' | 'ids' | 'parsedcomment' | 'patrolled' | 'size' | 'sizediff' | 'tags' | 'timestamp' | 'title' | More<'usercontribs.prop'>> | undefined;
  show?: Multi<'!autopatrolled' | '!minor' | '!new' | '!patrolled' | '!top' | 'autopatrolled' | 'minor' | 'new' | 'patrolled' | 'top' | More<'usercontribs.show'>> | undefined;
  tag?: Text | undefined;
  /** @deprecated */
  toponly?: boolean | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Userinfo */
export interface UserinfoParams {
  prop?: Multi<'acceptlang' | 'blockinfo' | 'cancreateaccount' | 'centralids' | 'changeablegroups' | 'editcount' | 'email' | 'groupmemberships' | 'groups' | 'hasmsg' | 'implicitgroups' | 'latestcontrib' | 'options' | 'ratelimits' | 'realname' | 'registrationdate' | 'rights' | 'theoreticalratelimits' | 'unreadcount' | More<'userinfo.prop'>> | undefined;
  attachedwiki?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Users */
export interface UsersParams {
  prop?: Multi<'blockinfo' | 'cancreate' | 'centralids' | 'editcount' | 'emailable' | 'gender' | 'groupmemberships' | 'groups' | 'implicitgroups' | 'registration' | 'rights' | More<'users.prop'>> | undefined;
  attachedwiki?: Text | undefined;
  users?: Multi<Text> | undefined;
  userids?: Multi<number> | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Watchlist */
export interface WatchlistParams {
  allrev?: boolean | undefined;
  start?: Timestamp | undefined;
  end?: Timestamp | undefined;
  namespace?: Multi<number | '*'> | undefined;
  user?: string | undefined;
  excludeuser?: string | undefined;
  /** default older */
  dir?: 'newer' | 'older' | More<'watchlist.dir'> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  /** default ids|title|flags */
  prop?: Multi<'comment' | 'expiry' | 'flags' | 'ids' | 'loginfo' | 'notificationtimestamp' | 'parsedcomment' | 'patrol' | 'sizes' | 'tags' | 'timestamp' | 'title' | 'user' | 'userid' | More<'watchlist.prop'>> | undefined;
  show?: Multi<'!anon' | '!autopatrolled' | '!bot' | '!minor' | '!patrolled' | '!unread' | 'anon' | 'autopatrolled' | 'bot' | 'minor' | 'patrolled' | 'unread' | More<'watchlist.show'>> | undefined;
  /** default edit|new|log|categorize */
  type?: Multi<'categorize' | 'edit' | 'external' | 'log' | 'new' | More<'watchlist.type'>> | undefined;
  owner?: string | undefined;
  token?: Text | undefined;
  continue?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Watchlistraw */
export interface WatchlistrawParams {
  continue?: Text | undefined;
  namespace?: Multi<number | '*'> | undefined;
  /** default 10 */
  limit?: Limit | undefined;
  prop?: Multi<'changed' | More<'watchlistraw.prop'>> | undefined;
  show?: Multi<'!changed' | 'changed' | More<'watchlistraw.show'>> | undefined;
  owner?: string | undefined;
  token?: Text | undefined;
  /** default ascending */
  dir?: 'ascending' | 'descending' | More<'watchlistraw.dir'> | undefined;
  fromtitle?: Text | undefined;
  totitle?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Manage_authentication_data */
export interface RemoveauthenticationdataParams {
  request: Text;
  token?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Manage_authentication_data */
export interface ResetpasswordParams {
  user?: string | undefined;
  email?: Text | undefined;
  token?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Revisiondelete */
export interface RevisiondeleteParams {
  type: 'archive' | 'filearchive' | 'logging' | 'oldimage' | 'revision' | More<'revisiondelete.type'>;
  target?: Text | undefined;
  ids: Multi<Text>;
  hide?: Multi<'comment' | 'content' | 'user' | More<'revisiondelete.hide'>> | undefined;
  show?: Multi<'comment' | 'content' | 'user' | More<'revisiondelete.show'>> | undefined;
  /** default nochange */
  suppress?: 'no' | 'nochange' | 'yes' | More<'revisiondelete.suppress'> | undefined;
  reason?: Text | undefined;
  tags?: Multi<string> | undefined;
  token?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Rollback */
export interface RollbackParams {
  title?: Text | undefined;
  pageid?: number | undefined;
  tags?: Multi<string> | undefined;
  user: string;
  summary?: Text | undefined;
  markbot?: boolean | undefined;
  /** default preferences */
  watchlist?: 'nochange' | 'preferences' | 'unwatch' | 'watch' | More<'rollback.watchlist'> | undefined;
  watchlistexpiry?: Expiry | undefined;
  token?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Rsd */
export interface RsdParams {
}

/** Of the extension Scribunto. @internal */
export interface ScribuntoConsoleParams {
  title?: Text | undefined;
  content?: string | undefined;
  session?: number | undefined;
  question: string;
  clear?: boolean | undefined;
  token?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:SetNotificationTimestamp */
export interface SetnotificationtimestampParams extends GeneratorParams {
  entirewatchlist?: boolean | undefined;
  timestamp?: Timestamp | undefined;
  torevid?: number | undefined;
  newerthanrevid?: number | undefined;
  continue?: Text | undefined;
  titles?: Multi<Text> | undefined;
  pageids?: Multi<number> | undefined;
  revids?: Multi<number> | undefined;
  generator?: Open<GeneratorName> | undefined;
  redirects?: boolean | undefined;
  converttitles?: boolean | undefined;
  token?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:SetPageLanguage */
export interface SetpagelanguageParams {
  title?: Text | undefined;
  pageid?: number | undefined;
  lang: string;
  reason?: Text | undefined;
  tags?: Multi<string> | undefined;
  token?: Text | undefined;
}

/** Of the extension SpamBlacklist. @see https://www.mediawiki.org/wiki/Extension:SpamBlacklist/API */
export interface SpamblacklistParams {
  url: Multi<Text>;
}

/** @see https://www.mediawiki.org/wiki/API:Stashedit @internal */
export interface StasheditParams {
  title: Text;
  section?: Text | undefined;
  sectiontitle?: Text | undefined;
  text?: string | undefined;
  stashedtexthash?: Text | undefined;
  summary?: Text | undefined;
  contentmodel: Open<'GadgetDefinition' | 'Scribunto' | 'css' | 'javascript' | 'json' | 'text' | 'unknown' | 'wikitext'>;
  contentformat: Open<'application/json' | 'application/octet-stream' | 'application/unknown' | 'application/x-binary' | 'text/css' | 'text/javascript' | 'text/plain' | 'text/unknown' | 'text/x-wiki' | 'unknown/unknown'>;
  baserevid: number;
  token?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Tag */
export interface TagParams {
  rcid?: Multi<number> | undefined;
  revid?: Multi<number> | undefined;
  logid?: Multi<number> | undefined;
  add?: Multi<string> | undefined;
  remove?: Multi<Text> | undefined;
  reason?: Text | undefined;
  tags?: Multi<string> | undefined;
  token?: Text | undefined;
}

/** Of the extension TemplateData. @see https://www.mediawiki.org/wiki/Extension:TemplateData */
export interface TemplatedataParams extends GeneratorParams {
  includeMissingTitles?: boolean | undefined;
  /** @deprecated */
  doNotIgnoreMissingTitles?: boolean | undefined;
  lang?: Text | undefined;
  titles?: Multi<Text> | undefined;
  pageids?: Multi<number> | undefined;
  revids?: Multi<number> | undefined;
  generator?: Open<GeneratorName> | undefined;
  redirects?: boolean | undefined;
  converttitles?: boolean | undefined;
}

/** Of the extension Thanks. @see https://www.mediawiki.org/wiki/Extension:Thanks#API_Documentation */
export interface ThankParams {
  /** at least 1 */
  rev?: number | undefined;
  /** at least 1 */
  log?: number | undefined;
  token?: Text | undefined;
  source?: Text | undefined;
}

/** Of the extension TitleBlacklist. */
export interface TitleblacklistParams {
  title: Text;
  /** default edit */
  action?: 'create' | 'createpage' | 'createtalk' | 'edit' | 'move' | 'new-account' | 'upload' | More<'titleblacklist.action'> | undefined;
  nooverride?: boolean | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Block */
export interface UnblockParams {
  id?: number | undefined;
  user?: string | undefined;
  /** @deprecated */
  userid?: number | undefined;
  reason?: Text | undefined;
  tags?: Multi<string> | undefined;
  watchuser?: boolean | undefined;
  watchlistexpiry?: Expiry | undefined;
  token?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Undelete */
export interface UndeleteParams {
  title: Text;
  reason?: Text | undefined;
  tags?: Multi<string> | undefined;
  timestamps?: Multi<Timestamp> | undefined;
  fileids?: Multi<number> | undefined;
  undeletetalk?: boolean | undefined;
  /** default preferences */
  watchlist?: 'nochange' | 'preferences' | 'unwatch' | 'watch' | More<'undelete.watchlist'> | undefined;
  watchlistexpiry?: Expiry | undefined;
  token?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Manage_authentication_data */
export interface UnlinkaccountParams {
  request: Text;
  token?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Upload */
export interface UploadParams {
  filename?: Text | undefined;
  comment?: Text | undefined;
  tags?: Multi<string> | undefined;
  text?: string | undefined;
  /** @deprecated */
  watch?: boolean | undefined;
  /** default preferences */
  watchlist?: 'nochange' | 'preferences' | 'watch' | More<'upload.watchlist'> | undefined;
  watchlistexpiry?: Expiry | undefined;
  ignorewarnings?: boolean | undefined;
  file?: Blob | undefined;
  url?: Text | undefined;
  filekey?: Text | undefined;
  /** @deprecated */
  sessionkey?: Text | undefined;
  stash?: boolean | undefined;
  /** 0 to 104857600 */
  filesize?: number | undefined;
  /** at least 0 */
  offset?: number | undefined;
  chunk?: Blob | undefined;
  async?: boolean | undefined;
  checkstatus?: boolean | undefined;
  token?: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:User_group_membership */
export interface UserrightsParams {
  user?: string | undefined;
  /** @deprecated */
  userid?: number | undefined;
  add?: Multi<string> | undefined;
  /** default infinite */
  expiry?: Multi<Expiry> | undefined;
  remove?: Multi<string> | undefined;
  reason?: Text | undefined;
  token?: Text | undefined;
  tags?: Multi<string> | undefined;
  watchuser?: boolean | undefined;
  watchlistexpiry?: Expiry | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Validatepassword */
export interface ValidatepasswordParams {
  password: string;
  user?: string | undefined;
  email?: Text | undefined;
  realname?: Text | undefined;
}

/** Of the extension VisualEditor. @internal */
export interface VisualeditorParams {
  page: Text;
  badetag?: Text | undefined;
  paction: 'metadata' | 'parse' | 'parsefragment' | 'templatesused' | 'wikitext' | More<'visualeditor.paction'>;
  wikitext?: string | undefined;
  section?: Text | undefined;
  stash?: boolean | undefined;
  oldid?: number | undefined;
  editintro?: Text | undefined;
  pst?: boolean | undefined;
  preload?: Text | undefined;
  preloadparams?: Multi<Text> | undefined;
}

/** Of the extension VisualEditor. @internal */
export interface VisualeditoreditParams {
  paction: 'diff' | 'save' | 'serialize' | 'serializeforcache' | More<'visualeditoredit.paction'>;
  page: Text;
  token?: Text | undefined;
  wikitext?: string | undefined;
  section?: Text | undefined;
  sectiontitle?: Text | undefined;
  basetimestamp?: Timestamp | undefined;
  starttimestamp?: Timestamp | undefined;
  oldid?: number | undefined;
  minor?: Text | undefined;
  watchlist?: Text | undefined;
  html?: string | undefined;
  etag?: Text | undefined;
  summary?: Text | undefined;
  captchaid?: Text | undefined;
  captchaword?: Text | undefined;
  cachekey?: Text | undefined;
  nocontent?: boolean | undefined;
  returnto?: string | undefined;
  returntoquery?: Text | undefined;
  returntoanchor?: Text | undefined;
  useskin?: Open<'apioutput' | 'authentication-popup' | 'fallback' | 'json' | 'minerva' | 'monobook' | 'timeless' | 'vector' | 'vector-2022'> | undefined;
  tags?: Multi<Text> | undefined;
  plugins?: Multi<Text> | undefined;
  [name: `data-${string}`]: Text | undefined;
}

/** @see https://www.mediawiki.org/wiki/API:Watch */
export interface WatchParams extends GeneratorParams {
  /** @deprecated */
  title?: Text | undefined;
  expiry?: Expiry | undefined;
  unwatch?: boolean | undefined;
  continue?: Text | undefined;
  titles?: Multi<Text> | undefined;
  pageids?: Multi<number> | undefined;
  revids?: Multi<number> | undefined;
  generator?: Open<GeneratorName> | undefined;
  redirects?: boolean | undefined;
  converttitles?: boolean | undefined;
  token?: Text | undefined;
}

export interface Actions {
  abusefiltercheckmatch: AbusefiltercheckmatchParams;
  abusefilterchecksyntax: AbusefilterchecksyntaxParams;
  abusefilterevalexpression: AbusefilterevalexpressionParams;
  abusefilterunblockautopromote: AbusefilterunblockautopromoteParams;
  abuselogprivatedetails: AbuselogprivatedetailsParams;
  acquiretempusername: AcquiretempusernameParams;
  block: BlockParams;
  categorytree: CategorytreeParams;
  changeauthenticationdata: ChangeauthenticationdataParams;
  changecontentmodel: ChangecontentmodelParams;
  checktoken: ChecktokenParams;
  clearhasmsg: ClearhasmsgParams;
  clientlogin: ClientloginParams;
  compare: CompareParams;
  createaccount: CreateaccountParams;
  cspreport: CspreportParams;
  delete: DeleteParams;
  discussiontoolscompare: DiscussiontoolscompareParams;
  discussiontoolsedit: DiscussiontoolseditParams;
  discussiontoolsfindcomment: DiscussiontoolsfindcommentParams;
  discussiontoolsgetsubscriptions: DiscussiontoolsgetsubscriptionsParams;
  discussiontoolspageinfo: DiscussiontoolspageinfoParams;
  discussiontoolspreview: DiscussiontoolspreviewParams;
  discussiontoolssubscribe: DiscussiontoolssubscribeParams;
  discussiontoolsthank: DiscussiontoolsthankParams;
  echocreateevent: EchocreateeventParams;
  echomarkread: EchomarkreadParams;
  echomarkseen: EchomarkseenParams;
  echomute: EchomuteParams;
  edit: EditParams;
  editcheckreferenceurl: EditcheckreferenceurlParams;
  emailuser: EmailuserParams;
  expandtemplates: ExpandtemplatesParams;
  feedcontributions: FeedcontributionsParams;
  feedrecentchanges: FeedrecentchangesParams;
  feedwatchlist: FeedwatchlistParams;
  filerevert: FilerevertParams;
  help: HelpParams;
  imagerotate: ImagerotateParams;
  import: ImportParams;
  linkaccount: LinkaccountParams;
  login: LoginParams;
  logout: LogoutParams;
  managetags: ManagetagsParams;
  mergehistory: MergehistoryParams;
  move: MoveParams;
  oathvalidate: OathvalidateParams;
  opensearch: OpensearchParams;
  options: OptionsParams;
  paraminfo: ParaminfoParams;
  parse: ParseParams;
  patrol: PatrolParams;
  protect: ProtectParams;
  purge: PurgeParams;
  query: QueryRequest;
  removeauthenticationdata: RemoveauthenticationdataParams;
  resetpassword: ResetpasswordParams;
  revisiondelete: RevisiondeleteParams;
  rollback: RollbackParams;
  rsd: RsdParams;
  'scribunto-console': ScribuntoConsoleParams;
  setnotificationtimestamp: SetnotificationtimestampParams;
  setpagelanguage: SetpagelanguageParams;
  spamblacklist: SpamblacklistParams;
  stashedit: StasheditParams;
  tag: TagParams;
  templatedata: TemplatedataParams;
  thank: ThankParams;
  titleblacklist: TitleblacklistParams;
  unblock: UnblockParams;
  undelete: UndeleteParams;
  unlinkaccount: UnlinkaccountParams;
  upload: UploadParams;
  userrights: UserrightsParams;
  validatepassword: ValidatepasswordParams;
  visualeditor: VisualeditorParams;
  visualeditoredit: VisualeditoreditParams;
  watch: WatchParams;
}

export interface Lists {
  abusefilters: AbusefiltersParams;
  abuselog: AbuselogParams;
  allcategories: AllcategoriesParams;
  alldeletedrevisions: AlldeletedrevisionsParams;
  allfileusages: AllfileusagesParams;
  allimages: AllimagesParams;
  alllinks: AlllinksParams;
  allpages: AllpagesParams;
  allredirects: AllredirectsParams;
  allrevisions: AllrevisionsParams;
  alltransclusions: AlltransclusionsParams;
  allusers: AllusersParams;
  backlinks: BacklinksParams;
  blocks: BlocksParams;
  categorymembers: CategorymembersParams;
  deletedrevs: DeletedrevsParams;
  embeddedin: EmbeddedinParams;
  exturlusage: ExturlusageParams;
  filearchive: FilearchiveParams;
  gadgetcategories: GadgetcategoriesParams;
  gadgets: GadgetsParams;
  imageusage: ImageusageParams;
  iwbacklinks: IwbacklinksParams;
  langbacklinks: LangbacklinksParams;
  linterrors: LinterrorsParams;
  logevents: LogeventsParams;
  mystashedfiles: MystashedfilesParams;
  pagepropnames: PagepropnamesParams;
  pageswithprop: PageswithpropParams;
  prefixsearch: PrefixsearchParams;
  protectedtitles: ProtectedtitlesParams;
  querypage: QuerypageParams;
  random: RandomParams;
  recentchanges: RecentchangesParams;
  search: SearchParams;
  tags: TagsParams;
  usercontribs: UsercontribsParams;
  users: UsersParams;
  watchlist: WatchlistParams;
  watchlistraw: WatchlistrawParams;
}

export interface Props {
  categories: CategoriesParams;
  categoryinfo: CategoryinfoParams;
  contributors: ContributorsParams;
  deletedrevisions: DeletedrevisionsParams;
  duplicatefiles: DuplicatefilesParams;
  extlinks: ExtlinksParams;
  extracts: ExtractsParams;
  fileusage: FileusageParams;
  imageinfo: ImageinfoParams;
  images: ImagesParams;
  info: InfoParams;
  iwlinks: IwlinksParams;
  langlinks: LanglinksParams;
  links: LinksParams;
  linkshere: LinkshereParams;
  pageimages: PageimagesParams;
  pageprops: PagepropsParams;
  redirects: RedirectsParams;
  revisions: RevisionsParams;
  stashimageinfo: StashimageinfoParams;
  templates: TemplatesParams;
  transcludedin: TranscludedinParams;
}

export interface Metas {
  allmessages: AllmessagesParams;
  authmanagerinfo: AuthmanagerinfoParams;
  filerepoinfo: FilerepoinfoParams;
  languageinfo: LanguageinfoParams;
  linterstats: LinterstatsParams;
  notifications: NotificationsParams;
  oath: OathParams;
  siteinfo: SiteinfoParams;
  tokens: TokensParams;
  unreadnotificationpages: UnreadnotificationpagesParams;
  userinfo: UserinfoParams;
}

export interface Generators {
  allcategories: AllcategoriesParams;
  alldeletedrevisions: AlldeletedrevisionsParams;
  allfileusages: AllfileusagesParams;
  allimages: AllimagesParams;
  alllinks: AlllinksParams;
  allpages: AllpagesParams;
  allredirects: AllredirectsParams;
  allrevisions: AllrevisionsParams;
  alltransclusions: AlltransclusionsParams;
  backlinks: BacklinksParams;
  categories: CategoriesParams;
  categorymembers: CategorymembersParams;
  deletedrevisions: DeletedrevisionsParams;
  duplicatefiles: DuplicatefilesParams;
  embeddedin: EmbeddedinParams;
  exturlusage: ExturlusageParams;
  fileusage: FileusageParams;
  images: ImagesParams;
  imageusage: ImageusageParams;
  iwbacklinks: IwbacklinksParams;
  langbacklinks: LangbacklinksParams;
  links: LinksParams;
  linkshere: LinkshereParams;
  pageswithprop: PageswithpropParams;
  prefixsearch: PrefixsearchParams;
  protectedtitles: ProtectedtitlesParams;
  querypage: QuerypageParams;
  random: RandomParams;
  recentchanges: RecentchangesParams;
  redirects: RedirectsParams;
  revisions: RevisionsParams;
  search: SearchParams;
  templates: TemplatesParams;
  transcludedin: TranscludedinParams;
  watchlist: WatchlistParams;
  watchlistraw: WatchlistrawParams;
}

export interface Prefixes {
  abusefilters: 'abf';
  abuselog: 'afl';
  allcategories: 'ac';
  alldeletedrevisions: 'adr';
  allfileusages: 'af';
  allimages: 'ai';
  alllinks: 'al';
  allmessages: 'am';
  allpages: 'ap';
  allredirects: 'ar';
  allrevisions: 'arv';
  alltransclusions: 'at';
  allusers: 'au';
  authmanagerinfo: 'ami';
  backlinks: 'bl';
  blocks: 'bk';
  categories: 'cl';
  categoryinfo: 'ci';
  categorymembers: 'cm';
  contributors: 'pc';
  deletedrevisions: 'drv';
  deletedrevs: 'dr';
  duplicatefiles: 'df';
  embeddedin: 'ei';
  extlinks: 'el';
  extracts: 'ex';
  exturlusage: 'eu';
  filearchive: 'fa';
  filerepoinfo: 'fri';
  fileusage: 'fu';
  gadgetcategories: 'gc';
  gadgets: 'ga';
  imageinfo: 'ii';
  images: 'im';
  imageusage: 'iu';
  info: 'in';
  iwbacklinks: 'iwbl';
  iwlinks: 'iw';
  langbacklinks: 'lbl';
  langlinks: 'll';
  languageinfo: 'li';
  links: 'pl';
  linkshere: 'lh';
  linterrors: 'lnt';
  linterstats: 'lntrst';
  logevents: 'le';
  mystashedfiles: 'msf';
  notifications: 'not';
  oath: 'oath';
  pageimages: 'pi';
  pagepropnames: 'ppn';
  pageprops: 'pp';
  pageswithprop: 'pwp';
  prefixsearch: 'ps';
  protectedtitles: 'pt';
  querypage: 'qp';
  random: 'rn';
  recentchanges: 'rc';
  redirects: 'rd';
  revisions: 'rv';
  search: 'sr';
  siteinfo: 'si';
  stashimageinfo: 'sii';
  tags: 'tg';
  templates: 'tl';
  tokens: '';
  transcludedin: 'ti';
  unreadnotificationpages: 'unp';
  usercontribs: 'uc';
  userinfo: 'ui';
  users: 'us';
  watchlist: 'wl';
  watchlistraw: 'wr';
}

/** What generators take. */
export interface GeneratorParams extends
  Prefixed<'gac', AllcategoriesParams>,
  Prefixed<'gadr', AlldeletedrevisionsParams>,
  Prefixed<'gaf', AllfileusagesParams>,
  Prefixed<'gai', AllimagesParams>,
  Prefixed<'gal', AlllinksParams>,
  Prefixed<'gap', AllpagesParams>,
  Prefixed<'gar', AllredirectsParams>,
  Prefixed<'garv', AllrevisionsParams>,
  Prefixed<'gat', AlltransclusionsParams>,
  Prefixed<'gbl', BacklinksParams>,
  Prefixed<'gcl', CategoriesParams>,
  Prefixed<'gcm', CategorymembersParams>,
  Prefixed<'gdrv', DeletedrevisionsParams>,
  Prefixed<'gdf', DuplicatefilesParams>,
  Prefixed<'gei', EmbeddedinParams>,
  Prefixed<'geu', ExturlusageParams>,
  Prefixed<'gfu', FileusageParams>,
  Prefixed<'gim', ImagesParams>,
  Prefixed<'giu', ImageusageParams>,
  Prefixed<'giwbl', IwbacklinksParams>,
  Prefixed<'glbl', LangbacklinksParams>,
  Prefixed<'gpl', LinksParams>,
  Prefixed<'glh', LinkshereParams>,
  Prefixed<'gpwp', PageswithpropParams>,
  Prefixed<'gps', PrefixsearchParams>,
  Prefixed<'gpt', ProtectedtitlesParams>,
  Prefixed<'gqp', QuerypageParams>,
  Prefixed<'grn', RandomParams>,
  Prefixed<'grc', RecentchangesParams>,
  Prefixed<'grd', RedirectsParams>,
  Prefixed<'grv', RevisionsParams>,
  Prefixed<'gsr', SearchParams>,
  Prefixed<'gtl', TemplatesParams>,
  Prefixed<'gti', TranscludedinParams>,
  Prefixed<'gwl', WatchlistParams>,
  Prefixed<'gwr', WatchlistrawParams> {}

/** All that `action=query` takes. */
export interface QueryRequest extends
  QueryParams,
  Prefixed<'abf', AbusefiltersParams>,
  Prefixed<'afl', AbuselogParams>,
  Prefixed<'ac', AllcategoriesParams>,
  Prefixed<'adr', AlldeletedrevisionsParams>,
  Prefixed<'af', AllfileusagesParams>,
  Prefixed<'ai', AllimagesParams>,
  Prefixed<'al', AlllinksParams>,
  Prefixed<'am', AllmessagesParams>,
  Prefixed<'ap', AllpagesParams>,
  Prefixed<'ar', AllredirectsParams>,
  Prefixed<'arv', AllrevisionsParams>,
  Prefixed<'at', AlltransclusionsParams>,
  Prefixed<'au', AllusersParams>,
  Prefixed<'ami', AuthmanagerinfoParams>,
  Prefixed<'bl', BacklinksParams>,
  Prefixed<'bk', BlocksParams>,
  Prefixed<'cl', CategoriesParams>,
  Prefixed<'ci', CategoryinfoParams>,
  Prefixed<'cm', CategorymembersParams>,
  Prefixed<'pc', ContributorsParams>,
  Prefixed<'drv', DeletedrevisionsParams>,
  Prefixed<'dr', DeletedrevsParams>,
  Prefixed<'df', DuplicatefilesParams>,
  Prefixed<'ei', EmbeddedinParams>,
  Prefixed<'el', ExtlinksParams>,
  Prefixed<'ex', ExtractsParams>,
  Prefixed<'eu', ExturlusageParams>,
  Prefixed<'fa', FilearchiveParams>,
  Prefixed<'fri', FilerepoinfoParams>,
  Prefixed<'fu', FileusageParams>,
  Prefixed<'gc', GadgetcategoriesParams>,
  Prefixed<'ga', GadgetsParams>,
  Prefixed<'ii', ImageinfoParams>,
  Prefixed<'im', ImagesParams>,
  Prefixed<'iu', ImageusageParams>,
  Prefixed<'in', InfoParams>,
  Prefixed<'iwbl', IwbacklinksParams>,
  Prefixed<'iw', IwlinksParams>,
  Prefixed<'lbl', LangbacklinksParams>,
  Prefixed<'ll', LanglinksParams>,
  Prefixed<'li', LanguageinfoParams>,
  Prefixed<'pl', LinksParams>,
  Prefixed<'lh', LinkshereParams>,
  Prefixed<'lnt', LinterrorsParams>,
  Prefixed<'lntrst', LinterstatsParams>,
  Prefixed<'le', LogeventsParams>,
  Prefixed<'msf', MystashedfilesParams>,
  Prefixed<'not', NotificationsParams>,
  Prefixed<'oath', OathParams>,
  Prefixed<'pi', PageimagesParams>,
  Prefixed<'ppn', PagepropnamesParams>,
  Prefixed<'pp', PagepropsParams>,
  Prefixed<'pwp', PageswithpropParams>,
  Prefixed<'ps', PrefixsearchParams>,
  Prefixed<'pt', ProtectedtitlesParams>,
  Prefixed<'qp', QuerypageParams>,
  Prefixed<'rn', RandomParams>,
  Prefixed<'rc', RecentchangesParams>,
  Prefixed<'rd', RedirectsParams>,
  Prefixed<'rv', RevisionsParams>,
  Prefixed<'sr', SearchParams>,
  Prefixed<'si', SiteinfoParams>,
  Prefixed<'sii', StashimageinfoParams>,
  Prefixed<'tg', TagsParams>,
  Prefixed<'tl', TemplatesParams>,
  Prefixed<'', TokensParams>,
  Prefixed<'ti', TranscludedinParams>,
  Prefixed<'unp', UnreadnotificationpagesParams>,
  Prefixed<'uc', UsercontribsParams>,
  Prefixed<'ui', UserinfoParams>,
  Prefixed<'us', UsersParams>,
  Prefixed<'wl', WatchlistParams>,
  Prefixed<'wr', WatchlistrawParams> {}

/** What can be a `generator`. */
export type GeneratorName = keyof Generators;
