/** What the real wiki of the tests cannot say: other sites, and states of older and newer wikis. */
import {expect, test} from 'vitest';
import {type FakeAnswer, fakeWiki, type FakeWiki} from '../testing/fake-wiki.js';
import {Session} from '../core/session.js';
import {AuthFlow, type AuthFlowOptions, type AuthPurpose} from './auth-flow.js';
import {clientlogin} from './clientlogin.js';

const token: FakeAnswer = {query: {tokens: {logintoken: 't', csrftoken: 't', createaccounttoken: 't'}, userinfo: {id: 1, name: 'Olga'}}};
const sessionOf = (fake: FakeWiki): Session => new Session('https://wiki.example/w/api.php', {fetch: fake.fetch, userAgent: 'Test/1.0 (User:Me)', retry: false});
const flowOf = (fake: FakeWiki, purpose: AuthPurpose = 'login', options: AuthFlowOptions = {}): AuthFlow => new AuthFlow(sessionOf(fake), purpose, options);
const says = (answer: object, action = 'clientlogin'): FakeAnswer => ({[action]: answer});

test('REDIRECT: the way out, and back with what the other site sends along', async () => {
  const fake = fakeWiki([
    [{type: 'login'}, token],
    [{action: 'clientlogin', loginreturnurl: 'https://app.example/back', elsewhere: '1', logincontinue: undefined}, says({status: 'REDIRECT', redirecttarget: 'https://id.example/?x', requests: [{id: 'E', fields: []}]})],
    [{logincontinue: '1', code: 'abc', loginreturnurl: undefined}, says({status: 'PASS', username: 'Olga'})],
  ]);
  const flow = flowOf(fake, 'login', {returnurl: 'https://app.example/back'});
  expect(await flow.submit({elsewhere: true})).toMatchObject({status: 'REDIRECT', redirecttarget: 'https://id.example/?x', requests: [{fields: {}}]});
  expect(await flow.submit({code: 'abc'})).toMatchObject({status: 'PASS'});
  expect(flow.session.user).toBe('Olga');
  fake.done();
});

test('after the page was loaded anew, what was begun is resumed', async () => {
  const fake = fakeWiki([[{type: 'login'}, token], [{logincontinue: '1', code: 'abc'}, says({status: 'PASS', username: 'Olga'})]]);
  expect(await flowOf(fake, 'login', {resume: true}).submit({code: 'abc'})).toMatchObject({status: 'PASS'});
  fake.done();
});

test('RESTART: known elsewhere, to no account here; the login goes on', async () => {
  const fake = fakeWiki([
    [{type: 'login'}, token],
    [{}, says({status: 'RESTART', message: 'Log in, to <b>link</b> them.', messagecode: 'authmanager-authn-no-local-user-link'})],
    [{logincontinue: '1', loginreturnurl: undefined, username: 'Olga'}, says({status: 'PASS', username: 'Olga'})],
  ]);
  const flow = flowOf(fake);
  expect(await flow.submit({elsewhere: true})).toMatchObject({status: 'RESTART', message: 'Log in, to link them.'});
  await flow.submit({username: 'Olga', password: 'x'});
  fake.done();
});

test.each([[true, '1'], [false, undefined]])('FAIL with canpreservestate %s', async (canpreservestate, sent) => {
  const fake = fakeWiki([[{type: 'login'}, token], [{}, says({status: 'FAIL', canpreservestate})], [{type: 'login'}, token], [{loginpreservestate: sent}, says({status: 'PASS', username: 'Olga'})]]);
  const flow = flowOf(fake);
  await flow.submit({username: 'Olga', password: 'x'});
  await flow.submit({username: 'Olga', password: 'y'});
  fake.done();
});

test('linking asks with the user’s own token, and asserts the user', async () => {
  const fake = fakeWiki([[{type: 'csrf'}, token], [{action: 'linkaccount', linktoken: 't', linkreturnurl: /./, linkpreservestate: undefined, assertuser: 'Olga', linkrequests: 'A|B'}, says({status: 'PASS'}, 'linkaccount')]]);
  expect(await flowOf(fake, 'link').submit({elsewhere: true}, {requests: ['A', 'B']})).toMatchObject({status: 'PASS'});
  fake.done();
});

test('texts are plain, also those of choices', async () => {
  const fields = {way: {type: 'select', label: 'By <i>what</i>', options: {a: '<b>A</b>'}}, note: {type: 'null', value: '<raw>'}};
  const fake = fakeWiki([[{meta: 'authmanagerinfo', amirequestsfor: 'create', amimessageformat: 'html'}, {query: {authmanagerinfo: {requests: [{id: 'X', fields}]}}}]]);
  expect((await flowOf(fake, 'create').begin()).requests[0]?.fields).toEqual({way: {type: 'select', label: 'By what', options: {a: 'A'}}, note: {type: 'null', value: '<raw>'}});
});

test('who answers the same question with the same again is not asked for ever', async () => {
  const again = says({status: 'UI', messagecode: 'oathauth-login-failed', message: 'Wrong.', requests: []});
  const fake = fakeWiki([[{type: 'login'}, token], [{}, again], [{}, again], [{}, {}]]);
  await expect(clientlogin(sessionOf(fake), {username: 'Olga', password: 'x'}, {onStep: () => ({OATHToken: '1'})})).rejects.toMatchObject({name: 'LoginError', code: 'oathauth-login-failed'});
  expect(fake.requests).toHaveLength(3);
});

test.each<[() => unknown, RegExp]>([
  [() => new AuthFlow('wiki.example' as never, 'login'), /^wiki: 'wiki.example' given, a Wiki expected/],
  [() => new AuthFlow(undefined as never, 'login'), /^wiki: undefined given, a Wiki expected/],
  [() => flowOf(fakeWiki(), 'enter' as never), /^purpose: 'enter' given, 'login', 'create' or 'link' expected/],
  [() => flowOf(fakeWiki(), 'login', {returnUrl: 'x'} as never), /^returnUrl: no such option; did you mean returnurl\?/],
  [() => flowOf(fakeWiki()).submit('x' as never), /^values: an object such as \{username, password\} expected$/],
  [() => flowOf(fakeWiki()).submit({pin: 7} as never), /^pin: a text expected/],
  [() => flowOf(fakeWiki()).submit({}, {requests: 'x'} as never), /^requests: 'x' given, a list of ids expected/],
  [() => clientlogin(sessionOf(fakeWiki()), {username: 'a', password: 'b'}, {onStep: {}} as never), /^onStep: an object given, a function expected/],
])('%s is refused before anything is sent', async (attempt, message) => {
  await expect((async () => attempt())()).rejects.toThrow(message);
});

test('what was typed is in no error: of a login, only the names of the fields are told', async () => {
  const fake = fakeWiki([[{type: 'login'}, token], [{}, new Response('oops', {status: 500})]]);
  const error: unknown = await flowOf(fake).submit({username: 'Olga', password: 'hunter2', pin: 'hunter3'}).catch((reason: unknown) => reason);
  expect(JSON.stringify(error)).not.toMatch(/hunter/);
  expect(error).toMatchObject({request: {params: {action: 'clientlogin', username: 'Olga', pin: '***'}}});
});
