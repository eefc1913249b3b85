import type {Page} from '@playwright/test';
import {expect, test} from './fixtures.js';
import {signIn} from './signed-in.js';
import type {Door} from './wiki/index.js';

/**
 * The rows of the decision table (src/core/origin.ts) that a MediaWiki 1.43 can show, each in the browser: pages on
 * the wiki's origin, on another port of its host ("same site"), and on another host ("cross site").
 */

type How = {auth: 'anonymous' | 'cookies' | {accessToken: string}};

/** Asks who one is through the library, in the page. */
function whoAmI(page: Page, api: string, how: How): Promise<string> {
  return page.evaluate(
    async ([api, how]) => {
      const path = '/dist/wikilit.js';
      const {Wiki} = (await import(path)) as typeof import('wikilit');
      const wiki = new Wiki(api, {...how, retry: false});
      try {
        const {query} = await wiki.get<{query: {userinfo: {name: string; anon?: boolean}}}>({action: 'query', meta: 'userinfo'});
        return query.userinfo.anon ? 'nobody' : query.userinfo.name;
      } catch (error) {
        return `${(error as Error).name} ${(error as {code?: string}).code ?? ''}`.trim();
      }
    },
    [api, how] as const,
  );
}

const methods = ({requests}: Door): string[] => requests.filter(({url}) => url.includes('api.php')).map(({method}) => method);

test.describe('as the browser and the wiki have it', () => {
  test('same origin: the user of the cookies', async ({page, wiki}) => {
    await signIn(page, wiki);
    expect(await whoAmI(page, wiki.api, {auth: 'cookies'})).toBe('Olga');
  });

  test('same origin, as nobody: nobody', async ({page, wiki}) => {
    await signIn(page, wiki);
    expect(await whoAmI(page, wiki.api, {auth: 'anonymous'})).toBe('nobody');
  });

  test('same origin with origin=<self> would be refused: the reason why it is never sent', async ({page, wiki}) => {
    await page.goto(`${wiki.origin}/pages/bare.html`);
    const status = await page.evaluate(async ([api, origin]) => (await fetch(`${api}?action=query&format=json&origin=${encodeURIComponent(origin)}`)).status, [wiki.api, wiki.origin] as const);
    expect(status).toBe(403);
  });

  for (const [where, host] of [['same site', '127.0.0.1'], ['cross site', 'localhost']] as const) {
    test(`${where}, origin=*: nobody, one request, no preflight`, async ({page, wiki}) => {
      await signIn(page, wiki);
      const home = await wiki.door({host});
      const open = await wiki.door();
      await page.goto(`${home.origin}/pages/bare.html`);
      expect(await whoAmI(page, open.api, {auth: 'anonymous'})).toBe('nobody');
      expect(methods(open)).toEqual(['GET']);
      await Promise.all([home.close(), open.close()]);
    });
  }

  test('same site, listed: the user of the cookies; reads, tokens and edits', async ({page, wiki}) => {
    const home = await wiki.door();
    const listed = await wiki.door({crossSite: [new URL(home.origin).host]});
    await signIn(page, wiki);
    await page.goto(`${home.origin}/pages/bare.html`);
    expect(await whoAmI(page, listed.api, {auth: 'cookies'})).toBe('Olga');
    const saved = await page.evaluate(async (api) => {
      const path = '/dist/wikilit.js';
      const {Wiki} = (await import(path)) as typeof import('wikilit');
      return new Wiki(api, {auth: 'cookies'}).page('Sandbox').edit({text: 'from a listed site', summary: 'x'});
    }, listed.api);
    expect(saved.outcome).toBe('saved');
    await Promise.all([home.close(), listed.close()]);
  });

  test('same site, not listed: the wiki executes it, the page sees a network error', async ({page, wiki}) => {
    const home = await wiki.door();
    const unlisted = await wiki.door({crossSite: ['elsewhere.example']});
    await signIn(page, wiki);
    await page.goto(`${home.origin}/pages/bare.html`);
    expect(await whoAmI(page, unlisted.api, {auth: 'cookies'})).toBe('NetworkError');
    await Promise.all([home.close(), unlisted.close()]);
  });

  test('cross site, listed, cookies held back by SameSite: told, where plain fetch falls to nobody in silence', async ({page, wiki}) => {
    const home = await wiki.door({host: 'localhost'});
    const listed = await wiki.door({crossSite: [new URL(home.origin).host]});
    await signIn(page, wiki);
    await page.goto(`${home.origin}/pages/bare.html`);
    const plain = await page.evaluate(async ([api, origin]) => {
      const response = await fetch(`${api}?action=query&meta=userinfo&format=json&formatversion=2&origin=${encodeURIComponent(origin)}`, {credentials: 'include'});
      return ((await response.json()) as {query: {userinfo: {anon?: boolean}}}).query.userinfo.anon;
    }, [listed.api, home.origin] as const);
    expect(plain).toBe(true);
    expect(await whoAmI(page, listed.api, {auth: 'cookies'})).toBe('LoginError assertuserfailed');
    await Promise.all([home.close(), listed.close()]);
  });

  test('cross site over https, cookies marked SameSite=None: who the browser says, never nobody in silence', async ({browser, wiki}) => {
    const context = await browser.newContext({ignoreHTTPSErrors: true});
    const page = await context.newPage();
    const home = await wiki.door({host: 'localhost', tls: true});
    const listed = await wiki.door({crossSite: [new URL(home.origin).host], tls: true, scenario: 'samesitenone'});
    await signIn(page, {...wiki, origin: listed.origin, api: listed.api});
    await page.goto(`${home.origin}/pages/bare.html`);
    // Chromium holds third-party cookies back, or lets them through, by its settings.
    expect(['Olga', 'LoginError assertuserfailed']).toContain(await whoAmI(page, listed.api, {auth: 'cookies'}));
    await Promise.all([home.close(), listed.close(), context.close()]);
  });

  test('a sandboxed page, whose origin is null: reads as nobody; cannot be somebody, and is told why', async ({page, wiki}) => {
    const open = await wiki.door();
    await page.goto(`${wiki.origin}/pages/bare.html`);
    const said = page.waitForEvent('console');
    await page.setContent(`<iframe sandbox="allow-scripts" srcdoc="<script type=module>
      import {Wiki} from '${wiki.origin}/dist/wikilit.js';
      const {query} = await new Wiki('${open.api}').get({action: 'query', meta: 'userinfo'});
      let refusal;
      try { new Wiki('${open.api}', {auth: 'cookies'}); } catch (error) { refusal = error; }
      console.log(JSON.stringify({origin: location.origin, anon: query.userinfo.anon, refusal: refusal.message}));
    </script>"></iframe>`);
    expect(JSON.parse((await said).text())).toEqual({origin: 'null', anon: true, refusal: expect.stringContaining('this page has no origin')});
    await open.close();
  });

  test('an access token from another origin: a preflight, which a wiki that does not list the page refuses', async ({page, wiki}) => {
    const home = await wiki.door();
    const [unlisted, listed] = await Promise.all([wiki.door(), wiki.door({crossSite: [new URL(home.origin).host]})]);
    await page.goto(`${home.origin}/pages/bare.html`);
    const asked = (api: string): Promise<string> => whoAmI(page, api, {auth: {accessToken: 'not-a-token'}});
    expect(await asked(unlisted.api)).toBe('NetworkError');
    // There is no OAuth on this wiki: the token counts for nothing, and that is told, too.
    expect(await asked(listed.api)).toBe('LoginError assertuserfailed');
    // The first asks for the wiki's version, as nobody.
    expect(methods(unlisted)).toEqual(['GET', 'OPTIONS']);
    expect(methods(listed)).toEqual(['GET', 'OPTIONS', 'GET']);
    await Promise.all([home.close(), unlisted.close(), listed.close()]);
  });

  test('Node: no origin, own cookie jar', async ({wiki}) => {
    const {wikiFromNode} = await import('./fixtures.js');
    const node = wikiFromNode(wiki.api);
    const {name, password} = wiki.users.Olga;
    await node.clientlogin({username: name, password});
    expect(await node.userinfo()).toMatchObject({name: 'Olga'});
  });
});
