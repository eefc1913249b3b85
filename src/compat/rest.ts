/**
 * `mw.Rest`: the REST API of the wiki this is a page of, or of the one at `ajax.url`.
 *
 * @see https://doc.wikimedia.org/mediawiki-core/master/js/mw.Rest.html
 */
import type {AjaxOptions, JqXhr} from './jqxhr.js';
import {requireUrl} from './page.js';
import {merge} from './parameters.js';
import type {ApiPromise} from './promise.js';
import {abortAll, start, type UnderWay} from './under-way.js';

export interface RestOptions {
  /** `url`: of rest.php; off the wiki it is required. */
  ajax?: Omit<AjaxOptions, 'url'> & {url?: string | URL};
}

type RestHeaders = Readonly<Record<string, string>>;
type RestPromise = ApiPromise<unknown, [jqXHR: JqXhr]>;

export interface Rest extends UnderWay {
  defaults: {ajax: AjaxOptions};
  url: string;
  /** @param path - as the API documents it, e.g. `/v1/page/Oslo`; its parts encoded */
  get(path: string, query?: object, headers?: RestHeaders): RestPromise;
  /** @param body - goes as JSON */
  post(path: string, body?: unknown, headers?: RestHeaders): RestPromise;
  put(path: string, body?: unknown, headers?: RestHeaders): RestPromise;
  delete(path: string, body?: unknown, headers?: RestHeaders): RestPromise;
  /** Succeeds with `(data, jqXHR)`; fails with `('http', {xhr, textStatus, exception})`. */
  ajax(path: string, ajaxOptions?: AjaxOptions): RestPromise;
}

export interface RestConstructor {
  /** @throws {TypeError} off the wiki, no `ajax.url` */
  new (options?: RestOptions): Rest;
  (this: Rest, options?: RestOptions): void;
  prototype: Rest;
}

export const Rest = function (this: Rest, options?: RestOptions): void {
  const ajaxOptions = merge<NonNullable<RestOptions['ajax']>>({timeout: 30_000}, options?.ajax);
  this.url = requireUrl(ajaxOptions.url, 'rest');
  delete ajaxOptions.url;
  this.defaults = merge<object>(options, {ajax: ajaxOptions}) as Rest['defaults'];
  this.requests = [];
} as unknown as RestConstructor;

const jsonHeaders = (headers: RestHeaders | undefined): object => merge<object>(headers, {'content-type': 'application/json'});

const sending = (type: string, none?: object) =>
  function (this: Rest, path: string, body: unknown = none, headers?: RestHeaders): RestPromise {
    return this.ajax(path, {type, headers: jsonHeaders(headers) as RestHeaders, data: JSON.stringify(body)});
  };

const restMethods: ThisType<Rest> & Omit<Rest, 'defaults' | 'url' | 'requests'> = {
  abort() {
    abortAll(this);
  },

  get(path, query, headers = {}) {
    return this.ajax(path, {type: 'GET', data: query, headers});
  },

  post: sending('POST', {}),
  put: sending('PUT'),
  delete: sending('DELETE'),

  ajax(path, ajaxOptions) {
    const options = merge(this.defaults.ajax, ajaxOptions, {url: this.url + path});
    const {outcome} = start(this, options, true, (settle, data, jqXHR) => void settle.resolve(data, jqXHR));
    return outcome.promise() as unknown as RestPromise;
  },
};

Object.assign(Rest.prototype, restMethods);
