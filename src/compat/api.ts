/**
 * `mw.Api`: the constructor. Its methods are in files of their own, by what they are about.
 *
 * A function, not a class, as others call it on their own objects (`OO.inheritClass`), extend its prototype, and
 * override its methods: each method calls the others through `this`.
 *
 * @see https://doc.wikimedia.org/mediawiki-core/master/js/mw.Api.html
 */
import type {Wiki} from '../wiki/wiki.js';
import {categories, type Categories} from './categories.js';
import {edits, type Edits} from './edit.js';
import {errorMessages, type ErrorMessages} from './error-message.js';
import type {AjaxOptions, JqXhr} from './jqxhr.js';
import {messages, type Messages} from './messages.js';
import {options, type Options} from './options.js';
import {requireUrl, standardAgent, underTest} from './page.js';
import {merge, type Parameters} from './parameters.js';
import {parse, type Parse} from './parse.js';
import type {ApiPromise} from './promise.js';
import type {ApiResponse} from './promise-types.js';
import {requests, type Requests} from './requests.js';
import {resetTokens, tokens, type TokenMethods} from './tokens.js';
import {uploads, type Uploads} from './upload.js';
import {users, type Users} from './user.js';
import {watch, type Watch} from './watch.js';
import {wikiFor} from './wiki-for.js';

export interface ApiOptions {
  /** Sent with each request; the request's own go before. */
  parameters?: Parameters;
  /** For each request, as `$.ajax` takes them. `url`: of api.php; off the wiki it is required. */
  ajax?: Omit<AjaxOptions, 'url'> & {url?: string | URL};
  /** Whether to join lists by U+001F where a value has a `|` itself. Default: true, but false where a `url` is given. */
  useUS?: boolean;
  /** The tool and its operator, for the header `Api-User-Agent`. Cross-origin it costs a preflight, and is sent only if given. */
  userAgent?: string;
}

/** Request parameters under MediaWiki's own names; lists are joined, `false` and `undefined` left out. */
export type ApiParameters = Parameters;

/** A request's own promise, with what jQuery calls the jqXHR. */
export type RequestPromise = ApiPromise<ApiResponse, [jqXHR: JqXhr]>;

export interface ApiDefaults {
  parameters: Parameters;
  ajax: AjaxOptions & {url: string};
  useUS: boolean;
  userAgent?: string | undefined;
}

export interface Api extends Requests, TokenMethods, Edits, Categories, Messages, Options, Parse, Uploads, Users, Watch, ErrorMessages {
  defaults: ApiDefaults;
  /** The same wiki as a `Wiki`, with the same tokens; what that needs is loaded with the first look. */
  readonly wiki: Promise<Wiki>;
}

export interface ApiConstructor {
  /** @throws {TypeError} off the wiki, no `ajax.url` */
  new (options?: ApiOptions): Api;
  (this: Api, options?: ApiOptions): void;
  prototype: Api;
  /** As in MediaWiki 1.44. */
  AbortController: typeof AbortController;
  /** There where QUnit is, as in core. */
  resetTokenCacheForTest?: () => void;
}

export const Api = function (this: Api, options?: ApiOptions): void {
  const {parameters, useUS, userAgent} = options ?? {};
  const ajax = options?.ajax ?? {};
  this.defaults = merge<object>(options, {
    parameters: merge({action: 'query', format: 'json'}, parameters),
    ajax: merge<object>({timeout: 30_000, dataType: 'json'}, ajax, {url: requireUrl(ajax.url, 'api')}),
    useUS: useUS ?? ajax.url === undefined,
    userAgent: userAgent || standardAgent(),
  }) as ApiDefaults;
  this.requests = [];
} as unknown as ApiConstructor;

Object.assign(Api.prototype, requests, tokens, edits, categories, messages, options, parse, users, watch, uploads, errorMessages);
Object.defineProperty(Api.prototype, 'wiki', {
  configurable: true,
  get(this: Api) {
    return wikiFor(this);
  },
  // Subclasses may have a use of their own for the name.
  set(this: Api, value: unknown) {
    Object.defineProperty(this, 'wiki', {value, writable: true, enumerable: true, configurable: true});
  },
});
Api.AbortController = globalThis.AbortController;
if (underTest()) Api.resetTokenCacheForTest = resetTokens;
