/** OAuth, with a real authorization server, and the real wiki that accepts its tokens. */
import type {Page} from '@playwright/test';
import {Wiki} from 'wikilit';
import {oauth1} from 'wikilit/auth';
import {expect, test, wikiFromNode} from './fixtures.js';
import type {Door, TestWiki} from './wiki/index.js';

type Lib = typeof import('wikilit') & typeof import('wikilit/auth');

declare global {
  interface Window {
    lib: Lib;
    oauth: InstanceType<Lib['OAuth2']>;
    wiki: Wiki;
    outcome: Promise<unknown>;
  }
}

interface Site {
  readonly home: Door;
  readonly door: Door;
  readonly oauth: Awaited<ReturnType<TestWiki['oauth']>>;
  close(): Promise<void>;
}

/** A page of another site, and a wiki that knows `crossorigin`. */
async function site(wiki: TestWiki, options: Parameters<TestWiki['door']>[0] = {}): Promise<Site> {
  const oauth = await wiki.oauth();
  const home = await wiki.door({host: 'localhost'});
  const door = await wiki.door({scenario: ['oauth', 'crossorigin', 'crossoriginrest'], ...options});
  oauth.allowRedirect(`${home.origin}/pages/bare.html`);
  return {home, door, oauth, close: async () => void (await Promise.all([home.close(), door.close()]))};
}

interface How {
  readonly storage?: 'memory' | 'session';
  readonly confidential?: boolean;
}

/** The page as an application has it: the library, and first of all `complete()`. */
async function open(page: Page, {home, door, oauth}: Site, how: How = {}, path = '/pages/bare.html'): Promise<void> {
  const client = how.confidential ? oauth.clients.confidential : oauth.clients.public;
  const options = {clientId: client.client_id, ...('client_secret' in client && {clientSecret: client.client_secret}), storage: how.storage ?? 'memory'};
  await page.context().addInitScript(
    ([api, options]) => {
      window.addEventListener('DOMContentLoaded', () => {
        if (!location.pathname.startsWith('/pages/')) return;
        const path = '/dist/wikilit.js';
        window.outcome = (import(path) as Promise<Lib>).then(async (lib) => {
          window.lib = lib;
          window.oauth = new lib.OAuth2(api, options);
          window.wiki = new lib.Wiki(api, {auth: window.oauth});
          return window.oauth.complete().catch((error: {name: string; code: string; message: string}) => ({name: error.name, code: error.code, message: error.message}));
        });
      });
    },
    [door.api, options] as const,
  );
  await page.goto(home.origin + path);
  await page.evaluate(() => window.outcome);
}

/** On the form of the wiki. */
async function allow(page: Page, user: string): Promise<void> {
  await page.getByLabel('User').selectOption(user);
  await page.getByRole('button', {name: 'Allow'}).click();
}

const whoAmI = (page: Page): Promise<string> =>
  page.evaluate(() => window.wiki.userinfo().then(({name, anon}) => (anon ? 'nobody' : name), (error: {name: string; code?: string}) => `${error.name} ${error.code}`));

const tokenRequests = ({requests}: Door): number => requests.filter(({url, method}) => method === 'POST' && url.includes('/oauth2/access_token')).length;

async function logIn(page: Page, user = 'Olga'): Promise<void> {
  await page.evaluate(() => void window.oauth.authorize());
  await allow(page, user);
  await page.waitForURL(/\/pages\/bare\.html$/);
  expect(await page.evaluate(() => window.outcome)).toBe(true);
}

for (const confidential of [false, true]) {
  test(`the code flow, from another site, ${confidential ? 'with' : 'without'} a secret: the wiki knows us, and takes an edit`, async ({page, wiki}) => {
    const it = await site(wiki);
    await open(page, it, {confidential});
    expect(await whoAmI(page)).toBe('nobody');
    expect(await page.evaluate(() => window.wiki.page('Sandbox').text().catch((error: {code: string}) => error.code))).toBe('notloggedin');
    await logIn(page);
    expect(page.url(), 'no code in the address').toBe(`${it.home.origin}/pages/bare.html`);
    expect(await whoAmI(page)).toBe('Olga');
    expect(await page.evaluate(() => window.wiki.page('Sandbox').edit({text: 'By OAuth.', summary: 'x'}).then(({outcome}) => outcome))).toBe('saved');
    expect(await wikiFromNode(wiki.api).page('Sandbox').text()).toBe('By OAuth.');
    const authorize = it.door.requests.find(({url}) => url.includes('/oauth2/authorize?'));
    expect(new URL(authorize?.url ?? '', it.door.origin).searchParams.get('code_challenge_method')).toBe('S256');
    expect(it.door.requests.filter(({url, method}) => method === 'OPTIONS' && url.includes('access_token')), 'no preflight for tokens').toEqual([]);
    await it.close();
  });
}

test('in a window of its own: this page stays', async ({page, wiki}) => {
  const it = await site(wiki);
  await open(page, it);
  const opening = page.waitForEvent('popup');
  await page.evaluate(() => void (window.outcome = window.oauth.authorize({popup: true})));
  const popup = await opening;
  await allow(popup, 'Henrik');
  await page.evaluate(() => window.outcome);
  expect(await whoAmI(page)).toBe('Henrik');
  expect(popup.isClosed()).toBe(true);
  await it.close();
});

test('the window closed, or not opened, or Cancel pressed: told by code', async ({page, wiki}) => {
  const it = await site(wiki);
  await open(page, it);
  const attempt = async (use: (popup: Page) => Promise<void>): Promise<unknown> => {
    const opening = page.waitForEvent('popup');
    await page.evaluate(() => void (window.outcome = window.oauth.authorize({popup: true}).catch((error: {code: string}) => error.code)));
    await use(await opening);
    return page.evaluate(() => window.outcome);
  };
  expect(await attempt((popup) => popup.close())).toBe('popup-closed');
  expect(await attempt((popup) => popup.getByRole('button', {name: 'Cancel'}).click())).toBe('access_denied');
  await page.evaluate(() => (window.open = () => null));
  expect(await page.evaluate(() => window.oauth.authorize({popup: true}).catch((error: {code: string}) => error.code))).toBe('popup-blocked');
  expect(await page.evaluate(() => window.oauth.loggedIn)).toBe(false);
  await it.close();
});

test('given up by going back, and begun anew in a window', async ({page, wiki}) => {
  const it = await site(wiki);
  await open(page, it);
  await page.evaluate(() => void window.oauth.authorize());
  await page.waitForURL(/oauth2\/authorize/);
  await page.goBack();
  await page.waitForFunction(() => window.outcome);
  await page.evaluate(() => window.outcome);
  const opening = page.waitForEvent('popup');
  await page.evaluate(() => void (window.outcome = window.oauth.authorize({popup: true})));
  await allow(await opening, 'Olga');
  await page.evaluate(() => window.outcome);
  expect(await whoAmI(page)).toBe('Olga');
  await it.close();
});

for (const cancelSays of ['access_denied', 'unauthorized_client'] as const) {
  test(`Cancel, in the page itself: ${cancelSays}`, async ({page, wiki}) => {
    const it = await site(wiki);
    it.oauth.set({cancelSays});
    await open(page, it);
    await page.evaluate(() => void window.oauth.authorize());
    await page.getByRole('button', {name: 'Cancel'}).click();
    await page.waitForURL(/\/pages\/bare\.html/);
    expect(await page.evaluate(() => window.outcome)).toMatchObject({name: 'LoginError', code: cancelSays});
    await it.close();
  });
}

test('a state that nobody here has asked for: refused, and nothing is redeemed', async ({page, wiki}) => {
  const it = await site(wiki);
  await open(page, it, {}, '/pages/bare.html?code=theirs&state=of-another-library');
  expect(await page.evaluate(() => window.outcome), 'what is another’s is left alone').toBe(false);
  expect(page.url()).toContain('code=theirs');
  await page.evaluate(() => void window.oauth.authorize());
  await page.waitForURL(/oauth2\/authorize/);
  const [tag] = (new URL(page.url()).searchParams.get('state') ?? '').split('.');
  await page.goto(`${it.home.origin}/pages/bare.html?code=stolen&state=${tag}.theirs`);
  expect(await page.evaluate(() => window.outcome)).toMatchObject({name: 'LoginError', code: 'state-mismatch'});
  expect(tokenRequests(it.door)).toBe(0);
  await page.goto(`${it.home.origin}/pages/bare.html?code=a-coupon`);
  expect(await page.evaluate(() => window.outcome), 'a parameter of the page’s own').toBe(false);
  await it.close();
});

test('a code that is wrong: the wiki’s words, without the code', async ({page, wiki}) => {
  const it = await site(wiki);
  await open(page, it);
  await page.evaluate(() => void window.oauth.authorize());
  await page.waitForURL(/oauth2\/authorize/);
  const state = new URL(page.url()).searchParams.get('state');
  await page.goto(`${it.home.origin}/pages/bare.html?code=hunter2&state=${state}`);
  const error = await page.evaluate(() => window.outcome);
  expect(error).toMatchObject({name: 'LoginError', code: 'invalid_grant'});
  expect(JSON.stringify(error)).not.toContain('hunter2');
  await it.close();
});

test('a token near its end is renewed by itself, in the middle of work', async ({page, wiki}) => {
  const it = await site(wiki);
  it.oauth.set({accessTokenSeconds: 31});
  await open(page, it);
  await logIn(page);
  const before = tokenRequests(it.door);
  await expect.poll(async () => (await whoAmI(page)) === 'Olga' && tokenRequests(it.door), {timeout: 10_000}).toBe(before + 1);
  await it.close();
});

test('a token that the wiki does not take any more is renewed, and the edit goes on: saved once', async ({page, wiki}) => {
  const it = await site(wiki);
  await open(page, it);
  await logIn(page);
  expect(await page.evaluate(() => window.wiki.page('Sandbox').edit({text: 'One.', summary: 'x'}).then(({outcome}) => outcome))).toBe('saved');
  // To another site, the refusal of a token looks like a lost connection.
  it.oauth.expireAccessTokens();
  expect(await page.evaluate(() => window.wiki.page('Sandbox').append('\nTwo.', {summary: 'x'}).then(({outcome}) => outcome))).toBe('saved');
  expect(await wikiFromNode(wiki.api).page('Sandbox').text()).toBe('One.\nTwo.');
  await it.close();
});

test('kept in memory, a token is in no storage, and gone with the page', async ({page, wiki}) => {
  const it = await site(wiki);
  await open(page, it);
  await logIn(page);
  const kept = (): Promise<string> => page.evaluate(() => JSON.stringify({session: Object.entries(sessionStorage), local: Object.entries(localStorage)}));
  expect(await kept()).toBe('{"session":[],"local":[]}');
  await page.reload();
  expect(await page.evaluate(() => window.outcome)).toBe(false);
  await it.close();
});

test.describe('kept for the session', () => {
  test.use({allowedSecrets: ['sessionStorage']});

  test('two tabs with the same token, at once: one refresh', async ({page, wiki}) => {
    const it = await site(wiki);
    await open(page, it, {storage: 'session'});
    await logIn(page);
    // With an opener, a tab begins with a copy of what the session keeps.
    const opening = page.waitForEvent('popup');
    await page.evaluate(() => void window.open(location.href));
    const other = await opening;
    await other.waitForFunction(() => window.outcome);
    await other.evaluate(() => window.outcome);
    expect(await whoAmI(other)).toBe('Olga');
    const before = tokenRequests(it.door);
    const refresh = (tab: Page): Promise<unknown> => tab.evaluate(async () => window.oauth.renew({} as never, `Bearer ${await window.oauth.accessToken()}`));
    expect(await Promise.all([refresh(page), refresh(other)])).toEqual([true, true]);
    expect(tokenRequests(it.door)).toBe(before + 1);
    expect([await whoAmI(page), await whoAmI(other)]).toEqual(['Olga', 'Olga']);
    await it.close();
  });

  test('it outlasts a reload', async ({page, wiki}) => {
    const it = await site(wiki);
    await open(page, it, {storage: 'session'});
    await logIn(page);
    await page.reload();
    expect(await page.evaluate(() => window.outcome)).toBe(true);
    expect(await whoAmI(page)).toBe('Olga');
    await page.evaluate(() => window.oauth.forget());
    expect(await page.evaluate(() => Object.entries(sessionStorage))).toEqual([]);
    await it.close();
  });
});

for (const [graceSeconds, outcome] of [[600, true], [0, 'invalid_grant']] as const) {
  test(`the answer to a refresh is lost, and a used token counts ${graceSeconds} seconds more: ${outcome}`, async ({page, wiki}) => {
    const it = await site(wiki, {faults: {seed: 1, rules: [{path: '/oauth2/access_token', nth: 2, fault: {type: 'dropAfter'}}]}});
    it.oauth.set({graceSeconds});
    await open(page, it);
    await logIn(page);
    const renewed = await page.evaluate(async () => window.oauth.renew({} as never, `Bearer ${await window.oauth.accessToken()}`).catch((error: {code: string}) => error.code));
    expect(renewed).toBe(outcome);
    expect(await page.evaluate(() => window.oauth.loggedIn)).toBe(outcome === true);
    await it.close();
  });
}

for (const deadRefreshSays of ['invalid_grant', 'invalid_request'] as const) {
  test(`the permission was taken back (${deadRefreshSays}): onLoginNeeded lets the user in again, and the edit goes on`, async ({page, wiki}) => {
    const it = await site(wiki);
    it.oauth.set({deadRefreshSays});
    await open(page, it);
    await logIn(page);
    it.oauth.revoke('Olga');
    const opening = page.waitForEvent('popup');
    await page.evaluate(() => {
      const asked: string[] = [];
      const wiki = new window.lib.Wiki(window.wiki.apiUrl, {auth: window.oauth, onLoginNeeded: async ({code}) => {
        asked.push(code);
        await window.oauth.authorize({popup: true});
      }});
      window.outcome = wiki.page('Sandbox').edit({text: 'After all.', summary: 'x'}).then(({outcome}) => ({outcome, asked}));
    });
    await allow(await opening, 'Olga');
    expect(await page.evaluate(() => window.outcome)).toEqual({outcome: 'saved', asked: ['invalid_grant']});
    expect(await wikiFromNode(wiki.api).page('Sandbox').text()).toBe('After all.');
    await it.close();
  });
}

test.describe('owner-only, from Node', () => {
  const userAgent = 'wikilit-tests/1.0 (https://wiki.example)';

  test('a bearer token', async ({wiki}) => {
    const door = await wiki.door({scenario: 'oauth'});
    const olga = new Wiki(door.api, {auth: {accessToken: wiki.consumers.bearer.Olga.accessToken}, userAgent});
    expect(await olga.userinfo()).toMatchObject({name: 'Olga'});
    expect((await olga.page('Sandbox').edit({text: 'By a token.', summary: 'x'})).outcome).toBe('saved');
    const nobody = new Wiki(door.api, {auth: {accessToken: 'not-a-token'}, userAgent, retry: false});
    await expect(nobody.userinfo()).rejects.toMatchObject({name: 'LoginError', code: 'mwoauth-invalid-authorization', message: expect.not.stringContaining('not-a-token')});
    await door.close();
  });

  for (const kind of ['hmac', 'rsa'] as const) {
    test(`OAuth 1.0a, ${kind}: reads, long ones by POST, edits and uploads are signed as the wiki checks it`, async ({wiki}) => {
      const door = await wiki.door({scenario: 'oauth'});
      const {user, ...keys} = wiki.consumers[kind];
      const {publicKey: _, ...own} = {publicKey: '', ...keys};
      const signed = new Wiki(door.api, {auth: oauth1(own), userAgent});
      expect(await signed.userinfo()).toMatchObject({name: user});
      expect(await signed.page('Sandbox').exists()).toBe(true);
      expect(await signed.expandtemplates(`${'é & !*\'() '.repeat(2000)}{{PAGENAME}}`)).toContain('é &');
      expect((await signed.page('Sandbox').edit({text: 'A + b & c = ~!*\'()é', summary: 'signed'})).outcome).toBe('saved');
      expect(await signed.rest.get('/v1/page/{title}/bare', {title: 'Sandbox'})).toMatchObject({title: 'Sandbox'});
      await door.close();
    });
  }

  test('a device whose clock is an hour slow, by OAuth 1.0a', async ({wiki}) => {
    const door = await wiki.door({scenario: 'oauth'});
    const {user, ...keys} = wiki.consumers.hmac;
    const now = Date.now;
    try {
      Date.now = () => now() - 3_600_000;
      expect(await new Wiki(door.api, {auth: oauth1(keys), userAgent}).userinfo()).toMatchObject({name: user});
    } finally {
      Date.now = now;
    }
    await door.close();
  });
});
