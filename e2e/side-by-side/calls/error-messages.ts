/** getErrorMessage: words for every kind of failure. */
import type {Api, Call} from '../types.js';

/** What is said of these. */
function said(name: string, data: Record<string, unknown>): Call {
  return {
    name: `getErrorMessage: ${name}`,
    as: 'anon',
    run({api, note}) {
      for (const [key, value] of Object.entries(data)) note(key, api.getErrorMessage(value));
    },
  };
}

const words = (note: unknown): string => JSON.stringify(note).replace(/.*<div>|<\/div>.*/g, '');

/** What is said of a real failure. */
function failure(name: string, parameters: object, more: Partial<Call> = {}, options?: object): Call {
  return {
    name: `getErrorMessage: after ${name}`,
    as: 'anon',
    ...more,
    run({api, watch, note}) {
      const say = (api: Api) => (code: string, data: unknown) => note(code, api.getErrorMessage(data));
      watch(api.get({...parameters}, options && {...options}).fail(say(api)), 'it');
    },
  };
}

export const errorMessages: Call[] = [
  said('nothing', {'undefined': undefined, 'null': null, 'an empty text': '', 'ok-but-empty': 'OK response but empty result (check HTTP headers?)'}),
  said('the connection', {
    'timeout': {xhr: {status: 0}, textStatus: 'timeout'},
    'abort': {xhr: {status: 0}, textStatus: 'abort'},
    'not JSON': {xhr: {status: 200}, textStatus: 'parsererror', exception: new SyntaxError('x')},
    'a status': {xhr: {status: 503}, textStatus: 'error', exception: 'Service Unavailable'},
    'none': {xhr: {status: 0}, textStatus: 'error', exception: ''},
    'without a textStatus': {xhr: {status: 404}},
  }),
  said('errors of the wiki', {
    'one': {error: {code: 'x', info: 'It <b>did not</b> work & more.'}},
    'one without words': {error: {code: 'x'}},
    'html': {errors: [{code: 'x', html: 'It <b>did</b> not work.'}, {code: 'y', html: '<i>Twice</i>'}]},
    'text': {errors: [{code: 'x', text: 'It <b>did</b> not work.'}]},
    'of formatversion 1': {errors: [{'code': 'x', '*': 'It <b>did</b> not work.'}]},
    'without words': {errors: [{code: 'x'}]},
    'none': {errors: []},
  }),
  said('no failure at all', {'an answer': {query: {}}, 'an empty object': {}, 'a text': 'text', 'a number': 7}),
  {
    ...said('a post that was aborted before it was sent', {it: {textStatus: 'abort', exception: 'abort'}}),
    improves: {what: 'it was aborted', where: /^(notes\.it|log)/, look: ({notes}) => words(notes['it']), real: 'Invalid response from server.', ours: 'The request was aborted.'},
  },
  {
    ...said('html that does something', {it: {errors: [{code: 'x', html: '<b onclick="x()">No</b> <a href="java&#09;script:x()">way</a><img src="data:," onerror="x()"><script>x()</script>'}]}}),
    improves: {
      what: 'nothing of it runs',
      where: /^(notes\.it|uncaught)/,
      look: ({notes}) => /onclick|script|onerror/.test(JSON.stringify(notes['it'])),
      real: true,
      ours: false,
    },
  },
  failure('an error', {action: 'no-such-action'}),
  failure('an error as html', {action: 'parse', page: 'No such page', errorformat: 'html', formatversion: 2, errorlang: 'de'}),
  failure('an error as text', {action: 'parse', page: 'No such page', errorformat: 'plaintext'}),
  failure('a status', {}, {answers: [{status: 503, body: ''}]}),
  failure('what is not JSON', {}, {answers: [{body: '<p>'}]}),
  failure('an empty answer', {}, {answers: [{body: 'null'}]}),
  failure('a lost connection', {}, {answers: ['lost']}),
  failure('a timeout', {}, {answers: ['silence']}, {timeout: 30}),
];
