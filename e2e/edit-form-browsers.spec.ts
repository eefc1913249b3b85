/** `<wiki-edit-form>` in each browser that is driven here: all its states, in a dialog, with preview, changes and drafts. WebKit's is in `webkit.spec.ts`. */
import {openBare} from './diff-page.js';
import {expect, test} from './fixtures.js';
import {hostileForm} from './hostile-form.js';
import {watchForHarm} from './only-text.js';

test('shows what a wiki answers, and sends what is typed', async ({page, wiki}) => {
  await watchForHarm(page);
  await openBare(page, wiki);
  expect(await page.evaluate(hostileForm, '<b>bold</b> & "quoted"')).toEqual([]);
});
