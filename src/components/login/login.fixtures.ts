/** Answers of a real MediaWiki 1.43.9 (22 November 2026), shortened; and a form on a wiki that gives them. */
import axe from 'axe-core';
import {expect} from 'vitest';
import {type Locator, page} from 'vitest/browser';
import {type Expected, type FakeAnswer, type FakeWiki, fakeWiki} from '../../testing/fake-wiki.js';
import {Wiki, type WikiOptions} from '../../wiki/wiki.js';
import type {WikiLogin} from './login.js';

export const password = {
  id: 'MediaWiki\\Auth\\PasswordAuthenticationRequest',
  required: 'primary-required',
  fields: {
    username: {type: 'string', label: 'Username', help: 'Username for authentication.', optional: false, sensitive: false},
    password: {type: 'password', label: 'Password', help: 'Password for authentication.', optional: false, sensitive: true},
  },
};
const rememberMe = {id: 'MediaWiki\\Auth\\RememberMeAuthenticationRequest', required: 'optional', fields: {rememberMe: {type: 'checkbox', label: 'Keep me logged in', help: 'Whether the password should be remembered.', optional: true, sensitive: false}}};

export const otherSite = {id: 'MediaWiki\\Auth\\ButtonAuthenticationRequest:othersite', required: 'optional', fields: {othersite: {type: 'button', label: 'Log in through the other site', help: 'The other site asks who you are there.', optional: false, sensitive: false}}};

export const captcha = (id: string, value: string): object => ({
  id: 'CaptchaAuthenticationRequest',
  required: 'required',
  fields: {
    captchaId: {type: 'hidden', value: id, label: 'CAPTCHA ID', optional: false},
    captchaInfo: {type: 'null', value, label: 'Please solve the following task:', optional: false},
    captchaWord: {type: 'string', label: 'CAPTCHA', help: 'Solution of the CAPTCHA.', optional: false},
  },
});

export const secondFactor = {
  status: 'UI',
  messagecode: 'oathauth-auth-ui',
  message: 'Please enter a code from your <a href="/x">application</a>.',
  requests: [{id: 'TOTP', required: 'required', fields: {OATHToken: {type: 'string', label: 'Two-factor token or recovery code', help: 'The one-time password.', optional: false, sensitive: false}}}],
};

/** The answer to opening, with more ways to log in. */
export const opening = (...more: object[]): object => ({
  batchcomplete: true,
  uselang: 'en',
  query: {
    authmanagerinfo: {canauthenticatenow: true, cancreateaccounts: true, requests: [password, ...more, rememberMe]},
    tokens: {logintoken: 'opened+\\'},
    general: {sitename: 'TestWiki', script: '/w/index.php', server: location.origin},
    allmessages: [{name: 'pt-login-button', content: 'Log in'}],
  },
});

/** The answer to opening, with nothing but these. */
export const asking = (fields: object): object => ({query: {authmanagerinfo: {requests: [{id: 'X', required: 'required', fields}]}, tokens: {logintoken: 'opened+\\'}}});

type Exchange = readonly [Expected, FakeAnswer];

export const opens = (answer: FakeAnswer = opening()): Exchange => [{action: 'query', meta: /authmanagerinfo.*tokens/}, answer];
export const says = (answer: object | ((init: RequestInit) => Promise<object>), expected: Expected = {}): Exchange => [
  {action: 'clientlogin', ...expected},
  typeof answer === 'function' ? async (_request, init) => ({clientlogin: await answer(init)}) : {clientlogin: answer},
];
export const passes = (expected: Expected = {}, username = 'Olga'): Exchange => says({status: 'PASS', username}, expected);
export const token: Exchange = [{meta: 'tokens', type: 'login'}, {query: {tokens: {logintoken: 'later+\\'}}}];

export const wrongPassword = {status: 'FAIL', messagecode: 'wrongpassword', message: 'Incorrect username or password entered.<br>Please try again.', canpreservestate: false};

export interface Stage {
  readonly form: WikiLogin;
  readonly fake: FakeWiki;
  readonly wiki: Wiki;
  /** The names of those who logged in. */
  readonly loggedIn: (string | undefined)[];
}

let stages = 0;

/** A form on this page's own wiki, not yet in the document. */
export function stage(exchanges: readonly Exchange[], options: WikiOptions = {}, api = `${location.origin}/l${stages++}/api.php`): Stage {
  const fake = fakeWiki(exchanges);
  const wiki = new Wiki(api, {fetch: fake.fetch, retry: false, ...options});
  const form = document.createElement('wiki-login');
  form.wiki = wiki;
  const loggedIn: (string | undefined)[] = [];
  form.addEventListener('wiki-logged-in', ({username}) => loggedIn.push(username));
  return {form, fake, wiki, loggedIn};
}

export const field = (name: string): Locator => page.getByLabelText(name, {exact: true});
export const button = (name: string): Locator => page.getByRole('button', {name, exact: true});
export const focused = (form: WikiLogin): string => (form.shadowRoot?.activeElement as HTMLInputElement | null)?.name ?? '';

export async function expectState(form: WikiLogin, state: string): Promise<void> {
  await expect.poll(() => form.state).toBe(state);
  await form.updateComplete;
  expect(form.dataset['state']).toBe(state);
}

/** Puts the form into the page and waits until it can be filled in. */
export async function open(form: WikiLogin): Promise<void> {
  document.body.append(form);
  await expectState(form, 'ready');
}

export async function logIn(name = 'Olga', secret = 'green umbrella'): Promise<void> {
  await field('Username').fill(name);
  await field('Password').fill(secret);
  await button('Log in').click();
}

/** Axe finds nothing, once the colours have changed. */
export async function expectAccessible(): Promise<void> {
  for (const {shadowRoot} of document.querySelectorAll('wiki-login')) {
    for (const animation of shadowRoot?.getAnimations() ?? []) if (animation instanceof CSSTransition) animation.finish();
  }
  const {violations} = await axe.run(document.body, {rules: {region: {enabled: false}, 'page-has-heading-one': {enabled: false}}});
  expect(violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(' ')}`)).toEqual([]);
}
