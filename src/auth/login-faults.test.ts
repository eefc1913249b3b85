/** Logins that do not come to their end. */
import {expect, test, vi} from 'vitest';
import {type FakeAnswer, fakeWiki, type FakeWiki} from '../testing/fake-wiki.js';
import {Session} from '../core/session.js';
import type {SessionOptions} from '../core/settings.js';
import {clientlogin} from './clientlogin.js';
import {createaccount} from './createaccount.js';
import {login} from './login.js';
import {logout} from './logout.js';

const token: FakeAnswer = {query: {tokens: {logintoken: 't', createaccounttoken: 't', csrftoken: 't'}}};
const asks = {clientlogin: {status: 'UI', messagecode: 'code', message: 'Code?', requests: []}};
const sessionOf = (fake: FakeWiki, options: SessionOptions = {}): Session => new Session('https://wiki.example/w/api.php', {fetch: fake.fetch, userAgent: 'Test/1.0 (User:Me)', retry: false, ...options});
const credentials = {username: 'Olga', password: 'hunter2'};

test.each([
  ['clientlogin', clientlogin, {clientlogin: {status: 'FAIL', messagecode: 'wrongpassword', message: 'No.'}}],
  ['login', login, {login: {result: 'Failed', reason: {code: 'wrongpassword', text: 'No.'}}}],
])('%s refused: who was logged in still is, and every request says so', async (_, attempt, answer) => {
  const fake = fakeWiki([[{type: 'login'}, token], [{}, answer], [{assertuser: 'Olga'}, {}]]);
  const session = sessionOf(fake, {user: 'Olga'});
  await expect(attempt(session, {username: 'Nils', password: 'x'})).rejects.toMatchObject({code: 'wrongpassword'});
  await session.get({action: 'parse'});
  fake.done();
});

test('an abort ends the wait for who is asked for the next step', async () => {
  const controller = new AbortController();
  const fake = fakeWiki([[{type: 'login'}, token], [{}, asks]]);
  const onStep = vi.fn(() => new Promise<undefined>(() => {}));
  const attempt = clientlogin(sessionOf(fake), credentials, {onStep, signal: controller.signal});
  await vi.waitFor(() => expect(onStep).toHaveBeenCalled());
  controller.abort();
  await expect(attempt).rejects.toMatchObject({name: 'AbortError'});
});

test('what onStep throws is told as it is, and nothing is sent again for it', async () => {
  const own = Object.assign(new Error('closed'), {mine: true});
  const fake = fakeWiki([[{type: 'login'}, token], [{}, asks]]);
  await expect(clientlogin(sessionOf(fake, {retry: {maxRetries: 3}}), credentials, {onStep: () => Promise.reject(own)})).rejects.toBe(own);
  const captcha = {id: 'C', required: 'required', fields: {captchaWord: {type: 'string'}}};
  const other = fakeWiki([[{meta: 'authmanagerinfo'}, {query: {authmanagerinfo: {requests: [captcha]}}}]]);
  await expect(createaccount(sessionOf(other), credentials, {onStep: () => Promise.reject(own)})).rejects.toBe(own);
  for (const each of [fake, other]) each.done();
});

test('nobody is asked to log in to log out', async () => {
  const onLoginNeeded = vi.fn();
  const fake = fakeWiki([[{type: 'csrf'}, {errors: [{code: 'assertnameduserfailed', text: 'No longer.'}]}]]);
  const session = sessionOf(fake, {user: 'Olga', onLoginNeeded});
  await logout(session);
  expect(onLoginNeeded).not.toHaveBeenCalled();
  expect(session.user).toBeUndefined();
});
