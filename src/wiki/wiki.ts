/** The front door: one wiki, and what one does with it. */
import type {Abortable} from '../core/abortable.js';
import {lazily, once} from '../core/lazily.js';
import {copied, type Params} from '../core/params.js';
import {type ApiAnswer, type ApiParams, type RequestOptions, Session} from '../core/session.js';
import type {SessionOptions} from '../core/settings.js';
import type {AskItem, SemanticOptions} from './actions/ask.js';
import type {AnswerOr, ListItem, PageOf} from './api/answers.js';
import {listNames, metaNames} from './api/modules.generated.js';
import type {Generators, Lists, Metas} from './api/params.generated.js';
import type {AsWritten, Beside, Checked, CheckedModule} from './api/request.js';
import {lazyGenerator} from './lazy-generator.js';
import {lazyListing, type Listing, listing, type ListingOptions} from './listing.js';
import {defineLater, defineMethods} from './methods.js';
import {Page} from './page.js';
import {ask} from './query/look-up.js';
import {type Rest, restOf} from './rest.js';
import type {MetaResult, WikiAuth, WikiLists, WikiMetas, WikiQuestions} from './wiki-methods.js';
import type {WikiWrites} from './wiki-writes.js';

export type WikiOptions = SessionOptions;

export type MetaTold = ApiAnswer & {readonly query?: Readonly<Record<string, object>>};

const whoAndWhat = {prop: ['groups', 'rights']} as const;

/** What `wiki.userinfo()` tells unless something else is asked for. */
export type UserInfo = MetaResult<'userinfo', typeof whoAndWhat>;

/** Every module of `list=` and `meta=` is here under its own name: {@link WikiLists}, {@link WikiMetas}; and {@link WikiQuestions}, {@link WikiWrites}. */
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging -- they are made at the end of this file
export interface Wiki extends WikiAuth, WikiLists, WikiMetas, WikiQuestions, WikiWrites {}

/**
 * @example
 * const wiki = new Wiki('https://en.wikipedia.org/w/api.php', {userAgent: 'MyTool/1.0 (User:Me)'});
 * const text = await wiki.page('Oslo').text();
 */
export class Wiki {
  declare private written: <Answer extends object>(params: object, options: RequestOptions) => Promise<Answer>;
  /** The request path, for what has no method here. */
  readonly session: Session;

  /**
   * @param api - the address of api.php, or a host name
   * @throws {TypeError} an address or an option that cannot work; says what was given and what is expected
   */
  constructor(api: string, options: WikiOptions = {}) {
    this.session = new Session(api, options);
  }

  /** The REST API. */
  get rest(): Rest {
    return restOf(this.session);
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
  get<Answer extends object = never, const P extends {readonly action: string} = ApiParams>(params: Checked<P> & AsWritten<P>, options?: RequestOptions): Promise<AnswerOr<Answer, P>> {
    const asked = params as ApiParams;
    const joins = asked?.action === 'query' && Object.keys(options ?? {}).every((name) => name === 'signal');
    return joins ? ask(this.session, copied(asked), options, 'one') : this.session.get(asked, options);
  }

  /**
   * Posts to the API: what is too long for a URL, and what changes something, with its `token`. Such a write is not sent
   * again when its answer is lost; the methods that are called as their action (`wiki.move`) know how to.
   *
   * @example await wiki.post({action: 'flowthank', postid}, {token: 'csrf'})
   * @throws {OutcomeUnknownError} with a token: it may have been done; `check()` looks for it, where the action is one known here
   */
  post<Answer extends object = never, const P extends {readonly action: string} = ApiParams>(params: Checked<P> & AsWritten<P>, options?: RequestOptions): Promise<AnswerOr<Answer, P>> {
    return options?.token ? this.written(params, options) : this.session.post(params as ApiParams, options);
  }

  /** All answers to a long question, following `continue`; the next is asked for when it is wanted. */
  answers<Answer extends ApiAnswer = ApiAnswer>(params: ApiParams, options?: RequestOptions): AsyncGenerator<Answer, void, undefined> {
    const asked = copied(params);
    return lazyGenerator(async () => {
      const {continuation} = await lazily(() => import('../core/continuation.js'));
      return continuation((next) => this.session.get<Answer>(next as ApiParams, options), asked);
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

  /**
   * What `prop=` modules tell of many pages, in the order of the titles: split at what this user may ask for at once,
   * each page whole. A title that leads to the same page as another gives no second one.
   *
   * @param params - under their full names
   * @example for await (const page of wiki.pages(titles, {prop: 'revisions', rvprop: ['content'], rvslots: 'main'})) …
   */
  pages<const P extends object = object>(titles: readonly string[], params?: P & Beside<P>, options?: ListingOptions): Listing<PageOf<P & {readonly titles: readonly string[]}>> {
    const [all, asked] = [titles, params].map(copied) as [readonly string[], Params | undefined];
    return lazyListing(
      () => import('./query/walk-pages.js'),
      ({walkPages}, count) => walkPages(this.session, all, asked, options, count),
      options,
    );
  }

  /**
   * Items of a `list=` module, of any that the wiki has; those known here are methods under their own names, too.
   *
   * @param params - without the module's prefix
   * @example for await (const change of wiki.list('recentchanges', {type: 'edit'})) …
   */
  list<const Name extends string, const P extends object = object>(name: Name, params?: CheckedModule<Lists, Name, P> & AsWritten<P>, options?: ListingOptions): Listing<ListItem<Name, P>> {
    return listing(this.session, {group: 'list', name, params: params as Params | undefined, items: 'rows'}, options);
  }

  /**
   * The pages that a module names, each with what `beside` asks about it, whole, however many answers that takes.
   *
   * @param params - of the generator, without its prefix
   * @param beside - under their full names
   * @example wiki.generator('categorymembers', {title: 'Category:Physics'}, {prop: 'info', inprop: 'url'})
   * @see https://www.mediawiki.org/wiki/API:Query#Generators
   */
  generator<const Name extends string, const G extends object = object, const P extends object = object>(name: Name, params?: CheckedModule<Generators, Name, G> & AsWritten<G>, beside?: P & Beside<P>, options?: ListingOptions): Listing<PageOf<P & {readonly generator: string}>> {
    return listing(this.session, {group: 'list', name, params: params as Params | undefined, beside: beside as Params | undefined, generator: true, items: 'pages'}, options);
  }

  /**
   * What a `meta=` module tells, of any that the wiki has. Of `siteinfo` by its `prop`: `{general: {…}}`.
   *
   * @param params - without the module's prefix
   */
  async meta<const Name extends string, const P extends object = object>(name: Name, params?: CheckedModule<Metas, Name, P> & AsWritten<P>, options?: Abortable): Promise<MetaResult<Name, P>> {
    const asked = copied(params as Params | undefined) ?? {};
    const answer = await ask<MetaTold>(this.session, {action: 'query'}, options, 'whole', {group: 'meta', name, params: asked});
    const told = name === 'siteinfo' ? answer.query : answer.query?.[name];
    return (told && !answer.warnings ? told : (await more()).tells(told, this.apiUrl, answer, name, asked)) as MetaResult<Name, P>;
  }

  /** Asks Semantic MediaWiki, where the wiki has it. @see https://www.semantic-mediawiki.org/wiki/Help:API:ask */
  ask(query: string, options?: SemanticOptions): AsyncGenerator<AskItem, void, undefined> {
    return lazyGenerator(() => lazily(() => import('./actions/ask.js')).then(({ask}) => ask(this.session, query, options)));
  }

  /**
   * Who the wiki takes us for. It never fails because nobody is logged in.
   *
   * @see https://www.mediawiki.org/wiki/API:Userinfo
   */
  async userinfo<const P extends object = typeof whoAndWhat>(params?: CheckedModule<Metas, 'userinfo', P> & AsWritten<P>, options?: Abortable): Promise<MetaResult<'userinfo', P>> {
    const asked = (params ?? whoAndWhat) as Params;
    return this.meta('userinfo', asked, options).catch((error: unknown) => more().then(({userinfoOfNobody}) => userinfoOfNobody(error, this.session, asked, options))) as Promise<MetaResult<'userinfo', P>>;
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

const more = once(() => import('./wiki-questions.js'));

defineLater<Wiki>(Wiki.prototype, 'pageById site require title parse expandtemplates compare opensearch checktoken paraminfo help sitematrix rsd feedcontributions feedrecentchanges feedwatchlist rawApi rawIndex', more, ({session}) => session);
defineLater<Wiki>(Wiki.prototype, 'block changecontentmodel clearhasmsg delete emailuser filerevert imagerotate import managetags mergehistory move options patrol protect purge revisiondelete rollback setnotificationtimestamp setpagelanguage stashedit tag thank unblock undelete unwatch upload userrights watch settle written login clientlogin logout createaccount linkaccount unlinkaccount changeauthenticationdata removeauthenticationdata resetpassword validatepassword', () => import('./wiki-writes.js').then(({writes}) => writes), ({session}) => session);
