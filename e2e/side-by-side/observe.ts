/** Makes one call with the classes of one side, and puts down what the wiki and the caller see of it. */
import {mw} from './globals.js';
import {plain} from './plain.js';
import {recorded, requestsUnderWay, sentSoFar, startRecord, whenSent} from './record.js';
import type {Api, Call, Classes, Doors, Env, Observation, Outcome, Plain, Promised, Who} from './types.js';

/** A promise that is pending for so long is left alone, and told as pending. */
const PATIENCE_MS = 6_000;

export async function observe(call: Call, classes: Classes, who: Who, doors: Doors): Promise<Observation> {
  const seen: Pick<Observation, 'promises' | 'notes' | 'log' | 'uncaught'> = {promises: {}, notes: {}, log: [], uncaught: []};
  const given: object[] = [];
  const instances: {requests: unknown[]}[] = [];
  const settlements: Promise<unknown[]>[] = [];
  const watch = (promise: Promised, name: string): Promise<unknown[]> => {
    const settlement = settled(promise, (seen.promises[name] = newOutcome(promise)));
    settlements.push(settlement);
    return settlement;
  };
  const made = <T extends {requests: unknown[]}>(instance: T): T => {
    instances.push(instance);
    return instance;
  };
  const back = lookOn(seen);
  const api: Api = made(new classes.Api());
  const env: Env = {
    ...classes,
    ...doors,
    who,
    api,
    made,
    watch: (promise, name = `promise ${settlements.length + 1}`) => {
      void watch(promise, name);
      return promise;
    },
    settled: (promise, name = `promise ${settlements.length + 1}`) => watch(promise, name),
    note: (name, value) => void (seen.notes[name] = plain(value)),
    given: (object) => {
      given.push(object);
      return object;
    },
    sent: whenSent,
  };

  startRecord();
  let thrown: Plain = null;
  let sentAtOnce = 0;
  try {
    const result = call.run(env);
    sentAtOnce = sentSoFar();
    if (isPromised(result)) env.watch(result, 'it');
    else await inTime(Promise.resolve(result));
  } catch (error) {
    thrown = plain(error);
  }
  for (let count = -1; count !== settlements.length; ) {
    count = settlements.length;
    await Promise.all(settlements);
  }
  await quiet();
  back();
  const open = instances.map(({requests}) => requests.filter((request) => request !== null).length);
  return {...seen, requests: await recorded(), sentAtOnce, thrown, given: given.map((object) => plain(object)), open};
}

function newOutcome(promise: Promised): Outcome {
  return {order: [], atOnce: promise.state(), state: '', arguments: [], abort: typeof promise.abort === 'function', progress: 'none'};
}

/** Fills the outcome in while it happens; resolves with the arguments when all callbacks have run. */
function settled(promise: Promised, outcome: Outcome): Promise<unknown[]> {
  const {order} = outcome;
  const news: unknown[] = [];
  const whole = new Promise<unknown[]>((resolve) => {
    let all: unknown[] = [];
    const settle = (how: string) => (...args: unknown[]): void => {
      order.push(how);
      all = args;
      outcome.arguments = args.map((argument) => plain(argument));
      queueMicrotask(() => order.push('a microtask'));
      setTimeout(() => order.push('a timer'));
    };
    const end = (how: string) => (): void => {
      order.push(how);
      resolve(all);
    };
    promise.done(settle('done')).fail(settle('fail')).always(() => order.push('always'));
    promise.then(end('then'), end('then, rejected'));
    promise.progress((value: unknown) => news.push(value));
    order.push('after the call');
  });
  return inTime(whole).then((args) => {
    outcome.state = promise.state();
    outcome.progress = told(news);
    return args ?? [];
  });
}

/** How many there are depends on the network. */
function told(news: unknown[]): string {
  if (news.length === 0) return 'none';
  if (!news.every((value) => typeof value === 'number')) return JSON.stringify(plain(news));
  const ascending = news.every((value, index) => index === 0 || value >= (news[index - 1] as number));
  return `${ascending ? 'ascending' : 'up and down'} to ${news.at(-1)}`;
}

/** Undefined when it takes too long. */
function inTime<T>(promise: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Waits for requests that nobody waits for, and for what follows from them. */
async function quiet(): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  for (let calm = 0; calm < 3 && performance.now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve));
    calm = requestsUnderWay() === 0 ? calm + 1 : 0;
  }
}

function isPromised(value: unknown): value is Promised {
  return typeof value === 'object' && value !== null && 'done' in value && 'fail' in value && 'state' in value;
}

/** Listens to mw.log and for errors, until the answer is called; that brings messages and settings back, too. */
function lookOn(seen: Pick<Observation, 'log' | 'uncaught'>): () => void {
  const {log, messages, config} = mw();
  const kept = [messages, config].map((map) => ({map, values: map.values}));
  for (const {map, values} of kept) map.values = Object.assign(Object.create(null), values);
  const note = (kind: string) => (...args: unknown[]) => void seen.log.push([kind, ...args.slice(0, 2).map((argument) => (typeof argument === 'string' ? argument : `[${typeof argument}]`))]);
  mw().log = Object.assign(note('log'), log, {warn: note('warn')});
  const onError = (event: ErrorEvent | PromiseRejectionEvent): void => {
    seen.uncaught.push(event instanceof ErrorEvent ? ['error', plain(event.error)] : ['rejection', plain(event.reason)]);
    event.preventDefault();
  };
  addEventListener('error', onError);
  addEventListener('unhandledrejection', onError);
  return () => {
    mw().log = log;
    for (const {map, values} of kept) map.values = values;
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onError);
  };
}
