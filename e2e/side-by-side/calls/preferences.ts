/** What a user has: a watchlist, and options. */
import {mw} from '../globals.js';
import type {Call, Env} from '../types.js';

/** Options set in one call, by somebody. */
function save(name: string, options: Record<string, unknown>, parameters?: object): Call {
  return {name: `saveOptions: ${name}`, as: 'user', writes: true, run: ({api, given}) => api.saveOptions(given({...options}), parameters)};
}

/** By an instance that has its address from the caller, and so no U+001F. */
function saveWithoutUS(name: string, options: Record<string, unknown>): Call {
  return {
    name: `saveOptions, given an address: ${name}`,
    as: 'user',
    writes: true,
    run: ({Api, made}) => made(new Api({ajax: {url: `${location.origin}/w/api.php`}})).saveOptions({...options}),
  };
}

/** The same for both sides. MediaWiki would shorten what is longer than a year. */
const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString().replace(/T.*/, 'T12:00:00Z');

const left = async ({api, settled}: Env): Promise<void> => void (await settled(api.get({meta: 'userinfo', uiprop: 'options', formatversion: 2}).then(({query: {userinfo}}: {query: {userinfo: {options: Record<string, unknown>}}}) => Object.entries(userinfo.options).filter(([name]) => name.startsWith('userjs-'))), 'left'));

export const preferences: Call[] = [
  {name: 'watch: a page', as: 'both', writes: true, run: ({api}) => api.watch('Mercury')},
  {name: 'watch: a title', as: 'user', writes: true, run: ({api}) => api.watch(new (mw().Title)('Talk:Deleted page'))},
  {name: 'watch: several', as: 'both', writes: true, run: ({api, given}) => api.watch(given(['Mercury', new (mw().Title)('Mercury (ship)'), 'No such page']))},
  {name: 'watch: for a time', as: 'user', writes: true, run: ({api}) => api.watch('Mercury', tomorrow)},
  {name: 'watch: several, for a time', as: 'user', writes: true, run: ({api}) => api.watch(['Mercury', 'Sandbox'], 'infinity')},
  {name: 'watch: a title that is none', as: 'user', run: ({api}) => api.watch('<>')},
  {name: 'watch: names with a |', as: 'user', run: ({api}) => api.watch(['A|B', 'C'])},
  {name: 'unwatch: a page', as: 'both', writes: true, run: ({api}) => api.unwatch('Sandbox')},
  {name: 'unwatch: several', as: 'user', writes: true, run: ({api}) => api.unwatch(['Sandbox', 'Protected', 'Mercury'])},
  {name: 'saveOption', as: 'both', writes: true, run: ({api}) => api.saveOption('userjs-a', 'value')},
  {name: 'saveOption: with more parameters', as: 'user', writes: true, run: ({api, given}) => api.saveOption('userjs-a', 'value', given({formatversion: 1, errorformat: 'plaintext'}))},
  {name: 'saveOption: null', as: 'user', writes: true, run: ({api}) => api.saveOption('language', null)},
  {
    name: 'saveOption goes through saveOptions',
    as: 'user',
    run({api, note}) {
      api.saveOptions = (...args) => {
        note('arguments', args);
        return api.get({meta: 'userinfo'});
      };
      return api.saveOption('userjs-a', 'value');
    },
  },
  save('nothing', {}),
  save('several in one request', {'userjs-a': '1', 'userjs-b': 2, 'userjs-c': true, 'userjs-d': false, 'userjs-e': ''}),
  save('back to the default', {'userjs-a': null, 'userjs-b': undefined, 'gender': null}),
  save('values with |', {'userjs-a': 'x|y', 'userjs-b': 'z'}),
  save('values with =', {'userjs-a': 'x=y', 'userjs-b': '=z'}),
  save('names with =', {'userjs-a=b': 'x', 'userjs-c=': null, 'userjs-d': 'y', 'userjs-e=': 'z'}),
  save('names with |', {'userjs-a|b': 'x', 'userjs-c': 'y'}),
  save('odd values', {'userjs-a': 'a\u001fb', 'userjs-b': 'line\nend & more', 'userjs-c': '漢👩🏽‍🚀'}),
  save('what is not allowed', {'no-such-option': 'x'}),
  save('with more parameters', {'userjs-a': 'x', 'userjs-b=': 'y'}, {uselang: 'de'}),
  saveWithoutUS('several in one request', {'userjs-a': '1', 'userjs-b': null}),
  saveWithoutUS('values with |', {'userjs-a': 'x|y', 'userjs-b': 'z', 'userjs-c': 'u|v'}),
  saveWithoutUS('names with | and =', {'userjs-a|b': null, 'userjs-c=d': 'x', 'userjs-e': 'z'}),
  {
    name: 'saveOptions: several calls at the same time go one after the other',
    as: 'user',
    writes: true,
    async run(env) {
      const {Api, api, made, settled} = env;
      await Promise.all([
        settled(api.saveOptions({'userjs-a': '1', 'userjs-b=': '2'}), 'first'),
        settled(api.saveOption('userjs-a', '3'), 'second'),
        settled(made(new Api()).saveOptions({'userjs-c': '4'}), 'of another instance'),
      ]);
      await left(env);
    },
  },
  {
    name: 'saveOptions: after one that failed',
    as: 'user',
    writes: true,
    answers: [{body: '{"error": {"code": "readonly"}}'}],
    async run(env) {
      const {api, settled} = env;
      await Promise.all([settled(api.saveOptions({'userjs-a': '1'}), 'first'), settled(api.saveOptions({'userjs-b': '2'}), 'second')]);
      await left(env);
    },
  },
  {
    name: 'saveOptions: the second of two requests fails',
    as: 'user',
    writes: true,
    answers: ['wiki', {status: 500, body: ''}],
    run: ({api}) => api.saveOptions({'userjs-a=': '1', 'userjs-b': '2', 'userjs-c=': '3'}),
  },
  {
    name: 'saveOptions: a temporary account has none',
    as: 'user',
    run({api}) {
      mw().config.set('wgUserIsTemp', true);
      return api.saveOptions({'userjs-a': '1'});
    },
  },
];
