import {describe, expect, test} from 'vitest';
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

describe('an unexpected request', () => {
  test.each<[string, FakeWiki, string]>([
    ['nothing is left', fakeWiki(), 'nothing more was expected, but this was asked: {"action":"query"'],
    ['another parameter', fakeWiki([[{action: 'parse'}, {}]]), 'action=parse was expected, but query was asked'],
    ['one too many', fakeWiki([[{assertuser: undefined}, {}]]), 'assertuser=undefined was expected, but Olga'],
  ])('fails the test, and says what was asked: %s', async (_, fake, message) => {
    await expect(wikiOf(fake).get({action: 'query'})).rejects.toThrow(message);
    expect(fake.requests).toHaveLength(1);
    // Also where what is tested passes over errors.
    expect(() => fake.done()).toThrow(message);
  });
});

test('requests are answered in the order of the calls, however long their bodies are', async () => {
  const fake = fakeWiki([[{action: 'parse'}, {parse: {}}], [{action: 'query'}, {query: {}}]]);
  await Promise.all([fake.fetch('https://wiki.example/w/api.php', {method: 'POST', body: new Blob(['action=parse'])}), fake.fetch('https://wiki.example/w/api.php?action=query', {})]);
  expect(fake.requests.map(({method}) => method)).toEqual(['POST', 'GET']);
  fake.done();
});

test('an expected request that never came fails the test', () => {
  expect(() => fakeWiki([[{action: 'query'}, {}]]).done()).toThrow('never asked: [{"action":"query"}]');
});

test('connections fail, and files are seen by their size', async () => {
  const fake = fakeWiki([[{file: '[3 bytes]', filename: 'A.png', token: 't+\\'}, {upload: {}}], [{}, new TypeError('Failed to fetch')]]);
  await wikiOf(fake).post({action: 'upload', filename: 'A.png', file: new Blob(['PNG'])}, {token: 'csrf'});
  await expect(wikiOf(fake).get({action: 'query'})).rejects.toMatchObject({name: 'NetworkError'});
});
