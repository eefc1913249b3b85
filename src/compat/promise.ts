/**
 * The promise that `mw.Api` gives: jQuery's, written anew, the same with and without jQuery on the page.
 *
 * What callers depend on: `done` and `fail` take several arguments, run in order and at once when the outcome is known;
 * `then` runs in a task of its own; a rejection nobody listens to is no error. Beyond jQuery's: `abort()` also on what
 * `then` gives, and `native()`.
 *
 * @see https://api.jquery.com/category/deferred-object/
 */
import {callBack} from '../core/call-back.js';
import type {Abortable, ApiPromise, Callbacks, Deferred, Thenable} from './promise-types.js';

export type {ApiPromise, Deferred} from './promise-types.js';

type Callback = (...args: unknown[]) => unknown;
type Outcome = 'resolved' | 'rejected';

/** What `then` builds on; not for callers. */
export interface Chainable {
  onSettled(step: (as: Outcome, args: unknown[]) => void): void;
  onNews(listener: Callback): void;
  /** One callback less. @returns how many still wait */
  leave(): number;
}

/** The arguments with which an aborted request fails. */
export const aborted = (): ['http', {textStatus: 'abort'; exception: 'abort'}] => ['http', {textStatus: 'abort', exception: 'abort'}];

/**
 * @param abort - what `abort()` of its promise does; a promise without says so by having none
 */
export function deferred<T = unknown>(abort?: () => void): Deferred<T> & Chainable {
  let outcome: Outcome | undefined;
  let values: unknown[] = [];
  let firing = false;
  /** How many wait for it, each callback for one. */
  let waiting = 0;
  /** What came with the last `notify`. */
  let news: unknown[] | undefined;
  const queues: Record<Outcome, Callback[]> = {resolved: [], rejected: []};
  /** What `then` has set up: scheduled before any callback runs, whoever came first. */
  const steps: ((as: Outcome, args: unknown[]) => void)[] = [];
  const listeners: Callback[] = [];

  /** Calls all that wait, also those that are added while this goes on. */
  function fire(): void {
    if (firing || !outcome) return;
    firing = true;
    for (let next = queues[outcome].shift(); next; next = queues[outcome].shift()) call(next, values);
    firing = false;
  }

  const settle = (as: Outcome) =>
    function (this: unknown, ...args: unknown[]): unknown {
      if (!outcome) {
        outcome = as;
        values = args;
        for (const step of steps) step(as, args);
        fire();
      }
      return this;
    };

  const on = (as: Outcome) =>
    function (this: unknown, ...callbacks: Callbacks[]): unknown {
      waiting++;
      if (!outcome || outcome === as) queues[as].push(...functions(callbacks));
      fire();
      return this;
    };

  const methods = {
    state: () => outcome ?? 'pending',
    done: on('resolved'),
    fail: on('rejected'),
    always(this: unknown, ...callbacks: Callbacks[]) {
      methods.done(...callbacks);
      methods.fail(...callbacks);
      return this;
    },
    progress(this: unknown, ...callbacks: Callbacks[]) {
      waiting++;
      for (const callback of functions(callbacks)) {
        if (!outcome) listeners.push(callback);
        if (news) call(callback, news);
      }
      return this;
    },
    then(this: unknown, onDone?: unknown, onFail?: unknown, onProgress?: unknown) {
      waiting++;
      return chain(self, this, [onDone, onFail, onProgress]);
    },
    /** jQuery's older `then`: at once, and adopting nothing but jQuery-shaped promises. */
    pipe(this: unknown, ...handlers: unknown[]) {
      const next = deferred(() => (this as Partial<Abortable>).abort?.());
      const step = (handler: unknown, settle: Callback): Callback => (...args) => {
        if (typeof handler !== 'function') return settle(...args);
        const given: unknown = (handler as Callback)(...args);
        const inner = (given as Partial<Deferred> | null)?.promise;
        return typeof inner === 'function' ? inner.call(given as Deferred).progress(next.notify).done(next.resolve).fail(next.reject) : settle(given);
      };
      methods.done(step(handlers[0], next.resolve));
      methods.fail(step(handlers[1], next.reject));
      methods.progress(step(handlers[2], next.notify));
      return next.promise();
    },
    catch(this: unknown, onFail?: unknown) {
      return methods.then.call(this, undefined, onFail);
    },
    promise(this: unknown, object?: object) {
      if (object) return Object.assign(object, methods);
      return this && this !== self ? this : promise;
    },
    /** Not counted, and before all others. */
    onSettled(step: (as: Outcome, args: unknown[]) => void) {
      if (outcome) step(outcome, values);
      else steps.push(step);
    },
    native: () =>
      new Promise((resolve, reject) => {
        methods.done(resolve);
        methods.fail((...args: unknown[]) => {
          // What knows the kinds of errors comes with the first one; where that is out of reach, its code must do.
          const bare = (): unknown => Object.assign(new Error(String(args[0])), {code: args[0]});
          void import('./native.js').then(({toError}) => toError(args)).catch(bare).then(reject);
        });
      }),
  };
  const promise = Object.assign(abort ? {abort} : {}, methods);
  const self = Object.assign({}, promise, {
    resolve: settle('resolved'),
    reject: settle('rejected'),
    notify(this: unknown, ...args: unknown[]) {
      if (!outcome) {
        news = args;
        for (const listener of listeners) call(listener, args);
      }
      return this;
    },
    leave: () => --waiting,
    onNews(listener: Callback) {
      listeners.push(listener);
      if (news) listener(...news);
    },
  }) as unknown as Deferred<T> & Chainable;
  return self;
}

/** A callback that throws stops no other; it is told where uncaught errors are told. */
const call = (callback: Callback, args: unknown[]): void => callBack(() => void callback(...args));

/** jQuery takes several functions, and lists of them. */
const functions = (callbacks: readonly Callbacks[]): Callback[] =>
  callbacks.flatMap((callback) => (typeof callback === 'function' ? [callback as Callback] : callback ? functions(callback) : []));

export const resolved = (...args: unknown[]): ApiPromise<never> => (deferred()).resolve(...args).promise() as ApiPromise<never>;

export const rejected = (...args: unknown[]): ApiPromise<never> => (deferred()).reject(...args).promise() as ApiPromise<never>;

/**
 * `then`: what the handler gives, or throws, settles the promise returned; without handler all arguments pass.
 *
 * @param owner - whose `then` it is: `promise({abort})` gives objects with their own `abort`
 */
function chain(source: Deferred & Chainable, owner: unknown, [onDone, onFail, onProgress]: readonly unknown[]): ApiPromise<unknown> {
  /** What the handler gave. */
  let begun: Partial<Abortable> | undefined;
  let stopped = false;
  const next = deferred(() => {
    if (stopped) return;
    stopped = true;
    // The step that is scheduled will see it.
    if (!begun && source.state() !== 'pending') return;
    // What others wait for as well goes on; only this one has had enough.
    stop(begun ?? (source.leave() > 0 ? undefined : ((owner as Partial<Abortable> | undefined) ?? source)));
  });
  const stop = (running?: Partial<Abortable>): void => {
    if (running?.abort) running.abort();
    else next.reject(...aborted());
  };

  source.onSettled((as, args) =>
    setTimeout(() => {
      const done = as === 'resolved';
      const handler = done ? onDone : onFail;
      if (next.state() !== 'pending') return;
      // Aborted after the source had succeeded: what the handler would start is not started.
      if (stopped && done) return void next.reject(...aborted());
      if (typeof handler !== 'function') return void (done ? next.resolve : next.reject)(...args);
      try {
        follow([(handler as Callback)(...args)]);
      } catch (error) {
        warn(error);
        next.reject(error);
      }
    }),
  );

  /** Settles by these values; where the first is a promise of whatever kind, by what that will give. */
  function follow(given: unknown[]): void {
    const [value] = given;
    if (!isThenable(value)) return void next.resolve(...given);
    if (value === next || value === promise) throw new TypeError('Thenable self-resolution');
    let settled = false;
    const once = (settle: (args: unknown[]) => void) => (...args: unknown[]) => {
      if (settled) return;
      settled = true;
      // Returns nothing: a deferred's resolve() returns the deferred, which whoever called would adopt in turn.
      settle(args);
    };
    const adopted = value.then(once(follow), once((args) => void next.reject(...args)), (...args: unknown[]) => void next.notify(...args)) as Partial<ApiPromise> | undefined;
    begun = value;
    if (adopted?.abort && adopted.fail) {
      // Ours knows whether others wait for it.
      begun = adopted;
      adopted.fail(next.reject);
    }
    if (stopped) stop(begun);
  }

  source.onNews((...args) => setTimeout(() => next.notify(...(typeof onProgress === 'function' ? [(onProgress as Callback)(...args)] : args))));
  const promise = next.promise() as ApiPromise<unknown>;
  return promise;
}

function isThenable(value: unknown): value is Thenable & Partial<Abortable> {
  return typeof (value as Partial<Thenable> | null | undefined)?.then === 'function';
}

/** A mistake in a handler would go unseen: nobody may listen, and there is no unhandled rejection. As in jQuery. */
function warn(error: unknown): void {
  if (error instanceof Error && /^(R\w+e|Syntax|Type|URI)Error$/.test(error.name)) console.warn(error);
}
