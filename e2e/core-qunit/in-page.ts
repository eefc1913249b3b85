/** One run of core's tests: a page of the wiki in Chromium, made ready, with MediaWiki's classes or with ours. */
import {readFile} from 'node:fs/promises';
import {setTimeout as wait} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import type {Browser, Page} from '@playwright/test';
import {transformWithOxc} from 'vite';
import {signIn} from '../signed-in.js';
import type {TestWiki, WikiUser} from '../wiki/index.js';
import type {Bridged} from './page/fetch-bridge.js';
import type {Outcome} from './page/tests.js';
import type {TestFile} from './test-files.js';

export type WhoseClasses = 'core' | 'ours';

export interface RunResult extends Outcome {
  /** Of ours: how many calls of `fetch` the tests saw, and where. */
  readonly bridged: Bridged | undefined;
}

const qunit = fileURLToPath(import.meta.resolve('qunit/qunit/qunit.js'));
const sinon = fileURLToPath(import.meta.resolve('sinon/pkg/sinon.js'));

/** A test that does not end is one that fails; a page that does not answer is given up. */
const testTimeoutMs = 8_000;
const runTimeoutMs = 120_000;

export async function runInPage(browser: Browser, wiki: TestWiki, files: readonly TestFile[], whose: WhoseClasses, user?: WikiUser): Promise<RunResult> {
  const context = await browser.newContext();
  const errors = new Set<string>();
  try {
    const page = await context.newPage();
    if (user) await signIn(page, wiki, user);
    page.on('pageerror', (error) => errors.add(error.message));
    await servePageCode(page);
    await addQUnit(page);
    await page.goto(`${wiki.origin}/w/index.php?title=Special:BlankPage`);
    const outcome = await Promise.race([runTests(page, files, whose), silence()]);
    return {...outcome, errors: [...new Set([...errors, ...outcome.errors])]};
  } finally {
    await context.close();
  }
}

/** `page/*.ts` as the modules they are, on the wiki's origin. */
async function servePageCode(page: Page): Promise<void> {
  await page.route('**/core-qunit/*.js', async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1)?.replace(/\.js$/, '.ts') ?? '';
    const file = new URL(`page/${name}`, import.meta.url).pathname;
    const {code} = await transformWithOxc(await readFile(file, 'utf8'), file);
    await route.fulfill({contentType: 'text/javascript', body: code});
  });
}

/**
 * Before any script of the page: only where QUnit is there already, core's mw.Api lets tests reset its tokens. The
 * wiki's startup module takes `window.QUnit` away (unless $wgEnableJavaScriptTest is set), hence the accessor.
 */
async function addQUnit(page: Page): Promise<void> {
  const config = {autostart: false, reorder: false, testTimeout: testTimeoutMs};
  await page.addInitScript({
    content: `${await readFile(qunit, 'utf8')}
Object.assign(QUnit.config, ${JSON.stringify(config)});
Object.defineProperty(window, 'QUnit', {get: ((QUnit) => () => QUnit)(QUnit), set() {}});`,
  });
}

async function runTests(page: Page, files: readonly TestFile[], whose: WhoseClasses): Promise<RunResult> {
  await page.waitForFunction(() => 'mw' in globalThis && '$' in globalThis);
  await page.addScriptTag({path: sinon});
  await page.evaluate(async (whose) => {
    const [environment, classes, bridge] = ['/core-qunit/environment.js', '/core-qunit/classes.js', '/core-qunit/fetch-bridge.js'] as const;
    const {prepareEnvironment} = (await import(environment)) as typeof import('./page/environment.js');
    const {loadMediaWiki, installOurs} = (await import(classes)) as typeof import('./page/classes.js');
    const {bridgeFetch} = (await import(bridge)) as typeof import('./page/fetch-bridge.js');
    await loadMediaWiki();
    prepareEnvironment();
    if (whose === 'core') return;
    bridgeFetch();
    await installOurs('/dist/compat.js');
  }, whose);
  for (const {name, source} of files) {
    // Plain scripts with ResourceLoader's `require`, so not modules of their own.
    await page.evaluate(`Promise.all([import('/core-qunit/tests.js'), import('/core-qunit/classes.js')]).then(([{load}, {requireModule}]) =>
      load(${JSON.stringify(name)}, () => (function (require) {\n${source}\n})(requireModule)))\n//# sourceURL=${name}`);
  }
  return page.evaluate(async (whose) => {
    const [tests, bridge] = ['/core-qunit/tests.js', '/core-qunit/fetch-bridge.js'] as const;
    const {run} = (await import(tests)) as typeof import('./page/tests.js');
    const {bridged} = (await import(bridge)) as typeof import('./page/fetch-bridge.js');
    return {...(await run()), bridged: whose === 'ours' ? bridged : undefined};
  }, whose);
}

async function silence(): Promise<never> {
  await wait(runTimeoutMs, undefined, {ref: false});
  throw new Error(`The page did not come to the end of core's tests within ${runTimeoutMs / 1000} seconds.`);
}
