import {afterEach, expect, test, vi} from 'vitest';
import {expectTexts, forgetAll, newWiki, offered} from './keeper.fixtures.js';
import {Drafts} from './drafts.js';
import {base, fieldsOf, formFor, saverOf, TestForm} from './test-form.fixtures.js';

afterEach(async () => {
  document.body.replaceChildren();
  await forgetAll();
});

/** A form that loads its keeper when it is opened. */
function stage() {
  const form = new TestForm();
  document.body.append(form);
  form.fields = fieldsOf(base);
  const loaded = vi.spyOn(form, 'addController');
  return {form, loaded, drafts: new Drafts(form, {read: () => form.fields, restore: (fields) => (form.fields = fields)})};
}

test('what is typed before the keeper is loaded is kept', async () => {
  const wiki = newWiki();
  const {form, drafts} = stage();
  drafts.opened(saverOf(wiki));
  form.fields = {...fieldsOf('Early'), summary: 'early, too'};
  drafts.typed();
  await expectTexts(wiki, ['Early']);
  drafts.discarded();
  await expectTexts(wiki, []);
});

test('what is saved before the keeper is loaded is not kept; what is typed afterwards is', async () => {
  const wiki = newWiki();
  const {form, loaded, drafts} = stage();
  const saver = saverOf(wiki);
  drafts.opened(saver);
  form.fields = fieldsOf('Saved');
  (saver as {text: string}).text = 'Saved';
  drafts.saved(saver, 3);
  await expect.poll(() => loaded.mock.calls.length).toBe(1);
  window.dispatchEvent(new Event('blur'));
  form.fields = fieldsOf('More');
  drafts.typed();
  await expectTexts(wiki, ['More']);
  drafts.saved(saver, 4);
  await expectTexts(wiki, []);
});

test('a page that is left before the keeper is loaded has none', async () => {
  const wiki = newWiki();
  const {form, loaded, drafts} = stage();
  drafts.opened(saverOf(wiki));
  drafts.closed();
  await expect.poll(() => loaded.mock.calls.length).toBe(1);
  form.fields = fieldsOf('Of no page');
  drafts.typed();
  window.dispatchEvent(new Event('blur'));
  drafts.opened(saverOf(wiki, {title: 'Two', text: 'Of no page'}));
  form.fields = fieldsOf('Of two');
  drafts.typed();
  await expectTexts(wiki, ['Of two']);
});

test('what was typed is kept, and offered later, where the form is gone before the keeper is loaded', async () => {
  const wiki = newWiki();
  const {form, drafts} = stage();
  drafts.opened(saverOf(wiki));
  form.fields = fieldsOf('Early');
  form.remove();
  await expectTexts(wiki, ['Early']);
  formFor(saverOf(wiki));
  await expect.element(offered()).toBeVisible();
});
