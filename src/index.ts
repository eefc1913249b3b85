/** MediaWiki for the browser: one wiki, its pages, and everything that can go wrong. */
export {
  AbuseFilterError,
  ApiError,
  type ApiMessage,
  BlockedError,
  type Captcha,
  CaptchaNeededError,
  type Conflict,
  EditConflictError,
  type FailedRequest,
  HttpError,
  InvalidAnswerError,
  isAbort,
  isApiError,
  LoginError,
  NetworkError,
  OutcomeUnknownError,
  RateLimitError,
  UploadWarningError,
  type UploadWarnings,
  WikiError,
} from './core/errors.js';
export type {Params, ParamValue} from './core/params.js';
export type {RetryPolicy, RetryWait} from './core/retry.js';
export {type ApiAnswer, type ApiParams, type RequestOptions, Session} from './core/session.js';
export type {SignedRequest} from './core/authorization.js';
export type {Auth, BearerAuth, LoginOutcome, SessionOptions, SignedAuth} from './core/settings.js';
export type {TokenType} from './core/tokens.js';
export type {Fetch} from './core/exchange.js';
export {version} from './core/version.js';
export type {AnswerTo, Envelope, ListItem, MetaAnswer, PageOf, PropItem} from './wiki/api/answers.js';
export type {AsWritten, Checked, CheckedModule, Request} from './wiki/api/request.js';
// With a star, so that `declare module 'wikilit'` can add to their interfaces what another wiki has.
export type * from './wiki/api/action-answers.js';
export type * from './wiki/api/list-answers.js';
export type * from './wiki/api/meta-answers.js';
export type * from './wiki/api/params.generated.js';
export type * from './wiki/api/prop-answers.js';
export type * from './wiki/api/values.js';
export {askMessages} from './i18n/ask-messages.js';
export type {Edit, EditFields, EditOptions, SavedEdit, EditTransform} from './wiki/edit/edit.js';
export type {PageUpload} from './wiki/upload/page-upload.js';
export type {PublishedFile, StashedFile, Upload, UploadedImageinfo, UploadOptions, UploadProgress, UploadToStash} from './wiki/upload/upload.js';
export type {EarlierWrite, SettleOptions} from './wiki/write/settle.js';
export {wikiHere} from './wiki/here.js';
export type {AskItem, SemanticOptions} from './wiki/actions/ask.js';
export type {FeedEntry} from './wiki/actions/feeds.js';
export type {Suggestion} from './wiki/actions/opensearch.js';
export type {ModuleInfo, ParameterInfo} from './wiki/actions/paraminfo.js';
export type {Rsd, RsdApi} from './wiki/actions/rsd.js';
export type {SiteMatrixLanguage, SiteMatrixSite} from './wiki/actions/sitematrix.js';
export {Listing, type ListingOptions, type Progress} from './wiki/listing.js';
export {Page, type PageInfo} from './wiki/page.js';
export type {DownloadOptions, HtmlOptions, Protection, RedirectTarget} from './wiki/page-methods.js';
// Under names of their own: `wikilit/compat` has those of core, and one file holds both.
export type {Rest as WikiRest, RestOptions as WikiRestOptions, RestParams} from './wiki/rest.js';
export type {Interwiki, NamespaceFacts, SiteFacts} from './wiki/site-facts.js';
export {VersionError} from './wiki/site-version.js';
export {parseTitle, Title} from './wiki/title.js';
export type {ReadOptions, Revision} from './wiki/revision.js';
export {type UserInfo, Wiki, type WikiOptions} from './wiki/wiki.js';
export type {WriteOptions, WriteParams, WriteResult} from './wiki/wiki-writes.js';
export type {Written} from './wiki/write/kind.js';
