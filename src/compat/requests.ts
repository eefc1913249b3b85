/** The request path of `mw.Api`: parameters → the token last → text or multipart → `fetch` → the outcome in core's words. */
import type {Api, ApiParameters, RequestPromise} from './api.js';
import {type AjaxOptions, isSameOrigin} from './jqxhr.js';
import {log, mediaWiki, standardAgent} from './page.js';
import {merge, type Parameters, preprocess, toFormData, toQuery, toText} from './parameters.js';
import {aborted, type ApiPromise, deferred, resolved} from './promise.js';
import type {Abortable, HttpFailure} from './promise-types.js';
import {abortAll, start, type UnderWay} from './under-way.js';

/** @see https://doc.wikimedia.org/mediawiki-core/master/js/mw.Api.html */
export interface Requests extends UnderWay {
  get(parameters: ApiParameters, ajaxOptions?: AjaxOptions): RequestPromise;
  post(parameters: ApiParameters, ajaxOptions?: AjaxOptions): RequestPromise;
  /**
   * Succeeds with `(answer, jqXHR)`. Fails with `(code, answer, answer, jqXHR)` where the wiki refused, else with
   * `('http', {xhr, textStatus, exception})`; after `signal`, with its reason twice.
   */
  ajax(parameters: ApiParameters, ajaxOptions?: AjaxOptions): RequestPromise;
  /** Joins lists and leaves out what is false, in place. Subclasses may override it. */
  preprocessParameters(parameters: ApiParameters, useUS?: boolean): void;
  /** Makes `ajaxOptions.signal` one that the `abort` returned ends, and the signal that was there before. */
  makeAbortablePromise(ajaxOptions: AjaxOptions): Abortable;
  /** Lets functions added by `mw.hook(hookName)` put in parameters. */
  prepareExtensibleApiRequest(hookName: string): ApiPromise<Parameters>;
}

/** Why a request of `makeAbortablePromise` ended, if by `abort()`: then it fails in the older way. */
const byAbort = new Error('aborted');

export const requests: Omit<Requests, 'requests'> & ThisType<Api> = {
  abort() {
    abortAll(this);
  },

  get(parameters, ajaxOptions) {
    const options = ajaxOptions ?? {};
    options.type = 'GET';
    return this.ajax(parameters, options);
  },

  post(parameters, ajaxOptions) {
    const options = ajaxOptions ?? {};
    options.type = 'POST';
    return this.ajax(parameters, options);
  },

  ajax(parameters, ajaxOptions) {
    const options = merge<AjaxOptions>(this.defaults.ajax, ajaxOptions) as AjaxOptions & {url: string};
    const {signal} = options;
    if (signal?.aborted) return stoppedBefore(signal);
    const own = merge(this.defaults.parameters, parameters);
    const {token} = own;
    // The token comes last: if a body is cut on its way, that is missing, and the wiki refuses it.
    if (token) delete own['token'];
    this.preprocessParameters(own, this.defaults.useUS);
    if (token) own['token'] = toText(token);
    options.data = encode(own, options);
    options.headers = withUserAgent(options, this.defaults.userAgent);

    const {outcome, request} = start(this, options, false, (settle, result, jqXHR) => {
      const code = errorCode(result);
      if (code === undefined) settle.resolve(result, jqXHR);
      else settle.reject(code, code === 'ok-but-empty' ? emptyAnswer : result, result, jqXHR);
    });
    if (signal) {
      const onSignal = (): void => {
        if (signal.reason !== byAbort) outcome.reject(signal.reason, signal.reason);
        outcome.abort?.();
      };
      // MediaWiki's own AbortController has signals that know no end, and there are things that are no signals.
      const {addEventListener: listen, removeEventListener: leave}: Partial<AbortSignal> = signal;
      listen?.call(signal, 'abort', onSignal);
      request.always(() => leave?.call(signal, 'abort', onSignal));
    }
    outcome.onSettled((as, [code, details]) => {
      const aborted = (details as Partial<HttpFailure> | undefined)?.textStatus === 'abort' || details instanceof DOMException;
      if (as === 'rejected' && !aborted) log('mw.Api error: ', code, details);
    });
    return outcome.promise() as unknown as RequestPromise;
  },

  preprocessParameters: preprocess,

  makeAbortablePromise(ajaxOptions) {
    const aborter = new AbortController();
    const {signal} = ajaxOptions;
    if (signal) {
      if (signal.aborted) aborter.abort(signal.reason);
      signal.addEventListener('abort', () => aborter.abort(signal.reason));
    }
    ajaxOptions.signal = aborter.signal;
    return {abort: () => aborter.abort(byAbort)};
  },

  prepareExtensibleApiRequest(hookName) {
    const data = {params: {} as Parameters, promise: resolved() as ApiPromise<unknown>};
    mediaWiki().hook?.(hookName).fire(data);
    return data.promise.then(() => data.params);
  },
};

export const emptyAnswer = 'OK response but empty result (check HTTP headers?)';

function stoppedBefore({reason}: AbortSignal): RequestPromise {
  const args = reason === byAbort ? aborted() : [reason, reason];
  return deferred(() => {}).reject(...args).promise() as unknown as RequestPromise;
}

/** Undefined where all is well. */
function errorCode(result: unknown): string | undefined {
  if ((result ?? '') === '') return 'ok-but-empty';
  const {error, errors} = result as {error?: {code?: string}; errors?: readonly {code?: string}[]};
  const first = error || errors?.[0];
  return first && (first.code ?? 'unknown');
}

/** A file goes as multipart also where nobody asked for that. */
function encode(parameters: Parameters, options: AjaxOptions): string | FormData {
  const {contentType, type} = options;
  const hasFile = contentType === undefined && Object.values(parameters).some((value) => value instanceof Blob);
  if (!hasFile && contentType !== 'multipart/form-data') return toQuery(parameters);
  const canBe = type === 'POST' && globalThis.FormData;
  options.contentType = canBe ? false : undefined;
  return canBe ? toFormData(parameters) : toQuery(parameters);
}

/** Goes before what the caller says; names are the same in any case. */
function withUserAgent({headers, url}: AjaxOptions & {url: string}, userAgent: string | undefined): AjaxOptions['headers'] {
  const told = userAgent && (userAgent !== standardAgent() || isSameOrigin(url));
  return told ? merge<Record<string, unknown>>({'Api-User-Agent': userAgent}, headers) : headers;
}
