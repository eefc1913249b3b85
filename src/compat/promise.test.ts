import {afterEach, describe, expect, it, vi} from 'vitest';
import {deferred, rejected, resolved} from './promise.js';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('done, fail, always, progress', () => {
  it('run in order when the outcome comes, with all its arguments, and later ones at once', () => {
    const said: unknown[] = [];
    const {promise, resolve} = deferred();
    const ours = promise();
    ours.done((a, b) => said.push('first', a, b)).always((a) => said.push('always', a)).done((a) => said.push('second', a));
    ours.fail(() => said.push('never'));
    resolve(1, 2);
    expect(said).toEqual(['first', 1, 2, 'always', 1, 'second', 1]);
    ours.done(() => said.push('late'));
    expect(said.at(-1)).toBe('late');
    expect(ours.state()).toBe('resolved');
  });

  it('take several functions, lists of them, and nothing', () => {
    const said: number[] = [];
    resolved().done([() => said.push(1), [() => said.push(2)]], null, undefined, () => said.push(3));
    expect(said).toEqual([1, 2, 3]);
  });

  it('are settled once', () => {
    const {promise, resolve, reject} = deferred();
    reject('a');
    resolve('b');
    reject('c');
    const fail = vi.fn();
    promise().fail(fail);
    expect(fail.mock.calls).toEqual([['a']]);
  });

  it('a callback added while they run comes after those that wait', () => {
    const said: string[] = [];
    const {promise, resolve} = deferred();
    promise().done(() => {
      promise().done(() => said.push('added'));
      said.push('first');
    }).done(() => said.push('second'));
    resolve();
    expect(said).toEqual(['first', 'second', 'added']);
  });

  it('one that throws stops no other, and is told as an uncaught error', () => {
    const told = vi.fn();
    vi.stubGlobal('reportError', told);
    const after = vi.fn();
    const error = new Error('mine');
    resolved('x').done(() => {
      throw error;
    }, after);
    expect(after).toHaveBeenCalledWith('x');
    expect(told).toHaveBeenCalledWith(error);
  });

  it('return what they were called on, abort and all', () => {
    const abort = (): void => {};
    const ours = deferred(abort).promise() as unknown as {done(f: () => void): {abort: unknown}};
    expect(ours.done(() => {}).abort).toBe(abort);
    const mine = {mine: true};
    expect(resolved().promise(mine).done(() => {})).toBe(mine);
  });

  it('progress tells who comes late the last of it', () => {
    const {promise, notify, resolve} = deferred();
    const told: number[] = [];
    notify(0.1);
    promise().progress((fraction) => told.push(fraction));
    notify(0.5);
    resolve();
    notify(0.9);
    expect(told).toEqual([0.1, 0.5]);
  });
});

describe('then', () => {
  it('runs in a task of its own, not in a microtask', async () => {
    const said: string[] = [];
    resolved().then(() => said.push('then'));
    await Promise.resolve().then(() => said.push('microtask'));
    expect(said).toEqual(['microtask']);
    await nextTask();
    expect(said).toEqual(['microtask', 'then']);
  });

  it('is scheduled before any callback runs, whoever came first', async () => {
    const said: string[] = [];
    const {promise, resolve} = deferred();
    promise().done(() => {
      said.push('done');
      setTimeout(() => said.push('what done has scheduled'));
    });
    promise().then(() => said.push('then'));
    resolve();
    await nextTask();
    await nextTask();
    expect(said).toEqual(['done', 'then', 'what done has scheduled']);
  });

  it('without a handler passes all arguments on', async () => {
    const fail = vi.fn();
    rejected('code', 'details', 'result').then(() => {}).catch(null).fail(fail);
    await vi.waitFor(() => expect(fail).toHaveBeenCalledWith('code', 'details', 'result'));
  });

  it('adopts a jQuery-shaped promise with all its arguments, and a native one', async () => {
    const done = vi.fn();
    resolved().then(() => resolved('a', 'b')).done(done);
    await vi.waitFor(() => expect(done).toHaveBeenCalledWith('a', 'b'));
    expect(await resolved().then(() => Promise.resolve('native'))).toBe('native');
    await expect(resolved().then(() => Promise.reject(new Error('native')))).rejects.toThrow('native');
  });

  it('fails with what a handler throws; a mistake is written to the console', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    await expect(resolved().then(() => (undefined as unknown as {x: number}).x)).rejects.toThrow(TypeError);
    expect(warn).toHaveBeenCalledOnce();
    await expect(resolved().then(() => Promise.reject(new Error('on purpose')))).rejects.toThrow('on purpose');
    expect(warn).toHaveBeenCalledOnce();
  });

  it('does not run for ever when handed a resolve that returns its deferred', async () => {
    const other = deferred();
    resolved('x').then(other.resolve);
    expect(await (other.promise() as unknown as Promise<string>)).toBe('x');
  });

  it('settles by the first word of a thenable that says two', async () => {
    const twice = {then: (done: (value: string) => void, fail: (value: string) => void) => {
      done('first');
      fail('second');
    }};
    expect(await resolved().then(() => twice as unknown as Promise<string>)).toBe('first');
  });

  it('hears of the last progress when it comes late', async () => {
    const {promise, notify} = deferred();
    notify(0.5);
    const told: number[] = [];
    (promise() as unknown as {then(a: null, b: null, c: (f: number) => number): unknown}).then(null, null, (fraction) => told.push(fraction));
    await vi.waitFor(() => expect(told).toEqual([0.5]));
  });

  it('maps progress', async () => {
    const {promise, notify} = deferred();
    const told: number[] = [];
    promise().then(null, null, (fraction: number) => fraction / 2).progress((fraction) => told.push(fraction));
    notify(0.5);
    await vi.waitFor(() => expect(told).toEqual([0.25]));
  });

  it('await gives the first argument, and throws the bare first one', async () => {
    expect(await resolved('a', 'b')).toBe('a');
    await expect(rejected('badtoken', {})).rejects.toBe('badtoken');
  });

  it('a rejection nobody listens to is no unhandled rejection', async () => {
    const unhandled = vi.fn();
    const {process} = globalThis as unknown as {process: Record<'on' | 'off', (event: string, listener: () => void) => void>};
    process.on('unhandledRejection', unhandled);
    rejected('http', {}).then(() => {}).catch(() => rejected('again'));
    await nextTask();
    await nextTask();
    await nextTask();
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
});

describe('pipe', () => {
  it('runs at once, keeps the outcome, and adopts jQuery-shaped promises only', () => {
    const fail = vi.fn();
    const done = vi.fn();
    rejected('code').pipe(null, () => 'words').fail(fail);
    resolved('a').pipe((value: string) => resolved(`${value}b`, 'c')).done(done);
    resolved('a').pipe(() => rejected('no')).fail(fail);
    resolved('x').pipe().done(done);
    expect(fail.mock.calls).toEqual([['words'], ['no']]);
    expect(done.mock.calls).toEqual([['ab', 'c'], ['x']]);
  });
});

describe('abort on what then gives', () => {
  it('aborts the source', () => {
    const abort = vi.fn();
    (deferred(abort).promise() as unknown as {then(f: () => void): {abort(): void}}).then(() => {}).abort();
    expect(abort).toHaveBeenCalledOnce();
  });

  it('aborts what a handler has begun', async () => {
    const second = vi.fn();
    const begun = vi.fn();
    const chained = resolved().then(() => {
      begun();
      return deferred(second).promise();
    }).then(() => {});
    await vi.waitFor(() => expect(begun).toHaveBeenCalled());
    chained.abort();
    expect(second).toHaveBeenCalledOnce();
  });

  it('between two steps the second is not begun', async () => {
    const step = vi.fn();
    const chained = resolved().then(step);
    const fail = vi.fn();
    chained.fail(fail);
    chained.abort();
    await vi.waitFor(() => expect(fail).toHaveBeenCalledWith('http', {textStatus: 'abort', exception: 'abort'}));
    expect(step).not.toHaveBeenCalled();
  });

  it('leaves what others wait for, too, and settles its own promise alone', () => {
    const abort = vi.fn();
    const shared = deferred(abort).promise() as unknown as {then(f: () => void): {abort(): void; state(): string}};
    const [one, two] = [shared.then(() => {}), shared.then(() => {})];
    one.abort();
    expect(abort).not.toHaveBeenCalled();
    expect([one.state(), two.state()]).toEqual(['rejected', 'pending']);
  });

  const inFlight = (): {abort: ReturnType<typeof vi.fn>; promise: {then(f: () => unknown): Chained; done(f: () => void): unknown}} => {
    const abort = vi.fn();
    return {abort, promise: deferred(abort as () => void).promise()};
  };
  interface Chained {
    abort(): void;
    state(): string;
    fail(f: (...args: unknown[]) => void): unknown;
  }

  it('ends the request when the last of those who wait has had enough', () => {
    const {abort, promise} = inFlight();
    const [one, two] = [promise.then(() => {}), promise.then(() => {})];
    one.abort();
    one.abort();
    expect(abort).not.toHaveBeenCalled();
    two.abort();
    expect(abort).toHaveBeenCalledOnce();
  });

  it('settles where what a handler has begun is waited for by others, or cannot be aborted', async () => {
    const inner = inFlight();
    inner.promise.done(() => {});
    const given: unknown[] = [inner.promise, new Promise(() => {}), {then: () => {}}];
    for (const begun of given) {
      const begin = vi.fn(() => begun);
      const chained = resolved().then(begin as never) as unknown as Chained;
      await vi.waitFor(() => expect(begin).toHaveBeenCalled());
      chained.abort();
      expect(chained.state()).toBe('rejected');
    }
    expect(inner.abort).not.toHaveBeenCalled();
  });

  it('settles where what a handler has begun has just ended', async () => {
    const inner = deferred(() => {});
    const begin = vi.fn(() => inner.promise());
    const chained = resolved().then(begin) as unknown as Chained;
    await vi.waitFor(() => expect(begin).toHaveBeenCalled());
    inner.resolve(1);
    chained.abort();
    await vi.waitFor(() => expect(chained.state()).toBe('rejected'));
  });

  it('no handler runs after it', async () => {
    const {promise, reject} = deferred();
    const shared = promise() as unknown as {then(a: null, b: () => void): Chained; done(f: () => void): unknown};
    shared.done(() => {});
    const onFail = vi.fn();
    shared.then(null, onFail).abort();
    reject('later');
    await nextTask();
    await nextTask();
    expect(onFail).not.toHaveBeenCalled();
  });

  it('after a step without a done handler as well', async () => {
    const {promise, resolve} = deferred();
    const chained = (promise() as unknown as ReturnType<typeof resolved>).then(null, () => {});
    promise().done(() => chained.abort());
    resolve();
    await vi.waitFor(() => expect(chained.state()).toBe('rejected'));
  });

  it('aborts by the abort given to promise()', () => {
    const abort = vi.fn();
    (deferred().promise({abort}) as unknown as {then(f: () => void): {abort(): void}}).then(() => {}).abort();
    expect(abort).toHaveBeenCalledOnce();
  });
});
