/** What mwclient promises of other writing (its test_client.py and test_page.py), by the names of its tests. */
import {describe, expect, test} from 'vitest';
import {type Expected, type FakeAnswer, fakeWiki, type FakeWiki} from '../testing/fake-wiki.js';
import {Wiki} from './wiki.js';

const token = 'abc+\\';
const wikiOf = (fake: FakeWiki): Wiki => new Wiki('test.wikipedia.org', {fetch: fake.fetch, userAgent: 'Test/1.0 (User:Me)', user: 'Olga', tokens: {csrf: token}});

describe('an upload', () => {
  const filename = 'Some "ßeta" æøå.jpg';
  const file = new Blob(['test'], {type: 'image/jpeg'});

  test('mwclient: test_upload_args — file, name and words arrive as they are, the token last', async () => {
    const comment = 'Some slightly complex comment<br> π ≈ 3, © Me.jpg';
    const fake = fakeWiki([[{action: 'upload', filename, comment, file: '[4 bytes]', token}, {upload: {result: 'Success', filename}}]]);
    expect(await wikiOf(fake).post({action: 'upload', filename, comment, file}, {token: 'csrf'})).toMatchObject({upload: {result: 'Success', filename}});
    expect(Object.keys(fake.requests[0]?.params ?? {}).at(-1)).toBe('token');
    fake.done();
  });

  test('mwclient: test_async_args — a stashed file is named by its key; the wiki may take its time', async () => {
    const fake = fakeWiki([[{action: 'upload', filekey: 'abc', filename: 'Test', async: '1'}, {upload: {result: 'Poll', stage: 'queued'}}]]);
    expect(await wikiOf(fake).post({action: 'upload', filename: 'Test', filekey: 'abc', async: true}, {token: 'csrf'})).toMatchObject({upload: {result: 'Poll'}});
    fake.done();
  });

  test('mwclient: test_upload_missing_upload_permission — who may not is refused in the wiki’s words', async () => {
    const text = 'The action you have requested is limited to users in the group: Users.';
    await expect(wikiOf(fakeWiki([[{}, {errors: [{code: 'permissiondenied', text, module: 'upload'}]}]])).post({action: 'upload', filename, file}, {token: 'csrf'})).rejects.toMatchObject({name: 'ApiError', code: 'permissiondenied', message: text});
  });

  // There it is an error: an answer all the same, as the file is kept under its key.
  test('mwclient: test_upload_file_exists — a file that is there is not overwritten, and what the wiki warns of is told', async () => {
    const upload = {result: 'Warning', warnings: {duplicate: ['Test.jpg'], exists: 'Test.jpg'}, filekey: '1apyzwruya84.da2cdk.1.jpg'};
    const fake = fakeWiki([[{ignorewarnings: undefined}, {upload}]]);
    expect(await wikiOf(fake).post({action: 'upload', filename: 'Test.jpg', file}, {token: 'csrf'})).toEqual({upload});
    fake.done();
  });

  test('of which the answer was lost is not sent again', async () => {
    const fake = fakeWiki([[{}, new TypeError('Failed to fetch')]]);
    await expect(wikiOf(fake).post({action: 'upload', filename, file}, {token: 'csrf'})).rejects.toMatchObject({name: 'OutcomeUnknownError', cause: {name: 'NetworkError'}, unsaved: {action: 'upload', filename}});
    expect(fake.requests).toHaveLength(1);
  });
});

test('mwclient: test_patrol — with the token of its own type, asked for by that type', async () => {
  const patrol = {rcid: 12345, ns: 0, title: 'Foo'};
  const fake = fakeWiki([[{meta: 'tokens|userinfo', type: 'patrol'}, {query: {tokens: {patroltoken: 'sometoken'}, userinfo: {id: 3, name: 'Olga'}}}], [{action: 'patrol', rcid: '12345', token: 'sometoken'}, {patrol}]]);
  expect(await wikiOf(fake).patrol({rcid: 12345})).toEqual({...patrol, outcome: 'saved'});
  fake.done();
});

describe('of a page', () => {
  const title = 'Some page';
  const reason = 'Some reason';
  const after = (page: object): FakeAnswer => ({query: {pages: [{ns: 0, title, protection: [], ...page}]}});
  const before = (type: string, ...pages: readonly object[]): [Expected, FakeAnswer] => [{action: 'query', list: 'logevents', letype: type}, {curtimestamp: '2026-01-31T12:00:00Z', query: {logevents: [{logid: 1233}], pages}}];

  test('mwclient: test_delete — after it there is no page', async () => {
    const fake = fakeWiki([before('delete', {ns: 0, title, pageid: 7}), [{action: 'delete', pageid: '7', title: undefined, reason, token}, {delete: {title, reason, logid: 1234}}], [{prop: undefined}, after({missing: true})]]);
    const page = wikiOf(fake).page(title);
    expect(await page.delete({reason})).toEqual({outcome: 'saved', title, reason, logid: 1234});
    expect(await page.exists()).toBe(false);
    fake.done();
  });

  const to = 'Some new page';
  const known = before('move', {ns: 0, title, pageid: 7}, {ns: 0, title: to, missing: true});

  test('mwclient: test_move — after it there is a redirect', async () => {
    const fake = fakeWiki([known, [{action: 'move', fromid: '7', to, reason, noredirect: undefined, token}, {move: {from: title, to, reason, redirectcreated: true}}], [{prop: 'info'}, after({pageid: 8, redirect: true})]]);
    const page = wikiOf(fake).page(title);
    expect(await page.move(to, {reason})).toEqual({outcome: 'saved', from: title, to, reason, redirectcreated: true});
    expect(await page.info()).toMatchObject({redirect: true});
    fake.done();
  });

  test('mwclient: test_move_no_redirect — or nothing, where that is asked for', async () => {
    const fake = fakeWiki([known, [{action: 'move', noredirect: '1'}, {move: {from: title, to, reason}}], [{prop: undefined}, after({missing: true})]]);
    const page = wikiOf(fake).page(title);
    await page.move(to, {reason, noredirect: true});
    expect(await page.exists()).toBe(false);
    fake.done();
  });
});
