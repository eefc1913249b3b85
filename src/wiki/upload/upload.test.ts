/** What a real wiki cannot be brought to; the rest is in e2e/upload.spec.ts. */
import {sha1 as noble} from '@noble/hashes/legacy.js';
import {bytesToHex} from '@noble/hashes/utils.js';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {type Expected, type FakeAnswer, fakeWiki, type FakeWiki} from '../../testing/fake-wiki.js';
import {Session} from '../../core/session.js';
import type {SessionOptions} from '../../core/settings.js';
import {uploadTo} from './page-upload.js';
import {upload, type UploadProgress} from './upload.js';
import {settled, withoutWaiting} from './upload.fixtures.js';

const text = 'The tide comes in. '.repeat(200);
const file = new Blob([text]);
const sha1 = bytesToHex(noble(new TextEncoder().encode(text)));
const filename = 'Tide table.txt';
const chunkBytes = 2000;
const timestamp = '2030-01-01T12:00:00Z';

const sessionOf = (fake: FakeWiki, options: SessionOptions = {}): Session => new Session('https://wiki.example/w/api.php', {fetch: fake.fetch, userAgent: 'Test/1.0', user: 'Olga', tokens: {csrf: 'abc+\\'}, ...options});

// What waits, waits for as long as a test wants.
beforeEach(() => void withoutWaiting());
afterEach(() => void vi.useRealTimers());

const outcome = (promise: Promise<unknown>): Promise<Record<string, unknown>> => settled(promise.then((value) => value as Record<string, unknown>, (error: unknown) => error as Record<string, unknown>));

type Exchange = readonly [Expected, FakeAnswer];

const lost = new TypeError('Failed to fetch');
const refused = (code: string, data?: object): object => ({errors: [{code, text: `About ${code}.`, module: 'upload', ...(data && {data})}]});
const told = (members: object): object => ({upload: members});
const stashed = (members: object = {}): object => told({result: 'Success', filekey: 'whole.txt', imageinfo: {sha1, timestamp, size: file.size}, ...members});
const published = told({result: 'Success', filename: 'Tide_table.txt', imageinfo: {sha1}});

const first: Exchange = [{offset: '0', filekey: undefined, stash: '1', ignorewarnings: '1', filesize: String(file.size), chunk: '[2000 bytes]'}, told({result: 'Continue', offset: 2000, filekey: 'part.txt'})];
const last: Exchange = [{offset: '2000', filekey: 'part.txt', chunk: '[1800 bytes]'}, stashed()];
const publication: Exchange = [{filekey: 'whole.txt', filename, stash: undefined, chunk: undefined, file: undefined}, published];
const versions = (...imageinfo: object[]): object => ({query: {userinfo: {name: 'Olga'}, pages: [{ns: 6, title: 'File:Tide table.txt', imagerepository: 'local', imageinfo}]}});
const mine = {sha1, user: 'Olga', timestamp: '2030-01-01T12:00:01Z', comment: ''};

describe('chunks', () => {
  test('go one after another; what has arrived is told', async () => {
    const fake = fakeWiki([first, last, publication]);
    const progress: UploadProgress[] = [];
    expect(await settled(upload(sessionOf(fake), {file, filename}, {chunkBytes, onProgress: (step) => progress.push(step)}))).toEqual({outcome: 'saved', filename: 'Tide_table.txt', imageinfo: {sha1}});
    expect(progress.map(({bytes, ofBytes, phase}) => [bytes, ofBytes, phase])).toEqual([[0, 3800, 'stash'], [2000, 3800, 'stash'], [3800, 3800, 'publish']]);
    fake.done();
  });

  test('one that has come already is not sent again: the wiki tells, as a text, where it is', async () => {
    const fake = fakeWiki([[first[0], told({result: 'Continue', offset: 1024, filekey: 'part.txt'})], [{offset: '1024'}, refused('stashfailed', {offset: '2000'})], last, publication]);
    expect(await settled(upload(sessionOf(fake), {file, filename}, {chunkBytes}))).toMatchObject({outcome: 'saved'});
    fake.done();
  });

  test('what the wiki refuses for what is in it is sent once, and told in its words', async () => {
    const fake = fakeWiki([first, [last[0], refused('stashfailed')], [{checkstatus: '1', filekey: 'part.txt'}, refused('stashfailed')]]);
    expect(await outcome(upload(sessionOf(fake), {file, filename}, {chunkBytes}))).toMatchObject({name: 'ApiError', code: 'stashfailed', message: 'About stashfailed.'});
    fake.done();
  });

  test('a chunk that is refused where it was wanted is not sent for ever', async () => {
    const fake = fakeWiki([first, [last[0], refused('stashfailed', {offset: '2000'})]]);
    expect(await outcome(upload(sessionOf(fake), {file, filename}, {chunkBytes}))).toMatchObject({name: 'ApiError', code: 'stashfailed'});
    fake.done();
  });

  test('when the wiki has lost them, they are sent from the beginning; what was told of them is not taken back', async () => {
    const gone: Exchange[] = [[last[0], refused('uploadstash-file-not-found')], [{checkstatus: '1'}, refused('missingresult')], [{list: 'mystashedfiles'}, {query: {mystashedfiles: []}}]];
    const fake = fakeWiki([first, ...gone, first, last, publication]);
    const progress: number[] = [];
    await settled(upload(sessionOf(fake), {file, filename}, {chunkBytes, onProgress: ({bytes}) => progress.push(bytes)}));
    expect(progress).toEqual([0, 2000, 2000, 2000, 3800]);
    fake.done();
    const forEver = fakeWiki([first, ...gone, first, ...gone, first, ...gone]);
    expect(await outcome(upload(sessionOf(forEver), {file, filename}, {chunkBytes}))).toMatchObject({name: 'InvalidAnswerError'});
    forEver.done();
  });

  test('whose assembly takes its time are waited for', async () => {
    const poll = told({result: 'Poll', stage: 'queued', filekey: 'part.txt'});
    const status: Expected = {checkstatus: '1', filekey: 'part.txt'};
    const fake = fakeWiki([first, [{...last[0], async: '1'}, poll], [status, told({result: 'Poll', stage: 'assembling'})], [status, lost], [status, stashed()], publication]);
    expect(await settled(upload(sessionOf(fake), {file, filename}, {chunkBytes}))).toMatchObject({outcome: 'saved'});
    fake.done();
  });

  test('where the wiki has all chunks and not yet the file, it is asked again in a while', async () => {
    const fake = fakeWiki([
      first,
      [last[0], lost],
      [{checkstatus: '1'}, told({result: 'Continue', offset: 2000})],
      [last[0], refused('stashfailed', {offset: '3800'})],
      [{checkstatus: '1'}, told({result: 'Continue', offset: 2000})],
      [{checkstatus: '1'}, refused('missingresult')],
      [{list: 'mystashedfiles'}, {query: {mystashedfiles: [{filekey: 'other.txt', status: 'finished', size: 3800}, {filekey: 'long.txt', status: 'finished', size: 4000}, {filekey: 'part.txt', status: 'chunks', size: 3800}, {filekey: 'whole.txt', status: 'finished', size: 3800}]}}],
      [{siifilekey: 'whole.txt'}, {query: {stashimageinfo: [{sha1, timestamp}]}}],
      publication,
    ]);
    expect(await settled(upload(sessionOf(fake), {file, filename}, {chunkBytes}))).toMatchObject({outcome: 'saved'});
    fake.done();
  });

  test('an answer that makes no sense is told, and not followed', async () => {
    for (const answer of [{result: 'Continue', filekey: 'part.txt'}, {result: 'Continue', filekey: 'part.txt', offset: 9000}, {result: 'Success'}, {}]) {
      const fake = fakeWiki([[first[0], told(answer)]]);
      expect(await outcome(upload(sessionOf(fake, {retry: false}), {file, filename}, {chunkBytes}))).toMatchObject({name: 'InvalidAnswerError'});
      fake.done();
    }
  });
});

test('what arrives with another hash is sent again, and never published', async () => {
  const small: Exchange = [{file: '[3800 bytes]', chunk: undefined, offset: undefined}, stashed({imageinfo: {sha1: '0'.repeat(40), timestamp}})];
  const fake = fakeWiki([small, [small[0], stashed()], publication]);
  expect(await settled(upload(sessionOf(fake), {file, filename}))).toMatchObject({outcome: 'saved'});
  fake.done();
  const forEver = fakeWiki([small, small, small]);
  expect(await outcome(upload(sessionOf(forEver), {file, filename}))).toMatchObject({name: 'InvalidAnswerError'});
  forEver.done();
});

describe('a bad line', () => {
  test('with retry: false, a file is sent once; nothing is published', async () => {
    const fake = fakeWiki([[{stash: '1'}, lost]]);
    expect(await outcome(upload(sessionOf(fake, {retry: false}), {file, filename}))).toMatchObject({name: 'NetworkError'});
    fake.done();
  });

  test('is tried for a minute, not for ever', async () => {
    const fake = fakeWiki(Array.from({length: 50}, () => [{stash: '1'}, lost] as const));
    let waited = 0;
    expect(await outcome(upload(sessionOf(fake, {retry: {onWait: ({seconds}) => void (waited += seconds)}}), {file, filename}))).toMatchObject({name: 'NetworkError'});
    expect(waited).toBeLessThanOrEqual(60);
    expect(fake.requests.length).toBeGreaterThan(5);
  });

  test('on which only small answers come through is not tried for ever, either', async () => {
    const failing: Exchange[] = Array.from({length: 50}, () => [[last[0], lost], [{checkstatus: '1'}, told({result: 'Continue', offset: 2000})]] satisfies Exchange[]).flat();
    const fake = fakeWiki([first, ...failing]);
    expect(await outcome(upload(sessionOf(fake), {file, filename}, {chunkBytes}))).toMatchObject({name: 'NetworkError'});
  });

  test('a server that asks for patience gets it', async () => {
    const busy = new Response('', {status: 503, headers: {'Retry-After': '7'}});
    const fake = fakeWiki([[{stash: '1'}, busy], [{stash: '1'}, stashed()], publication]);
    const waits: number[] = [];
    await settled(upload(sessionOf(fake, {retry: {onWait: ({seconds}) => waits.push(seconds)}}), {file, filename}));
    expect(waits).toEqual([7]);
    fake.done();
  });
});

describe('a publication whose answer is lost', () => {
  const stash: Exchange = [{stash: '1'}, stashed()];
  const publish = publication[0];
  const look: Expected = {prop: 'imageinfo', titles: 'File:Tide table.txt'};

  test('is looked for by its hash, its user and its time; not there, it is asked for again', async () => {
    const others = versions({...mine, user: 'Henrik'}, {...mine, sha1: '0'.repeat(40)}, {...mine, timestamp: '2029-12-31T12:00:00Z'}, {user: 'Olga', filehidden: true});
    const fake = fakeWiki([stash, [publish, lost], [look, others], [publish, lost], [look, versions({...mine, sha1: '1'.repeat(40), user: 'Henrik'}, mine)]]);
    expect(await settled(upload(sessionOf(fake), {file, filename}))).toEqual({outcome: 'saved', recovered: true, filename: 'Tide_table.txt', imageinfo: mine});
    fake.done();
  });

  test('and is nowhere, the key being used: that is not known', async () => {
    const fake = fakeWiki([stash, [publish, lost], [look, versions()], [publish, refused('uploadstash-file-not-found')], [look, versions()], [look, versions()], [look, versions(mine)]]);
    const error = await outcome(upload(sessionOf(fake), {file, filename}));
    expect(error).toMatchObject({name: 'OutcomeUnknownError', cause: {code: 'uploadstash-file-not-found'}});
    expect(await settled((error['check'] as () => Promise<unknown>)())).toMatchObject({outcome: 'saved', recovered: true});
    fake.done();
  });

  test('was refused: that is told, when nothing was lost before', async () => {
    const fake = fakeWiki([stash, [publish, refused('permissiondenied')]]);
    expect(await outcome(upload(sessionOf(fake), {file, filename}))).toMatchObject({name: 'ApiError', code: 'permissiondenied'});
    fake.done();
  });

  test('with retry: false, it is looked for, and not sent again', async () => {
    const fake = fakeWiki([stash, [publish, lost], [look, versions()]]);
    expect(await outcome(upload(sessionOf(fake, {retry: false}), {file, filename}))).toMatchObject({name: 'OutcomeUnknownError'});
    fake.done();
  });

  test('a file of a shared repository is none', async () => {
    const shared = {query: {pages: [{title: 'File:Tide table.txt', imagerepository: 'shared', imageinfo: [mine]}]}};
    const fake = fakeWiki([stash, [publish, lost], [look, shared]]);
    expect(await outcome(upload(sessionOf(fake, {retry: false}), {file, filename}))).toMatchObject({name: 'OutcomeUnknownError'});
    fake.done();
  });
});

describe('in the wiki’s own time', () => {
  const about: Exchange = [{prop: 'stashimageinfo', siifilekey: 'whole.txt'}, {query: {stashimageinfo: [{sha1, timestamp}]}}];
  const queued: Exchange = [{...publication[0], async: '1'}, told({result: 'Poll', stage: 'queued'})];
  const status: Expected = {checkstatus: '1', filekey: 'whole.txt', filename: undefined};
  const publish = (fake: FakeWiki, signal?: AbortSignal): Promise<unknown> => upload(sessionOf(fake), {filekey: 'whole.txt', filename, async: true}, {signal});

  test('it is asked until it is done', async () => {
    const fake = fakeWiki([about, queued, [status, told({result: 'Poll', stage: 'publish'})], [status, published]]);
    expect(await settled(publish(fake))).toMatchObject({outcome: 'saved', filename: 'Tide_table.txt'});
    fake.done();
  });

  test('when the first answer is lost, the wiki knows of it', async () => {
    const fake = fakeWiki([about, [queued[0], lost], [{prop: 'imageinfo'}, versions()], [status, told({result: 'Poll', stage: 'queued'})], [status, published]]);
    expect(await settled(publish(fake))).toMatchObject({outcome: 'saved'});
    fake.done();
  });

  test('it warns, or fails: that is told', async () => {
    const warns = fakeWiki([about, queued, [status, told({result: 'Warning', warnings: {exists: 'Tide_table.txt'}})], [{filekey: 'whole.txt', ignorewarnings: '1'}, published]]);
    const warning = await outcome(publish(warns));
    expect(warning).toMatchObject({name: 'UploadWarningError', code: 'exists', warnings: {exists: 'Tide_table.txt'}, filekey: 'whole.txt'});
    expect(await settled((warning['publish'] as () => Promise<unknown>)())).toMatchObject({outcome: 'saved'});
    warns.done();
    const fails = fakeWiki([about, queued, [status, refused('stashfailed')]]);
    expect(await outcome(publish(fails))).toMatchObject({name: 'ApiError', code: 'stashfailed'});
    fails.done();
  });

  test('an abort stops the asking; what the wiki does is not known', async () => {
    const stop = new AbortController();
    const answer = (): object => {
      stop.abort();
      return told({result: 'Poll', stage: 'publish'});
    };
    const fake = fakeWiki([about, queued, [status, answer]]);
    expect(await outcome(publish(fake, stop.signal))).toMatchObject({name: 'OutcomeUnknownError', cause: {name: 'AbortError'}});
    fake.done();
  });

  test('it fetches a URL: known again by who and when and what for', async () => {
    const url = 'https://elsewhere.example/tides.txt';
    const sent: Expected = {url, filename, comment: 'Tides', async: '1', stash: undefined};
    const found = {...mine, sha1: '0'.repeat(40), comment: 'Tides', timestamp: new Date().toISOString()};
    const fake = fakeWiki([[sent, lost], [{prop: 'imageinfo'}, versions({...found, comment: 'Others'}, found)]]);
    expect(await settled(upload(sessionOf(fake), {url, filename, comment: 'Tides', async: true}))).toMatchObject({recovered: true});
    fake.done();
  });
});

test('a warning says in words what it is about, and goes on under another name', async () => {
  const warnings = {'exists': 'Tide_table.txt', 'duplicate': ['A.txt', 'B.txt'], 'was-deleted': ''};
  const fake = fakeWiki([[{stash: '1'}, stashed()], [{filekey: 'whole.txt', ignorewarnings: undefined}, told({result: 'Warning', warnings, filekey: 'second.txt'})], [{filekey: 'second.txt', filename: 'Tides 2.txt', comment: 'Tides', ignorewarnings: undefined}, published]]);
  const warning = await outcome(upload(sessionOf(fake), {file, filename, comment: 'Tides'}));
  expect(warning).toMatchObject({name: 'UploadWarningError', code: 'exists', message: 'The wiki warns of this upload: exists (Tide_table.txt); duplicate (A.txt, B.txt); was-deleted.'});
  expect(await settled((warning['publish'] as (changes: object) => Promise<unknown>)({filename: 'Tides 2.txt'}))).toMatchObject({outcome: 'saved'});
  fake.done();
});

describe('what is told that it failed, holds what was to be uploaded', () => {
  const given = {file, filename, comment: 'Tides', text: '== Tides ==', tags: ['sea']};
  const once = {retry: false} as const;

  test.each<[string, Exchange[]]>([
    ['NetworkError', [[{stash: '1'}, lost]]],
    ['ApiError', [[{stash: '1'}, refused('filetype-banned')]]],
    ['UploadWarningError', [[{stash: '1'}, stashed()], [{filekey: 'whole.txt'}, told({result: 'Warning', warnings: {exists: 'Tide_table.txt'}})]]],
    ['OutcomeUnknownError', [[{stash: '1'}, stashed()], [{filekey: 'whole.txt'}, lost], [{prop: 'imageinfo'}, versions()]]],
  ])('%s', async (name, exchanges) => {
    const fake = fakeWiki(exchanges);
    const error = await outcome(upload(sessionOf(fake, once), given));
    expect(error).toMatchObject({name, unsaved: given});
    expect((error['unsaved'] as typeof given).file).toBe(file);
    fake.done();
  });

  test('LoginError, of nobody', async () => {
    const session = new Session('https://wiki.example/w/api.php', {fetch: fakeWiki().fetch, userAgent: 'Test/1.0', auth: 'anonymous'});
    expect(await outcome(upload(session, given))).toMatchObject({name: 'LoginError', unsaved: given});
  });

  test('publishing in spite of a warning, too', async () => {
    const fake = fakeWiki([[{stash: '1'}, stashed()], [{filekey: 'whole.txt'}, told({result: 'Warning', warnings: {exists: 'Tide_table.txt'}})], [{ignorewarnings: '1'}, refused('permissiondenied')]]);
    const warning = await outcome(upload(sessionOf(fake, once), given));
    expect(await outcome((warning['publish'] as () => Promise<unknown>)())).toMatchObject({code: 'permissiondenied', unsaved: {filekey: 'whole.txt', filename, comment: 'Tides', ignorewarnings: true}});
    fake.done();
  });

  test('by the title of its page, before that is known to be a file’s', async () => {
    const fake = fakeWiki([[{action: 'query'}, lost]]);
    expect(await outcome(uploadTo(sessionOf(fake, once), 'File:Tide table.txt', file, {comment: 'Tides'}))).toMatchObject({name: 'NetworkError', unsaved: {file, comment: 'Tides'}});
  });
});

test('a comment with half an emoji is sent as the wiki stores it', async () => {
  const fake = fakeWiki([[{stash: '1'}, stashed()], [{filekey: 'whole.txt', comment: 'Tide \uFFFD', text: 'a\uFFFDb'}, published]]);
  expect(await settled(upload(sessionOf(fake), {file, filename, comment: 'Tide 😀'.slice(0, 6), text: 'a\u0000b'}))).toMatchObject({outcome: 'saved'});
  fake.done();
});

test('no token goes anywhere but into the body', async () => {
  const fake = fakeWiki([first, last, [publication[0], refused('permissiondenied')]]);
  const error = await outcome(upload(sessionOf(fake), {file, filename}, {chunkBytes}));
  expect(JSON.stringify(error) + JSON.stringify((error as {request?: unknown}).request)).not.toContain('abc+');
  expect(fake.requests.map(({url}) => url).join(' ')).not.toContain('abc');
});
