/** The front door: one wiki, and what one does with it. */
import type {AccountLogin} from '../auth/clientlogin.js';
import type {BotPasswordLogin, LoggedIn} from '../auth/login.js';
import {lazily} from '../core/lazily.js';
import {required} from '../core/required.js';
import {type ApiAnswer, type ApiParams, type RequestOptions, Session} from '../core/session.js';
import type {SessionOptions} from '../core/settings.js';
import type {AnswerOr} from './api/answers.js';
import type {AsWritten, Checked} from './api/request.js';
import {lazyGenerator} from './lazy-generator.js';
import {Page} from './page.js';

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
   * Asks the API.
   *
   * @example await wiki.get({action: 'query', meta: 'siteinfo'}, {signal})
   * @throws {ApiError} and the other kinds of {@link WikiError}; TypeError for a parameter the API cannot be given
   */
  get<Answer extends object = never, const P extends {readonly action: string} = ApiParams>(params: Checked<P> & AsWritten<P>, options?: RequestOptions): Promise<AnswerOr<Answer, P>> {
    return this.session.get(params as ApiParams, options);
  }

  /**
   * Posts to the API: what is too long for a URL, and every action that changes something, with its `token`.
   *
   * @example await wiki.post({action: 'purge', titles: ['Oslo']})
   * @example await wiki.post({action: 'watch', titles: ['Oslo']}, {token: 'watch'})
   */
  post<Answer extends object = never, const P extends {readonly action: string} = ApiParams>(params: Checked<P> & AsWritten<P>, options?: RequestOptions): Promise<AnswerOr<Answer, P>> {
    return this.session.post(params as ApiParams, options);
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

  /**
   * Who the wiki takes us for. It never fails because nobody is logged in.
   *
   * @see https://www.mediawiki.org/wiki/API:Userinfo
   */
  async userinfo(options?: Abortable): Promise<UserInfo> {
    const params: ApiParams = {action: 'query', meta: 'userinfo', uiprop: ['groups', 'rights'], assert: false};
    const answer = await this.session.get<{query?: {userinfo?: UserInfo}}>(params, options);
    return required(this.apiUrl, answer, 'query.userinfo', answer.query?.userinfo);
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

const auth = (): Promise<typeof import('../auth/index.js')> => lazily(() => import('../auth/index.js'));
