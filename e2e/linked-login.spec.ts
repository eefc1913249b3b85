/** Logging in through another site, and accounts linked with it. */
import type {Page} from '@playwright/test';
import {AuthFlow, type AuthStep, type AuthValues} from 'wikilit/auth';
import type {Wiki} from 'wikilit';
import {expect, test, wikiFromNode} from './fixtures.js';
import type {Door} from './wiki/index.js';

const returnurl = 'http://127.0.0.1:9/back';

/** Goes to the other site, as this account or after Cancel, and brings back what it sends along. */
const through = (account?: string) => async ({status, redirecttarget = ''}: AuthStep): Promise<AuthValues | undefined> => {
  if (status !== 'REDIRECT') return undefined;
  const page = await (await fetch(redirecttarget.replace('localhost', '127.0.0.1'))).text();
  const [, href = ''] = new RegExp(`href="([^"]*)">${account === undefined ? 'Cancel' : `Continue as ${account}`}<`).exec(page) ?? [];
  return Object.fromEntries(new URL(href.replaceAll('&amp;', '&')).searchParams);
};

/** A login by the button alone. */
async function enter(wiki: Wiki, account?: string): Promise<AuthStep> {
  const flow = new AuthFlow(wiki.session, 'login', {returnurl});
  await flow.begin();
  const away = await flow.submit({othersite: true});
  return flow.submit((await through(account)(away)) ?? {});
}

test.describe('from Node', () => {
  let door: Door;
  test.beforeEach(async ({wiki}) => void (door = await wiki.door({scenario: 'linkedlogin'})));
  test.afterEach(() => door.close());

  test('who is known there is the user of that account here', async () => {
    const olga = wikiFromNode(door.api);
    expect(await enter(olga, 'olga.other')).toMatchObject({status: 'PASS', username: 'Olga'});
    expect(await olga.userinfo()).toMatchObject({name: 'Olga'});
  });

  test('who is known there, but not here, may go on with a password', async ({wiki}) => {
    const henrik = wikiFromNode(door.api);
    const flow = new AuthFlow(henrik.session, 'login', {returnurl});
    const back = await through('henrik.other')(await flow.submit({othersite: true}));
    expect(await flow.submit(back ?? {})).toMatchObject({status: 'RESTART', messagecode: 'authmanager-authn-no-local-user'});
    expect(await flow.submit({username: 'Henrik', password: wiki.users.Henrik.password})).toMatchObject({status: 'PASS', username: 'Henrik'});
  });

  test('who cancels there is told so', async () => {
    const nobody = wikiFromNode(door.api);
    expect(await enter(nobody)).toMatchObject({status: 'FAIL', messagecode: 'othersite-denied', message: 'The other site did not say who you are.'});
    expect(await nobody.userinfo()).toMatchObject({anon: true});
  });

  test('linked, and unlinked', async ({wiki}) => {
    const henrik = wikiFromNode(door.api);
    await henrik.clientlogin({username: 'Henrik', password: wiki.users.Henrik.password});
    await expect(henrik.linkaccount({othersite: true}, {returnurl})).rejects.toMatchObject({name: 'LoginError', answer: {status: 'REDIRECT'}});
    await expect(henrik.linkaccount({othersite: true}, {returnurl, onStep: through('olga.other')})).rejects.toMatchObject({name: 'LoginError', code: 'othersite-taken'});
    await henrik.linkaccount({othersite: true}, {returnurl, onStep: through('henrik.other')});
    expect(await enter(wikiFromNode(door.api), 'henrik.other')).toMatchObject({status: 'PASS', username: 'Henrik'});
    await henrik.unlinkaccount({request: 'WikilitOtherSiteLink'});
    expect(await enter(wikiFromNode(door.api), 'henrik.other')).toMatchObject({status: 'RESTART'});
  });

  for (const [fault, action] of [['dropAfter', 'unlinkaccount'], ['dropAfter', 'removeauthenticationdata']] as const) {
    test(`${action}, its answer lost: the wiki is looked at, and it is done`, async ({wiki}) => {
      const lossy = await wiki.door({scenario: 'linkedlogin', faults: {seed: 1, rules: [{fault: {type: fault}, action, times: 1}]}});
      const olga = wikiFromNode(lossy.api);
      await olga.clientlogin({username: 'Olga', password: wiki.users.Olga.password});
      await olga[action]({request: 'WikilitOtherSiteLink'});
      expect(await enter(wikiFromNode(door.api), 'olga.other')).toMatchObject({status: 'RESTART'});
      await lossy.close();
    });
  }
});

test('in a page that goes away and comes back: the login is resumed', async ({page, wiki}) => {
  const door = await wiki.door({scenario: 'linkedlogin'});
  const inPage = <Result>(work: (lib: typeof import('wikilit') & typeof import('wikilit/auth'), api: string) => Promise<Result>, target: Page = page): Promise<Result> =>
    target.evaluate(`import('/dist/wikilit.js').then((lib) => (${work.toString()})(lib, ${JSON.stringify(door.api)}))`);
  await page.goto(`${door.origin}/pages/bare.html`);
  const target = await inPage(async ({Wiki, AuthFlow}, api) => (await new AuthFlow(new Wiki(api).session, 'login').submit({othersite: true})).redirecttarget);
  await page.goto(target ?? '');
  await page.getByRole('link', {name: 'Continue as olga.other'}).click();
  await page.waitForURL(/\/pages\/bare\.html\?code=/);
  const step = await inPage(({Wiki, AuthFlow}, api) => new AuthFlow(new Wiki(api).session, 'login', {resume: true}).submit(Object.fromEntries(new URLSearchParams(location.search))));
  expect(step).toMatchObject({status: 'PASS', username: 'Olga'});
  await door.close();
});
