/** What actions other than `query` answer (`formatversion=2`). */
import type {Asked, Flat, Parts} from './asked.js';
import type {TitleRef} from './prop-answers.js';

/**
 * By action. `P`: its parameters. What others describe merges into it.
 *
 * @example
 * declare module 'wikilit' {
 *   interface ActionAnswers<P> {
 *     sitematrix: {readonly sitematrix: …};
 *   }
 * }
 */
export interface ActionAnswers<P> {
  block: {readonly block: BlockAnswer};
  changecontentmodel: {readonly changecontentmodel: {readonly result: string; readonly title: string; readonly pageid: number; readonly contentmodel: string; readonly logid: number; readonly revid: number}};
  checktoken: {readonly checktoken: {readonly result: 'expired' | 'invalid' | 'valid'; readonly generated?: string}};
  clearhasmsg: {readonly clearhasmsg: string};
  compare: {readonly compare: Comparison<P>};
  delete: {readonly delete: {readonly title: string; readonly reason: string; readonly logid?: number; readonly scheduled?: boolean}};
  edit: {readonly edit: EditAnswer};
  emailuser: {readonly emailuser: {readonly result: string}};
  expandtemplates: {readonly expandtemplates: Parts<ExpandParts, Asked<P, 'prop'>>};
  filerevert: {readonly filerevert: {readonly result: 'Success' | 'Failure'; readonly errors?: readonly unknown[]}};
  help: {readonly help: {readonly mime: string; readonly filename: string; readonly help: string}};
  imagerotate: {readonly imagerotate: readonly RotatedFile[]} & Resolved;
  import: {readonly import: readonly ImportedPage[]};
  logout: object;
  managetags: {readonly managetags: {readonly operation: string; readonly tag: string; readonly success: boolean; readonly logid?: number}};
  mergehistory: {readonly mergehistory: {readonly from: string; readonly to: string; readonly timestamp: string; readonly reason: string}};
  move: {readonly move: MoveAnswer};
  opensearch: readonly [asked: string, titles: readonly string[], descriptions?: readonly string[], urls?: readonly string[]];
  options: {readonly options: string};
  paraminfo: {readonly paraminfo: {readonly helpformat: string; readonly modules: readonly ModuleInfo[]}};
  parse: {readonly parse: ParseAnswer<P>};
  patrol: {readonly patrol: Flat<{rcid: number} & TitleRef>};
  protect: {readonly protect: {readonly title: string; readonly reason: string; readonly cascade?: true; readonly protections: readonly Readonly<Record<string, string>>[]}};
  purge: {readonly purge: readonly PurgedPage[]} & Resolved;
  revisiondelete: {readonly revisiondelete: {readonly status: string; readonly target: string; readonly items: readonly {readonly status: string; readonly id: number | string; readonly [member: string]: unknown}[]}};
  rollback: {readonly rollback: {readonly title: string; readonly pageid: number; readonly summary: string; readonly revid: number; readonly old_revid: number; readonly last_revid: number}};
  setnotificationtimestamp: {readonly setnotificationtimestamp: readonly NotifiedPage[] | {readonly notificationtimestamp: string}} & Resolved;
  setpagelanguage: {readonly setpagelanguage: {readonly title: string; readonly oldlanguage: string; readonly newlanguage: string; readonly logid: number}};
  stashedit: {readonly stashedit: {readonly status: string; readonly texthash?: string}};
  tag: {readonly tag: readonly TaggedChange[]};
  thank: {readonly result: {readonly success: number; readonly recipient: string}};
  unblock: {readonly unblock: {readonly id: number; readonly user: string; readonly userid: number; readonly reason: string; readonly watchuser?: boolean; readonly watchlistexpiry?: string}};
  undelete: {readonly undelete: {readonly title: string; readonly revisions: number; readonly fileversions: number; readonly reason: string}};
  upload: {readonly upload: UploadAnswer};
  userrights: {readonly userrights: {readonly user: string; readonly userid: number; readonly added: readonly string[]; readonly removed: readonly string[]; readonly watchuser?: boolean}};
  validatepassword: {readonly validatepassword: {readonly validity: 'Good' | 'Change' | 'Invalid'; readonly validitymessages?: readonly unknown[]}};
  watch: {readonly watch: readonly WatchedPage[]} & Resolved;
}

/** What the wiki made of the titles it was given. */
export interface Resolved {
  readonly normalized?: readonly {readonly fromencoded: boolean; readonly from: string; readonly to: string}[];
  readonly converted?: readonly {readonly from: string; readonly to: string}[];
  readonly redirects?: readonly Redirected[];
  readonly interwiki?: readonly {readonly title: string; readonly iw: string; readonly url?: string}[];
  readonly badrevids?: Readonly<Record<string, {readonly revid: number; readonly missing?: true}>>;
}

interface Redirected {
  readonly from: string;
  readonly to: string;
  readonly tofragment?: string;
  readonly tointerwiki?: string;
  readonly index?: number;
}

/** Why a title cannot be; the others of its members are then absent. */
export interface Invalid {
  readonly invalid?: true;
  readonly invalidreason?: {readonly code: string; readonly text: string};
}

/** A page named in a list of titles or ids: `ns` is absent when the title is invalid, both when the id is nobody's. */
interface NamedPage extends Invalid {
  readonly ns?: number;
  readonly title?: string;
  readonly pageid?: number;
  readonly missing?: true;
  readonly special?: true;
}

interface PurgedPage extends NamedPage {
  readonly purged?: true;
  readonly linkupdate?: true;
}

interface WatchedPage extends NamedPage {
  readonly watched?: true;
  readonly unwatched?: true;
  readonly expiry?: string;
  readonly errors?: readonly unknown[];
}

interface NotifiedPage extends NamedPage {
  readonly notwatched?: true;
  readonly notificationtimestamp?: string;
}

interface RotatedFile extends NamedPage {
  /** The page's number. */
  readonly id?: number;
  readonly result?: 'Success' | 'Failure';
  readonly errors?: readonly unknown[];
}

interface ImportedPage extends Invalid {
  readonly ns?: number;
  readonly title?: string;
  /** 0: they were there already. */
  readonly revisions?: number;
}

interface TaggedChange {
  readonly revid?: number;
  readonly rcid?: number;
  readonly logid?: number;
  readonly status: string;
  readonly actionlogid?: number;
  readonly noop?: true;
  readonly added?: readonly string[];
  readonly removed?: readonly string[];
  readonly errors?: readonly unknown[];
}

interface BlockAnswer {
  readonly user: string;
  readonly userID: number;
  readonly expiry: string;
  readonly id: number;
  readonly reason: string;
  readonly anononly: boolean;
  readonly nocreate: boolean;
  readonly autoblock: boolean;
  readonly noemail: boolean;
  readonly hidename: boolean;
  readonly allowusertalk: boolean;
  readonly watchuser?: boolean;
  readonly watchlistexpiry?: string;
  readonly partial: boolean;
  readonly pagerestrictions?: readonly string[] | null;
  readonly namespacerestrictions?: readonly number[] | null;
  readonly actionrestrictions?: readonly string[] | null;
}

interface EditAnswer {
  /** `Failure` carries what refused it: a captcha, an extension. */
  readonly result: 'Success' | 'Failure';
  readonly pageid?: number;
  readonly title?: string;
  readonly contentmodel?: string;
  readonly new?: true;
  readonly nochange?: true;
  readonly oldrevid?: number;
  readonly newrevid?: number;
  readonly newtimestamp?: string;
  readonly watched?: true;
  readonly watchlistexpiry?: string;
  readonly tempusercreated?: true;
  readonly tempusername?: string;
  readonly captcha?: Readonly<Record<string, unknown>>;
  readonly [member: string]: unknown;
}

interface MoveAnswer {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly redirectcreated?: boolean;
  readonly moveoverredirect?: boolean;
  readonly talkfrom?: string;
  readonly talkto?: string;
  readonly 'talkmove-errors'?: readonly unknown[];
  readonly subpages?: readonly unknown[];
  readonly 'subpages-talk'?: readonly unknown[];
}

interface UploadAnswer {
  readonly result: 'Success' | 'Warning' | 'Continue' | 'Poll';
  readonly filename?: string;
  readonly filekey?: string;
  readonly sessionkey?: string;
  readonly offset?: number;
  readonly stage?: string;
  readonly warnings?: Readonly<Record<string, unknown>>;
  readonly imageinfo?: Readonly<Record<string, unknown>>;
}

type Comparison<P> = Parts<ComparisonParts<'slots' extends keyof P ? {bodies: Readonly<Record<string, string>>} : {body: string}>, Asked<P, 'prop', 'diff' | 'ids' | 'title'>>;

/** Absent where a side is a text of the caller's. */
interface ComparisonParts<Diff> {
  diff: Diff;
  diffsize: {diffsize: number};
  rel: {prev?: number; next?: number};
  ids: {fromid?: number; fromrevid?: number; toid?: number; torevid?: number};
  title: {fromns?: number; fromtitle?: string; tons?: number; totitle?: string};
  user: {fromuser?: string; fromuserid?: number; touser?: string; touserid?: number; fromuserhidden?: true; touserhidden?: true};
  comment: {fromcomment?: string; tocomment?: string; fromcommenthidden?: true; tocommenthidden?: true};
  parsedcomment: {fromparsedcomment?: string; toparsedcomment?: string};
  size: {fromsize?: number; tosize?: number};
  timestamp: {fromtimestamp?: string; totimestamp?: string};
}

/** Of `expandtemplates` and `parse`. */
interface ModuleParts {
  jsconfigvars: {jsconfigvars: Readonly<Record<string, unknown>>};
  encodedjsconfigvars: {encodedjsconfigvars: string};
  modules: {modules: readonly string[]; modulescripts: readonly string[]; modulestyles: readonly string[]};
  parsetree: {parsetree: string};
  properties: {properties?: Readonly<Record<string, string>>};
  wikitext: {wikitext: string};
}

interface ExpandParts extends ModuleParts {
  categories: {categories?: readonly {readonly sortkey: string; readonly category: string}[]};
  ttl: {ttl?: number};
  volatile: {volatile: boolean};
}

type ParseDefault = 'text' | 'langlinks' | 'categories' | 'links' | 'templates' | 'images' | 'externallinks' | 'sections' | 'tocdata' | 'revid' | 'displaytitle' | 'iwlinks' | 'properties' | 'parsewarnings';

type ParseAnswer<P> = 'onlypst' extends keyof P ? {readonly text: string} : Flat<{title: string; pageid: number; redirects?: readonly Redirected[]} & Parts<ParseParts, Asked<P, 'prop', ParseDefault>>>;

interface ParseParts extends ModuleParts {
  categories: {categories: readonly {readonly sortkey: string; readonly category: string; readonly missing?: true; readonly hidden?: true; readonly known?: true}[]};
  categorieshtml: {categorieshtml: string};
  displaytitle: {displaytitle: string};
  externallinks: {externallinks: readonly string[]};
  headhtml: {headhtml: string};
  images: {images: readonly string[]};
  indicators: {indicators: Readonly<Record<string, string>>};
  iwlinks: {iwlinks: readonly {readonly prefix: string; readonly url: string; readonly title: string}[]};
  langlinks: {langlinks: readonly {readonly lang: string; readonly url: string; readonly langname: string; readonly autonym: string; readonly title: string}[]};
  limitreportdata: {limitreportdata: readonly {readonly name: string; readonly [index: string]: unknown}[]};
  limitreporthtml: {limitreporthtml: string};
  links: {links: readonly {readonly ns: number; readonly title: string; readonly exists: boolean}[]};
  parsewarnings: {parsewarnings: readonly string[]};
  parsewarningshtml: {parsewarningshtml: readonly string[]};
  /** Absent for a text that is no revision. */
  revid: {revid?: number};
  sections: {sections: readonly Section[]; showtoc?: boolean};
  subtitle: {subtitle: string};
  templates: {templates: readonly {readonly ns: number; readonly title: string; readonly exists: boolean}[]};
  /** HTML of the wiki. */
  text: {text: string};
  tocdata: {tocdata?: unknown; showtoc?: boolean};
}

interface Section {
  readonly toclevel: number;
  readonly level: string;
  readonly line: string;
  readonly number: string;
  /** What `section` takes; `T-1` in a template. */
  readonly index: string;
  readonly fromtitle?: string | false;
  readonly byteoffset: number | null;
  readonly anchor: string;
  readonly linkAnchor?: string;
}

interface ModuleInfo {
  readonly name: string;
  readonly path: string;
  readonly prefix: string;
  readonly group?: string;
  readonly parameters: readonly {readonly name: string; readonly type: string | readonly string[]; readonly [member: string]: unknown}[];
  readonly [member: string]: unknown;
}
