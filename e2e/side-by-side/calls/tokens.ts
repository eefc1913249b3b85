/** Tokens: where they come from, how long they are kept, and what happens when they are bad. */
import type {Answer, Call} from '../types.js';

const check = (type = 'csrf'): Record<string, unknown> => ({action: 'checktoken', type});
const bad: Answer = {body: '{"error": {"code": "badtoken", "info": "Invalid CSRF token."}}', headers: {'mediawiki-api-error': 'badtoken'}};
const badPlain: Answer = {body: '{"errors": [{"code": "badtoken", "text": "Invalid CSRF token."}]}'};

export const tokens: Call[] = [
  {
    name: 'getToken: those the page has need no request',
    as: 'both',
    async run({api, settled}) {
      for (const type of ['csrf', 'watch', 'patrol']) await settled(api.getToken(type), type);
    },
  },
  {
    name: 'getToken: another is asked for once',
    as: 'both',
    async run({api, settled, note}) {
      await settled(api.getToken('rollback'), 'first');
      await settled(api.getToken('rollback'), 'again');
      await settled(api.getToken('userrights'), 'another');
      note('same', api.getToken('rollback') === api.getToken('rollback'));
    },
  },
  {
    name: 'getToken: callers at the same time share one request, other instances too',
    as: 'user',
    async run({Api, api, made, settled}) {
      await Promise.all([settled(api.getToken('rollback'), 'one'), settled(api.getToken('rollback'), 'two'), settled(made(new Api()).getToken('rollback'), 'of another instance')]);
    },
  },
  {
    name: 'getToken: another address has tokens of its own',
    as: 'user',
    async run({Api, api, made, settled}) {
      const url = `${location.origin}/w/api.php`;
      await settled(api.getToken('csrf'), 'here');
      await settled(made(new Api({ajax: {url}})).getToken('csrf'), 'there');
      await settled(made(new Api({ajax: {url: new URL(url)}})).getToken('csrf'), 'there again');
    },
  },
  {name: 'getToken with more parameters', as: 'both', run: ({api, given}) => api.getToken('rollback', given({uselang: 'de', formatversion: 2}))},
  {name: 'getToken with an assertion', as: 'both', run: ({api}) => api.getToken('rollback', 'user')},
  {
    name: 'getToken: an assertion counts where a request is made',
    as: 'anon',
    async run({api, settled}) {
      await settled(api.getToken('csrf', 'user'), 'known');
      await settled(api.getToken('rollback', {assert: 'user'}), 'asked for');
      await settled(api.getToken('rollback'), 'asked for again');
    },
  },
  {
    name: 'getToken: old names',
    as: 'user',
    async run({api, settled}) {
      for (const type of ['edit', 'delete', 'protect', 'move', 'block', 'unblock', 'email', 'import', 'options']) await settled(api.getToken(type), type);
    },
  },
  {
    name: 'getToken: a failure is not kept',
    as: 'both',
    answers: [{status: 500, body: ''}, {body: '{"error": {"code": "readonly"}}'}, {body: '{"batchcomplete": true}'}, 'lost', {body: 'null'}],
    async run({api, settled}) {
      for (const attempt of ['http', 'error', 'no query', 'lost', 'null', 'well']) await settled(api.getToken('rollback'), attempt);
    },
  },
  {
    name: 'getToken: a kind there is not',
    as: 'both',
    async run({api, settled}) {
      await settled(api.getToken('nonsense'), 'it');
      api.badToken('nonsense');
      await settled(api.getToken('nonsense'), 'after badToken');
    },
  },
  {
    name: 'getToken: a missing token is not kept',
    as: 'anon',
    async run({api, settled}) {
      await settled(api.getToken('nonsense'), 'first');
      await settled(api.getToken('nonsense'), 'second');
    },
    improves: {
      what: 'token-missing is not cached',
      where: /^(requests\.1|promises\.second\.(order|atOnce))/,
      look: ({requests, promises}) => [requests.length, ...Object.values(promises).map(({arguments: [code]}) => code)],
      real: [1, 'token-missing', 'token-missing'],
      ours: [2, 'token-missing', 'token-missing'],
    },
  },
  {
    name: 'badToken: the next is asked for, by old names too',
    as: 'user',
    async run({api, settled}) {
      api.badToken('edit');
      await settled(api.getToken('csrf'), 'csrf');
      api.badToken('csrf');
      await settled(api.getEditToken(), 'csrf again');
      api.badToken('rollback');
      await settled(api.getToken('rollback'), 'rollback');
    },
  },
  {
    name: 'badToken of an address nobody has asked',
    as: 'anon',
    run: ({Api, made}) => made(new Api({ajax: {url: '/w/api.php?x'}})).badToken('csrf'),
  },
  {name: 'getEditToken', as: 'both', run: ({api}) => api.getEditToken()},
  {
    name: 'postWithToken writes the token into the caller’s parameters',
    as: 'both',
    run: ({api, given}) => api.postWithToken('csrf', given(check())),
  },
  {name: 'postWithToken with options', as: 'both', run: ({api, given}) => api.postWithToken('csrf', given(check()), given({headers: {'X-One': '1'}}))},
  {name: 'postWithToken as multipart', as: 'both', run: ({api}) => api.postWithToken('csrf', {...check(), text: 'one\ntwo'}, {contentType: 'multipart/form-data'})},
  {name: 'postWithToken asks for a token it has not', as: 'both', run: ({api, given}) => api.postWithToken('rollback', given(check('rollback')))},
  {name: 'postWithToken asserts in both requests', as: 'user', run: ({api}) => api.postWithToken('rollback', {...check('rollback'), assert: 'user', assertuser: 'Olga'})},
  {name: 'postWithToken: no token, no post', as: 'both', run: ({api, given}) => api.postWithToken('rollback', given({...check('rollback'), assertuser: 'Henrik'}))},
  {name: 'postWithToken: a kind there is not', as: 'anon', run: ({api}) => api.postWithToken('nonsense', check())},
  {name: 'postWithToken: another error than badtoken', as: 'both', run: ({api}) => api.postWithToken('csrf', {action: 'no-such-action'})},
  {name: 'postWithToken: a bad token, then a good one', as: 'both', answers: [bad], run: ({api, given}) => api.postWithToken('csrf', given(check()))},
  {name: 'postWithToken: a bad token, told otherwise', as: 'user', answers: [badPlain], run: ({api}) => api.postWithToken('csrf', check())},
  {name: 'postWithToken: a bad token twice', as: 'both', answers: [bad, 'wiki', bad], run: ({api, given}) => api.postWithToken('csrf', given(check()))},
  {name: 'postWithToken: a bad token, and no better one', as: 'anon', answers: [bad, {status: 503, body: ''}], run: ({api, given}) => api.postWithToken('csrf', given(check()))},
  {name: 'postWithToken: a bad token that the wiki itself refuses', as: 'user', run({api}) {
    const ask = api.getToken;
    let asked = 0;
    api.getToken = function (...args: unknown[]) {
      return asked++ === 0 ? ask.call(this, ...args).then(() => 'stale+\\') : ask.call(this, ...args);
    };
    return api.postWithToken('csrf', {action: 'options', optionname: 'userjs-side', optionvalue: '1'});
  }, writes: true},
  {name: 'postWithToken: the post is lost, and not sent again', as: 'both', answers: ['lost'], run: ({api}) => api.postWithToken('csrf', check())},
  {name: 'postWithEditToken', as: 'both', run: ({api, given}) => api.postWithEditToken(given(check()), given({}))},
  {name: 'postWithToken without parameters', as: 'anon', run: ({api}) => api.postWithToken('csrf')},
];
