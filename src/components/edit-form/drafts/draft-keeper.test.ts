import axe from 'axe-core';
import {afterEach, expect, test, vi} from 'vitest';
import {page} from 'vitest/browser';
import {listDrafts} from '../../../wiki/drafts/store.js';
import {button, expectTexts, forgetAll, newWiki, offered, putRaw, texts} from './keeper.fixtures.js';
import {base, close, fieldsOf, formFor, saverOf, type TestForm} from './test-form.fixtures.js';

afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.replaceChildren();
  await forgetAll();
});

const mine = 'One.\n\nTwo, mine.\n\nThree.\n';
const alice = (wiki: string) => ({wiki, user: 'Alice'});

/** Something was typed by this user at an earlier visit. */
async function visited(saver: ReturnType<typeof saverOf>, text = mine): Promise<void> {
  const form = formFor(saver);
  form.type(text);
  close(form);
  await expect.poll(() => texts(saver.session.apiUrl)).toContain(text);
}

/** Whatever it has to tell is told. */
async function settled(form: TestForm): Promise<void> {
  const looked = vi.spyOn(form, 'requestUpdate');
  await expect.poll(() => looked.mock.calls.length).toBeGreaterThan(0);
  await form.updateComplete;
}

test('while somebody types on, it is kept from the first key on, and then once in a second', async () => {
  vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'Date']});
  const wiki = newWiki();
  const form = formFor(saverOf(wiki));
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  for (let typed = 1; typed <= 41; typed++) {
    form.type(`${base}${'x'.repeat(typed)}`);
    vi.advanceTimersByTime(100);
    await Promise.resolve();
  }
  await vi.waitFor(() => expect(put).toHaveBeenCalledTimes(5));
  vi.advanceTimersByTime(1000);
  await vi.waitFor(async () => expect(await texts(wiki)).toEqual([`${base}${'x'.repeat(41)}`]));
  const [draft] = await listDrafts(alice(wiki));
  expect(draft).toMatchObject({title: 'Simple', pageid: 2, base: {revid: 2, text: base}});
});

const leaving: readonly (readonly [string, (form: TestForm) => unknown])[] = [
  ['the page is left', () => window.dispatchEvent(new PageTransitionEvent('pagehide'))],
  ['the tab is hidden', () => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
  }],
  ['the window loses the focus', () => window.dispatchEvent(new Event('blur'))],
  ['the field loses the focus', (form) => form.dispatchEvent(new FocusEvent('focusout', {bubbles: true}))],
  ['the form is taken out of the page', close],
];

test.each(leaving)('all of it is kept at once when %s', async (_name, leave) => {
  const wiki = newWiki();
  const form = formFor(saverOf(wiki));
  form.type(`${mine}a`);
  await expectTexts(wiki, [`${mine}a`]);
  // Nothing else would keep it soon, and nobody tells that the field has changed.
  form.fields = fieldsOf(`${mine}ab`);
  leave(form);
  await expectTexts(wiki, [`${mine}ab`]);
});

test('nothing is kept of what is as it was read, and nothing more once it is so again', async () => {
  const wiki = newWiki();
  const form = formFor(saverOf(wiki));
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  form.type(base);
  window.dispatchEvent(new Event('blur'));
  await settledStore(wiki);
  expect(put).not.toHaveBeenCalled();
  form.type(mine);
  await expectTexts(wiki, [mine]);
  form.type(base);
  await expectTexts(wiki, []);
});

/** All that was asked of the store before is done. */
const settledStore = (wiki: string): Promise<unknown> => listDrafts(alice(wiki));

test('a summary alone is kept, and the heading of a new section', async () => {
  const wiki = newWiki();
  const form = formFor(saverOf(wiki, {section: 'new', text: ''}));
  form.type('', {summary: 'why'});
  await expect.poll(() => listDrafts(alice(wiki))).toMatchObject([{section: 'new', summary: 'why', subject: ''}]);
  form.type('', {subject: 'Hello', summary: ''});
  await expect.poll(() => listDrafts(alice(wiki)), {timeout: 3000}).toMatchObject([{summary: '', subject: 'Hello'}]);
});

test('what is saved is not offered again; what is typed afterwards starts from there', async () => {
  const wiki = newWiki();
  const saver = saverOf(wiki);
  const form = formFor(saver);
  form.type(mine);
  await expectTexts(wiki, [mine]);
  form.keeper.saved({...saver, text: mine}, 3);
  await settledStore(wiki);
  // It was another saver.
  expect(await texts(wiki)).toEqual([mine]);
  (saver as {text: string}).text = mine;
  form.keeper.saved(saver, 3);
  await expectTexts(wiki, []);
  form.type(`${mine}More.\n`);
  await expect.poll(() => listDrafts(alice(wiki)), {timeout: 3000}).toMatchObject([{base: {revid: 3, text: mine}, text: `${mine}More.\n`}]);
  close(form);
});

test('what is given up is gone, on pages that were left as well', async () => {
  const wiki = newWiki();
  const form = formFor(saverOf(wiki));
  form.type(mine);
  form.keeper.closed();
  form.open(saverOf(wiki, {title: 'Two'}));
  form.type('Second');
  await expectTexts(wiki, [mine, 'Second']);
  form.fields = fieldsOf(base);
  form.keeper.discarded();
  await expectTexts(wiki, []);
});

test('what was typed for a page that was left stays kept until that page is saved, and is not offered in the same form', async () => {
  const wiki = newWiki();
  const form = formFor(saverOf(wiki));
  form.type(mine);
  form.keeper.closed();
  form.open(saverOf(wiki, {title: 'Two'}));
  form.type('Second');
  await expectTexts(wiki, [mine, 'Second']);
  form.keeper.closed();
  const again = saverOf(wiki);
  form.open(again);
  await settled(form);
  expect(offered().query()).toBeNull();
  form.keeper.saved(again, 3);
  await expectTexts(wiki, ['Second']);
});

test('an earlier visit’s text is offered, and comes back with all its fields', async () => {
  const wiki = newWiki();
  const first = formFor(saverOf(wiki));
  first.type(mine, {summary: 'why', minor: true, watch: true});
  close(first);
  await expectTexts(wiki, [mine]);
  const form = formFor(saverOf(wiki));
  await expect.element(offered()).toBeVisible();
  await page.getByText('Show what you typed').click();
  await expect.element(page.getByRole('textbox', {name: 'Your text'})).toHaveValue(mine);
  await expect.element(page.getByText('Summary: why')).toBeVisible();
  const {violations} = await axe.run(document.body, {rules: {region: {enabled: false}, 'page-has-heading-one': {enabled: false}}});
  expect(violations.map(({id}) => id)).toEqual([]);
  await button('Restore').click();
  expect(form.fields).toEqual({text: mine, subject: '', summary: 'why', minor: true, watch: true});
  await expect.element(offered()).not.toBeInTheDocument();
  // It is kept on, and once.
  await settledStore(wiki);
  await expectTexts(wiki, [mine]);
});

test('it is gone when it is discarded', async () => {
  const wiki = newWiki();
  await visited(saverOf(wiki));
  const form = formFor(saverOf(wiki));
  await button('Discard').click();
  await expectTexts(wiki, []);
  await expect.element(offered()).not.toBeInTheDocument();
  expect(form.fields.text).toBe(base);
});

test('it comes back together with what others changed elsewhere', async () => {
  const wiki = newWiki();
  await visited(saverOf(wiki));
  const form = formFor(saverOf(wiki, {revid: 3, text: 'One, theirs.\n\nTwo.\n\nThree.\n'}));
  await expect.element(page.getByText('The page was changed by others since. Their changes stay')).toBeVisible();
  await button('Restore').click();
  expect(form.fields.text).toBe('One, theirs.\n\nTwo, mine.\n\nThree.\n');
  await expect.poll(() => listDrafts(alice(wiki))).toMatchObject([{base: {revid: 3}}]);
});

test('where others changed the same lines, theirs are shown', async () => {
  const wiki = newWiki();
  await visited(saverOf(wiki));
  const form = formFor(saverOf(wiki, {revid: 3, text: 'One.\n\nTwo, theirs.\n\nThree.\n'}));
  await expect.element(page.getByText('also in lines that you changed')).toBeVisible();
  await button('Restore').click();
  expect(form.fields.text).toBe(mine);
  await expect.element(page.getByRole('textbox', {name: 'Line 3, as others have it'})).toHaveValue('Two, theirs.\n');
  const {violations} = await axe.run(document.body, {rules: {region: {enabled: false}, 'page-has-heading-one': {enabled: false}}});
  expect(violations.map(({id}) => id)).toEqual([]);
  await button('Close').click();
  await expect.element(page.getByText('as others have it')).not.toBeInTheDocument();
});

test('what is typed while an offer stands overwrites nothing: each is offered when the other is restored', async () => {
  const wiki = newWiki();
  await visited(saverOf(wiki));
  const form = formFor(saverOf(wiki));
  await expect.element(offered()).toBeVisible();
  form.type('Something else.\n');
  await expectTexts(wiki, [mine, 'Something else.\n']);
  await button('Restore').click();
  expect(form.fields.text).toBe(mine);
  await button('Restore').click();
  expect(form.fields.text).toBe('Something else.\n');
  await expectTexts(wiki, [mine, 'Something else.\n']);
});

test('a text that the page has by now is offered no more', async () => {
  const wiki = newWiki();
  await visited(saverOf(wiki));
  const form = formFor(saverOf(wiki, {revid: 3, text: mine.trimEnd()}));
  await settled(form);
  await expectTexts(wiki, []);
  expect(offered().query()).toBeNull();
});

test('another user of the browser sees nothing of it; who is not logged in has one place, whatever the address', async () => {
  const wiki = newWiki();
  await visited(saverOf(wiki));
  await settled(formFor(saverOf(wiki, {user: 'Bob'})));
  await settled(formFor(saverOf(wiki, {user: '127.0.0.1', anon: true})));
  expect(offered().query()).toBeNull();
  document.body.replaceChildren();
  await visited(saverOf(wiki, {user: '127.0.0.1', anon: true}), 'Nobody’s');
  const form = formFor(saverOf(wiki, {user: '127.0.0.2', anon: true}));
  await button('Restore').click();
  expect(form.fields.text).toBe('Nobody’s');
});

test('what is in the store and looks like no draft is ignored; what is older than 30 days is not told', async () => {
  const wiki = newWiki();
  const good = {wiki, user: 'Alice', title: 'Simple', id: 'x', text: 'Hostile', subject: '', summary: '', minor: false, watch: false, at: Date.now()};
  const wrong: readonly unknown[] = [undefined, null, 'text', 7, [good], {}, {...good, text: 7}, {...good, at: 'now'}, {...good, base: 'text'}, {...good, base: {revid: '2', text: ''}}, {...good, section: {}}, {...good, user: 'Bob'}, {...good, summary: ['x']}, {...good, at: Date.now() - 31 * 86_400_000}];
  for (const [index, value] of wrong.entries()) await putRaw([wiki, 'Alice', 'Simple', '', `x${index}`], value);
  await putRaw([wiki, 'Alice', {}] as unknown as IDBValidKey, good).catch(() => {});
  for (const [index, text] of ['{', 'null', JSON.stringify({...good, text: 7}), JSON.stringify({...good, user: 'Bob'})].entries()) localStorage.setItem(`wikilit-draft x${index}`, text);
  await settled(formFor(saverOf(wiki)));
  expect(offered().query()).toBeNull();
  expect(await listDrafts(alice(wiki))).toEqual([]);
});

test('where the browser keeps nothing, it says so, and goes on as soon as it does', async () => {
  const wiki = newWiki();
  const form = formFor(saverOf(wiki));
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('Full.', 'QuotaExceededError');
  });
  form.type(mine);
  const told = page.getByText('This browser cannot keep what you type here');
  await expect.element(told).toBeVisible();
  put.mockRestore();
  window.dispatchEvent(new Event('blur'));
  await expect.element(told).not.toBeInTheDocument();
  await expectTexts(wiki, [mine]);
});

test('two forms for the same page know of each other, and neither overwrites the other', async () => {
  const wiki = newWiki();
  const one = formFor(saverOf(wiki));
  one.type('First');
  await expectTexts(wiki, ['First']);
  const other = formFor(saverOf(wiki));
  await expect.element(page.getByText('This is open for editing in another tab or window, too.')).toBeVisible();
  other.type('Second');
  await expectTexts(wiki, ['First', 'Second']);
  expect(offered().query()).toBeNull();
  close(one);
  close(other);
  const third = formFor(saverOf(wiki));
  await button('Restore').click();
  await button('Restore').click();
  expect(third.fields.text).toBe('First');
  await expectTexts(wiki, ['First', 'Second']);
});

test('a page that comes back out of the browser’s memory goes on keeping', async () => {
  const wiki = newWiki();
  const form = formFor(saverOf(wiki));
  form.type(mine);
  window.dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
  await expectTexts(wiki, [mine]);
  await forgetAll();
  window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
  await expectTexts(wiki, [mine]);
  form.type(`${mine}a`);
  await expectTexts(wiki, [`${mine}a`]);
});
