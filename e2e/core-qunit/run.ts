/**
 * `npm run test:mw`: MediaWiki's own QUnit tests of mw.Api, mw.ForeignApi, mw.Rest and mw.ForeignRest, on a page of the
 * test wiki, with MediaWiki's classes and with ours in their place. `-- --core` leaves ours out.
 */
import {existsSync} from 'node:fs';
import {chromium} from '@playwright/test';
import {chromiumLaunch} from '../chromium.js';
import {startWiki, users} from '../wiki/index.js';
import {runInPage} from './in-page.js';
import {problems, type Runs, table} from './report.js';
import {coreTests, release} from './test-files.js';

const folder = (path: string): string => new URL(`../../${path}`, import.meta.url).pathname;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const onlyCore = process.argv.includes('--core');
if (!onlyCore && !existsSync(folder('dist/compat.js'))) throw new Error('There is no dist/compat.js: `npm run build` makes it.');

const core = await coreTests(say);
const wiki = await startWiki({version: release, serve: {'/dist/': folder('dist'), '/pages/': folder('e2e/pages')}, log: say});
const browser = await chromium.launch(chromiumLaunch());
try {
  say(`MediaWiki ${core.version}'s tests from ${core.folder}`);
  if (core.version !== wiki.version) {
    say(`\nNOTE: the wiki is MediaWiki ${wiki.version}, the tests are of ${core.version}. To have both of one version, delete both folders: the next run fetches them.\n`);
  }
  for (const user of [undefined, users.Olga]) {
    const runs: Runs = {
      core: await runInPage(browser, wiki, core.files, 'core', user),
      ...(!onlyCore && {ours: await runInPage(browser, wiki, core.files, 'ours', user)}),
    };
    say(`\n${user ? `Logged in as ${user.name}` : 'Not logged in'}\n${table(runs)}`);
    const {bridged} = runs.ours ?? {};
    if (bridged) say(`wikilit called fetch ${bridged.byXhr + bridged.byAjax} times, ${bridged.byAjax} of them into a stub of jQuery.ajax`);
    const wrong = problems(runs);
    for (const problem of wrong) say(`\n${problem}`);
    if (wrong.length > 0) process.exitCode = 1;
  }
} finally {
  await browser.close();
  await wiki.stop();
}
