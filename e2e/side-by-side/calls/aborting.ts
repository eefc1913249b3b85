/** Calls that are given up, by the caller or by the clock. */
import {mw} from '../globals.js';
import type {Call, Env, Promised} from '../types.js';

const me = {meta: 'userinfo'};

/** Given up in the task that made it. */
function atOnce(name: string, make: (env: Env) => Promised, as: Call['as'] = 'anon'): Call {
  return {
    name: `abort() at once: ${name}`,
    as,
    run(env) {
      const promise = env.watch(make(env), 'it');
      promise.abort();
      env.note('state after abort', promise.state());
    },
  };
}

export const aborting: Call[] = [
  {
    name: 'api.abort: what a callback sends in its turn lives',
    as: 'anon',
    async run({api, watch, note, settled}) {
      let made = 0;
      const again = (): void => {
        if (++made <= 5) watch(api.get({...me}), `request ${made}`).fail(again);
      };
      again();
      api.abort();
      note('made', made);
      await settled(api.get({...me}), 'another');
    },
  },
  atOnce('get', ({api}) => api.get({...me}), 'both'),
  atOnce('post', ({api}) => api.post({...me}), 'both'),
  atOnce('multipart', ({api}) => api.post({...me}, {contentType: 'multipart/form-data'})),
  atOnce('parse of text', ({api}) => api.parse('text')),
  atOnce('parse of a page', ({api}) => api.parse(new (mw().Title)('Sandbox'))),
  atOnce('isCategory', ({api}) => api.isCategory('Category:Towns')),
  atOnce('getCategories', ({api}) => api.getCategories('Many categories')),
  atOnce('getCategoriesByPrefix', ({api}) => api.getCategoriesByPrefix('L')),
  atOnce('getToken of a kind that is not known yet', ({api}) => api.getToken('rollback'), 'user'),
  atOnce('getToken of a kind that is known', ({api}) => api.getToken('csrf'), 'user'),
  atOnce('postWithToken, the token known: no post', ({api}) => api.postWithToken('csrf', {action: 'checktoken', type: 'csrf'}), 'both'),
  atOnce('postWithToken, the token asked for: that goes on, no post', ({api}) => api.postWithToken('rollback', {action: 'checktoken', type: 'rollback'}), 'user'),
  atOnce('watch', ({api}) => api.watch('Sandbox'), 'user'),
  atOnce('login', ({api}) => api.login('Olga@tests', 'x')),
  {
    name: 'abort() twice, and after the end',
    as: 'anon',
    async run({api, settled, note}) {
      const promise = api.get({...me});
      const first = settled(promise, 'it');
      promise.abort();
      promise.abort();
      await first;
      promise.abort();
      note('state', promise.state());
      const done = api.get({...me});
      await settled(done, 'done');
      done.abort();
      note('state of what is done', done.state());
    },
  },
  {
    name: 'abort() while the server thinks',
    as: 'anon',
    answers: ['silence', 'silence'],
    async run({api, watch, note}) {
      for (const method of ['get', 'post'] as const) {
        const promise = watch(api[method]({...me}), method);
        await new Promise((resolve) => setTimeout(resolve, 5));
        note(`before, ${method}`, [promise.state(), api.requests.filter(Boolean).length]);
        promise.abort();
        note(`after, ${method}`, [promise.state(), api.requests.filter(Boolean).length]);
      }
    },
  },
  {
    name: 'abort() of the post, when it has left',
    as: 'both',
    async run({api, watch, sent}) {
      const promise = watch(api.postWithToken('csrf', {action: 'checktoken', type: 'csrf'}), 'it');
      await sent(1);
      promise.abort();
    },
  },
  {
    name: 'abort() of the second post, after a bad token',
    as: 'user',
    answers: [{body: '{"error": {"code": "badtoken", "info": "Invalid CSRF token."}}'}],
    async run({api, watch, sent}) {
      const promise = watch(api.postWithToken('csrf', {action: 'checktoken', type: 'csrf'}), 'it');
      await sent(3);
      promise.abort();
    },
  },
  {
    name: 'abort() of login’s second post',
    as: 'anon',
    answers: [{body: '{"login": {"result": "NeedToken", "token": "abc+\\\\"}}'}, {body: '{"login": {"result": "Failed"}}'}],
    async run({api, watch, sent}) {
      const promise = watch(api.login('Olga@tests', 'x'), 'it');
      await sent(2);
      promise.abort();
    },
    improves: {
      what: 'abort() after the first post ends the second',
      where: /^(thrown|promises\.it)/,
      look: ({promises, thrown}) => [(thrown as {error?: string} | null)?.error, promises['it']?.arguments[0]],
      real: ['TypeError', 'unknown'],
      ours: [undefined, 'http'],
    },
  },
  {
    name: 'api.abort(): all of this instance, none of another',
    as: 'both',
    run({Api, api, made, watch, note}) {
      const other = made(new Api());
      const [first, second] = [watch(api.get({...me}), 'first'), watch(api.post({...me}), 'second')];
      watch(other.get({...me}), 'of another');
      note('open before', [api.requests.filter(Boolean).length, api.requests.length, other.requests.length]);
      api.abort();
      note('after', [first.state(), second.state(), api.requests, other.requests.filter(Boolean).length]);
      api.abort();
    },
  },
  {
    name: 'api.abort() with nothing to abort, and after the end',
    as: 'anon',
    async run({api, settled, note}) {
      api.abort();
      await settled(api.get({...me}), 'it');
      api.abort();
      note('requests', api.requests);
    },
  },
  {
    name: 'one call aborted by the end of another',
    as: 'anon',
    answers: ['wiki', 'silence'],
    run({api, watch}) {
      const first = api.get({...me});
      const second = watch(api.get({...me, uiprop: 'groups'}), 'second');
      first.always(() => second.abort());
      watch(first, 'first');
    },
  },
  ...(['get', 'post'] as const).map(
    (method): Call => ({
      name: `a timeout, ${method}`,
      as: method === 'get' ? 'both' : 'anon',
      answers: ['silence', 'silence'],
      async run({Api, api, made, settled}) {
        await settled(api[method]({...me}, {timeout: 40}), 'of the call');
        await settled(made(new Api({ajax: {timeout: 40}}))[method]({...me}), 'of the instance');
      },
    }),
  ),
  {
    name: 'a timeout with the token under way',
    as: 'user',
    answers: ['silence'],
    run: ({Api, made}) => made(new Api({ajax: {timeout: 40}})).postWithToken('rollback', {action: 'checktoken', type: 'rollback'}),
  },
];
