/** Tokens: asked for once per wiki and kind, shared by all objects that name the same address. */
import {type TokenCache, type TokenType} from '../core/tokens.js';
import type {Api, ApiParameters, RequestPromise} from './api.js';
import type {AjaxOptions} from './jqxhr.js';
import {mediaWiki, scriptUrl} from './page.js';
import {merge} from './parameters.js';
import {aborted, type ApiPromise, deferred, rejected} from './promise.js';
import type {Abortable} from './promise-types.js';

export interface TokenMethods {
  /**
   * Fails with `query-missing` or `token-missing` where the answer has none; no failure is kept.
   *
   * @param type - `csrf`, `watch`, …; core's older names (`edit`, `delete`, …) mean `csrf`
   * @param additionalParams - further parameters; a text is `assert`
   */
  getToken(type: string, additionalParams?: ApiParameters | string, ajaxOptions?: AjaxOptions): ApiPromise<string>;
  /** Forgets the token that was refused. */
  badToken(type: string): void;
  /** Posts with a token; where it is refused (`badtoken`), once more with a new one. */
  postWithToken(tokenType: string, params: ApiParameters, ajaxOptions?: AjaxOptions): RequestPromise;
  postWithEditToken(params: ApiParameters, ajaxOptions?: AjaxOptions): RequestPromise;
  getEditToken(): ApiPromise<string>;
}

interface TokenGroup {
  /** A `Wiki`'s, too, where there is one. */
  readonly known: TokenCache['known'];
  readonly asked: Map<string, Asked>;
}

/** What getToken has given, and what came of it. */
interface Asked {
  readonly promise: ApiPromise<string>;
  token?: string;
}

let groups = new Map<string, TokenGroup>();
const bridged = new WeakMap<Api, TokenGroup>();

export const resetTokens = (): void => {
  groups = new Map();
};

/** Those of the wiki this is a page of are on the page already. */
export function tokensOf(api: Api): TokenGroup {
  const {url} = api.defaults.ajax;
  let group = bridged.get(api) ?? groups.get(url);
  if (!group) {
    const page = url === scriptUrl('api') && mediaWiki().user?.tokens.get();
    const known = Object.entries(page || {}).map(([name, token]) => [name.replace(/Token$/, ''), token] as const);
    group = {known: new Map<TokenType, string>(known), asked: new Map()};
    groups.set(url, group);
  }
  return group;
}

/** From now on this object uses the tokens of a `Wiki`. */
export function shareTokens(api: Api, tokens: TokenCache): void {
  const asked = new Map<string, Asked>();
  bridged.set(api, {asked, get known() {
    return tokens.known;
  }});
}

/** What `action=tokens`, gone since, called them. */
const csrfNames = /^(edit|delete|protect|move|block|unblock|email|import|options)$/;

const kind = (type: string): string => (csrfNames.test(type) ? 'csrf' : type);

export const tokens: TokenMethods & ThisType<Api> = {
  getToken(name, additionalParams, ajaxOptions) {
    const type = kind(name);
    const {known, asked} = tokensOf(this);
    const token = known.get(type);
    const before = asked.get(type);
    // Under way, or the one that gave the token at hand.
    if (before && before.token === token) return before.promise;
    if (token !== undefined) {
      const promise = deferred(() => {}).resolve(token).promise() as unknown as ApiPromise<string>;
      asked.set(type, {promise, token});
      return promise;
    }
    const more: ApiParameters | undefined = typeof additionalParams === 'string' ? {assert: additionalParams} : additionalParams;
    const request = this.get(merge<ApiParameters>({action: 'query', meta: 'tokens', type}, more), ajaxOptions);
    const isCurrent = (): boolean => asked.get(type) === entry;
    const forget = (): void => {
      if (isCurrent()) asked.delete(type);
    };
    const fail = (...args: unknown[]): ApiPromise<never> => {
      forget();
      return rejected(...args);
    };
    const promise: ApiPromise<string> = request.then((answer) => {
      const {query} = answer as {query?: {tokens: Record<string, string>}};
      const given = query?.tokens[`${type}token`];
      if (!given) return fail(query ? 'token-missing' : 'query-missing', answer);
      if (isCurrent()) {
        known.set(type, given);
        entry.token = given;
      }
      return given;
    }, fail);
    const entry: Asked = {
      promise: promise.promise({
        abort() {
          forget();
          request.abort();
        },
      }),
    };
    asked.set(type, entry);
    return entry.promise;
  },

  badToken(name) {
    const {known, asked} = tokensOf(this);
    known.delete(kind(name));
    asked.delete(kind(name));
  },

  postWithToken(tokenType, params, ajaxOptions) {
    const asserted = {assert: params['assert'], assertuser: params['assertuser']};
    let stopped = false;
    let posted: Abortable | undefined;
    // The token is for others, too: who aborts while it is asked for lets it come, and posts nothing.
    const post = (): RequestPromise =>
      this.getToken(tokenType, asserted).then((token) => {
        params['token'] = token;
        if (stopped) return rejected(...aborted());
        const request = this.post(params, ajaxOptions);
        posted = request;
        return request;
      }) as RequestPromise;
    return post()
      .catch((code, ...details) => {
        if (code !== 'badtoken' || !posted) return rejected(code, ...details);
        this.badToken(tokenType);
        params['token'] = undefined;
        posted = undefined;
        return post();
      })
      .promise({
        abort: () => {
          stopped = true;
          posted?.abort();
        },
      }) as unknown as RequestPromise;
  },

  postWithEditToken(params, ajaxOptions) {
    return this.postWithToken('csrf', params, ajaxOptions);
  },

  getEditToken() {
    return this.getToken('csrf');
  },
};
