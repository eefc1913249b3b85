/** What mwclient promises of other writing (its test_client.py and test_page.py), by the names of its tests. */
import {describe, expect, test} from 'vitest';
import {type Expected, type FakeAnswer, fakeWiki, type FakeWiki} from '../testing/fake-wiki.js';
import {Wiki} from './wiki.js';

const token = 'abc+\\';
const wikiOf = (fake: FakeWiki): Wiki => new Wiki('test.wikipedia.org', {fetch: fake.fetch, userAgent: 'Test/1.0 (User:Me)', user: 'Olga', tokens: {csrf: token}});

test('what is posted with a token is not sent again when its answer is lost', async () => {
  const fake = fakeWiki([[{}, new TypeError('Failed to fetch')]]);
  await expect(wikiOf(fake).post({action: 'flowthank', postid: 'x'}, {token: 'csrf'})).rejects.toMatchObject({name: 'OutcomeUnknownError', unsaved: {postid: 'x'}});
  expect(fake.requests).toHaveLength(1);
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
