/** A browser page with somebody logged in on the wiki. */
import type {Page} from '@playwright/test';
import type {TestWiki} from './wiki/index.js';

/** Logs in on the wiki's own origin, through the library; the cookies are then the browser's. */
export async function signIn(page: Page, wiki: TestWiki, user: {readonly name: string; readonly password: string} = wiki.users.Olga): Promise<void> {
  await page.goto(`${wiki.origin}/pages/bare.html`);
  await page.evaluate(
    async ([api, username, password]) => {
      const path = '/dist/wikilit.js';
      const {Wiki} = (await import(path)) as typeof import('wikilit');
      await new Wiki(api).clientlogin({username, password});
    },
    [wiki.api, user.name, user.password] as const,
  );
}
