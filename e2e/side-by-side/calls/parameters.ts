/** What may be given as a parameter, and what becomes of it in the address and in the body. */
import {mw} from '../globals.js';
import type {Call, Env, Observation} from '../types.js';

/** Values of `titles`, made anew for each side: what they are in the query and in the body. */
const values: Record<string, () => unknown> = {
  'an array': () => ['Sandbox', 'Mercury'],
  'an array with a | in one of its values': () => ['A|B', 'Sandbox'],
  'an array with U+001F in it': () => ['A\u001fB', 'Sandbox'],
  'an empty array': () => [],
  'undefined and null in an array': () => ['Sandbox', undefined, null, 'Mercury'],
  'numbers and booleans in an array': () => [1, 0, true, false, Number.NaN],
  'an array in an array': () => [['A', 'B'], 'C'],
  'titles in an array': () => [new (mw().Title)('Sandbox'), new (mw().Title)('talk:Café au lait')],
  'null': () => null,
  'undefined': () => undefined,
  'false': () => false,
  'true': () => true,
  'zero': () => 0,
  'numbers': () => 1.5e21,
  'NaN': () => Number.NaN,
  'the empty string': () => '',
  'letters of other scripts': () => 'Ærø 漢字 עברית ﷽',
  'emoji': () => '👩🏽‍🚀 🏳️‍🌈',
  'decomposed letters': () => 'Cafe\u0301',
  'what needs escaping': () => 'a b+c&d=e%20f#g?h/i;j:k,l~m!n*o(p)q\'r"s<t>u\\v|w^x`y{z}',
  'line ends and tabs': () => 'one\ntwo\r\nthree\rfour\tfive\n',
  'a String object': () => Object('Sandbox'),
  'a function': () => () => 'Sandbox',
  'a plain object': () => ({a: 1, b: [1, 2], c: {d: true}}),
  'an object with toString': () => ({toString: () => 'Sandbox'}),
};

const ofValues = Object.entries(values).map(
  ([name, value], index): Call => ({
    name: `a parameter: ${name}`,
    as: index % 3 === 0 ? 'both' : 'anon',
    async run({api, settled, given}) {
      await settled(api.get(given({prop: 'info', titles: value(), indexpageids: 1})), 'get');
      await settled(api.post(given({prop: 'info', titles: value(), indexpageids: 1})), 'post');
    },
  }),
);

/** What core makes garbage of, or cannot send. */
function improved(name: string, value: () => unknown, what: string, real: unknown, ours: unknown): Call {
  const look = ({requests, thrown}: Observation): unknown => (thrown === null ? requests.map(({body, headers}) => [headers['content-type'], body]) : 'it throws');
  return {name: `a parameter: ${name}`, as: 'anon', improves: {what, where: /^(thrown|requests\.0|sentAtOnce|promises|log|uncaught)/, look, real, ours}, run: ({api}) => api.post({titles: value()})};
}

const urlencoded = (titles: string): unknown => [['application/x-www-form-urlencoded; charset=UTF-8', `action=query&format=json&titles=${titles}`]];

const whole: Call[] = [
  {name: 'get without parameters', as: 'both', run: ({api}) => api.get()},
  {name: 'get with null for parameters', as: 'anon', run: ({api}) => api.get(null)},
  {name: 'post without parameters', as: 'anon', run: ({api}) => api.post()},
  {name: 'ajax without anything', as: 'anon', run: ({api}) => api.ajax()},
  {name: 'ajax without options', as: 'both', run: ({api, given}) => api.ajax(given({meta: 'userinfo'}))},
  {name: 'inherited parameters are none', as: 'anon', run: ({api}) => api.get(Object.create({meta: 'userinfo'}))},
  {name: 'the caller’s order is kept, the defaults come first', as: 'anon', run: ({api}) => api.get({titles: 'Sandbox', prop: 'info', formatversion: 2, action: 'query'})},
  {
    name: 'one object for several calls',
    as: 'both',
    async run({api, settled, given}) {
      const parameters = given({titles: ['Sandbox', 'Mercury'], prop: ['info'], redirects: false, indexpageids: true, token: 'x+\\'});
      await settled(api.get(parameters), 'get');
      await settled(api.post(parameters), 'post');
      await settled(api.get(parameters), 'get again');
    },
  },
  {
    name: 'a token is sent last',
    as: 'both',
    async run({api, settled}) {
      await settled(api.get({token: 'abc+\\', action: 'checktoken', type: 'csrf'}), 'get');
      await settled(api.post({token: 'abc+\\', action: 'checktoken', type: 'csrf'}), 'post');
    },
  },
  {
    name: 'a token that is none',
    as: 'anon',
    async run({api, settled}) {
      for (const token of ['', null, undefined, false, 0, true, 7, ['a', 'b']]) await settled(api.post({token, action: 'checktoken', type: 'csrf'}), JSON.stringify(token) ?? 'undefined');
    },
  },
  {
    name: 'a lone surrogate',
    as: 'anon',
    run: ({api}) => api.get({titles: 'a\ud800b'}),
    improves: {what: 'half a character does not throw', where: /^(thrown|requests\.0|sentAtOnce|promises)/, look: ({thrown, requests}) => [thrown !== null, requests.length], real: [true, 0], ours: [false, 1]},
  },
  {name: 'another format', as: 'anon', run: ({api}) => api.get({meta: 'userinfo', format: 'xml'})},
  {name: 'no format', as: 'anon', answers: [{type: 'text/html', body: '<p>the answer, to be read by people</p>'}], run: ({api}) => api.get({meta: 'userinfo', format: undefined})},
  {name: 'no action', as: 'anon', answers: [{body: '{"help": {}}'}], run: ({api}) => api.post({action: undefined, meta: 'userinfo'})},
  {name: 'formatversion 2', as: 'user', run: ({api}) => api.get({meta: 'userinfo', uiprop: ['blockinfo', 'editcount'], formatversion: 2})},
  {
    name: 'preprocessParameters changes what it is given',
    as: 'anon',
    run({api, given}: Env) {
      api.preprocessParameters(given({a: ['x|y', 'z'], b: false, c: undefined, d: null, e: true, f: [], g: 1}), true);
      api.preprocessParameters(given({a: ['x|y', 'z'], b: ['x', undefined], c: ['']}), false);
    },
  },
];

export const parameters: Call[] = [
  ...ofValues,
  ...whole,
  improved('a title', () => new (mw().Title)('Project:About'), 'a title is sent as its text', 'it throws', urlencoded('Project%3AAbout')),
  improved('a URL', () => new URL('https://example.org/a?b=c'), 'an address is sent as its text', 'it throws', urlencoded('https%3A%2F%2Fexample.org%2Fa%3Fb%3Dc')),
  improved('a Date', () => new Date(Date.UTC(2024, 0, 31, 12)), 'a time is sent as MediaWiki reads it', urlencoded('Wed+Jan+31+2024+12%3A00%3A00+GMT%2B0000+(Coordinated+Universal+Time)'), urlencoded('2024-01-31T12%3A00%3A00Z')),
  improved('a Blob', () => new Blob(['content'], {type: 'text/plain'}), 'a file is sent as such', 'it throws', [
    ['multipart/form-data; boundary=<boundary>', [['action', 'query'], ['format', 'json'], ['titles', {name: 'blob', size: 7, type: 'text/plain', content: 'content'}]]],
  ]),
];
