import {describe, expect, test} from 'vitest';
import {fakeWiki, type FakeWiki} from '../testing/fake-wiki.js';
import {LoginError} from './refusals.js';
import {Session} from './session.js';
import type {Auth, SessionOptions} from './settings.js';

const api = 'https://wiki.example/w/api.php';
const page = 'https://page.example';
const sessionOf = (fake: FakeWiki, auth: Auth, options: SessionOptions = {}): Session => new Session(api, {fetch: fake.fetch, userAgent: 'Test/1.0 (User:Me)', auth, ...options});
const refused = {errors: [{code: 'mwoauth-invalid-authorization', text: 'The authorization headers in your request are not valid: old'}]};
const headers = ({requests}: FakeWiki): (string | undefined)[] => requests.map(({headers}) => headers['authorization']);

describe('the Authorization header', () => {
  test('may be a text', async () => {
    const fake = fakeWiki([[{}, {}]]);
    await sessionOf(fake, {authorization: 'Digest x'}).get({action: 'query'});
    expect(headers(fake)).toEqual(['Digest x']);
  });

  test('may be made for each request: what is signed is the URL, and a form, not a file', async () => {
    const signed: unknown[] = [];
    const fake = fakeWiki([[{}, {}], [{}, {}], [{}, {}]]);
    const session = sessionOf(fake, {authorization: (request) => `Signed ${signed.push(request)}`});
    await session.get({action: 'query', titles: 'A'});
    await session.post({action: 'parse', text: 'a&b'});
    await session.post({action: 'upload', file: new Blob(['x'])});
    expect(headers(fake)).toEqual(['Signed 1', 'Signed 2', 'Signed 3']);
    expect(signed).toEqual([
      {method: 'GET', url: expect.stringMatching(/titles=A/), body: undefined},
      {method: 'POST', url: expect.stringMatching(/action=parse/), body: expect.stringMatching(/text=a%26b/)},
      {method: 'POST', url: expect.stringMatching(/action=upload/), body: undefined},
    ]);
  });

  test('of an object of one’s own class, whose methods are called as such', async () => {
    class Mine {
      private readonly token = 'mine';
      accessToken(): string {
        return this.token;
      }
    }
    const fake = fakeWiki([[{}, {}]]);
    await sessionOf(fake, new Mine()).get({action: 'query'});
    expect(headers(fake)).toEqual(['Bearer mine']);
  });

  test.each([[{accessToken: () => 'a\nb'}, /accessToken\(\) gave what cannot stand in a header, a token expected/], [{authorization: () => ''}, /authorization\(\) gave '', a header expected/]])('%s: what cannot stand there is refused before anything is sent', async (auth, message) => {
    const fake = fakeWiki();
    await expect(sessionOf(fake, auth).get({action: 'query'})).rejects.toThrow(message);
    expect(fake.requests).toEqual([]);
  });
});

describe('refused', () => {
  test('it is renewed once, and the same goes out again', async () => {
    let token = 'old';
    const told: unknown[] = [];
    const auth = {
      accessToken: () => token,
      renew: (refusal: Error, header: string) => {
        told.push([refusal instanceof LoginError, header]);
        token = 'new';
        return true;
      },
    };
    const fake = fakeWiki([[{text: 'Mine.'}, refused], [{text: 'Mine.'}, {edit: {result: 'Success'}}]]);
    await sessionOf(fake, auth, {tokens: {csrf: 't'}}).post({action: 'edit', text: 'Mine.'}, {token: 'csrf'});
    expect(headers(fake)).toEqual(['Bearer old', 'Bearer new']);
    expect(told).toEqual([[true, 'Bearer old']]);
  });

  test.each([
    ['there is nothing new', () => false, 1],
    ['the new one is refused, too', () => true, 2],
  ])('%s: the wiki’s words', async (_, renew, sent) => {
    const fake = fakeWiki(Array.from({length: sent}, () => [{}, refused] as const));
    await expect(sessionOf(fake, {accessToken: 'old', renew}).get({action: 'query'})).rejects.toMatchObject({name: 'LoginError', code: 'mwoauth-invalid-authorization'});
    expect(fake.requests).toHaveLength(sent);
  });

  test('a bare 401 is a LoginError, and no reason to send again when there is nothing to renew', async () => {
    const fake = fakeWiki([[{}, new Response('no', {status: 401})]]);
    const error: unknown = await sessionOf(fake, {accessToken: 'hunter2'}).get({action: 'query'}).catch((reason: unknown) => reason);
    expect(error).toMatchObject({name: 'LoginError', code: 'http-401', cause: {name: 'HttpError', status: 401}});
    expect(JSON.stringify(error)).not.toContain('hunter2');
  });
});

describe('from another site', () => {
  const general = (generator: string): object => ({query: {general: {generator}}});

  test.each([
    ['MediaWiki 1.44.0', {crossorigin: '1', origin: undefined}],
    ['MediaWiki 1.47.0-alpha', {crossorigin: '1', origin: undefined}],
    ['MediaWiki 2.0', {crossorigin: '1', origin: undefined}],
    ['MediaWiki 1.43.9', {origin: page, crossorigin: undefined}],
  ])('%s is asked for its version once, as nobody, and then so', async (generator, expected) => {
    const fake = fakeWiki([[{meta: 'siteinfo', origin: '*', maxage: '3600'}, general(generator)], [{action: 'parse', ...expected}, {}], [{action: 'query', ...expected}, {}]]);
    const session = sessionOf(fake, {accessToken: 'a'}, {origin: page});
    await session.get({action: 'parse'});
    await session.get({action: 'query'});
    expect(headers(fake)).toEqual([undefined, 'Bearer a', 'Bearer a']);
    expect(fake.requests[0]).toMatchObject({credentials: 'omit', headers: {}});
    fake.done();
  });

  test.each([[true, {crossorigin: '1'}], [false, {origin: page}]])('who says so ({crossorigin: %s}) is believed', async (crossorigin, expected) => {
    const fake = fakeWiki([[{action: 'parse', ...expected}, {}]]);
    await sessionOf(fake, {accessToken: 'a'}, {origin: page, crossorigin}).get({action: 'parse'});
    fake.done();
  });

  test('a page without an origin works with a new wiki; with an old one, it is told why not', async () => {
    const fake = fakeWiki([[{meta: 'siteinfo'}, general('MediaWiki 1.45')], [{crossorigin: '1'}, {}]]);
    await sessionOf(fake, {accessToken: 'a'}, {origin: 'null'}).get({action: 'parse'});
    const old = fakeWiki([[{meta: 'siteinfo'}, general('MediaWiki 1.43')]]);
    await expect(sessionOf(old, {accessToken: 'a'}, {origin: 'null'}).get({action: 'parse'})).rejects.toThrow(/this page has no origin.*Serve it over http/);
  });

  test('what could not be asked is asked again', async () => {
    // Once more, to find out why.
    const fake = fakeWiki([[{meta: 'siteinfo'}, new Error('offline')], [{meta: 'siteinfo'}, new Error('offline')], [{meta: 'siteinfo'}, general('MediaWiki 1.45')], [{crossorigin: '1'}, {}]]);
    const session = sessionOf(fake, {accessToken: 'a'}, {origin: page, retry: false});
    await expect(session.get({action: 'parse'})).rejects.toMatchObject({name: 'NetworkError'});
    await session.get({action: 'parse'});
    fake.done();
  });
});
