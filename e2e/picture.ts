/** `npm run picture`: draws docs/demo.png, the picture of the README, from the demo as it is. */
import {chromium} from '@playwright/test';
import {startDemo} from '../demo/start-demo.js';
import {chromiumLaunch} from './chromium.js';

/** Where to, and how it looks; more can be asked for: FILE WIDTH light|dark. */
const [file = 'docs/demo.png', width = '1280', colorScheme = 'light'] = process.argv.slice(2);

const demo = await startDemo();
const browser = await chromium.launch(chromiumLaunch());
try {
  const page = await browser.newPage({viewport: {width: Number(width), height: 1300}, colorScheme: colorScheme === 'dark' ? 'dark' : 'light'});
  await page.goto(demo.url);
  await page.getByRole('button', {name: 'Log in'}).click();
  await page.locator('#logout').waitFor();
  await page.getByRole('button', {name: 'Edit', exact: true}).click();
  await page.locator('wiki-edit-form textarea').fill('Edited through wikilit.\n\n== Second ==\nThe quick brown fox.\n');
  await page.getByRole('textbox', {name: /summary/i}).fill('try the demo');
  await page.getByRole('button', {name: /save|publish/i}).click();
  await page.locator('#said[data-kind="success"]').waitFor();
  await page.screenshot({path: file, fullPage: true});
} finally {
  await browser.close();
  await demo.stop();
}
