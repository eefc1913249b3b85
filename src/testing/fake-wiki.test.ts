import {expect, test} from 'vitest';
import {Wiki} from '../wiki/wiki.js';
import {fakeWiki, type FakeWiki} from './fake-wiki.js';

const wikiOf = (fake: FakeWiki): Wiki => new Wiki('https://wiki.example/w/api.php', {fetch: fake.fetch, userAgent: 'Test/1.0', retry: false, user: 'Olga', tokens: {csrf: 't+\\'}});

test('answers in order, and remembers what was asked', async () => {
  const fake = fakeWiki([[{titles: /^Os/}, {query: {pages: [{ns: 0, title: 'Oslo', missing: true}]}}]]);
  fake.expect({action: 'parse'}, (request) => ({parse: {text: request.params['text']}}));
  const wiki = wikiOf(fake);
  expect(await wiki.page('Oslo').exists()).toBe(false);
  expect(await wiki.post({action: 'parse', text: `a\nb${'é'.repeat(9000)}`})).toEqual({parse: {text: `a\nb${'é'.repeat(9000)}`}});
  expect(fake.requests.map(({method}) => method)).toEqual(['GET', 'POST']);
  fake.done();
});

test('an unexpected request fails the test, and says what was asked', async () => {
  await expect(wikiOf(fakeWiki()).get({action: 'query'})).rejects.toMatchObject({cause: {message: expect.stringContaining('nothing more was expected')}});
  await expect(wikiOf(fakeWiki([[{action: 'parse'}, {}]])).get({action: 'query'})).rejects.toMatchObject({cause: {message: expect.stringContaining('action=parse was expected, but query was asked')}});
  await expect(wikiOf(fakeWiki([[{assertuser: undefined}, {}]])).get({action: 'query'})).rejects.toMatchObject({cause: {message: expect.stringContaining('assertuser=undefined was expected, but Olga')}});
});

test('an expected request that never came fails the test', () => {
  expect(() => fakeWiki([[{action: 'query'}, {}]]).done()).toThrow('never asked: [{"action":"query"}]');
});

test('connections fail, and files are seen by their size', async () => {
  const fake = fakeWiki([[{file: '[3 bytes]', filename: 'A.png', token: 't+\\'}, {upload: {}}], [{}, new TypeError('Failed to fetch')]]);
  await wikiOf(fake).post({action: 'upload', filename: 'A.png', file: new Blob(['PNG'])}, {token: 'csrf'});
  await expect(wikiOf(fake).get({action: 'query'})).rejects.toMatchObject({name: 'NetworkError'});
});
