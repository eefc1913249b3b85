/** Everything a form needs before somebody can type, in one request. */
import {complaints} from '../../core/answer.js';
import {checkOptions, isText, type Rule, signalRule} from '../../core/check.js';
import {ApiError} from '../../core/api-errors.js';
import type {ApiMessage} from '../../core/wiki-error.js';
import type {ApiAnswer, ApiParams, Session} from '../../core/session.js';
import {requireSomebody} from '../../core/somebody.js';
import {scriptUrl} from '../given-url.js';
import type {PageInfo} from '../page.js';
import {onePage} from '../page-refusals.js';
import type {QueryPage} from '../revision.js';
import {editedSectionRule} from './edited-section.js';

/** What the wiki wants read before an edit: an edit notice, a warning about protection, help for a new page. */
export interface EditNotice {
  /** E.g. `editnotice-0`, `protectedpagewarning`, `anoneditwarning`. */
  readonly id: string;
  /** The wiki's own parser output. */
  readonly html: string;
}

/** A page, or a section of it, as it was when its form was opened. */
export interface EditOpening {
  /** As the wiki writes it. */
  readonly title: string;
  readonly ns: number;
  /** Undefined while there is no such page. */
  readonly pageid: number | undefined;
  /** The base of the edit; undefined while there is no such page. */
  readonly baserevid: number | undefined;
  /** The text of the page or section; what the wiki proposes, for a new page or section. */
  readonly text: string;
  readonly missing: boolean;
  readonly contentmodel: string;
  readonly contentformat: string;
  /** Language of the text, fit for `lang`. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly protection: PageInfo['protection'];
  readonly watched: boolean;
  readonly notices: readonly EditNotice[];
  /** Why this user may not save, or not now (`ratelimited`); empty when nothing speaks against it. */
  readonly refusals: readonly ApiMessage[];
  /** What the author of the page around can do about it, where that is what keeps this user from saving. */
  readonly hint: string | undefined;
  readonly user: {readonly name: string; readonly anon: boolean; readonly temp: boolean; readonly groups: readonly string[]; readonly rights: readonly string[]};
  /** Saving would make a temporary account. */
  readonly wouldAutocreate: boolean;
  /** Why the whole wiki takes no edits at present. */
  readonly readOnlyReason: string | undefined;
  /** How long the text of a page may be, in bytes of UTF-8. */
  readonly maxArticleBytes: number | undefined;
  /** The wiki's own messages, by key, as wikitext; those it does not have are left out. */
  readonly messages: Readonly<Record<string, string>>;
  /** The language those messages are in. */
  readonly uselang: string | undefined;
  /** The absolute URL of index.php. */
  readonly scriptUrl: string;
}

export interface OpenEditOptions {
  /** A section by its number; 0 is the top. `new` for one more at the end of the page. */
  readonly section?: number | string | undefined;
  /** A page whose text a new page or section begins with, and what fills `$1`, `$2`, … in it. */
  readonly preload?: string | undefined;
  readonly preloadparams?: readonly string[] | undefined;
  /** A page that is shown above the form. */
  readonly editintro?: string | undefined;
  /** Keys of messages to bring along. */
  readonly messages?: readonly string[] | undefined;
  readonly signal?: AbortSignal | undefined;
}

interface OpeningPage extends QueryPage {
  readonly contentmodel?: string;
  readonly pagelanguage?: string;
  readonly pagelanguagehtmlcode?: string;
  readonly pagelanguagedir?: 'ltr' | 'rtl';
  readonly protection?: PageInfo['protection'];
  readonly watched?: boolean;
  readonly editintro?: Readonly<Record<string, string>>;
  readonly preloadcontent?: {readonly content?: string; readonly contentmodel?: string; readonly contentformat?: string};
  readonly actions?: {readonly edit?: readonly unknown[]; readonly create?: readonly unknown[]};
  readonly wouldautocreate?: {readonly edit?: boolean};
}

interface OpeningAnswer extends ApiAnswer {
  readonly uselang?: string;
  readonly query?: {
    readonly pages?: readonly OpeningPage[];
    readonly userinfo?: {readonly name: string; readonly anon?: boolean; readonly temp?: boolean; readonly groups?: readonly string[]; readonly rights?: readonly string[]};
    readonly tokens?: {readonly csrftoken?: string};
    readonly general?: {readonly readonly?: boolean; readonly readonlyreason?: string; readonly maxarticlesize?: number; readonly script?: string};
    readonly allmessages?: readonly {readonly name: string; readonly content?: string; readonly missing?: boolean}[];
  };
}

/**
 * Reads a page for editing: text, base, notices, rights, messages, and the token, so that saving needs one request
 * more. Nothing is refused here because the user may not edit: `refusals` tells that.
 *
 * @throws {ApiError} `invalidtitle`, `pagecannotexist`, `nosuchsection`, `texthidden`
 * @throws {LoginError} the user this session asserts is no longer logged in
 * @throws {TypeError} a section that is none: the wiki would give the top one in its place
 * @see https://www.mediawiki.org/wiki/API:Info
 */
export async function openEdit(session: Session, title: string, options: OpenEditOptions = {}): Promise<EditOpening> {
  checkOptions(options, openingRules);
  const {messages = [], signal, section} = options;
  const {changes} = session;
  // The wiki drops what follows a `#` and says nothing of a title that is empty then; its words for that are a message.
  const asked = /^\s*#/.test(title) ? [...messages, emptyTitle] : messages;
  const answer = await session.get<OpeningAnswer>(question(session, title, options, asked), {signal});
  const {query} = answer;
  const page = pageOf(query, title);
  // An answer may come after a logout or a login: what it says is then somebody else's.
  if (session.changes === changes) remember(session, query);
  const user = query?.userinfo;
  const general = query?.general;
  return {
    ...content(page, section),
    title: page.title,
    ns: page.ns,
    pageid: page.pageid,
    missing: page.pageid === undefined,
    lang: page.pagelanguagehtmlcode ?? page.pagelanguage ?? '',
    dir: page.pagelanguagedir ?? 'ltr',
    protection: page.protection ?? [],
    watched: page.watched ?? false,
    notices: Object.entries(page.editintro ?? {}).map(([id, html]) => ({id, html})),
    ...refusals(session, page),
    user: {name: user?.name ?? '', anon: user?.anon ?? false, temp: user?.temp ?? false, groups: user?.groups ?? [], rights: user?.rights ?? []},
    wouldAutocreate: page.wouldautocreate?.edit ?? false,
    readOnlyReason: general?.readonly ? (general.readonlyreason ?? '') : undefined,
    maxArticleBytes: general?.maxarticlesize,
    messages: Object.fromEntries((query?.allmessages ?? []).flatMap(({name, content: text}) => (text === undefined ? [] : [[name, text]]))),
    uselang: answer.uselang,
    scriptUrl: scriptUrl(general?.script, session.apiUrl),
  };
}

export const openingRules: Readonly<Record<keyof OpenEditOptions, Rule>> = {
  section: editedSectionRule,
  preload: [isText, 'a page’s title'],
  preloadparams: [Array.isArray, 'an array of texts'],
  editintro: [isText, 'a page’s title'],
  messages: [Array.isArray, 'an array of keys'],
  signal: signalRule,
};

function question(session: Session, title: string, {section, preload, preloadparams, editintro}: OpenEditOptions, messages: readonly string[]): ApiParams {
  // As nobody, there are no tokens: asking for one draws a warning.
  const tokens = !session.origin.anonymous;
  // Of "new" the wiki would make the top section.
  const isNew = section === 'new';
  return {
    action: 'query',
    // As plaintext, the wiki would leave links in their brackets; `ApiMessage.text` has the words.
    errorformat: 'html',
    titles: [title],
    prop: ['info', 'revisions'],
    rvprop: isNew ? 'ids' : ['ids', 'content'],
    rvslots: isNew ? undefined : 'main',
    rvsection: isNew ? undefined : section,
    inpreloadnewsection: isNew || undefined,
    inpreloadcustom: preload,
    inpreloadparams: preloadparams,
    ineditintrocustom: editintro,
    inprop: ['protection', 'watched', 'editintro', 'preloadcontent'],
    intestactions: ['edit', 'create'],
    intestactionsdetail: 'full',
    intestactionsautocreate: true,
    meta: ['userinfo', 'siteinfo', tokens ? 'tokens' : '', messages.length > 0 ? 'allmessages' : ''].filter(Boolean),
    uiprop: ['rights', 'groups'],
    type: tokens ? 'csrf' : undefined,
    siprop: 'general',
    ammessages: messages.length > 0 ? messages : undefined,
    responselanginfo: true,
  };
}

const emptyTitle = 'title-invalid-empty';

/** @throws {ApiError} there can be no text under this title, in the wiki's words where it has some */
function pageOf(query: OpeningAnswer['query'], title: string): OpeningPage {
  const words = query?.allmessages?.find(({name}) => name === emptyTitle)?.content;
  if (words !== undefined && !query?.pages) throw new ApiError([{code: 'invalidtitle', text: words, module: 'query'}]);
  const page: OpeningPage | undefined = query?.pages?.[0];
  const [reason] = complaints({errors: [page?.invalidreason]}).errors;
  if (page?.invalid && reason?.text) throw new ApiError([{...reason, code: 'invalidtitle', module: 'query'}]);
  return onePage(query, title);
}

/** The token, and whose it is, are kept for saving. */
function remember(session: Session, query: OpeningAnswer['query']): void {
  const token = query?.tokens?.csrftoken;
  const user = query?.userinfo;
  if (token === undefined || !user) return;
  if (session.user === undefined && !user.anon) session.user = user.name;
  session.tokens.known.set('csrf', token);
}

function content(page: OpeningPage, section: number | string | undefined): Pick<EditOpening, 'text' | 'baserevid' | 'contentmodel' | 'contentformat'> {
  const revision = page.revisions?.[0];
  const slot = revision?.slots?.main;
  if (!revision || !slot) {
    const {content: text = '', contentmodel = page.contentmodel, contentformat} = page.preloadcontent ?? {};
    return {text, baserevid: revision?.revid, contentmodel: contentmodel ?? 'wikitext', contentformat: contentformat ?? 'text/x-wiki'};
  }
  if (slot.nosuchsection) throw new ApiError([{code: 'nosuchsection', text: `“${page.title}” has no section ${section}.`, module: 'query'}]);
  if (slot.content === undefined) throw new ApiError([{code: 'texthidden', text: `The text of “${page.title}” is hidden.`, module: 'query'}]);
  return {text: slot.content, baserevid: revision.revid, contentmodel: slot.contentmodel ?? page.contentmodel ?? 'wikitext', contentformat: slot.contentformat ?? 'text/x-wiki'};
}

/** What the wiki says against it, and what this page's own origin does. */
function refusals(session: Session, {actions, pageid}: OpeningPage): Pick<EditOpening, 'refusals' | 'hint'> {
  const asked = [...(actions?.edit ?? []), ...(pageid === undefined ? (actions?.create ?? []) : [])];
  const own: ApiMessage[] = [];
  let hint: string | undefined;
  try {
    requireSomebody(session);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    own.push(...error.errors);
    ({hint} = error as {hint?: string});
  }
  const all = [...own, ...complaints({errors: asked}).errors];
  return {refusals: all.filter((one, place) => all.findIndex((other) => other.code === one.code && other.text === one.text) === place), hint};
}
