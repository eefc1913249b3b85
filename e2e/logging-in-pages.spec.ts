/** The code of docs/logging-in.md that is for pages, run there. */
import {readFileSync} from 'node:fs';
import type {Page} from '@playwright/test';
import {expect, newestRevision, test} from './fixtures.js';
import {totp} from './wiki/totp.js';

const text = readFileSync(new URL('../docs/logging-in.md', import.meta.url), 'utf8');
const sections = text.split(/^## /m).filter((section) => !/^(In Node|From mwclient)\n/.test(section));
const [oauth = '', clientlogin = '', loginNeeded = '', ...others] = sections.flatMap((section) => [...section.matchAll(/```js\n([^]*?)```/g)].map(([, code = '']) => code));

test('no code for pages that is not run', () => {
  expect([oauth, clientlogin, loginNeeded].map((code) => /OAuth2|onStep|onLoginNeeded\(/.exec(code)?.[0])).toEqual(['OAuth2', 'onStep', 'onLoginNeeded(']);
  expect(others).toEqual([]);
});

/** As a module of the page, at its end; what is left running goes on. */
const begin = (page: Page, code: string, api: string): Promise<void> =>
  page.evaluate((source) => {
    document.head.append(Object.assign(document.createElement('script'), {type: 'module', textContent: source}));
  }, `${code.replaceAll(/from 'wikilit(\/auth)?'/g, "from '/dist/wikilit.js'").replaceAll(/https:\/\/test\.wikipedia\.org\/w\/api\.php|(meta\.wikimedia|en\.wikipedia)\.org/g, api)}\nconsole.log('ran');`);

const ran = async (page: Page, code: string, api: string): Promise<void> => {
  const end = page.waitForEvent('console', (message) => message.text() === 'ran');
  await begin(page, code, api);
  await end;
};

test('OAuth 2', async ({page, wiki}) => {
  const server = await wiki.oauth();
  const home = await wiki.door({host: 'localhost'});
  const door = await wiki.door({scenario: ['oauth', 'crossorigin', 'crossoriginrest']});
  server.allowRedirect(`${home.origin}/pages/bare.html`);
  // The way back, in its own window: the application's page again.
  await page.context().addInitScript(
    ([source, api]) => {
      if (!location.search.includes('code=')) return;
      addEventListener('DOMContentLoaded', () => {
        document.body.innerHTML = '<button id="log-in"></button>';
        document.head.append(Object.assign(document.createElement('script'), {type: 'module', textContent: source.replaceAll(/from 'wikilit(\/auth)?'/g, "from '/dist/wikilit.js'").replaceAll(/(meta\.wikimedia|en\.wikipedia)\.org/g, api)}));
      });
    },
    [oauth, door.api] as const,
  );
  await page.goto(`${home.origin}/pages/bare.html`);
  await page.evaluate(() => (document.body.innerHTML = '<button id="log-in">Log in</button> <output id="who"></output>'));
  await ran(page, oauth, door.api);
  const opening = page.waitForEvent('popup');
  await page.getByRole('button', {name: 'Log in'}).click();
  const popup = await opening;
  await popup.getByLabel('User').selectOption('Olga');
  await popup.getByRole('button', {name: 'Allow'}).click();
  await expect(page.locator('#who')).toHaveText('Olga');
  await Promise.all([home.close(), door.close()]);
});

test('a second factor', async ({page, wiki}) => {
  const {Tove} = wiki.users;
  const answers = [Tove.password, totp(Tove.totpSecret)];
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.accept(answers.shift());
  });
  await page.goto(`${wiki.origin}/pages/bare.html`);
  await ran(page, clientlogin.replace("'Me'", "'Tove'"), wiki.api);
  expect(asked).toEqual(['Password', expect.stringMatching(/^Please enter a code from your two-factor/)]);
});

test('a login that has ended: asked for again, and the edit goes on', async ({page, wiki}) => {
  const {Olga} = wiki.users;
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.accept(Olga.password);
  });
  await page.goto(`${wiki.origin}/pages/bare.html`);
  // In another tab, the user logs out just then.
  const logout = "await new Wiki('https://test.wikipedia.org/w/api.php').logout();\n";
  await ran(page, loginNeeded.replaceAll("'Me'", "'Olga'").replace("await wiki.page('Sandbox')", (line) => logout + line), wiki.api);
  expect(asked).toEqual(['Password', expect.stringMatching(/^You are no longer logged in.* Password\?$/)]);
  expect(await newestRevision(wiki.api, 'Sandbox')).toMatchObject({user: 'Olga', text: 'Hello.'});
});
