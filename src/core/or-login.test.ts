/** `onLoginNeeded`. */
import {expect, test, vi} from 'vitest';
import {fakeWiki, type FakeWiki} from '../testing/fake-wiki.js';
import {Session} from './session.js';
import type {SessionOptions} from './settings.js';

const sessionOf = (fake: FakeWiki, options: SessionOptions): Session => new Session('https://wiki.example/w/api.php', {fetch: fake.fetch, userAgent: 'Test/1.0 (User:Me)', retry: false, ...options});
const refuses = (code: string): object => ({errors: [{code, text: code}]});
const token = (csrftoken: string, name = 'Olga'): object => ({query: {tokens: {csrftoken}, userinfo: {id: 1, name}}});

test('the request goes on with its text, as the same user, with a new token', async () => {
  const fake = fakeWiki([[{text: 'Mine.', token: 'old', assertuser: 'Olga'}, refuses('assertnameduserfailed')], [{type: 'csrf', assertuser: 'Olga'}, token('new')], [{text: 'Mine.', token: 'new', assertuser: 'Olga'}, {edit: {}}]]);
  const onLoginNeeded = vi.fn();
  await sessionOf(fake, {onLoginNeeded, user: 'Olga', tokens: {csrf: 'old'}}).post({action: 'edit', text: 'Mine.'}, {token: 'csrf'});
  fake.done();
  expect(onLoginNeeded.mock.calls).toMatchObject([[{name: 'LoginError', code: 'assertnameduserfailed'}]]);
});

test.each(['assertuserfailed', 'mwoauth-invalid-authorization', 'readapidenied'])('%s is a reason', async (code) => {
  const fake = fakeWiki([[{}, refuses(code)], [{}, {parse: 1}]]);
  expect(await sessionOf(fake, {onLoginNeeded: () => true}).get({action: 'parse'})).toEqual({parse: 1});
});

test('a 401 is a reason; a blocked user is none', async () => {
  const onLoginNeeded = vi.fn();
  const fake = fakeWiki([[{}, new Response('', {status: 401})], [{}, {}], [{}, refuses('blocked')]]);
  const session = sessionOf(fake, {onLoginNeeded});
  await session.get({action: 'parse'});
  await expect(session.get({action: 'parse'})).rejects.toMatchObject({name: 'BlockedError'});
  expect(onLoginNeeded).toHaveBeenCalledTimes(1);
});

test('it is called once for all that wait', async () => {
  const fake = fakeWiki([[{}, refuses('assertuserfailed')], [{}, refuses('assertuserfailed')], [{}, {}], [{}, {}]]);
  let loggedIn = (): void => {};
  const onLoginNeeded = vi.fn(() => new Promise<void>((resolve) => (loggedIn = resolve)));
  const session = sessionOf(fake, {onLoginNeeded});
  const both = Promise.all([session.get({action: 'parse'}), session.get({action: 'parse'})]);
  await vi.waitFor(() => expect(fake.requests).toHaveLength(2));
  await vi.waitFor(() => expect(onLoginNeeded).toHaveBeenCalled());
  loggedIn();
  await both;
  expect(onLoginNeeded).toHaveBeenCalledTimes(1);
});

test.each([
  ['gives up', () => false, {name: 'LoginError', code: 'assertuserfailed'}],
  ['throws', () => Promise.reject(new RangeError('closed')), {name: 'RangeError'}],
])('one that %s leaves the request refused', async (_, onLoginNeeded, error) => {
  const fake = fakeWiki([[{}, refuses('assertuserfailed')]]);
  await expect(sessionOf(fake, {onLoginNeeded}).get({action: 'parse'})).rejects.toMatchObject(error);
});

test('refused again after the login, it is told: nobody is asked for ever', async () => {
  const onLoginNeeded = vi.fn();
  const fake = fakeWiki([[{}, refuses('assertuserfailed')], [{}, refuses('assertuserfailed')]]);
  await expect(sessionOf(fake, {onLoginNeeded}).get({action: 'parse'})).rejects.toMatchObject({name: 'LoginError'});
  expect(onLoginNeeded).toHaveBeenCalledTimes(1);
});

test('what was begun as one user is not done as another', async () => {
  const fake = fakeWiki([[{}, refuses('assertnameduserfailed')]]);
  const session = sessionOf(fake, {user: 'Olga', tokens: {csrf: 't'}, onLoginNeeded: () => session.changeUser('Nils')});
  await expect(session.post({action: 'edit'}, {token: 'csrf'})).rejects.toMatchObject({name: 'LoginError', message: 'Nils is logged in now: this was begun as Olga, and nothing of it was done.'});
  fake.done();
});

test('what the hook asks does not wait for the hook', async () => {
  const fake = fakeWiki([[{action: 'parse'}, refuses('assertuserfailed')], [{action: 'query'}, refuses('assertuserfailed')]]);
  const session = sessionOf(fake, {onLoginNeeded: async () => void (await session.get({action: 'query'}))});
  await expect(session.get({action: 'parse'})).rejects.toMatchObject({name: 'LoginError', code: 'assertuserfailed'});
});

test('nobody is asked to log in by the question who that is', async () => {
  const onLoginNeeded = vi.fn();
  const fake = fakeWiki([[{meta: 'userinfo'}, refuses('assertnameduserfailed')]]);
  await expect(sessionOf(fake, {onLoginNeeded, user: 'Olga'}).get({action: 'query', meta: 'userinfo'})).rejects.toMatchObject({name: 'LoginError'});
  expect(onLoginNeeded).not.toHaveBeenCalled();
});

test('who says who must be logged in wants to know it', async () => {
  const onLoginNeeded = vi.fn();
  const fake = fakeWiki([[{}, refuses('assertuserfailed')]]);
  await expect(sessionOf(fake, {onLoginNeeded}).get({action: 'parse', assert: 'user'})).rejects.toMatchObject({code: 'assertuserfailed'});
  expect(onLoginNeeded).not.toHaveBeenCalled();
});

test('one that gives up is asked once, also where a token had to be asked for first', async () => {
  const onLoginNeeded = vi.fn(() => false);
  const fake = fakeWiki([[{type: 'csrf'}, refuses('assertnameduserfailed')]]);
  await expect(sessionOf(fake, {onLoginNeeded, user: 'Olga'}).post({action: 'edit'}, {token: 'csrf'})).rejects.toMatchObject({name: 'LoginError'});
  expect(onLoginNeeded).toHaveBeenCalledTimes(1);
});

test('what was refused while somebody was logging in goes on without another login', async () => {
  let late = (_answer: object): void => {};
  const fake = fakeWiki([[{page: 'A'}, refuses('assertuserfailed')], [{page: 'B'}, () => new Promise<object>((resolve) => (late = resolve))], [{page: 'A'}, {}], [{page: 'B'}, {}]]);
  const onLoginNeeded = vi.fn();
  const session = sessionOf(fake, {onLoginNeeded});
  let begun = (): void => {};
  onLoginNeeded.mockImplementation(() => new Promise<void>((resolve) => (begun = resolve)));
  const [a, b] = [session.get({action: 'parse', page: 'A'}), session.get({action: 'parse', page: 'B'})];
  await vi.waitFor(() => expect(onLoginNeeded).toHaveBeenCalled());
  await vi.waitFor(() => expect(fake.requests).toHaveLength(2));
  begun();
  await a;
  late(refuses('assertuserfailed'));
  await b;
  expect(onLoginNeeded).toHaveBeenCalledTimes(1);
});

test('after a hook that has logged out, nothing is done as nobody', async () => {
  const fake = fakeWiki([[{}, refuses('assertnameduserfailed')]]);
  const session = sessionOf(fake, {user: 'Olga', tokens: {csrf: 't'}, onLoginNeeded: () => session.changeUser(undefined)});
  await expect(session.post({action: 'edit'}, {token: 'csrf'})).rejects.toMatchObject({message: 'Nobody is logged in now: this was begun as Olga, and nothing of it was done.'});
  fake.done();
});
