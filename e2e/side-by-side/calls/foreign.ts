/** ForeignApi: the wiki under another origin. */
import type {Call, Env} from '../types.js';

const me = {meta: 'userinfo'};
const api = ({other}: Env): string => `${other}/w/api.php`;

export const foreign: Call[] = [
  {
    name: 'ForeignApi: an address is needed',
    as: 'anon',
    run({ForeignApi, note}) {
      for (const url of [undefined, null, '', {}, {ajax: {}}, 0, [], new URL('https://example.org/w/api.php')]) {
        try {
          note(JSON.stringify(url) ?? 'undefined', new ForeignApi(url).apiUrl);
        } catch (error) {
          note(JSON.stringify(url) ?? 'undefined', error);
        }
      }
    },
  },
  {
    name: 'ForeignApi: what an instance has, and its origin',
    as: 'both',
    run(env) {
      const {ForeignApi, Api, note, given} = env;
      const addresses = {here: '/w/api.php', 'here, whole': `${location.origin}/w/api.php`, 'without a scheme': `//${location.host}/w/api.php`, there: api(env), 'with a query': `${api(env)}?x=1`};
      for (const [name, url] of Object.entries(addresses)) {
        for (const options of [undefined, {}, {anonymous: true}, {anonymous: false, ajax: {timeout: 1}, parameters: {formatversion: 2}}, {useUS: true, foo: 'bar'}, {parameters: {origin: 'https://example.org'}}, {ajax: {xhrFields: {other: 1}}}]) {
          const instance = new ForeignApi(url, options && given(options));
          const {apiUrl, anonymous, defaults, requests} = instance;
          note(`${name}, ${JSON.stringify(options)}`, {own: Object.keys(instance), apiUrl, anonymous, defaults, requests, origin: instance.getOrigin(), isApi: instance instanceof Api});
        }
      }
    },
  },
  {
    name: 'ForeignApi: here, so without origin',
    as: 'both',
    async run({ForeignApi, made, settled}) {
      const here = made(new ForeignApi('/w/api.php'));
      await settled(here.get({...me}), 'get');
      await settled(here.post({...me}), 'post');
      await settled(here.post({...me}, {url: '/w/api.php?uselang=de'}), 'post to another address');
      await settled(here.postWithEditToken({action: 'checktoken', type: 'csrf'}), 'with a token');
    },
  },
  {
    name: 'ForeignApi: here, by its whole address',
    as: 'both',
    run: ({ForeignApi, made}) => made(new ForeignApi(`${location.origin}/w/api.php`)).get({...me, titles: ['A|B', 'C']}),
  },
  {
    name: 'ForeignApi: there, as oneself',
    as: 'both',
    async run(env) {
      const {ForeignApi, made, settled, given} = env;
      const there = made(new ForeignApi(api(env)));
      await settled(there.get(given({...me, titles: ['A|B', 'C']}), given({})), 'get');
      await settled(there.post(given({...me}), given({})), 'post');
      await settled(there.post({...me}, {contentType: 'multipart/form-data'}), 'multipart');
    },
  },
  {
    name: 'ForeignApi: there, as nobody',
    as: 'both',
    async run(env) {
      const {ForeignApi, made, settled} = env;
      const there = made(new ForeignApi(api(env), {anonymous: true}));
      await settled(there.get({...me}), 'get');
      await settled(there.post({...me}), 'post');
      await settled(there.get({action: 'no-such-action'}), 'an error');
    },
  },
  {
    name: 'ForeignApi: parameters of its own',
    as: 'both',
    async run(env) {
      const {ForeignApi, made, settled} = env;
      const there = made(new ForeignApi(api(env), {anonymous: true, parameters: {formatversion: 2, uselang: 'de'}}));
      await settled(there.get({...me, titles: ['Sandbox', 'Mercury'], redirects: false}), 'get');
      await settled(there.post({...me, origin: '*'}), 'post with an origin of its own');
    },
  },
  {
    name: 'ForeignApi: tokens are of that wiki',
    as: 'both',
    async run(env) {
      const {ForeignApi, made, settled} = env;
      const there = made(new ForeignApi(api(env)));
      await settled(there.postWithToken('csrf', {action: 'checktoken', type: 'csrf'}), 'first');
      await settled(there.postWithToken('csrf', {action: 'checktoken', type: 'csrf'}), 'again');
      await settled(made(new ForeignApi(api(env))).getToken('csrf'), 'of another instance');
    },
  },
  {
    name: 'ForeignApi: an edit there',
    as: 'both',
    writes: true,
    run: (env) => env.made(new env.ForeignApi(api(env))).edit('Sandbox', ({content}: {content: string}) => ({text: `${content}\nfrom elsewhere`, summary: 'x'})),
  },
  {name: 'ForeignApi: an address that has a query', as: 'anon', async run(env) {
    const there = env.made(new env.ForeignApi(`${api(env)}?uselang=de`, {anonymous: true}));
    await env.settled(there.get({...me}), 'get');
    await env.settled(there.post({...me}), 'post');
  }},
  {name: 'ForeignApi: a wiki that does not list this site', as: 'both', run: ({ForeignApi, made, unlisted}) => made(new ForeignApi(`${unlisted}/w/api.php`)).get({...me})},
  {name: 'ForeignApi: as nobody, a wiki that does not list this site', as: 'anon', run: ({ForeignApi, made, unlisted}) => made(new ForeignApi(`${unlisted}/w/api.php`, {anonymous: true})).get({...me})},
  {name: 'ForeignApi: aborted', as: 'anon', run(env) {
    const there = env.made(new env.ForeignApi(api(env)));
    env.watch(there.get({...me}), 'get').abort();
    env.watch(there.post({...me}), 'post');
    there.abort();
  }},
  {
    name: 'ForeignApi: a header of the caller',
    as: 'anon',
    run: (env) => env.made(new env.ForeignApi(api(env), {anonymous: true})).get({...me}, {headers: {'Api-User-Agent': 'Mine/1.0'}}),
  },
  {
    name: 'ForeignApi: a userAgent',
    as: 'anon',
    run: (env) => env.made(new env.ForeignApi(api(env), {anonymous: true, userAgent: 'Mine/1.0'})).get({...me}),
    improves: {what: 'userAgent, as of MediaWiki 1.44', where: /^requests.0.headers.api-user-agent/, look: ({requests}) => requests[0]?.headers['api-user-agent'], real: undefined, ours: 'Mine/1.0'},
  },
  {
    name: 'ForeignApi: ajax without options',
    as: 'anon',
    run: (env) => env.made(new env.ForeignApi(api(env), {anonymous: true})).ajax({...me}),
    improves: {what: 'no options are no error', where: /^(thrown|requests\.0|sentAtOnce|promises)/, look: ({thrown, requests}) => [thrown !== null, requests.length], real: [true, 0], ours: [false, 1]},
  },
];
