/** Logged out while writing: logging in again, inside the form. */
import {afterEach, expect, test} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import {field, opens as asks, passes, opening as ways, otherSite} from '../login/login.fixtures.js';
import './edit-form.js';
import {opening, opens, refusals, saves, stage, success} from './edit-form.fixtures.js';
import {button, change, expectAccessible, expectState, open, summary, textbox} from './form-page.fixtures.js';

afterEach(() => document.body.replaceChildren());

const token = {query: {tokens: {csrftoken: 'new+\\'}, userinfo: {name: 'Alice'}}};

test('the same user logs in, and what was typed is saved', async () => {
  const {form, fake} = stage([opens(), saves(refusals.loggedout), asks(), passes({username: 'Alice', password: 'x'}, 'Alice'), [{meta: /tokens/}, token], saves(success, {token: 'new+\\', assertuser: 'Alice', text: 'My text', summary: 'why'})]);
  await open(form);
  await summary().fill('why');
  await change();
  await expectState(form, 'loggedout');
  await expect.element(field('Username')).toHaveValue('Alice');
  await expect.element(field('Username')).toHaveAttribute('readonly');
  await expect.poll(() => (form.shadowRoot?.activeElement as {shadowRoot?: ShadowRoot} | null)?.shadowRoot?.activeElement?.getAttribute('name')).toBe('password');
  await expect.element(page.getByText('Log in again to save it.')).toBeVisible();
  await expectAccessible();
  await userEvent.keyboard('x{Enter}');
  await expectState(form, 'saved');
  await expect.element(page.getByRole('textbox', {name: 'Editing Simple'})).toHaveValue('My text');
  fake.done();
});

test('another is told, and nothing is saved', async () => {
  const {form, fake, wiki} = stage([opens(), saves(refusals.loggedout), asks(ways(otherSite)), passes({}, 'Bob')]);
  await open(form);
  await change();
  await field('Password').fill('x');
  await expect.element(button('Log in through the other site')).not.toBeInTheDocument();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('You are logged in as Bob now, but this is for Alice alone.')).toBeVisible();
  await expectState(form, 'loggedout');
  await expect.element(textbox()).toHaveValue('My text');
  await expectAccessible();
  expect(wiki.user).toBe('Alice');
  fake.done();
});

test('typing there is no typing in the text, and saves nothing', async () => {
  const {form, fake} = stage([opens(), saves(refusals.loggedout), asks()]);
  await open(form);
  await change();
  await field('Password').fill('x');
  await userEvent.keyboard('{Control>}s{/Control}');
  await expectState(form, 'loggedout');
  fake.done();
});

test('a session with an access token has a link', async () => {
  const {form} = stage([opens(), saves(refusals.loggedout)], {auth: {accessToken: 'x'}});
  await open(form);
  await change();
  await expect.element(page.getByRole('link', {name: 'Log in'})).toHaveAttribute('href', `${location.origin}/w/index.php?title=Special:UserLogin`);
  await expectAccessible();
});

test('a temporary account has no password: there is a link', async () => {
  const temp = opening({}, {userinfo: {id: 9, name: '~2026-1', temp: true, groups: ['*', 'temp'], rights: ['edit']}});
  const {form} = stage([opens(temp), saves(refusals.loggedout)], {user: '~2026-1'});
  await open(form);
  await change();
  await expect.element(page.getByRole('link', {name: 'Log in'})).toBeVisible();
});

test('logged out before the page was read: the login, then the page', async () => {
  const {form, fake} = stage([opens(refusals.loggedout), asks(), passes({username: 'Alice'}, 'Alice'), opens()]);
  document.body.append(form);
  await expectState(form, 'failed');
  await field('Password').fill('x');
  await userEvent.keyboard('{Enter}');
  await expectState(form, 'ready');
  fake.done();
});

test('after a temporary account was made, the browser goes where the wiki wants it', async () => {
  const way = `${location.href.split('#')[0]}#passed-by`;
  const {form} = stage([opens(), saves({edit: {...success.edit, tempusercreated: true, tempusercreatedredirect: way}}), opens()]);
  await open(form);
  await change();
  await expect.poll(() => location.hash).toBe('#passed-by');
  history.replaceState(undefined, '', location.pathname + location.search);
});

test.each([
  ['the page around stays', true, '#not-here'],
  ['the way is no page', false, 'javascript:document.body.remove()'],
])('%s: it does not', async (_name, stays, way) => {
  const target = way.startsWith('#') ? `${location.href.split('#')[0]}${way}` : way;
  const {form} = stage([opens(), saves({edit: {...success.edit, tempusercreated: true, tempusercreatedredirect: target}}), opens()]);
  form.addEventListener('wiki-saved', (event) => stays && event.preventDefault());
  await open(form);
  await change();
  await expectState(form, 'saved');
  await form.updateComplete;
  expect(location.hash).toBe('');
  expect(document.body.isConnected).toBe(true);
});
