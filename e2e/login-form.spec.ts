/** `<wiki-login>` on the real wiki, and the edit form that has somebody log in again. */
import type {Locator, Page} from '@playwright/test';
import {expect, newestRevision, test, wikiFromNode} from './fixtures.js';
import {signIn} from './signed-in.js';
import type {Door, TestWiki} from './wiki/index.js';
import {totp} from './wiki/totp.js';
import {users} from './wiki/users.js';

const {Olga, Tove} = users;
const form = (page: Page): Locator => page.locator('wiki-login');
const editForm = (page: Page): Locator => page.locator('wiki-edit-form');
const code = (page: Page): Locator => form(page).getByLabel('Two-factor token or recovery code');
const withLibrary = async (page: Page): Promise<void> => void (await page.addScriptTag({type: 'module', url: '/dist/wikilit.js'}));

/** A page of the wiki's own origin, as nobody, with the form on it. */
async function open(page: Page, {origin, api}: Pick<Door, 'origin' | 'api'>): Promise<void> {
  await page.goto(`${origin}/pages/bare.html`);
  await withLibrary(page);
  await page.evaluate((api) => document.body.append(Object.assign(document.createElement('wiki-login'), {api})), api);
  await expect(form(page)).toHaveAttribute('data-state', 'ready');
}

async function type(page: Page, {name, password}: {readonly name: string; readonly password: string}): Promise<void> {
  await form(page).getByLabel('Username').fill(name);
  await form(page).getByLabel('Password', {exact: true}).fill(password);
  await page.keyboard.press('Enter');
}

/** Whom the browser's cookies make one. */
const whoAmI = (page: Page, api: string): Promise<string> =>
  page.evaluate(async (url) => ((await (await fetch(url)).json()) as {query: {userinfo: {name: string}}}).query.userinfo.name, `${api}?action=query&meta=userinfo&format=json&formatversion=2`);

test('name and password: two requests, one to open and one to log in', async ({page, wiki}) => {
  const before = wiki.front.requests.length;
  await open(page, wiki);
  await type(page, Olga);
  await expect(form(page)).toContainText('You are logged in as Olga.');
  expect(await whoAmI(page, wiki.api)).toBe('Olga');
  const asked = wiki.front.requests.slice(before).filter(({url}) => url.includes('/api.php') && !url.includes('meta=userinfo'));
  expect(asked).toHaveLength(2);
});

test('“Keep me logged in” outlasts the browser', async ({page, wiki}) => {
  await open(page, wiki);
  await form(page).getByLabel('Keep me logged in').check();
  await type(page, Olga);
  await expect(form(page)).toContainText('You are logged in as Olga.');
  const kept = (await page.context().cookies()).filter(({name, expires}) => name.endsWith('Token') && expires > 0);
  expect(kept).toHaveLength(1);
});

test('a wrong password is told in the wiki’s words, and the right one follows', async ({page, wiki}) => {
  await open(page, wiki);
  await type(page, {name: 'Olga', password: 'not this one'});
  await expect(form(page).getByRole('alert')).toContainText('Incorrect username or password entered.');
  await expect(form(page).getByLabel('Password', {exact: true})).toBeFocused();
  await page.keyboard.type(Olga.password);
  await page.keyboard.press('Enter');
  await expect(form(page)).toContainText('You are logged in as Olga.');
});

test('a second factor: a wrong code is told beside the field, the right one goes on', async ({page, wiki}) => {
  await open(page, wiki);
  await type(page, Tove);
  await expect(code(page)).toBeFocused();
  await expect(form(page)).toContainText('Please enter a code from your two-factor authentication application');
  await page.keyboard.type('000000');
  await page.keyboard.press('Enter');
  await expect(code(page)).toHaveAccessibleDescription(/^Verification failed\./);
  await expect(code(page)).toBeFocused();
  await page.keyboard.type(totp(Tove.totpSecret));
  await page.keyboard.press('Enter');
  await expect(form(page)).toContainText('You are logged in as Tove.');
});

test('a recovery code does as well', async ({page, wiki}) => {
  await open(page, wiki);
  await type(page, Tove);
  await code(page).fill('AAAABBBBCCCCDDDD');
  await page.keyboard.press('Enter');
  await expect(form(page)).toContainText('You are logged in as Tove.');
});

test('after a wrong password a wiki may want a captcha, too', async ({page, wiki}) => {
  const door = await wiki.door({scenario: 'logincaptcha'});
  await open(page, door);
  await type(page, {name: 'Olga', password: 'not this one'});
  const sum = form(page).locator('.info .value');
  await expect(sum).toContainText('=');
  const [, a = '0', sign = '+', b = '0'] = /(\d+)\s*([+−-])\s*(\d+)/.exec((await sum.textContent()) ?? '') ?? [];
  await form(page).getByLabel('CAPTCHA').fill(String(sign === '+' ? Number(a) + Number(b) : Number(a) - Number(b)));
  await form(page).getByLabel('Password', {exact: true}).fill(Olga.password);
  await page.keyboard.press('Enter');
  await expect(form(page)).toContainText('You are logged in as Olga.');
  await door.close();
});

async function throughOtherSite(page: Page, door: Door, account: string): Promise<void> {
  await open(page, door);
  await form(page).getByRole('button', {name: 'Log in through the other site'}).click();
  await page.getByRole('link', {name: `Continue as ${account}`}).click();
  await expect(page).toHaveURL(/bare\.html\?/);
  await withLibrary(page);
  await page.evaluate(async (api) => {
    const form = Object.assign(document.createElement('wiki-login'), {api});
    document.body.append(form);
    await form.resume(Object.fromEntries(new URLSearchParams(location.search)));
  }, door.api);
}

test('through another site, and back', async ({page, wiki}) => {
  const door = await wiki.door({scenario: 'linkedlogin'});
  await throughOtherSite(page, door, 'olga.other');
  await expect(form(page)).toContainText('You are logged in as Olga.');
  expect(await whoAmI(page, door.api)).toBe('Olga');
  await door.close();
});

test('known at the other site, and to no account here: the login goes on with a password', async ({page, wiki}) => {
  const door = await wiki.door({scenario: 'linkedlogin'});
  await throughOtherSite(page, door, 'henrik.other');
  await expect(form(page)).toContainText('The supplied credentials are not associated with any user on this wiki.');
  await form(page).getByLabel('Username').fill('Henrik');
  await form(page).getByLabel('Password').fill(wiki.users.Henrik.password);
  await form(page).getByRole('button', {name: 'Continue login'}).click();
  await expect(form(page)).toContainText('You are logged in as Henrik.');
  expect(door.requests.filter(({action, body}) => action === 'clientlogin' && body.includes('logincontinue'))).toHaveLength(2);
  await door.close();
});

test('from a page of another site that the wiki lists', async ({page, wiki}) => {
  const door = await wiki.door({crossSite: ['127.0.0.1:*']});
  await page.goto(`${wiki.origin}/pages/bare.html`);
  await withLibrary(page);
  await page.evaluate(async (api) => {
    const path = '/dist/wikilit.js';
    const {Wiki} = (await import(path)) as typeof import('wikilit');
    document.body.append(Object.assign(document.createElement('wiki-login'), {wiki: new Wiki(api, {auth: 'cookies'})}));
  }, door.api);
  await expect(form(page)).toContainText(new URL(door.api).host);
  await type(page, Olga);
  await expect(form(page)).toContainText('You are logged in as Olga.');
  await door.close();
});

test('by OAuth: one button, which asks at once', async ({page, wiki}) => {
  await page.goto(`${wiki.origin}/pages/bare.html`);
  await withLibrary(page);
  await page.evaluate((api) => {
    const oauth = {loggedIn: false, authorize: async () => void (oauth.loggedIn = true)};
    document.body.append(Object.assign(document.createElement('wiki-login'), {api, oauth}));
    document.addEventListener('wiki-logged-in', () => (document.title = `in: ${oauth.loggedIn}`));
  }, wiki.api);
  await form(page).getByRole('button', {name: `Log in with ${new URL(wiki.api).host}`}).click();
  await expect(page).toHaveTitle('in: true');
});

test.describe('logged out in another tab during an edit', () => {
  /** @param next - who logs in in the other tab after that */
  async function beginEdit(page: Page, wiki: TestWiki, name: 'Olga' | 'Tove', next?: {readonly name: string; readonly password: string}): Promise<void> {
    if (name === 'Olga') {
      await signIn(page, wiki);
    } else {
      await open(page, wiki);
      await type(page, Tove);
      await code(page).fill(totp(Tove.totpSecret, Date.now() - 30_000));
      await page.keyboard.press('Enter');
      await expect(form(page)).toContainText('You are logged in as Tove.');
      await page.goto(`${wiki.origin}/pages/bare.html`);
    }
    await withLibrary(page);
    await page.evaluate((api) => document.body.append(Object.assign(document.createElement('wiki-edit-form'), {api, page: 'Sandbox'})), wiki.api);
    await expect(editForm(page)).toHaveAttribute('data-state', 'ready');
    await editForm(page).locator('textarea').fill('An hour of work.');
    await editForm(page).getByRole('textbox', {name: 'Summary'}).fill('by hand');
    const other = await page.context().newPage();
    await other.goto(`${wiki.origin}/pages/bare.html`);
    await other.evaluate(async (api) => {
      const path = '/dist/wikilit.js';
      const {Wiki} = (await import(path)) as typeof import('wikilit');
      await new Wiki(api).logout();
    }, wiki.api);
    if (next) await signIn(other, wiki, next);
    await other.close();
    await editForm(page).getByRole('button', {name: /save|publish/i}).click();
    await expect(editForm(page)).toHaveAttribute('data-state', 'loggedout');
    await expect(form(page).getByLabel('Password', {exact: true})).toBeFocused();
    await expect(form(page).getByLabel('Username')).toHaveValue(name);
  }

  const revisions = async (wiki: TestWiki): Promise<string[]> => {
    const {query} = await wikiFromNode(wiki.api).get<{query: {pages: [{revisions: {user: string; comment: string}[]}]}}>({action: 'query', prop: 'revisions', titles: ['Sandbox'], rvlimit: 5, rvprop: ['user', 'comment']});
    return query.pages[0].revisions.map(({user, comment}) => `${user}: ${comment}`);
  };

  test('logging in again inside the form saves what was typed, once, under the same name', async ({page, wiki}) => {
    await beginEdit(page, wiki, 'Olga');
    const before = await revisions(wiki);
    await page.keyboard.type(Olga.password);
    await page.keyboard.press('Enter');
    await expect(editForm(page)).toHaveAttribute('data-state', 'saved');
    await expect(form(page)).toHaveCount(0);
    expect(await revisions(wiki)).toEqual(['Olga: by hand', ...before].slice(0, 5));
    expect(await newestRevision(wiki.api, 'Sandbox')).toMatchObject({text: 'An hour of work.', user: 'Olga', comment: 'by hand'});
  });

  test('with a second factor', async ({page, wiki}) => {
    await beginEdit(page, wiki, 'Tove');
    await page.keyboard.type(Tove.password);
    await page.keyboard.press('Enter');
    await expect(code(page)).toBeFocused();
    await page.keyboard.type(totp(Tove.totpSecret));
    await page.keyboard.press('Enter');
    await expect(editForm(page)).toHaveAttribute('data-state', 'saved');
    expect(await newestRevision(wiki.api, 'Sandbox')).toMatchObject({text: 'An hour of work.', user: 'Tove', comment: 'by hand'});
    expect((await revisions(wiki)).filter((line) => line === 'Tove: by hand')).toHaveLength(1);
  });

  test('where another is logged in by now, nothing is saved as theirs', async ({page, wiki}) => {
    const before = await revisions(wiki);
    await beginEdit(page, wiki, 'Olga', users.Henrik);
    expect(await revisions(wiki)).toEqual(before);
    await page.keyboard.type(Olga.password);
    await page.keyboard.press('Enter');
    await expect(editForm(page)).toHaveAttribute('data-state', 'saved');
    expect(await revisions(wiki)).toEqual(['Olga: by hand', ...before].slice(0, 5));
  });

  test('a wrong password, then the right one: the text is still there', async ({page, wiki}) => {
    await beginEdit(page, wiki, 'Olga');
    await page.keyboard.type('not this one');
    await page.keyboard.press('Enter');
    await expect(form(page).getByRole('alert')).toContainText('Incorrect username or password entered.');
    await expect(editForm(page).locator('textarea')).toHaveValue('An hour of work.');
    await page.keyboard.type(Olga.password);
    await page.keyboard.press('Enter');
    await expect(editForm(page)).toHaveAttribute('data-state', 'saved');
  });
});

test('logged out by the page itself while writing: nothing is saved as nobody, nor as who logs in next', async ({page, wiki}) => {
  await page.goto(`${wiki.origin}/pages/bare.html`);
  await withLibrary(page);
  const saved = await page.evaluate(
    async ([api, users]) => {
      const path = '/dist/wikilit.js';
      const {Wiki} = (await import(path)) as typeof import('wikilit');
      const wiki = new Wiki(api);
      await wiki.clientlogin(users.Olga);
      const form = Object.assign(document.createElement('wiki-edit-form'), {wiki, page: 'Sandbox'});
      const opened = new Promise((resolve) => form.addEventListener('wiki-opened', resolve));
      document.body.append(form);
      await opened;
      form.text = 'Written by Olga.';
      await wiki.logout();
      const asNobody = [await form.save(), form.state];
      await wiki.clientlogin(users.Henrik);
      return {asNobody, asAnother: [await form.save(), form.state], text: form.text};
    },
    [wiki.api, {Olga: {username: 'Olga', password: Olga.password}, Henrik: {username: 'Henrik', password: wiki.users.Henrik.password}}] as const,
  );
  expect(saved).toEqual({asNobody: [undefined, 'loggedout'], asAnother: [undefined, 'loggedout'], text: 'Written by Olga.'});
  expect(await wikiFromNode(wiki.api).page('Sandbox').text()).not.toContain('Written by Olga.');
});
