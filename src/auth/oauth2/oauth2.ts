/**
 * OAuth 2 for pages: the user allows the application on the wiki, and comes back with a code; from then on, requests carry
 * an access token that is renewed by itself. What the protocol is made of is in `grants.ts`, loaded when needed.
 *
 * @see https://www.mediawiki.org/wiki/OAuth/For_Developers#OAuth_2
 */
import {apiAddress, loopback} from '../../core/address.js';
import {checkOptions, isFlag, isFunction, isObject, isText, type Rule, signalRule} from '../../core/check.js';
import {currentOrigin} from '../../core/current-origin.js';
import type {Fetch} from '../../core/exchange.js';
import {lazily} from '../../core/lazily.js';
import {LoginError} from '../../core/refusals.js';
import type {BearerAuth} from '../../core/settings.js';
import type {WikiError} from '../../core/wiki-error.js';
import type {Begun, Client, GrantedTokens} from './grants.js';
import {Kept} from './kept.js';
import {goAndReturn, handOver} from './popup.js';

export interface OAuth2Options {
  /** Of the application, as Special:OAuthConsumerRegistration shows it. */
  readonly clientId: string;
  /** Only for wikis before MediaWiki 1.46, which give no new token without it (T323855). In a page, it is no secret. */
  readonly clientSecret?: string | undefined;
  /** Where the user comes back to: just as it was registered. Default: this page, without its query. */
  readonly redirectUri?: string | undefined;
  /** Where tokens are kept: in this page alone, or as long as its tab is open. Default: `memory`. */
  readonly storage?: 'memory' | 'session' | undefined;
  /** Instead of the platform's `fetch`. */
  readonly fetch?: Fetch | undefined;
}

const rules: Readonly<Record<keyof OAuth2Options, Rule>> = {
  clientId: [isText, 'the client id of the application'],
  clientSecret: [isText, 'the client secret of the application', (value) => typeof value],
  redirectUri: [(value) => typeof value === 'string' && URL.canParse(value), 'an absolute URL'],
  storage: [(value) => value === 'memory' || value === 'session', "'memory' or 'session'"],
  fetch: [isFunction, 'a function like fetch'],
};

/** Seconds before its end at which a token is renewed: a request takes its time. */
const earlySeconds = 30;

/**
 * @example
 * const oauth = new OAuth2('meta.wikimedia.org', {clientId});
 * const wiki = new Wiki('en.wikipedia.org', {auth: oauth});
 * await oauth.complete();                                   // when the page loads: it may be the way back
 * button.onclick = () => oauth.authorize({popup: true});    // when the user wants to log in
 */
export class OAuth2 implements BearerAuth {
  private readonly client: Client;
  private readonly kept: Kept;
  /** With which the states of this application begin. */
  private readonly tag: string;
  private renewing: Promise<void> | undefined;

  /**
   * @param api - the address of api.php, or the host name, of the wiki where the application is registered
   * @throws {TypeError} an address or an option that cannot work; says what was given and what is expected
   */
  constructor(api: string, options: OAuth2Options) {
    if (!isObject(options)) throw new TypeError('options: an object expected, {clientId}');
    checkOptions(options, rules);
    if (options.clientId === undefined) throw new TypeError(`clientId: undefined given, ${rules.clientId[1]} expected`);
    const {location} = globalThis as {location?: Location};
    const redirectUri = options.redirectUri ?? (location && location.origin + location.pathname);
    if (redirectUri === undefined) throw new TypeError(`redirectUri: outside a page, ${rules.redirectUri[1]} is required`);
    const {clientId, clientSecret, storage = 'memory', fetch = (url, init) => globalThis.fetch(url, init)} = options;
    const rest = apiAddress(api, currentOrigin(), '/w/').replace(/api\.php\d*$/, 'rest.php');
    const {protocol, host} = new URL(rest);
    if (protocol !== 'https:' && !loopback.test(host)) throw new TypeError(`api: tokens would travel unencrypted from ${host}; give an https address`);
    this.client = {clientId, clientSecret, redirectUri, fetch, authorize: `${rest}/oauth2/authorize`, token: `${rest}/oauth2/access_token`};
    this.kept = new Kept(`wikilit oauth2 ${this.client.token} ${clientId}`, storage);
    this.tag = `${tagOf(this.kept.name)}.`;
  }

  /** Whether there is an access token, or what gets one without the user. */
  get loggedIn(): boolean {
    return this.kept.tokens !== undefined;
  }

  /**
   * Sends the user to the wiki. This page is left, and {@link complete} goes on in the one the user comes back to; with
   * `popup`, that happens in a window of its own, and this resolves when the user is logged in. Call it when the user
   * clicks: browsers open no window otherwise.
   *
   * @throws {LoginError} with `popup`: `access_denied`, `popup-closed`, `popup-blocked`, or what the wiki says
   */
  async authorize(options: {readonly popup?: boolean | undefined; readonly signal?: AbortSignal | undefined} = {}): Promise<void> {
    checkOptions(options, {popup: [isFlag, 'true or false'], signal: signalRule});
    if (typeof (globalThis as {document?: unknown}).document === 'undefined') throw new TypeError('authorize: there is no page here that could be left. Outside pages, give an access token: {auth: {accessToken}}');
    const {popup, signal} = options;
    const begin = (): Promise<{url: string; begun: Begun}> => lazily(() => import('./grants.js')).then(({beginAuthorization}) => beginAuthorization(this.client, this.tag));
    // One that the user has given up by going back.
    this.kept.begin(undefined);
    if (popup) {
      const {begun, back} = await goAndReturn(this.kept.name, begin, signal);
      return this.redeem(back, begun, signal);
    }
    const {url, begun} = await begin();
    signal?.throwIfAborted();
    if (!this.kept.begin(begun)) throw new LoginError([{code: 'storage-blocked', text: 'This browser keeps the page from storing anything, so that it would not know the user again who comes back.'}], {hint: 'authorize({popup: true}) needs no storage.'});
    globalThis.location.assign(url);
    // The page goes away.
    return new Promise(() => {});
  }

  /**
   * Ends what {@link authorize} has begun, in the page the user comes back to. On any other page it does nothing, so that it
   * can always be called first. The code is taken out of the address.
   *
   * @param url - default: the address of this page
   * @returns whether the user is logged in
   * @throws {LoginError} `access_denied`; `state-mismatch`: nobody here has asked for that; or what the wiki says
   */
  async complete(url: string | undefined = (globalThis as {location?: Location}).location?.href): Promise<boolean> {
    if (typeof url !== 'string' || !URL.canParse(url)) throw new TypeError('url: the absolute URL the user came back to expected');
    const {searchParams, origin, pathname} = new URL(url);
    const {origin: backOrigin, pathname: backPath} = new URL(this.client.redirectUri);
    const state = searchParams.get('state');
    // Others may have parameters of these names, too. Some wikis leave out the state when the user refuses.
    const isOurs = state === null ? refusals.test(searchParams.get('error') ?? '') : state.startsWith(this.tag) && (searchParams.has('code') || searchParams.has('error'));
    if (!isOurs || origin !== backOrigin || pathname !== backPath) return this.loggedIn;
    const begun = this.kept.takeBegun(state);
    if ((begun ?? state) && url === (globalThis as {location?: Location}).location?.href) withoutCode(url);
    if (begun) {
      await this.redeem(url, begun);
      return true;
    }
    // Begun in another window: that has asked, and that alone can go on.
    const taken = await handOver(this.kept.name, url);
    if (!taken && state !== null) throw new LoginError([{code: 'state-mismatch', text: 'The login was not begun here, or was ended already. Begin again.'}]);
    return this.loggedIn;
  }

  /**
   * The access token of the moment; renewed when it is near its end.
   *
   * @throws {LoginError} nobody is logged in; or the user has taken the permission back (`invalid_grant`)
   * @throws {NetworkError} it could not be renewed
   */
  readonly accessToken = async (): Promise<string> => {
    const {tokens} = this.kept;
    if (!tokens) throw notLoggedIn();
    const {accessToken, refreshToken, expiresAt = Infinity} = tokens;
    if (refreshToken === undefined || expiresAt - earlySeconds * 1000 > Date.now()) return accessToken;
    await this.refresh(tokens).catch((error: unknown) => {
      // It may be good for some seconds yet.
      if ((error as {code?: string}).code === 'invalid_grant' || expiresAt < Date.now()) throw error;
    });
    return this.kept.tokens?.accessToken ?? accessToken;
  };

  /** After a refusal: see {@link BearerAuth}. */
  readonly renew = async (_: WikiError, header: string): Promise<boolean> => {
    const {tokens} = this.kept;
    if (!tokens) return false;
    if (header === `Bearer ${tokens.accessToken}`) {
      if (tokens.refreshToken === undefined) return false;
      await this.refresh(tokens);
    }
    return true;
  };

  /** Forgets the tokens. What the user has allowed is taken back on the wiki: Special:OAuthManageMyGrants. */
  forget(): void {
    this.kept.tokens = undefined;
  }

  private async redeem(back: string, begun: Begun, signal?: AbortSignal): Promise<void> {
    const {redeemCode} = await lazily(() => import('./grants.js'));
    const tokens = await redeemCode(this.client, back, begun, signal);
    signal?.throwIfAborted();
    this.kept.tokens = tokens;
  }

  /** Once for all who wait, and once for all tabs that have the same token. */
  private refresh(old: GrantedTokens): Promise<void> {
    // What another tab has put there, or another login, stays; and nothing, where it was forgotten.
    const isStill = (): boolean => this.kept.tokens?.refreshToken === old.refreshToken;
    this.renewing ??= (async () => {
      try {
        const {refreshInTurn} = await lazily(() => import('./refresh.js'));
        const tokens = await refreshInTurn(this.client, this.kept, old);
        if (isStill()) this.kept.tokens = tokens;
      } catch (error) {
        if ((error as {code?: string}).code === 'invalid_grant' && isStill()) this.forget();
        throw error;
      } finally {
        this.renewing = undefined;
      }
    })();
    return this.renewing;
  }
}

/** RFC 6749, 4.1.2.1. */
const refusals = /^(access_denied|invalid_request|invalid_scope|server_error|temporarily_unavailable|unauthorized_client|unsupported_response_type)$/;

/** Tells applications on one page from each other; it proves nothing. */
const tagOf = (name: string): string => Array.from(name).reduce((sum, letter) => (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) >>> 0, 7).toString(36);

const notLoggedIn = (): LoginError => new LoginError([{code: 'notloggedin', text: 'Nobody is logged in here.'}], {hint: 'Call authorize() when the user clicks.'});

/** The code is good for once; in the address, it would go into the history, and to whoever the page links to. */
function withoutCode(href: string): void {
  const {history} = globalThis as {history?: History};
  const clean = new URL(href);
  for (const name of ['code', 'state', 'iss', 'error', 'error_description', 'message', 'hint']) clean.searchParams.delete(name);
  history?.replaceState(history.state, '', clean.href);
}
