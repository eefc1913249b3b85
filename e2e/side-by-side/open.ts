/** A page of the real wiki with the table of calls in it, and somebody or nobody logged in. */
import type {Page} from '@playwright/test';
import {build} from 'vite';
import type {TestWiki} from '../wiki/index.js';
import {answerInstead} from './answers.js';
import type {Side, SideBySide} from './page.js';
import type {Call, Doors, Observation, Who} from './types.js';

export interface Table {
  observe(call: Call, side: Side): Promise<Observation>;
}

/** @param library - the address of our classes; without one, core's are compared with themselves */
export async function openTable(page: Page, wiki: TestWiki, doors: Doors, who: Who, library?: string): Promise<Table> {
  let untouched = true;
  let tokens = await enter(page, wiki, who);
  await page.addInitScript(showQUnit);
  await page.goto(`${wiki.origin}/wiki/Special:BlankPage?useskin=monobook`);
  await page.addScriptTag({content: await pageCode()});
  await page.evaluate((library) => (globalThis as unknown as {sideBySide: SideBySide}).sideBySide.prepare(library), library);
  return {
    async observe(call, side) {
      if (!untouched) {
        await wiki.reset();
        tokens = await enter(page, wiki, who);
      }
      untouched = !call.writes;
      const end = await answerInstead(page, call.answers ?? []);
      try {
        return await page.evaluate(
          ([name, side, who, doors, tokens]) => (globalThis as unknown as {sideBySide: SideBySide}).sideBySide.run(name, side, who, doors, tokens),
          [call.name, side, who, doors, tokens] as const,
        );
      } finally {
        await end();
      }
    },
  };
}

/**
 * core has a way to forget its tokens, `resetTokenCacheForTest`, where it finds QUnit. MediaWiki's startup takes `QUnit`
 * away from other pages than its own, so it must not be writable.
 */
function showQUnit(): void {
  Object.defineProperty(globalThis, 'QUnit', {get: () => ({}), set() {}});
}

/** Logs in, again after a reset: answers with the tokens that a page loaded then would have. */
async function enter(page: Page, wiki: TestWiki, who: Who): Promise<Record<string, string>> {
  const {request} = page.context();
  const ask = async (form: Record<string, string>): Promise<{query: {tokens: Record<string, string>}}> =>
    (await request.post(wiki.api, {form: {format: 'json', formatversion: '2', ...form}})).json();
  await page.context().clearCookies();
  if (who === 'anon') return {};
  const {name: username, password} = wiki.users[who === 'user' ? 'Olga' : 'Sol'];
  const {logintoken = ''} = (await ask({action: 'query', meta: 'tokens', type: 'login'})).query.tokens;
  await ask({action: 'clientlogin', username, password, logintoken, loginreturnurl: wiki.origin});
  const {tokens} = (await ask({action: 'query', meta: 'tokens', type: 'csrf|patrol|watch'})).query;
  return {csrfToken: tokens['csrftoken'] ?? '', patrolToken: tokens['patroltoken'] ?? '', watchToken: tokens['watchtoken'] ?? ''};
}

let bundled: Promise<string> | undefined;

function pageCode(): Promise<string> {
  return (bundled ??= bundle());
}

async function bundle(): Promise<string> {
  const entry = new URL('page.ts', import.meta.url).pathname;
  const lib = {entry, formats: ['iife' as const], name: 'sideBySidePage'};
  const built = await build({configFile: false, logLevel: 'warn', build: {lib, write: false, minify: false, target: 'es2022'}});
  const [first] = Array.isArray(built) ? built : [];
  const [chunk] = first?.output ?? [];
  if (!chunk) throw new Error('The page’s code was not built');
  return chunk.code;
}
