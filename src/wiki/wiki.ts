/** The front door: one wiki, and what one does with it. */
import type {AccountLogin} from '../auth/clientlogin.js';
import type {BotPasswordLogin, LoggedIn} from '../auth/login.js';
import {lazily} from '../core/lazily.js';
import type {Params} from '../core/params.js';
import {required} from '../core/required.js';
import {type ApiAnswer, type ApiParams, type RequestOptions, Session} from '../core/session.js';
import {checkRequest} from '../core/request-options.js';
import type {SessionOptions} from '../core/settings.js';
import {listNames, metaNames} from './api/modules.generated.js';
import {lazyGenerator} from './lazy-generator.js';
import {Listing, listing, type ListingOptions} from './listing.js';
import {defineMethods} from './methods.js';
import {Page} from './page.js';
import {ask, askModule} from './query/look-up.js';
import type {QueryPage} from './revision.js';
import type {WikiLists, WikiMetas} from './wiki-methods.js';

export type WikiOptions = SessionOptions;

/** `meta=userinfo`: who the wiki takes us for. */
export interface UserInfo {
  readonly id: number;
  /** The user name; an IP address when nobody is logged in. */
  readonly name: string;
  readonly anon?: boolean;
  readonly temp?: boolean;
  readonly groups: readonly string[];
  readonly rights: readonly string[];
}

interface Abortable {
  readonly signal?: AbortSignal | undefined;
}

/** Every module of `list=` and `meta=` is here under its own name: {@link WikiLists}, {@link WikiMetas}. */
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging -- they are made at the end of this file
export interface Wiki extends WikiLists, WikiMetas {}

/**
 * @example
 * const wiki = new Wiki('https://en.wikipedia.org/w/api.php', {userAgent: 'MyTool/1.0 (User:Me)'});
 * const text = await wiki.page('Oslo').text();
 */
export class Wiki {
  /** The request path, for what has no method here. */
  readonly session: Session;

  /**
   * @param api - the address of api.php, or a host name
   * @throws {TypeError} an address or an option that cannot work; says what was given and what is expected
   */
  constructor(api: string, options: WikiOptions = {}) {
    this.session = new Session(api, options);
  }

  /** The URL of api.php. */
  get apiUrl(): string {
    return this.session.apiUrl;
  }

  /** The user every request asserts; undefined while nobody is known. */
  get user(): string | undefined {
    return this.session.user;
  }

  /**
   * Asks the API. Questions of `action=query` that are asked in one task go out in one request where the wiki's rules
   * allow it; each gets its own answer. More titles, `pageids` or `revids` than the user may ask for at once are split.
   *
   * @example await wiki.get({action: 'query', meta: 'siteinfo'}, {signal})
   * @throws {ApiError} and the other kinds of {@link WikiError}; TypeError for a parameter the API cannot be given
   */
  get<Answer extends object = ApiAnswer>(params: ApiParams, options?: RequestOptions): Promise<Answer> {
    checkRequest(params, options ?? {});
    const {signal, ...others} = options ?? {};
    const joins = params.action === 'query' && Object.values(others).every((value) => value === undefined);
    return joins ? ask<Answer>(this.session, params, signal, 'one') : this.session.get(params, options);
  }

  /**
   * Posts to the API: what is too long for a URL, and every action that changes something, with its `token`.
   *
   * @example await wiki.post({action: 'purge', titles: ['Oslo']})
   * @example await wiki.post({action: 'watch', titles: ['Oslo']}, {token: 'watch'})
   */
  post<Answer extends object = ApiAnswer>(params: ApiParams, options?: RequestOptions): Promise<Answer> {
    return this.session.post(params, options);
  }

  /** All answers to a long question, following `continue`; the next is asked for when it is wanted. */
  answers<Answer extends ApiAnswer = ApiAnswer>(params: ApiParams, options?: RequestOptions): AsyncGenerator<Answer, void, undefined> {
    return lazyGenerator(async () => {
      const {continuation} = await lazily(() => import('../core/continuation.js'));
      return continuation((next) => this.session.get<Answer>(next as ApiParams, options), params);
    });
  }

  /**
   * A page by its title, in any spelling the wiki understands. Asks nothing yet.
   *
   * @throws {TypeError} a title that is no text, or empty
   */
  page(title: string): Page {
    return new Page(this.session, title);
  }

  /** A page by its number. Throws as {@link Page.info} does, and `nosuchpageid`. */
  async pageById(pageid: number, options?: Abortable): Promise<Page> {
    return (await more()).pageById(this.session, pageid, options);
  }

  /**
   * What `prop=` modules tell of many pages, in the order of the titles: split at what this user may ask for at once,
   * each page whole. A title that leads to the same page as another gives no second one.
   *
   * @param params - under their full names
   * @example for await (const page of wiki.pages(titles, {prop: 'revisions', rvprop: ['content'], rvslots: 'main'})) …
   */
  pages<Item = QueryPage>(titles: readonly string[], params: Params = {}, options?: ListingOptions): Listing<Item> {
    return new Listing((count) => lazyGenerator(() => lazily(() => import('./query/walk-pages.js')).then(({walkPages}) => walkPages<Item>(this.session, titles, params, options, count))));
  }

  /**
   * Items of a `list=` module, of any that the wiki has.
   *
   * @param params - without the module's prefix
   * @example for await (const change of wiki.list('recentchanges', {type: 'edit'})) …
   */
  list<Item = Readonly<Record<string, unknown>>>(name: string, params: Params = {}, options?: ListingOptions): Listing<Item> {
    return listing(this.session, {group: 'list', name, params, items: 'rows'}, options);
  }

  /**
   * The pages that a module names, each with what `beside` asks about it, whole, however many answers that takes.
   *
   * @param params - of the generator, without its prefix
   * @param beside - under their full names
   * @example wiki.generator('categorymembers', {title: 'Category:Physics'}, {prop: 'info', inprop: 'url'})
   * @see https://www.mediawiki.org/wiki/API:Query#Generators
   */
  generator<Item = QueryPage>(name: string, params: Params = {}, beside: Params = {}, options?: ListingOptions): Listing<Item> {
    return listing(this.session, {group: 'list', name, params, beside, generator: true, items: 'pages'}, options);
  }

  /**
   * What a `meta=` module tells, of any that the wiki has. Of `siteinfo` by its `prop`: `{general: {…}}`.
   *
   * @param params - without the module's prefix
   */
  async meta<Answer = unknown>(name: string, params: Params = {}, {signal}: Abortable = {}): Promise<Answer> {
    const {query} = await askModule<{query?: Readonly<Record<string, object>>}>(this.session, {group: 'meta', name, params}, signal);
    const key = name === 'filerepoinfo' ? 'repos' : name;
    return required(this.apiUrl, {query}, `query.${key}`, name === 'siteinfo' ? query : query?.[key]) as Answer;
  }

  /**
   * Who the wiki takes us for. It never fails because nobody is logged in.
   *
   * @see https://www.mediawiki.org/wiki/API:Userinfo
   */
  async userinfo<Answer = UserInfo>(params: Params = {prop: ['groups', 'rights']}, options?: Abortable): Promise<Answer> {
    return this.meta<Answer>('userinfo', params, options).catch((error: unknown) => more().then(({userinfoOfNobody}) => userinfoOfNobody<Answer>(error, this.session, params, options)));
  }

  /** Logs in with a bot password. See {@link login} for what it throws. */
  login(credentials: BotPasswordLogin, options?: Abortable): Promise<LoggedIn> {
    return auth().then(({login}) => login(this.session, credentials, options));
  }

  /** Logs in with an account's own password. See {@link clientlogin} for what it throws. */
  clientlogin(credentials: AccountLogin, options?: Abortable): Promise<LoggedIn> {
    return auth().then(({clientlogin}) => clientlogin(this.session, credentials, options));
  }

  /** Logs out, in every tab that shares the login. */
  logout(options?: Abortable): Promise<void> {
    return auth().then(({logout}) => logout(this.session, options));
  }
}

defineMethods<Wiki>(Wiki.prototype, listNames, (name) => {
  return function (params?: Params, options?: ListingOptions) {
    return this.list(name, params, options);
  };
});

defineMethods<Wiki>(Wiki.prototype, metaNames.replace(' userinfo', ''), (name) => {
  return function (params?: Params, options?: Abortable) {
    return this.meta(name, params, options);
  };
});

const more = (): Promise<typeof import('./wiki-questions.js')> => lazily(() => import('./wiki-questions.js'));

const auth = (): Promise<typeof import('../auth/index.js')> => lazily(() => import('../auth/index.js'));
