/**
 * `mw.ForeignApi` and `mw.ForeignRest`: another wiki's API, with `origin=` where it has to be.
 *
 * @see https://doc.wikimedia.org/mediawiki-core/master/js/mw.ForeignApi.html
 */
import {currentOrigin} from '../core/current-origin.js';
import {Api, type ApiConstructor, type ApiOptions} from './api.js';
import {isSameOrigin, withQuery} from './jqxhr.js';
import {isPlain, merge, type Parameters} from './parameters.js';
import {Rest, type RestConstructor, type RestOptions} from './rest.js';

export interface Foreign {
  apiUrl: string;
  /** Whether to ask as nobody, which any wiki allows to any page. */
  anonymous: boolean | undefined;
}

type ForeignApiOptions = ApiOptions & {anonymous?: boolean};
type ForeignRestOptions = RestOptions & {anonymous?: boolean};

export interface ForeignApi extends Api, Foreign {
  /** What `origin=` says; undefined on one's own origin. Subclasses may override it. */
  getOrigin(): string | undefined;
}

export interface ForeignRest extends Rest, Foreign {
  foreignActionApi: ForeignApi | undefined;
}

/** What OOjs puts on a subclass. */
interface Inherited<Parent> {
  super: Parent;
  parent: Parent;
  static: object;
}

interface ForeignApiConstructor extends Inherited<ApiConstructor> {
  /** @throws {Error} no address */
  new (url: string | URL, options?: ForeignApiOptions): ForeignApi;
  (this: ForeignApi, url: string | URL, options?: ForeignApiOptions): void;
  prototype: ForeignApi;
}

interface ForeignRestConstructor extends Inherited<RestConstructor> {
  new (url: string | URL, options?: ForeignRestOptions): ForeignRest;
  new (url: string | URL, foreignActionApi?: ForeignApi, options?: ForeignRestOptions): ForeignRest;
  prototype: ForeignRest;
}

/** Both kinds send cookies unless they are to be nobody. */
function ajaxOf({apiUrl, anonymous}: Foreign, given: ApiOptions['ajax']): NonNullable<ApiOptions['ajax']> {
  const own = merge<NonNullable<ApiOptions['ajax']>>({url: apiUrl}, defined(given));
  own.xhrFields = merge({withCredentials: !anonymous}, defined(own.xhrFields));
  return own;
}

/** As with jQuery's `extend`, what is undefined displaces nothing. */
const defined = <T extends object>(options: T | undefined): T => Object.fromEntries(Object.entries(options ?? {}).filter(([, value]) => value !== undefined)) as T;

export const ForeignApi = function (this: ForeignApi, url: string | URL, options?: ForeignApiOptions): void {
  if (!url || isPlain(url)) throw new Error('mw.ForeignApi() requires a `url` parameter');
  this.apiUrl = String(url);
  this.anonymous = options?.anonymous;
  Api.call(this, merge<ApiOptions>(options, {ajax: ajaxOf(this, options?.ajax), parameters: merge<Parameters>({origin: this.getOrigin()}, defined(options?.parameters))}));
} as unknown as ForeignApiConstructor;

inherit(ForeignApi, Api);

const foreignMethods: ThisType<ForeignApi> & Pick<ForeignApi, 'getOrigin' | 'ajax'> = {
  getOrigin() {
    if (this.anonymous) return '*';
    return isSameOrigin(this.apiUrl) ? undefined : currentOrigin();
  },

  ajax(parameters, ajaxOptions) {
    const origin = (parameters?.['origin'] || this.defaults.parameters['origin']) as string | undefined;
    if (ajaxOptions?.type !== 'POST' || origin === undefined) return Api.prototype.ajax.call(this, parameters, ajaxOptions);
    // A preflight does not see the body.
    const url = withQuery(String(ajaxOptions.url ?? this.defaults.ajax.url), `origin=${encodeURIComponent(origin)}`);
    return Api.prototype.ajax.call(this, parameters, merge(ajaxOptions, {url}));
  },
};
Object.assign(ForeignApi.prototype, foreignMethods);

export const ForeignRest = function (this: ForeignRest, url: string | URL, api?: ForeignApi | ForeignRestOptions, last?: ForeignRestOptions): void {
  // Since MediaWiki 1.46 the options may come second.
  const options = last ?? (api instanceof Api ? undefined : api);
  this.apiUrl = String(url);
  this.anonymous = options?.anonymous;
  this.foreignActionApi = options === api ? undefined : (api as ForeignApi);
  Rest.call(this, merge<RestOptions>(options, {ajax: ajaxOf(this, options?.ajax)}));
} as unknown as ForeignRestConstructor;

inherit(ForeignRest, Rest);

/** As `OO.inheritClass` does it, which others build on. */
function inherit(child: Inherited<object> & {prototype: object}, parent: {prototype: object}): void {
  child.prototype = Object.create(parent.prototype, {constructor: {value: child, writable: true, configurable: true}}) as object;
  Object.assign(child, {super: parent, parent, static: {}});
}
