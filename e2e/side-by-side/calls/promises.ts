/** The promise itself: when its callbacks run, with what, and what comes of them. */
import {deferred, onPage} from '../globals.js';
import type {Call, Promised} from '../types.js';

const me = {meta: 'userinfo'};
const wrong = {action: 'no-such-action'};

/** What a callback was given, in short. */
const short = (args: unknown[]): unknown[] =>
  args.map((argument) => {
    if (typeof argument !== 'object' || argument === null) return argument;
    return 'getResponseHeader' in argument ? 'a jqXHR' : Object.keys(argument);
  });

export const promises: Call[] = [
  {
    name: 'callbacks run in their order, lists of them too; late ones at once',
    as: 'both',
    async run({api, settled, note}) {
      const order: string[] = [];
      const say = (word: string) => (): void => void order.push(word);
      const promise = api.get({...me});
      promise.always(say('always')).done(say('done 1'), [say('done 2'), [say('done 3')]]).fail(say('fail')).done(undefined, null, say('done 4'));
      void promise.then(say('then 1'));
      promise.done(() => promise.done(say('from inside')));
      void promise.then(say('then 2'));
      await settled(promise, 'it');
      promise.done(say('late')).always(say('late always'));
      order.push('after the late ones');
      note('order', order);
    },
  },
  {
    name: 'done, fail, always and progress give the same promise; then another',
    as: 'anon',
    async run({api, settled, note}) {
      const promise = api.get({...me});
      const none = (): void => undefined;
      note('same', [promise.done(none) === promise, promise.fail(none) === promise, promise.always(none) === promise, promise.progress(none) === promise, promise.then(none) === promise]);
      note('abort', typeof promise.done(none).abort);
      await settled(promise, 'it');
    },
  },
  {
    name: 'then passes on all arguments, of success and of failure',
    as: 'both',
    async run({api, settled, note}) {
      await settled(api.get({...me}).then(undefined), 'success');
      await settled(api.get({...wrong}).then(null, null), 'failure');
      await settled(api.get({...wrong}).then(() => 'not this way'), 'failure, only done given');
      await settled(api.get({...me}).catch(() => 'not this way'), 'success, only fail given');
      const promise = api.get({...wrong});
      promise.then(
        () => undefined,
        (...args) => note('arguments', short(args)),
      );
      await settled(promise, 'it');
    },
  },
  {
    name: 'what a callback of then gives back',
    as: 'anon',
    async run({api, settled}) {
      const given: Record<string, () => unknown> = {
        'a value': () => 1,
        'undefined': () => undefined,
        'a list': () => [1, 2],
        'a deferred with several arguments': () => deferred().resolve(1, 2, 3),
        'a deferred that fails': () => deferred().reject('code', {textStatus: 'none'}),
        'a native promise': () => Promise.resolve('native'),
        'a native promise that fails': () => Promise.reject(new Error('native')),
        'a thenable': () => Object.fromEntries(new Map([['then', (resolve: (value: unknown) => void) => resolve('thenable')]])),
        'another call': () => api.get({...me}),
        'another call that fails': () => api.get({...wrong}),
        'an error': () => {
          throw new RangeError('thrown');
        },
      };
      for (const [name, give] of Object.entries(given)) {
        await settled(api.get({...me}).then(give), `done, ${name}`);
        await settled(api.get({...wrong}).then(null, give), `fail, ${name}`);
      }
    },
  },
  {
    name: 'then with what is no function',
    as: 'anon',
    async run({api, settled}) {
      await settled(api.get({...me}).then('text' as never, 7 as never), 'it');
    },
  },
  {
    name: 'then of what is settled runs later all the same',
    as: 'anon',
    async run({api, settled, note}) {
      const promise = api.get({...me});
      await settled(promise, 'it');
      const order: string[] = [];
      const last = new Promise((resolve) => void promise.then(() => resolve(order.push('then'))));
      order.push('after the call');
      queueMicrotask(() => order.push('a microtask'));
      await last;
      note('order', order);
    },
  },
  {
    name: 'await: the answer, or the code alone',
    as: 'both',
    async run({api, note}) {
      const native = (promise: Promised): Promise<unknown> => promise as unknown as Promise<unknown>;
      note('success', await native(api.get({...me})));
      try {
        await native(api.get({...wrong}));
      } catch (error) {
        note('thrown', [typeof error, error]);
      }
      note('Promise.all', short(await Promise.all([api.get({...me}), api.post({...me})])));
      note('Promise.allSettled', await Promise.allSettled([api.get({...wrong})]));
    },
  },
  {
    name: '$.when: all arguments of each',
    as: 'anon',
    async run({api, note}) {
      const {when} = onPage().$ as unknown as {when: (...promises: unknown[]) => Promised};
      note('both', await new Promise((resolve) => void when(api.get({...me}), api.post({...me})).done((...args: unknown[]) => resolve(args.map((each) => short(each as unknown[]))))));
      note('one', await new Promise((resolve) => void when(api.get({...me})).done((...args: unknown[]) => resolve(short(args)))));
      const other = api.get({...me});
      note('failing', await new Promise((resolve) => void when(other, api.get({...wrong})).fail((...args: unknown[]) => resolve(short(args)))));
      await other; // or it is open still, if it was the slower one
    },
  },
  {
    name: 'a deferred resolved with it, and by it',
    as: 'anon',
    async run({api, settled}) {
      const {resolve, reject, promise} = deferred() as unknown as {resolve: () => void; reject: () => void; promise: () => Promised};
      api.get({...me}).then(resolve, reject);
      await settled(promise(), 'by it');
      const $ = onPage();
      await settled($.$.Deferred().resolve().then(() => api.get({...me})), 'through then');
    },
  },
  {
    name: 'promise(object) gives the object its methods',
    as: 'anon',
    async run({api, settled, note}) {
      const abort = (): string => 'mine';
      const target = {abort, name: 'mine'};
      const promise = api.get({...me}).promise(target);
      note('same', (promise as unknown) === target);
      note('abort', target.abort === abort);
      note('state', promise.state());
      await settled(promise, 'it');
    },
  },
  {
    name: 'a failure that nobody looks at is no error of the page',
    as: 'both',
    async run({api, sent}) {
      api.get({...wrong});
      void api.post({...wrong}).then(() => 'never');
      await sent(2);
      // Until both answers are in.
      while (api.requests.some((request) => request !== null)) await new Promise((resolve) => setTimeout(resolve, 5));
    },
  },
  {
    name: 'a callback that throws: the page is told, the answer is not lost for then',
    as: 'anon',
    async run({api, settled, note}) {
      const promise = api.get({...me});
      const then = new Promise((resolve) => void promise.then(() => resolve('then ran')));
      promise.done(() => {
        throw new RangeError('thrown in done');
      });
      note('then', await then);
      note('state', promise.state());
      await settled(promise.then(() => 'later'), 'later');
    },
    improves: {what: 'the request counts as ended', where: /^open/, look: ({open}) => open, real: [1], ours: [0]},
  },
  {
    name: 'a callback that throws: the others',
    as: 'anon',
    async run({api, note}) {
      const promise = api.get({...me});
      const then = new Promise((resolve) => void promise.then(resolve));
      promise.done(() => {
        throw new RangeError('thrown in done');
      });
      let others = 0;
      promise.done(() => others++);
      await then;
      promise.done(() => others++);
      note('others', others);
    },
    improves: {what: 'the other callbacks run', where: /^(open|notes\.others)/, look: ({notes}) => notes['others'], real: 0, ours: 2},
  },
  {
    name: 'pipe: then, as it was',
    as: 'anon',
    async run({api, settled}) {
      await settled(api.get({...me}).pipe(() => 1), 'a value');
      await settled(api.get({...me}).pipe(() => deferred().reject('code', 2)), 'a deferred that fails');
      await settled(api.get({...me}).pipe(), 'nothing');
      await settled(api.get({...wrong}).pipe(null, () => 'saved'), 'a value, of what failed');
    },
  },
  {
    name: 'progress of what has none',
    as: 'anon',
    async run({api, settled, note}) {
      const news: unknown[] = [];
      await settled(api.post({...me}).progress((value: unknown) => news.push(value)), 'it');
      note('news', news);
    },
  },
  {
    name: 'what promise() gives can be aborted, too',
    as: 'anon',
    run({api, note}) {
      const promise = api.get({...me});
      note('abort', typeof promise.promise().abort);
      return promise;
    },
    improves: {what: 'promise() keeps abort', where: /^notes.abort/, look: ({notes}) => notes['abort'], real: 'undefined', ours: 'function'},
  },
  {
    name: 'what then gives can be aborted, too',
    as: 'anon',
    answers: ['silence'],
    run({api, note}) {
      const chained = api.get({...me}).then(() => 'never');
      note('abort', typeof chained.abort);
      api.abort();
    },
    improves: {what: 'then() keeps abort', where: /^notes.abort/, look: ({notes}) => notes['abort'], real: 'undefined', ours: 'function'},
  },
];
