/** Uploads in one piece: by form, to the stash and out of it. */
import {deferred} from '../globals.js';
import type {Call, Env, Improvement, Observation, Promised} from '../types.js';
import {png, text} from './files.js';

/** The fields of the so-manieth request, without the file and the token. */
const fields = ({requests}: Observation, index = 0): Record<string, unknown> =>
  Object.fromEntries(((requests[index]?.body ?? []) as [string, unknown][]).filter(([name]) => name !== 'file' && name !== 'token' && name !== 'format' && name !== 'action'));

/** This promise fails because a file of that name is there. */
function keyOf(promise: string): Improvement {
  return {
    what: 'the code is the warning’s key',
    where: new RegExp(`^promises\\.${promise}\\.arguments\\.0:`),
    look: ({promises}) => promises[promise]?.arguments[0],
    real: 'Small_flag.png',
    ours: 'exists',
  };
}

const flag = {filename: 'Small flag.png', comment: 'another one'};

export const uploading: Call[] = [
  {name: 'upload: a file', as: 'both', writes: true, run: ({api, given}) => api.upload(text(3), given({filename: 'Tide table.txt', comment: 'a comment\nof two lines & ä', text: '== Summary ==\nTides.'}))},
  {name: 'upload: a blob', as: 'user', writes: true, run: ({api, given}) => api.upload(png(), given({filename: 'Pixel.png'}))},
  {
    name: 'upload: an input element',
    as: 'user',
    writes: true,
    run({api}) {
      const input = document.createElement('input');
      input.type = 'file';
      const chosen = new DataTransfer();
      chosen.items.add(text(2));
      input.files = chosen.files;
      return api.upload(input, {filename: 'Tide table.txt', comment: 'chosen'});
    },
  },
  {name: 'upload: larger', as: 'user', writes: true, run: ({api}) => api.upload(text(20_000), {filename: 'Long tide table.txt'})},
  {name: 'upload: warnings are to be ignored', as: 'user', writes: true, run: ({api}) => api.upload(png(), {...flag, ignorewarnings: true, watchlist: 'nochange'}), improves: keyOf('it')},
  {
    name: 'upload: a file of this name is there',
    as: 'user',
    writes: true,
    run: ({api}) => api.upload(png(), {...flag}),
    improves: keyOf('it'),
  },
  {name: 'upload: a type that is not allowed', as: 'user', writes: true, run: ({api}) => api.upload(new File(['#!/bin/sh'], 'x.sh'), {filename: 'Script.sh'})},
  {name: 'upload: what is not what it says', as: 'user', writes: true, run: ({api}) => api.upload(new Blob(['no picture'], {type: 'image/png'}), {filename: 'No picture.png'})},
  {name: 'upload: an empty file', as: 'user', writes: true, run: ({api}) => api.upload(new File([], 'empty.txt'), {filename: 'Empty.txt'})},
  {name: 'upload: a name in other scripts', as: 'user', writes: true, run: ({api}) => api.upload(new File([png(1)], 'תמונה "1" 图.png', {type: 'image/png'}), {filename: 'תמונה "2" 图.png', comment: '👩🏽‍🚀'})},
  {name: 'upload: the server fails', as: 'user', answers: [{status: 500, body: ''}], run: ({api}) => api.upload(png(), {filename: 'Pixel.png'})},
  {name: 'upload: the connection is lost', as: 'anon', answers: ['lost'], run: ({api}) => api.upload(png(), {filename: 'Pixel.png'})},
  {name: 'upload: the token is bad, once', as: 'user', writes: true, answers: [{body: '{"error": {"code": "badtoken"}}'}], run: ({api}) => api.upload(png(), {filename: 'Pixel.png'})},
  {
    name: 'upload: aborted',
    as: 'user',
    answers: ['silence'],
    async run({api, watch, sent}) {
      const promise = watch(api.upload(png(), {filename: 'Pixel.png'}), 'it');
      await sent(1);
      promise.abort();
    },
  },
  {
    name: 'upload: aborted at once',
    as: 'user',
    run({api, watch}) {
      watch(api.upload(png(), {filename: 'Pixel.png'}), 'it').abort();
    },
    improves: {what: 'of what was never sent no progress is told', where: /^promises\.it\.progress/, look: ({promises}) => promises['it']?.progress, real: 'ascending to 1', ours: 'none'},
  },
  {name: 'upload: without a filename', as: 'both', run: ({api}) => api.upload(png(), {comment: 'x'})},
  {name: 'upload: without a file', as: 'anon', run: ({api}) => api.upload(null, {filename: 'x.png'})},
  {name: 'upload: of a text', as: 'anon', run: ({api}) => api.upload('text', {filename: 'x.png'})},
  {name: 'upload: an empty input element', as: 'anon', run: ({api}) => api.upload(Object.assign(document.createElement('input'), {type: 'file'}), {filename: 'x.png'})},
  {
    name: 'upload: fields that are none are dropped, from the caller’s object too',
    as: 'user',
    writes: true,
    run: ({api, given}) => api.upload(png(), given({filename: 'Pixel.png', nonsense: 1, url: 'https://example.org/', token: 'mine'})),
  },
  {
    name: 'upload: tags and an expiry are kept',
    as: 'user',
    writes: true,
    run: ({api}) => api.upload(png(), {filename: 'Pixel.png', watchlist: 'watch', watchlistexpiry: 'infinity', tags: ['proofread']}),
    improves: {
      what: 'the fields tags and watchlistexpiry are sent',
      where: /^requests\.0\.body/,
      look: fields,
      real: {filename: 'Pixel.png', watchlist: 'watch'},
      ours: {filename: 'Pixel.png', watchlist: 'watch', watchlistexpiry: 'infinity', tags: 'proofread'},
    },
  },
  {
    name: 'upload: without a token, by a child that needs none',
    as: 'anon',
    later: true,
    run({Api, made}) {
      class Tokenless extends Api {
        override needToken(): boolean {
          return false;
        }
      }
      return made(new Tokenless()).upload(png(), {filename: 'Pixel.png'});
    },
  },
  {
    name: 'needToken and slice',
    as: 'anon',
    async run({api, note}) {
      note('needToken', api.needToken());
      const part = api.slice(text(4), 30, 70);
      note('slice', [part.size, part.type, await part.text()]);
    },
  },
  {name: 'uploadWithFormData', as: 'user', writes: true, run: ({api, given}) => api.uploadWithFormData(png(), given({filename: 'Pixel.png', nonsense: 1}))},
  {
    name: 'uploadToStash, then finish',
    as: 'user',
    writes: true,
    async run({api, settled, given, note}: Env) {
      const [finish] = (await settled(api.uploadToStash(png(), given({filename: 'Pixel.png', comment: 'stashed'})), 'stash')) as [(data?: object) => Promised];
      note('finish', typeof finish);
      await settled(finish(given({filename: 'Other pixel.png', text: 'a text'})), 'finish');
      await settled(finish(), 'finish again');
    },
  },
  {name: 'uploadToStash: as nobody', as: 'anon', run: ({api}) => api.uploadToStash(png(), {filename: 'Pixel.png'})},
  {name: 'uploadToStash: without a filename', as: 'anon', run: ({api}) => api.uploadToStash(png(), {})},
  {
    name: 'uploadToStash: a file of this name is there, and warnings are to be ignored',
    as: 'user',
    writes: true,
    async run({api, settled}: Env) {
      const [finish] = (await settled(api.uploadToStash(png(), {...flag, ignorewarnings: true}), 'stash')) as [() => Promised];
      await settled(finish(), 'finish');
    },
    improves: keyOf('finish'),
  },
  {
    name: 'uploadFromStash: a file of this name is there',
    as: 'user',
    writes: true,
    async run({api, settled}: Env) {
      const [finish] = (await settled(api.uploadToStash(png(), {filename: 'Pixel.png'}), 'stash')) as [(data: object) => Promised];
      await settled(finish({...flag}), 'finish');
    },
    improves: keyOf('finish'),
  },
  {name: 'uploadFromStash: a key there is not', as: 'both', run: ({api, given}) => api.uploadFromStash('1abcdefghijk.lmnopq.1.png', given({filename: 'Pixel.png', comment: 'x'}))},
  {name: 'uploadFromStash: without a filename', as: 'anon', run: ({api, given}) => api.uploadFromStash('1abcdefghijk.lmnopq.1.png', given({comment: 'x'}))},
  {
    name: 'finishUploadToStash: what failed with a key all the same',
    as: 'anon',
    async run({api, settled}) {
      const failed = (result: object): Promised => deferred().reject('exists', {upload: result});
      await settled(api.finishUploadToStash(failed({result: 'Failure'}), {filename: 'Pixel.png'}), 'failure');
      const [finish] = (await settled(api.finishUploadToStash(failed({result: 'Success', filekey: 'abc'}), {filename: 'Pixel.png'}), 'success')) as [() => Promised];
      await settled(finish(), 'finish');
    },
  },
];
