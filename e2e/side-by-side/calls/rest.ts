/** Rest and ForeignRest. */
import type {Call} from '../types.js';

export const rest: Call[] = [
  {
    name: 'Rest: what an instance has',
    as: 'both',
    run({Rest, note, given}) {
      for (const options of [undefined, {}, {ajax: {url: '/elsewhere', timeout: 1, headers: {'X-One': '1'}}}, {foo: 1}]) {
        const instance = new Rest(options && given(options));
        note(JSON.stringify(options) ?? 'undefined', {own: Object.keys(instance), url: instance.url, defaults: instance.defaults, requests: instance.requests});
      }
    },
  },
  {
    name: 'Rest: get',
    as: 'both',
    async run({Rest, made, settled, given}) {
      const rest = made(new Rest());
      await settled(rest.get('/v1/page/Sandbox'), 'JSON');
      await settled(rest.get('/v1/page/Mercury_(ship)/html'), 'html');
      await settled(rest.get('/v1/search/title', given({q: 'Sand box&', limit: 2}), given({})), 'with a query');
      await settled(rest.get('/v1/search/page?q=sandbox', {limit: 1}), 'with a query on both sides');
      await settled(rest.get('/v1/page/No_such_page'), 'not there');
      await settled(rest.get('/v1/nothing'), 'no such path');
      await settled(rest.get('/v1/page/%E6%BC%A2'), 'escaped');
    },
  },
  {
    name: 'Rest: odd queries',
    as: 'anon',
    async run({Rest, made, settled}) {
      const rest = made(new Rest());
      for (const query of [null, {}, 'q=sand', {q: ['a', 'b']}, {q: 'x', a: undefined, b: null, c: false, d: true, e: 0, f: ''}, {q: '漢 👩🏽‍🚀+'}]) await settled(rest.get('/v1/search/title', query), JSON.stringify(query));
    },
  },
  {name: 'Rest: get with headers', as: 'both', run: ({Rest, made, given}) => made(new Rest()).get('/v1/page/Sandbox/bare', {}, given({'X-One': '1', 'Accept-Language': 'de'}))},
  {name: 'Rest: get with an Accept', as: 'anon', run: ({Rest, made}) => made(new Rest()).get('/v1/page/Sandbox/bare', {}, {Accept: 'application/json'})},
  {
    name: 'Rest: post of what looks escaped',
    as: 'anon',
    answers: [{body: '{}'}],
    run: ({Rest, made}) => made(new Rest()).post('/v1/x', {source: '100%20sure'}),
  },
  {
    name: 'Rest: post',
    as: 'both',
    async run({Rest, made, settled, given}) {
      const rest = made(new Rest());
      await settled(rest.post('/v1/transform/wikitext/to/html', given({wikitext: "'''bold''' 漢", body_only: true}), given({'X-One': '1', 'CONTENT-TYPE': 'text/plain'})), 'html');
      await settled(rest.post('/v1/page'), 'without a body');
      await settled(rest.post('/v1/page', null), 'null');
    },
  },
  {
    name: 'Rest: pages made and changed',
    as: 'user',
    writes: true,
    async run({Rest, api, made, settled, given}) {
      const rest = made(new Rest());
      const [token] = await settled(api.getToken('csrf'), 'token');
      await settled(rest.post('/v1/page', given({token, title: 'A new page', source: 'Lörem', comment: 'new', content_model: 'wikitext'})), 'made');
      await settled(rest.put('/v1/page/A_new_page', {token, source: 'Ipsüm', comment: 'x', latest: {id: 0}}), 'changed on a wrong base');
      await settled(rest.put('/v1/page/Another_new_page', {token, source: 'x', comment: 'x'}, given({'X-Two': '2'})), 'another made');
      await settled(rest.post('/v1/page', {token, title: 'Sandbox', source: 'x', comment: 'x'}), 'there already');
    },
  },
  {name: 'Rest: put without a token', as: 'both', run: ({Rest, made, given}) => made(new Rest()).put('/v1/page/Sandbox', given({source: 'x', comment: 'x'}), given({'X-One': '1'}))},
  {
    name: 'Rest: delete',
    as: 'both',
    async run({Rest, made, settled, given}) {
      const rest = made(new Rest());
      await settled(rest.delete('/v1/page/Sandbox', given({reason: 'x'}), given({'X-One': '1'})), 'not allowed');
      await settled(rest.delete('/v1/page/Sandbox'), 'without a body');
    },
  },
  {
    name: 'Rest: what a server can answer',
    as: 'anon',
    answers: [
      {status: 204},
      {},
      {type: 'text/plain', body: 'text'},
      {type: 'text/html', body: '<p>html</p>'},
      {body: '{"cut": '},
      {body: 'null'},
      {body: '"text"'},
      {type: 'application/problem+json', body: '{"a": 1}'},
      {status: 500, type: 'text/html', body: '<p>no</p>'},
      {status: 403, body: '{"errorKey": "x", "messageTranslations": {"en": "no"}, "httpCode": 403}'},
      {type: 'application/json;charset=utf-8', status: 201, body: '{"id": 1}'},
      'lost',
    ],
    async run({Rest, made, settled}) {
      const rest = made(new Rest());
      for (const what of ['204', 'nothing', 'text', 'html', 'cut off', 'null', 'a text', 'problem+json', '500', '403', '201', 'lost']) await settled(rest.get('/v1/x'), what);
    },
  },
  {
    name: 'Rest: xml and scripts',
    as: 'anon',
    answers: [{type: 'text/xml', body: '<a/>'}, {type: 'application/ld+json', body: '{"a": 1}'}],
    async run({Rest, made, settled}) {
      const rest = made(new Rest());
      await settled(rest.get('/v1/x').then((answer: unknown) => Object.prototype.toString.call(answer)), 'xml');
      await settled(rest.get('/v1/x'), 'another JSON');
    },
  },
  {
    name: 'Rest: post, put and delete answered with nothing',
    as: 'anon',
    answers: [{status: 204}, {status: 204}, {status: 204}],
    async run({Rest, made, settled}) {
      const rest = made(new Rest());
      await settled(rest.post('/v1/x', {a: [1, {b: 2}]}), 'post');
      await settled(rest.put('/v1/x', {a: undefined, b: null}), 'put');
      await settled(rest.delete('/v1/x', {}), 'delete');
    },
  },
  {
    name: 'Rest: ajax, with defaults',
    as: 'both',
    async run({Rest, made, settled, given}) {
      const rest = made(new Rest(given({ajax: {headers: {'X-Default': '1'}, timeout: 9000}})));
      await settled(rest.ajax('/v1/page/Sandbox/bare', given({type: 'GET'})), 'get');
      await settled(rest.ajax('/v1/page/Sandbox/bare'), 'no options');
      await settled(rest.ajax('/v1/page/Sandbox/bare', {url: '/not/taken', dataType: 'text'}), 'as text');
      await settled(rest.get('/v1/page/Sandbox/bare'), 'default headers');
    },
  },
  {
    name: 'Rest: abort, at once and while the server thinks',
    as: 'both',
    answers: ['silence', 'silence', 'silence'],
    async run({Rest, made, watch, note}) {
      const rest = made(new Rest());
      const first = watch(rest.get('/v1/x'), 'first');
      first.abort();
      note('state', first.state());
      const [second, third] = [watch(rest.post('/v1/x', {}), 'second'), watch(rest.delete('/v1/x'), 'third')];
      await new Promise((resolve) => setTimeout(resolve, 5));
      rest.abort();
      note('states', [second.state(), third.state(), rest.requests]);
    },
  },
  {name: 'Rest: a timeout', as: 'anon', answers: ['silence'], run: ({Rest, made}) => made(new Rest({ajax: {timeout: 30}})).get('/v1/x')},
  {
    name: 'Rest: a child of it, and more on the prototype',
    as: 'anon',
    async run({Rest, made, settled}) {
      class Mine extends Rest {
        override ajax(path: string, options: object) {
          return super.ajax(`${path}/bare`, {...options, headers: {'X-Mine': '1'}});
        }
      }
      await settled(made(new Mine()).get('/v1/page/Sandbox'), 'get');
    },
  },
  {
    name: 'ForeignRest: what an instance has',
    as: 'anon',
    run({Rest, ForeignRest, ForeignApi, other, note}) {
      for (const options of [undefined, {anonymous: true}, {ajax: {timeout: 1}}]) {
        const instance = new ForeignRest(`${other}/w/rest.php`, new ForeignApi(`${other}/w/api.php`), options) as InstanceType<typeof ForeignRest> & {apiUrl: string; anonymous?: boolean; foreignActionApi: unknown};
        const {url, apiUrl, anonymous, defaults} = instance;
        note(JSON.stringify(options) ?? 'undefined', {own: Object.keys(instance), url, apiUrl, anonymous, defaults, api: instance.foreignActionApi instanceof ForeignApi, isRest: instance instanceof Rest});
      }
    },
  },
  {
    name: 'ForeignRest: there, as oneself',
    as: 'both',
    async run({ForeignRest, ForeignApi, other, made, settled}) {
      const there = made(new ForeignRest(`${other}/w/rest.php`, new ForeignApi(`${other}/w/api.php`)));
      await settled(there.get('/v1/page/Sandbox/bare', {redirect: 'no'}), 'get');
      await settled(there.get('/v1/page/No_such_page'), 'not there');
      await settled(there.put('/v1/page/Sandbox', {source: 'x', comment: 'x'}), 'put');
    },
  },
  {
    name: 'ForeignRest: there, as nobody',
    as: 'both',
    run: ({ForeignRest, ForeignApi, other, made}) => made(new ForeignRest(`${other}/w/rest.php`, new ForeignApi(`${other}/w/api.php`, {anonymous: true}), {anonymous: true})).get('/v1/page/Sandbox/bare'),
  },
  {name: 'ForeignRest: a wiki that is not open', as: 'anon', run: ({ForeignRest, ForeignApi, unlisted, made}) => made(new ForeignRest(`${unlisted}/w/rest.php`, new ForeignApi(`${unlisted}/w/api.php`))).get('/v1/page/Sandbox/bare')},
];
