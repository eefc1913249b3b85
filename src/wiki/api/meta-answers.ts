/** What `meta=` modules tell (`formatversion=2`). What MediaWiki 1.39 does not tell yet is optional. */
import type {AuthRequest} from '../../auth/auth-step.js';
import type {Asked, Flat, Parts} from './asked.js';
import type {BlockInfo} from './list-answers.js';

/** What each module puts into `query`. `P`: the module’s parameters without prefix. */
export interface MetaAnswers<P> {
  allmessages: {readonly allmessages: readonly Message<P>[]};
  authmanagerinfo: {readonly authmanagerinfo: AuthManagerInfo};
  filerepoinfo: {readonly repos: readonly Readonly<Record<string, unknown>>[]};
  languageinfo: {readonly languageinfo: Readonly<Record<string, Parts<LanguageParts, Asked<P, 'prop', 'code'>>>>};
  siteinfo: Parts<SiteParts, Asked<P, 'prop', 'general'>>;
  tokens: {readonly tokens: {readonly [Type in Asked<P, 'type', 'csrf'> as `${Type}token`]: string}};
  userinfo: {readonly userinfo: Flat<{id: number; name: string; anon?: true; temp?: true} & Parts<UserInfoParts, Asked<P, 'prop'>>>};
}

type Message<P> = Flat<{name: string; normalizedname: string; content?: string; missing?: true; customised?: boolean} & Parts<{default: {default?: string; defaultmissing?: true}}, Asked<P, 'prop'>>>;

/** Its texts are in the `messageformat` that was asked for: as wikis write them. */
interface AuthManagerInfo {
  readonly canauthenticatenow: boolean;
  readonly cancreateaccounts: boolean;
  readonly canlinkaccounts: boolean;
  readonly haspreservedstate: boolean;
  readonly hasprimarypreservedstate: boolean;
  readonly preservedusername: string;
  /** With `securitysensitiveoperation`. */
  readonly securitysensitiveoperationstatus?: 'ok' | 'reauth' | 'fail';
  /** With `requestsfor`. */
  readonly requests?: readonly (Omit<AuthRequest, 'fields'> & Partial<Pick<AuthRequest, 'fields'>>)[];
  /** Of all of them, with `mergerequestfields`. */
  readonly fields?: AuthRequest['fields'];
}

interface LanguageParts {
  autonym: {autonym: string};
  bcp47: {bcp47: string};
  code: {code: string};
  dir: {dir: 'ltr' | 'rtl'};
  fallbacks: {fallbacks: readonly string[]};
  name: {name: string};
  variantnames: {variantnames?: Readonly<Record<string, string>>};
  variants: {variants: readonly string[]};
}

interface SiteParts {
  autocreatetempuser: {autocreatetempuser?: {readonly enabled: boolean; readonly matchPatterns?: readonly string[]}};
  autopromote: {autopromote?: Readonly<Record<string, unknown>>};
  autopromoteonce: {autopromoteonce?: Readonly<Record<string, unknown>>};
  clientlibraries: {clientlibraries?: readonly Library[]};
  dbrepllag: {dbrepllag: readonly {readonly host: string; readonly lag: number}[]};
  defaultoptions: {defaultoptions: Options};
  extensions: {extensions: readonly {readonly type: string; readonly name: string; readonly version?: string; readonly url?: string; readonly author?: string; readonly [member: string]: unknown}[]};
  extensiontags: {extensiontags: readonly string[]};
  fileextensions: {fileextensions: readonly {readonly ext: string}[]};
  functionhooks: {functionhooks: readonly string[]};
  general: {general: General};
  interwikimap: {interwikimap: readonly Interwiki[]};
  languages: {languages: readonly {readonly code: string; readonly bcp47: string; readonly name: string}[]};
  languagevariants: {languagevariants: Readonly<Record<string, Readonly<Record<string, {readonly fallbacks: readonly string[]}>>>>};
  libraries: {libraries: readonly Library[]};
  magicwords: {magicwords: readonly {readonly name: string; readonly aliases: readonly string[]; readonly 'case-sensitive': boolean}[]};
  namespacealiases: {namespacealiases: readonly {readonly id: number; readonly alias: string}[]};
  /** By number. */
  namespaces: {namespaces: Readonly<Record<string, Namespace>>};
  protocols: {protocols: readonly string[]};
  restrictions: {restrictions: Readonly<Record<'types' | 'levels' | 'cascadinglevels' | 'semiprotectedlevels', readonly string[]>>};
  rightsinfo: {rightsinfo: {readonly url: string; readonly text: string}};
  showhooks: {showhooks: readonly {readonly name: string; readonly subscribers: readonly string[]}[]};
  skins: {skins: readonly {readonly code: string; readonly name: string; readonly default?: true; readonly unusable?: true}[]};
  specialpagealiases: {specialpagealiases: readonly {readonly realname: string; readonly aliases: readonly string[]}[]};
  statistics: {statistics: Readonly<Record<'pages' | 'articles' | 'edits' | 'images' | 'users' | 'activeusers' | 'admins' | 'jobs', number>>};
  uploaddialog: {uploaddialog: Readonly<Record<string, unknown>>};
  usergroups: {usergroups: readonly {readonly name: string; readonly rights: readonly string[]; readonly number?: number; readonly [member: string]: unknown}[]};
  variables: {variables: readonly string[]};
}

interface Library {
  readonly name: string;
  readonly version: string | number;
}

type Options = Readonly<Record<string, string | number | boolean | null>>;

interface General {
  readonly mainpage: string;
  /** The main page’s URL. */
  readonly base: string;
  readonly sitename: string;
  readonly generator: string;
  readonly case: 'first-letter' | 'case-sensitive';
  readonly lang: string;
  readonly fallback: readonly {readonly code: string}[];
  readonly rtl: boolean;
  readonly readonly: boolean;
  readonly readonlyreason?: string;
  readonly timezone: string;
  /** Minutes east of UTC. */
  readonly timeoffset: number;
  /** `/wiki/$1`. */
  readonly articlepath: string;
  readonly scriptpath: string;
  readonly script: string;
  readonly server: string;
  readonly servername: string;
  readonly wikiid: string;
  readonly time: string;
  readonly legaltitlechars: string;
  readonly invalidusernamechars: string;
  readonly maxarticlesize: number;
  readonly uploadsenabled: boolean;
  readonly maxuploadsize: number;
  readonly minuploadchunksize: number;
  readonly [member: string]: unknown;
}

interface Interwiki {
  readonly prefix: string;
  readonly url: string;
  readonly protorel: boolean;
  readonly api?: string;
  readonly language?: string;
  readonly bcp47?: string;
  readonly local?: true;
  readonly [member: string]: unknown;
}

interface Namespace {
  readonly id: number;
  readonly case: 'first-letter' | 'case-sensitive';
  readonly name: string;
  /** In English; the main one has none. */
  readonly canonical?: string;
  readonly subpages: boolean;
  readonly content: boolean;
  readonly nonincludable: boolean;
  readonly namespaceprotection?: string;
  readonly defaultcontentmodel?: string;
}

interface UserInfoParts {
  acceptlang: {acceptlang: readonly {readonly code: string; readonly q: number}[]};
  blockinfo: BlockInfo;
  cancreateaccount: {cancreateaccount?: boolean};
  centralids: {centralids: Readonly<Record<string, number>>; attachedlocal: Readonly<Record<string, boolean>>};
  changeablegroups: {changeablegroups: Readonly<Record<'add' | 'remove' | 'add-self' | 'remove-self', readonly string[]>>};
  editcount: {editcount: number};
  email: {email?: string; emailauthenticated?: string};
  groupmemberships: {groupmemberships: readonly {readonly group: string; readonly expiry: string}[]};
  groups: {groups: readonly string[]};
  hasmsg: {messages: boolean};
  implicitgroups: {implicitgroups: readonly string[]};
  latestcontrib: {latestcontrib?: string};
  options: {options: Options};
  ratelimits: {ratelimits: RateLimits};
  realname: {realname?: string};
  registrationdate: {registrationdate?: string | null};
  rights: {rights: readonly string[]};
  theoreticalratelimits: {theoreticalratelimits: RateLimits};
  unreadcount: {unreadcount: number | string};
}

/** By action, by kind of user. */
type RateLimits = Readonly<Record<string, Readonly<Record<string, {readonly hits: number; readonly seconds: number}>>>>;
