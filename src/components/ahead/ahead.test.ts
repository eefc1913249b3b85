import {afterEach, expect, test, vi} from 'vitest';
import {page} from 'vitest/browser';
import '../edit-form/edit-form.js';
import {opening, opens, stage, text} from '../edit-form/edit-form.fixtures.js';
import {expectState, open, textbox} from '../edit-form/form-page.fixtures.js';
import {askAhead, type AskAheadOptions} from './ahead.js';

afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

const sectionOnly = opening({revisions: [{revid: 2, parentid: 0, slots: {main: {contentmodel: 'wikitext', contentformat: 'text/x-wiki', content: 'One.'}}}]});

test('the form opens with what was asked before it was there: the wiki is asked once', async () => {
  const {form, fake, wiki} = stage([opens()]);
  askAhead('Simple', {wiki});
  await open(form);
  await expect.element(textbox()).toHaveValue(text);
  expect(fake.requests).toHaveLength(1);
});

test('of a section, with the attributes of the form', async () => {
  const {form, fake, wiki} = stage([[{rvsection: '1', ineditintrocustom: 'Intro'}, sectionOnly]]);
  askAhead('Simple', {wiki, section: '1', editintro: 'Intro'});
  Object.assign(form, {section: '1', editintro: 'Intro'});
  await open(form);
  expect(form.text).toBe('One.');
  fake.done();
});

test('it is for one form, and for that page and section alone', async () => {
  const {form, fake, wiki} = stage([opens(), [{rvsection: '1'}, sectionOnly], opens()]);
  askAhead('Simple', {wiki});
  form.section = '1';
  await open(form);
  expect(form.text).toBe('One.');
  form.section = undefined;
  await expect.poll(() => form.text).toBe(text);
  expect(fake.requests).toHaveLength(2);
  await form.reload();
  expect(fake.requests).toHaveLength(3);
});

test('what the wiki refuses is shown in the form, which can ask again', async () => {
  const {form, fake, wiki} = stage([opens({errors: [{code: 'internal_api_error', text: 'Out of order.', module: 'query'}]}), opens()]);
  askAhead('Simple', {wiki});
  document.body.append(form);
  await expectState(form, 'failed');
  await expect.element(page.getByText('Out of order.')).toBeVisible();
  await page.getByRole('button', {name: 'Try again'}).click();
  await expectState(form, 'ready');
  fake.done();
});

test('what another user was told is not shown, nor what is old', async () => {
  const {form, fake, wiki} = stage([opens(), opens(), opens(), opens()]);
  askAhead('Simple', {wiki});
  wiki.session.changeUser('Alice');
  await open(form);
  expect(fake.requests).toHaveLength(2);
  vi.useFakeTimers({toFake: ['setTimeout']});
  askAhead('Simple', {wiki});
  vi.advanceTimersByTime(30_000);
  vi.useRealTimers();
  await form.reload();
  expect(fake.requests).toHaveLength(4);
});

test.each<[unknown, unknown, RegExp]>([
  ['', {}, /^page: '' given, a page’s title expected/],
  [undefined, {}, /^page: undefined given/],
  ['Simple', {sektion: 1}, /^sektion/],
  ['Simple', {section: {}}, /^section: an object given/],
  ['Simple', {wiki: 'en.wikipedia.org'}, /^wiki: 'en.wikipedia.org' given, a Wiki expected/],
  ['Simple', {wiki: undefined}, /^wikiHere\(\) works on the pages of a MediaWiki only/],
])('%j with %j is refused at once', (title, options, message) => {
  const {fake, wiki} = stage([]);
  expect(() => askAhead(title as string, {wiki, ...(options as AskAheadOptions)})).toThrow(message);
  expect(fake.requests).toEqual([]);
});
