/** The smoke suite in WebKitGTK, over plain WebDriver: Playwright’s own WebKit is a download of its own. */
import {expect, test} from './fixtures.js';
import {hostileForm} from './hostile-form.js';
import {watch} from './only-text.js';
import {expectedSmoke, smoke} from './smoke.js';
import {missingForWebKit, startWebKit} from './webkit.js';

const missing = missingForWebKit();
test.skip(missing !== undefined, missing);

test('WebKit: reads, logs in, opens the edit form and saves', async ({wiki}) => {
  const {name: username, password} = wiki.users.Olga;
  const webkit = await startWebKit();
  try {
    await webkit.goto(`${wiki.origin}/pages/bare.html`);
    expect(await webkit.evaluate(smoke, {library: '/dist/wikilit.js', api: wiki.api, title: 'Sandbox', username, password})).toEqual(expectedSmoke(username));
  } finally {
    await webkit.stop();
  }
});

test('WebKit: the edit form in each of its states, in a dialog, with preview, changes and drafts', async ({wiki}) => {
  const webkit = await startWebKit();
  try {
    await webkit.goto(`${wiki.origin}/pages/bare.html`);
    await webkit.evaluate(watch, undefined);
    expect(await webkit.evaluate(hostileForm, '<b>bold</b> & "quoted"')).toEqual([]);
  } finally {
    await webkit.stop();
  }
});
