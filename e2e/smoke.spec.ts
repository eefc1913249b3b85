/** The smoke suite in the browsers Playwright can drive; WebKit’s is in webkit.spec.ts. */
import {expect, test} from './fixtures.js';
import {expectedSmoke, smoke} from './smoke.js';

test('reads, logs in, opens the edit form and saves', async ({page, wiki}) => {
  const {name: username, password} = wiki.users.Olga;
  await page.goto(`${wiki.origin}/pages/bare.html`);
  expect(await page.evaluate(smoke, {library: '/dist/wikilit.js', api: wiki.api, title: 'Sandbox', username, password})).toEqual(expectedSmoke(username));
});
