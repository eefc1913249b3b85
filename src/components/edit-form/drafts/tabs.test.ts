import {afterEach, expect, test} from 'vitest';
import {page} from 'vitest/browser';
import {listDrafts, purgeDrafts} from '../../../wiki/drafts/store.js';
import {button, expectTexts, forgetAll, newWiki, offered, openTab} from './keeper.fixtures.js';
import {formFor, saverOf} from './test-form.fixtures.js';

afterEach(async () => {
  document.body.replaceChildren();
  await forgetAll();
});

test('two tabs know of each other; neither overwrites the other, and what one has left is offered in the next', async () => {
  const wiki = newWiki();
  const tab = await openTab();
  tab.formFor(tab.saverOf(wiki)).type('In the other tab');
  await expectTexts(wiki, ['In the other tab']);
  const form = formFor(saverOf(wiki));
  await expect.element(page.getByText('This is open for editing in another tab or window, too.')).toBeVisible();
  expect(offered().query()).toBeNull();
  form.type('In this tab');
  await expectTexts(wiki, ['In the other tab', 'In this tab']);
  tab.frame.remove();
  form.remove();
  const next = formFor(saverOf(wiki));
  await expect.element(offered()).toBeVisible();
  expect(page.getByText('This is open for editing').query()).toBeNull();
  await button('Restore').click();
  await button('Restore').click();
  expect(next.fields.text).toBe('In the other tab');
});

test.each<readonly [string, (frame: HTMLIFrameElement) => void]>([
  ['closed', (frame) => frame.remove()],
  ['brought to another page', (frame) => frame.removeAttribute('srcdoc')],
])('a tab that is %s in the moment after a key was pressed has kept it', async (_name, leave) => {
  const wiki = newWiki();
  const {formFor, saverOf, frame} = await openTab();
  const form = formFor(saverOf(wiki));
  form.type('a');
  await expectTexts(wiki, ['a']);
  form.type('ab');
  leave(frame);
  await expect.poll(() => listDrafts({wiki, user: 'Alice'})).toMatchObject([{text: 'ab'}]);
  // The next page that is opened has the time to put it where it belongs.
  await purgeDrafts();
  await expectTexts(wiki, ['ab']);
  expect(Object.keys(localStorage).filter((key) => key.includes(wiki))).toEqual([]);
});
