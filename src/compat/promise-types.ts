/** The shapes of the promises, as callers see them. */
import type {JqXhr} from './jqxhr.js';

export interface Abortable {
  /** Stops what is under way; the promise fails with `('http', {textStatus: 'abort', exception: 'abort', …})`. */
  abort(): void;
}

/** What comes with a failure that is no answer of the API. */
export interface HttpFailure {
  /** Missing where nothing was sent. */
  readonly xhr?: JqXhr;
  readonly textStatus: 'abort' | 'canceled' | 'error' | 'parsererror' | 'timeout';
  /** The status text; `'abort'`, `'timeout'`; what `JSON.parse` threw. */
  readonly exception: unknown;
}

/** The answer of the API, whatever its module says; as loose as in MediaWiki's own types, which gadgets are written for. */
// oxlint-disable-next-line typescript/no-explicit-any
export type ApiResponse = Record<string, any>;

/** `code` is the API's; `details` is a {@link HttpFailure} with the code `http`, else the answer, which comes third as well. */
type FailCallback<R> = (code: string, details: HttpFailure & ApiResponse, result: ApiResponse, jqXHR: JqXhr) => R;

export interface Thenable {
  then(onDone: (...args: unknown[]) => void, onFail: (...args: unknown[]) => void, onProgress?: (...args: unknown[]) => void): unknown;
}

/** Functions as jQuery takes them: also in lists, also none. */
type OneOrMany<F> = F | readonly OneOrMany<F>[] | null | undefined;

export type Callbacks = OneOrMany<(...args: never[]) => unknown>;

/** A handler of whatever arguments: jQuery's types ask for that. */
type Handler = ((...args: never[]) => unknown) | null | undefined;

/** On nothing: overloads for this one are there for jQuery's types to be compared with; `await` must not go by them. */
interface Comparison {
  readonly onlyCompared: never;
}

type Loose = ApiPromise<never, never[]>;

/** A handler's result: a plain value, or a promise for it. */
type Given<T> = T | PromiseLike<T> | ApiPromise<T>;

/**
 * jQuery's promise with `abort`. `T` is what it succeeds with; `More` are the arguments `done` and `then` get besides.
 *
 * Awaiting it gives `T`, and throws the bare code, as with mw.Api; await {@link native} for errors that say what went wrong.
 */
export interface ApiPromise<T = ApiResponse, More extends unknown[] = []> extends Abortable {
  state(): 'pending' | 'resolved' | 'rejected';
  /** Called in order, at once when the outcome is known. */
  done(callback: (result: T, ...more: More) => unknown): this;
  done(...callbacks: Callbacks[]): this;
  fail(callback: FailCallback<unknown>): this;
  fail(...callbacks: Callbacks[]): this;
  always(...callbacks: Callbacks[]): this;
  /** Uploads: a fraction from 0 to 1. */
  progress(callback: (fraction: number) => unknown): this;
  progress(...callbacks: Callbacks[]): this;
  then(this: Comparison, ...handlers: Handler[]): Loose;
  then<A = T, B = never>(
    onDone?: ((result: T, ...more: More) => Given<A>) | null,
    onFail?: FailCallback<Given<B>> | null,
    onProgress?: ((fraction: number) => unknown) | null,
  ): ApiPromise<A | B>;
  catch(this: Comparison, onFail?: Handler): Loose;
  catch<B = never>(onFail?: FailCallback<Given<B>> | null): ApiPromise<T | B>;
  /** @deprecated by jQuery in favour of `then` */
  pipe(...handlers: Handler[]): Loose;
  promise<Target extends object>(target: Target): this & Target;
  promise(): this;
  /**
   * The platform's promise, for `await` and `try`.
   *
   * @throws {ApiError} and the other kinds of `WikiError`; on abort, an `AbortError`
   * @example try { await api.get({…}).native(); } catch (error) { error.code; error.message; }
   */
  native(): Promise<T>;
}

/** A promise and the means to settle it. */
export interface Deferred<T = unknown> extends Omit<ApiPromise<T, unknown[]>, 'abort'>, Partial<Abortable> {
  resolve(...args: unknown[]): this;
  reject(...args: unknown[]): this;
  notify(...args: unknown[]): this;
}
