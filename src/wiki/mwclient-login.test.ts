/** What mwclient promises of logging in and of tokens (its test_client.py), by the names of its tests, as behaviours of ours. */
import {describe, expect, test} from 'vitest';
import {type FakeAnswer, fakeWiki, type FakeWiki} from '../testing/fake-wiki.js';
import {Wiki} from './wiki.js';

const wikiOf = (fake: FakeWiki): Wiki => new Wiki('test.wikipedia.org', {fetch: fake.fetch, userAgent: 'Test/1.0 (User:Me)'});

const token = 'abc+\\';
const password = 'mypassword';

/** A wiki that gives a token, and then this. */
const answering = (action: 'login' | 'clientlogin', answer: FakeAnswer): FakeWiki =>
  fakeWiki([
    [{action: 'query', meta: 'tokens', type: 'login'}, {query: {tokens: {logintoken: token}}}],
    [{action}, answer],
  ]);

test('mwclient: test_new_login_flow — a token, and then the name and the password with it, by post', async () => {
  const fake = answering('login', {login: {result: 'Success', lgusername: 'Myusername'}});
  const wiki = wikiOf(fake);
  expect(await wiki.login({username: 'myusername', password})).toEqual({username: 'Myusername'});
  expect(fake.requests.map(({method}) => method)).toEqual(['GET', 'POST']);
  expect(fake.requests[1]).toMatchObject({params: {lgname: 'myusername', lgpassword: password, lgtoken: token}, url: expect.not.stringContaining(password)});
  expect(wiki.user).toBe('Myusername');
});

describe('with an account’s own password', () => {
  const account = {username: 'myusername', password};

  test('mwclient: test_clientlogin_success — with the address to come back to', async () => {
    const fake = answering('clientlogin', {clientlogin: {status: 'PASS', username: 'Myusername'}});
    const wiki = wikiOf(fake);
    expect(await wiki.clientlogin(account)).toEqual({username: 'Myusername'});
    expect(fake.requests).toHaveLength(2);
    expect(fake.requests[1]).toMatchObject({method: 'POST', params: {...account, logintoken: token, loginreturnurl: 'https://test.wikipedia.org/'}});
    expect(wiki.user).toBe('Myusername');
  });

  test('mwclient: test_clientlogin_fail — nobody is logged in, and that is told', async () => {
    const wiki = wikiOf(answering('clientlogin', {clientlogin: {status: 'FAIL', message: 'Incorrect username or password entered.', messagecode: 'wrongpassword'}}));
    await expect(wiki.clientlogin(account)).rejects.toMatchObject({name: 'LoginError', code: 'wrongpassword', message: 'Incorrect username or password entered.'});
    expect(wiki.user).toBeUndefined();
  });

  test('mwclient: test_clientlogin_continue — one more step is not taken for a login; which, stands in the answer', async () => {
    const told = {status: 'UI', messagecode: 'oathauth-auth-ui', message: 'Enter a code.', requests: [{id: 'TOTP', fields: {OATHToken: {type: 'string'}}}]};
    const wiki = wikiOf(answering('clientlogin', {clientlogin: told}));
    await expect(wiki.clientlogin(account)).rejects.toMatchObject({name: 'LoginError', code: 'oathauth-auth-ui', answer: told});
    expect(wiki.user).toBeUndefined();
  });
});

describe('mwclient: test_token_new_system', () => {
  const given = {query: {tokens: {csrftoken: 'sometoken'}, userinfo: {id: 3, name: 'Olga'}}};

  test('a token can be asked for by its type', async () => {
    expect(await wikiOf(fakeWiki([[{meta: 'tokens', type: 'csrf', intoken: undefined}, given]])).tokens({type: 'csrf'})).toEqual({csrftoken: 'sometoken'});
  });

  test('one that is needed is asked for, and kept for the next write of any kind', async () => {
    const fake = fakeWiki([[{meta: 'tokens|userinfo', type: 'csrf'}, given], [{action: 'edit', token: 'sometoken'}, {edit: {}}], [{action: 'delete', token: 'sometoken'}, {delete: {}}]]);
    const wiki = wikiOf(fake);
    await wiki.post({action: 'edit', title: 'A', text: 'x'}, {token: 'csrf'});
    await wiki.post({action: 'delete', title: 'A'}, {token: 'csrf'});
    fake.done();
  });
});
