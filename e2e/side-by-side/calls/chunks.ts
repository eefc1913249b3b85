/** Uploads in pieces. A chunk may be as small as 1 KiB on the test wiki. */
import type {Call, Env, Promised} from '../types.js';
import {text} from './files.js';

const size = 1024;

/** Three chunks, the last of them short. */
const file = (): File => text(76);

const name = {filename: 'Tide table.txt'};

export const chunks: Call[] = [
  {name: 'chunkedUpload', as: 'user', writes: true, run: ({api, given}) => api.chunkedUpload(file(), given({...name, comment: 'in pieces', stash: true}), size)},
  {
    name: 'chunkedUpload: one chunk is enough',
    as: 'user',
    writes: true,
    run: ({api}) => api.chunkedUpload(file(), {...name, stash: true}),
    improves: {what: 'progress ends with 1', where: /^promises.it.progress/, look: ({promises}) => promises['it']?.progress, real: 'ascending to 2299.5087719298244', ours: 'ascending to 1'},
  },
  {
    name: 'chunkedUpload: from a field of a form',
    as: 'user',
    writes: true,
    run({api}) {
      const field = Object.assign(document.createElement('input'), {type: 'file'});
      const chosen = new DataTransfer();
      chosen.items.add(file());
      field.files = chosen.files;
      return api.chunkedUpload(field, {...name, stash: true}, size);
    },
    improves: {what: 'takes the file of the field', where: /^(thrown|requests|promises|sentAtOnce|open|log|uncaught|given)/, look: ({requests, thrown}) => [thrown !== null, requests.length], real: [true, 0], ours: [false, 3]},
  },
  {name: 'chunkedUpload: as nobody', as: 'anon', run: ({api}) => api.chunkedUpload(file(), {...name, stash: true}, size)},
  {name: 'chunkedUpload: without a filename', as: 'anon', run: ({api}) => api.chunkedUpload(file(), {}, size)},
  {name: 'chunkedUpload: an error in the middle', as: 'user', writes: true, answers: ['wiki', {body: '{"error": {"code": "stashfailed", "info": "no"}}'}], run: ({api}) => api.chunkedUpload(file(), {...name, stash: true}, size)},
  {name: 'chunkedUpload: a chunk is lost once, and sent again', as: 'user', writes: true, answers: ['wiki', 'lost'], run: ({api}) => api.chunkedUpload(file(), {...name, stash: true}, size)},
  {name: 'chunkedUpload: a chunk is lost, and there are no retries', as: 'user', answers: [{status: 502, body: ''}], run: ({api}) => api.chunkedUpload(file(), {...name, stash: true}, size, 0)},
  {
    name: 'chunkedUpload: warnings in the middle and at the end',
    as: 'user',
    answers: [
      {body: '{"upload": {"result": "Continue", "filekey": "abc", "offset": 1024, "warnings": {"exists": "Tide_table.txt"}}}'},
      {body: '{"upload": {"result": "Continue", "filekey": "abc", "offset": 2048}}'},
      {body: '{"upload": {"result": "Success", "filekey": "abc", "warnings": {"exists": "Tide_table.txt"}}}'},
    ],
    run: ({api}) => api.chunkedUpload(file(), {...name, stash: true}, size),
  },
  {
    name: 'chunkedUpload: aborted in the first chunk',
    as: 'user',
    answers: ['silence'],
    async run({api, watch, sent}) {
      const promise = watch(api.chunkedUpload(file(), {...name, stash: true}, size), 'it');
      await sent(1);
      promise.abort();
    },
  },
  {
    name: 'chunkedUpload: aborted in the second chunk',
    as: 'user',
    answers: [{body: '{"upload": {"result": "Continue", "filekey": "abc", "offset": 1024}}'}, {status: 500, body: '', headers: {}}],
    async run({api, watch, sent}) {
      const promise = watch(api.chunkedUpload(file(), {...name, stash: true}, size, 0), 'it');
      await sent(2);
      promise.abort();
    },
    improves: {
      what: 'abort() ends the chunk that is under way, not the first',
      where: /^(promises\.it\.|log)/,
      look: ({promises}) => (promises['it']?.arguments[1] as {textStatus?: string} | undefined)?.textStatus,
      real: 'error',
      ours: 'abort',
    },
  },
  {
    name: 'chunkedUploadToStash, then finish',
    as: 'user',
    writes: true,
    async run({api, settled, given}: Env) {
      const [finish] = (await settled(api.chunkedUploadToStash(file(), given({...name, comment: 'in pieces'}), size), 'stash')) as [(data: object) => Promised];
      await settled(finish({text: 'a text'}), 'finish');
    },
  },
  {name: 'chunkedUploadToStash: without a filename', as: 'anon', run: ({api}) => api.chunkedUploadToStash(file(), {}, size)},
  {name: 'chunkedUploadToStash: refused', as: 'anon', run: ({api}) => api.chunkedUploadToStash(file(), {...name}, size, 0)},
  {
    name: 'uploadChunk: the first, and one that follows',
    as: 'user',
    answers: [{body: '{"upload": {"result": "Continue", "filekey": "abc", "offset": 1024}}'}, {body: '{"upload": {"result": "Continue", "filekey": "abc", "offset": 2048}}'}],
    async run({api, settled, given}) {
      const data = given({...name, stash: true});
      await settled(api.uploadChunk(file(), data, 0, size, '', 0), 'first');
      await settled(api.uploadChunk(file(), data, size, 2 * size, 'abc', 0), 'second');
    },
  },
  {
    name: 'retry: only where the connection failed',
    as: 'anon',
    async run({api, settled, note}) {
      const again = (): Promised => {
        note('called', true);
        return api.get({meta: 'userinfo'});
      };
      await settled(api.retry('badtoken', {error: {code: 'badtoken'}}, again), 'an error');
      await settled(api.retry('http', {textStatus: 'abort'}, again), 'aborted');
      await settled(api.retry('http', {textStatus: 'error'}, again), 'lost');
    },
  },
  {
    name: 'retry: aborted before it has begun',
    as: 'anon',
    run({api, note}) {
      const promise = api.retry('http', {textStatus: 'error'}, () => api.get({meta: 'userinfo'}));
      promise.abort();
      note('state', promise.state());
    },
    improves: {
      what: 'abort() of a retry that has not begun is no error',
      where: /^(thrown|notes\.state)/,
      look: ({thrown, requests}) => [(thrown as {error?: string} | null)?.error, requests.length],
      real: ['TypeError', 0],
      ours: [undefined, 0],
    },
  },
];
