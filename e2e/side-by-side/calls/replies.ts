/** What a server can answer, and what becomes of it. */
import type {Answer, Call} from '../types.js';

const page = (status: number): Answer => ({status, type: 'text/html; charset=utf-8', body: `<!DOCTYPE html><title>Error ${status}</title><p>Our servers are having a rest.</p>`});
const json = (body: unknown, status = 200, headers?: Record<string, string>): Answer => ({status, body: JSON.stringify(body), ...(headers && {headers})});

/** A get and a post of nothing in particular, answered like this. */
function reply(name: string, answer: Answer, as: Call['as'] = 'anon'): Call {
  return {
    name: `a reply: ${name}`,
    as,
    answers: [answer, answer],
    async run({api, settled}) {
      await settled(api.get({titles: 'Sandbox'}), 'get');
      await settled(api.post({titles: 'Sandbox'}), 'post');
    },
  };
}

/** An error of the wiki itself. */
function refusal(name: string, parameters: object, as: Call['as'] = 'both'): Call {
  return {name: `an error: ${name}`, as, run: ({api}) => api.get({...parameters})};
}

export const replies: Call[] = [
  refusal('no such action', {action: 'no-such-action'}),
  refusal('no such action, in a post', {action: 'no-such-action', errorformat: 'bc'}),
  refusal('as plain text', {action: 'no-such-action', errorformat: 'plaintext', formatversion: 2}),
  refusal('as html', {action: 'parse', page: 'No such page', errorformat: 'html', formatversion: 2, errorlang: 'de'}),
  refusal('as html, formatversion 1', {action: 'parse', page: 'No such page', errorformat: 'html'}, 'anon'),
  refusal('as wikitext', {action: 'parse', page: 'No such page', errorformat: 'wikitext'}, 'anon'),
  refusal('its code alone', {action: 'parse', page: 'No such page', errorformat: 'none'}, 'anon'),
  refusal('raw', {action: 'parse', page: 'No such page', errorformat: 'raw'}, 'anon'),
  refusal('not who was thought', {meta: 'userinfo', assertuser: 'Henrik'}),
  refusal('nobody, where somebody was thought', {meta: 'userinfo', assert: 'user'}, 'anon'),
  refusal('a missing token', {action: 'edit', title: 'Sandbox', text: 'x'}, 'anon'),
  refusal('warnings are none', {list: 'no-such-list', meta: 'userinfo', unheard: 'of'}),
  {name: 'an error of a post with a wrong token, sent once', as: 'both', run: ({api}) => api.post({action: 'edit', title: 'Sandbox', text: 'x', token: 'wrong+\\'})},
  reply('404', page(404), 'both'),
  reply('500', page(500)),
  reply('503 with Retry-After, not obeyed', {status: 503, type: 'text/html', headers: {'retry-after': '1'}, body: 'later'}),
  reply('429', page(429)),
  reply('403 without a body', {status: 403}),
  reply('JSON with status 400', json({query: {}}, 400)),
  reply('an error as JSON with status 500', json({error: {code: 'internal_api_error_DBQueryError', info: 'no'}}, 500)),
  reply('html with status 200', {type: 'text/html', body: '<p>Welcome to the guest network</p>'}, 'both'),
  reply('JSON cut off', {body: '{"query": {"pages": ['}),
  reply('JSON and more', {body: '{"query": {}}\n<!-- served by cache -->'}),
  reply('JSON as text/html', {type: 'text/html', body: '{"query": {}}'}),
  reply('JSON without a type', {type: '', body: '{"query": {}}'}),
  reply('JSON with a byte order mark', {body: '\ufeff{"query": {"a": "ä"}}'}),
  reply('nothing, with status 200', {}),
  reply('white space', {body: '  \n'}),
  reply('null', {body: 'null'}, 'both'),
  reply('204', {status: 204}),
  reply('an empty string', {body: '""'}),
  reply('zero', {body: '0'}),
  reply('false', {body: 'false'}),
  reply('text', {body: '"text"'}),
  reply('a list', {body: '[]'}),
  reply('an error without a code', json({error: {info: 'It did not work.'}})),
  reply('errors without a code', json({errors: [{text: 'It did not work.'}]})),
  reply('an error whose code is empty', json({error: {code: '', info: 'x'}})),
  reply('two errors: the first counts', json({errors: [{code: 'first', html: '<b>1</b>'}, {code: 'second', html: '2'}]})),
  reply('both kinds of error', json({error: {code: 'one'}, errors: [{code: 'two'}]})),
  reply('lag, not waited for', json({error: {code: 'maxlag', info: 'Waiting for a server: 8 seconds lagged.', lag: 8}}, 200, {'mediawiki-api-error': 'maxlag', 'retry-after': '5'})),
  reply('read-only', json({error: {code: 'readonly', info: 'The wiki is read-only.'}}, 200, {'mediawiki-api-error': 'readonly'})),
  reply('too often', json({error: {code: 'ratelimited', info: 'Too often.'}}, 200, {'mediawiki-api-error': 'ratelimited'})),
  reply('another badtoken than of a token', json({error: {code: 'badtoken', info: 'Invalid CSRF token.'}})),
  reply('a dead connection', 'lost', 'both'),
];
