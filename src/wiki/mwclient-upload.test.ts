/** What mwclient promises of uploads (TestClientUploadArgs of its test_client.py), by the names of its tests. */
import {sha1 as noble} from '@noble/hashes/legacy.js';
import {bytesToHex} from '@noble/hashes/utils.js';
import {describe, expect, test} from 'vitest';
import {type FakeAnswer, fakeWiki, type FakeWiki} from '../testing/fake-wiki.js';
import {Session} from '../core/session.js';
import type {UploadWarningError} from '../core/write-errors.js';
import {type PublishedFile, type Upload, upload} from './upload/upload.js';

const token = 'abc+\\';
const sessionOf = (fake: FakeWiki): Session => new Session('https://test.wikipedia.org/w/api.php', {fetch: fake.fetch, userAgent: 'Test/1.0 (User:Me)', user: 'Olga', tokens: {csrf: token}});

const filename = 'Some "ßeta" æøå.jpg';
const content = 'test';
const file = new Blob([content], {type: 'image/jpeg'});
const sha1 = bytesToHex(noble(new TextEncoder().encode(content)));
const filekey = '1apyzwruya84.da2cdk.1.jpg';
const comment = 'Some slightly complex comment<br> π ≈ 3, © Me.jpg';
const stashed = {upload: {result: 'Success', filekey, imageinfo: {sha1, timestamp: '2030-01-01T12:00:00Z'}}};
const published = {upload: {result: 'Success', filename, imageinfo: {sha1}}};

const refusal = (params: object, fake = fakeWiki()): Promise<unknown> => upload(sessionOf(fake), params as Upload).catch((error: unknown) => error);

describe('an upload', () => {
  test('mwclient: test_upload_args — file, name and words arrive as they are, the token last', async () => {
    const fake = fakeWiki([
      [{action: 'upload', stash: '1', filename, file: '[4 bytes]', token}, stashed],
      [{action: 'upload', filekey, filename, comment, text: 'Some text', file: undefined, token}, published],
    ]);
    expect(await upload(sessionOf(fake), {file, filename, comment, text: 'Some text'})).toMatchObject({outcome: 'saved', filename});
    for (const {params} of fake.requests) expect(Object.keys(params).at(-1)).toBe('token');
    fake.done();
  });

  test('mwclient: test_upload_missing_filename — refused before anything is sent', async () => {
    const fake = fakeWiki();
    expect(await refusal({file}, fake)).toMatchObject({name: 'TypeError', message: expect.stringContaining('filename')});
    expect(fake.requests).toEqual([]);
  });

  test('mwclient: test_upload_ambigitious_args — so is what has two sources', async () => {
    const fake = fakeWiki();
    expect(await refusal({file, filekey, filename}, fake)).toMatchObject({name: 'TypeError', message: 'file and filekey given, one of file, url and filekey expected'});
    expect(fake.requests).toEqual([]);
  });

  // There, the right is asked for before; here the wiki says so itself, also when it has changed since.
  test('mwclient: test_upload_missing_upload_permission — who may not is refused in the wiki’s words', async () => {
    const text = 'The action you have requested is limited to users in the group: Users.';
    const fake = fakeWiki([[{action: 'upload'}, {errors: [{code: 'permissiondenied', text, module: 'upload'}]}]]);
    expect(await refusal({file, filename}, fake)).toMatchObject({name: 'ApiError', code: 'permissiondenied', message: text});
  });

  test('mwclient: test_async_without_filekey — refused before anything is sent', async () => {
    const fake = fakeWiki();
    expect(await refusal({file, filename, async: true}, fake)).toMatchObject({name: 'TypeError', message: expect.stringContaining('async')});
    expect(fake.requests).toEqual([]);
  });

  // There, the caller is given “Poll”; here it is waited for.
  test('mwclient: test_async_args — a stashed file is named by its key; the wiki may take its time', async () => {
    const about: FakeAnswer = {query: {stashimageinfo: [{sha1, timestamp: '2030-01-01T12:00:00Z'}]}};
    const fake = fakeWiki([
      [{prop: 'stashimageinfo', siifilekey: filekey}, about],
      [{action: 'upload', filekey, filename: 'Test.jpg', async: '1'}, {upload: {result: 'Poll', stage: 'queued'}}],
      [{action: 'upload', checkstatus: '1', filekey}, published],
    ]);
    expect(await upload(sessionOf(fake), {filekey, filename: 'Test.jpg', async: true})).toMatchObject({outcome: 'saved'});
    fake.done();
  });

  test('mwclient: test_upload_file_exists — a file that is there is not overwritten, unless that is asked for', async () => {
    const warnings = {duplicate: ['Test.jpg'], exists: 'Test.jpg'};
    const fake = fakeWiki([[{stash: '1'}, stashed], [{filekey, ignorewarnings: undefined}, {upload: {result: 'Warning', warnings, filekey}}], [{filekey, ignorewarnings: '1', file: undefined}, published]]);
    const warning = (await refusal({file, filename: 'Test.jpg'}, fake)) as UploadWarningError<PublishedFile>;
    expect(warning).toMatchObject({name: 'UploadWarningError', warnings, filekey});
    expect(warning.has('exists')).toBe(true);
    expect(await warning.publish()).toMatchObject({outcome: 'saved'});
    fake.done();
  });
});
