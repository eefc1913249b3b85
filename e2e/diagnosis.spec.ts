/** Why a page of another site gets no answer: as the real browser and the real wiki have it. */
import type {Page} from '@playwright/test';
import type {WikiOptions} from 'wikilit';
import {expect, test} from './fixtures.js';
import {signIn} from './signed-in.js';

interface Told {
  readonly name: string;
  readonly reason?: string;
  readonly code?: string;
  readonly message: string;
  readonly hint?: string;
}

const told = (page: Page, api: string, options: WikiOptions): Promise<Told> =>
  page.evaluate(
    async ([api, options]) => {
      const path = '/dist/wikilit.js';
      const {Wiki} = (await import(path)) as typeof import('wikilit');
      return new Wiki(api, options).get({action: 'query', meta: 'userinfo'}).then(
        () => Promise.reject(new Error('answered')),
        ({name, reason, code, message, hint}: Told) => ({name, reason, code, message, hint}) as Told,
      );
    },
    [api, options] as const,
  );

test('the wiki does not list the page: told, with what the wiki has to set; two attempts and one question', async ({page, wiki}) => {
  const home = await wiki.door();
  const unlisted = await wiki.door();
  await page.goto(`${home.origin}/pages/bare.html`);
  expect(await told(page, unlisted.api, {auth: 'cookies'})).toMatchObject({name: 'NetworkError', reason: 'cors', hint: expect.stringContaining(`has to list ${home.origin} in $wgCrossSiteAJAXdomains`)});
  expect(unlisted.requests.map(({url}) => (url.includes('siteinfo') ? 'probe' : 'request'))).toEqual(['request', 'probe', 'request']);
  await Promise.all([home.close(), unlisted.close()]);
});

test('an origin of one’s own that is not the page’s', async ({page, wiki}) => {
  const home = await wiki.door();
  const listed = await wiki.door({crossSite: [new URL(home.origin).host]});
  await page.goto(`${home.origin}/pages/bare.html`);
  expect(await told(page, listed.api, {auth: 'cookies', origin: 'http://elsewhere.example'})).toMatchObject({reason: 'cors', hint: `The option origin says http://elsewhere.example, but this page is ${home.origin}.`});
  await Promise.all([home.close(), listed.close()]);
});

test('the page’s own policy', async ({page, wiki}) => {
  const home = await wiki.door({scenario: 'csp'});
  const open = await wiki.door();
  await page.goto(`${home.origin}/pages/bare.html`);
  expect(await told(page, open.api, {retry: false})).toMatchObject({reason: 'csp', hint: `Add ${open.origin} to connect-src of the page.`});
  expect(open.requests).toEqual([]);
  await Promise.all([home.close(), open.close()]);
});

test('the device is offline', async ({page, wiki}) => {
  const open = await wiki.door();
  await page.goto(`${wiki.origin}/pages/bare.html`);
  await page.evaluate(async () => {
    const path = '/dist/wikilit.js';
    await import(path);
  });
  await page.context().setOffline(true);
  expect(await told(page, open.api, {retry: false})).toMatchObject({reason: 'offline', message: expect.stringContaining('this device is offline')});
  await page.context().setOffline(false);
  await open.close();
});

test('nobody is there', async ({page, wiki}) => {
  const gone = await wiki.door();
  await gone.close();
  await page.goto(`${wiki.origin}/pages/bare.html`);
  expect(await told(page, gone.api, {retry: false})).toMatchObject({reason: 'unreachable', message: expect.stringContaining('the wiki is down')});
});

test('a token, where the wiki is too old for it', async ({page, wiki}) => {
  const home = await wiki.door();
  const unlisted = await wiki.door({scenario: 'oauth'});
  await page.goto(`${home.origin}/pages/bare.html`);
  const error = await told(page, unlisted.api, {auth: {accessToken: wiki.consumers.bearer.Olga.accessToken}});
  expect(error).toMatchObject({reason: 'cors', hint: expect.stringMatching(/^MediaWiki 1\.43\.\d+ takes an access token from another site only where/)});
  expect(JSON.stringify(error)).not.toContain(wiki.consumers.bearer.Olga.accessToken);
  await Promise.all([home.close(), unlisted.close()]);
});

test('cookies that are held back', async ({page, wiki}) => {
  const home = await wiki.door({host: 'localhost'});
  const listed = await wiki.door({crossSite: [new URL(home.origin).host]});
  await signIn(page, wiki);
  await page.goto(`${home.origin}/pages/bare.html`);
  expect(await told(page, listed.api, {auth: 'cookies'})).toMatchObject({name: 'LoginError', code: 'assertuserfailed', hint: expect.stringContaining('holds back third-party cookies')});
  await Promise.all([home.close(), listed.close()]);
});
