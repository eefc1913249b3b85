/** That the watch every test of a page stands under sees what it is there for. */
import {expect, test} from './fixtures.js';
import {watchSecrets} from './secrets.js';

const leaks: Readonly<Record<string, (secret: string) => unknown>> = {
  'an address': (secret) => fetch(`/pages/bare.html?lgpassword=${encodeURIComponent(secret)}`),
  'the console': (secret) => console.log({secret}.secret),
  'an error': (secret) => new TypeError(`wrong: ${secret}`),
  localStorage: (secret) => localStorage.setItem('x', secret),
  sessionStorage: (secret) => sessionStorage.setItem('x', secret),
  'the address of the page': (secret) => history.replaceState(null, '', `#${secret.replaceAll(' ', '_')}${secret}`),
  'history.state': (secret) => history.replaceState({secret}, ''),
  IndexedDB: (secret) =>
    new Promise((resolve) => {
      const opening = indexedDB.open('x');
      opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('x').put(secret, 1));
      opening.addEventListener('success', () => (opening.result.close(), resolve(undefined)));
    }),
};

for (const [where, leak] of Object.entries(leaks)) {
  test(`a secret in ${where} is found`, async ({browser, wiki}) => {
    const context = await browser.newContext();
    const watch = await watchSecrets(context, wiki.consumers);
    const page = await context.newPage();
    await page.goto(`${wiki.origin}/pages/bare.html`);
    expect(await watch.found()).toEqual([]);
    // Without spaces, as an address of a page has them encoded.
    await page.evaluate(leak, where === 'the address of the page' ? wiki.users.Tove.totpSecret : wiki.users.Olga.password);
    await expect.poll(() => watch.found()).toContainEqual(expect.stringContaining(`is in ${where}`));
    await context.close();
  });
}

test('a token of the wiki is one, in any test', async ({browser, wiki}) => {
  const context = await browser.newContext();
  const watch = await watchSecrets(context, wiki.consumers);
  const page = await context.newPage();
  await page.goto(`${wiki.origin}/pages/bare.html`);
  await page.evaluate(() => console.log(`${'0123456789'.repeat(4)}+\\`));
  await expect.poll(() => watch.found()).toContainEqual(expect.stringContaining('is in the console'));
  await context.close();
});
