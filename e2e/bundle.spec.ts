/** The built files, used as strangers use them: a script tag on a bare page, from another origin. */
import {expect, test} from './fixtures.js';

test('dist/wikilit.js imported from another origin works on a bare page', async ({page, wiki}) => {
  const other = await wiki.door({host: 'localhost'});
  await page.goto(`${other.origin}/pages/bare.html`);
  const text = await page.evaluate(
    async ([file, api]) => {
      const {Wiki} = (await import(file)) as typeof import('wikilit');
      return new Wiki(api).page('Sandbox').text();
    },
    [`${wiki.origin}/dist/wikilit.js`, wiki.api] as const,
  );
  expect(text).not.toBe('');
  await other.close();
});

test('an element of dist/wikilit.js opens a page of a wiki on another origin', async ({page, wiki}) => {
  const other = await wiki.door({host: 'localhost'});
  await page.goto(`${other.origin}/pages/bare.html`);
  await page.setContent(`<script type="module" src="${wiki.origin}/dist/wikilit.js"></script><wiki-edit-form api="${wiki.api}" page="Sandbox"></wiki-edit-form>`);
  await expect(page.locator('wiki-edit-form').getByRole('textbox').first()).toHaveValue(/\S/);
  await other.close();
});

test('dist/wikilit.iife.js is one global, and nothing else changes', async ({page, wiki}) => {
  await page.goto(`${wiki.origin}/pages/bare.html`);
  const before = await page.evaluate(() => Object.keys(globalThis));
  await page.addScriptTag({url: `${wiki.origin}/dist/wikilit.iife.js`});
  const added = (await page.evaluate(() => Object.keys(globalThis))).filter((name) => !before.includes(name));
  // Lit marks its versions, so that two copies on one page can warn of each other, and keeps what decorators say.
  expect(added.filter((name) => !/^(lit|reactive)\w+(Versions|Metadata)$/.test(name))).toEqual(['wikilit']);
  const text = await page.evaluate(async (api) => {
    const {wikilit} = globalThis as unknown as {wikilit: typeof import('wikilit')};
    return new wikilit.Wiki(api).page('Sandbox').text();
  }, wiki.api);
  expect(text).not.toBe('');
});

test('a redirect takes no POST along: the address that was given is named, and nothing reaches the other', async ({page, wiki}) => {
  await page.goto(`${wiki.origin}/pages/bare.html`);
  const asked: string[] = [];
  await page.route('**/elsewhere/api.php*', (route) => (asked.push(route.request().method()), route.fulfill({status: 308, headers: {Location: '/w/api.php'}})));
  const before = wiki.front.requests.length;
  const error = await page.evaluate(async (api) => {
    const path = '/dist/wikilit.js';
    const {Wiki} = (await import(path)) as typeof import('wikilit');
    const refused = await new Wiki(api, {retry: false}).post({action: 'purge', titles: ['Sandbox']}).catch((reason: Error) => reason);
    return `${(refused as Error).name}: ${(refused as Error).message}`;
  }, `${wiki.origin}/elsewhere/api.php`);
  expect(error).toMatch(/^HttpError: .*\/elsewhere\/api\.php .*redirect/);
  expect(asked).toEqual(['POST']);
  expect(wiki.front.requests.slice(before).filter(({method}) => method === 'POST')).toEqual([]);
});
