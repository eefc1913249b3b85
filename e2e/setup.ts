/**
 * `npm run setup`: what the tests need and npm does not bring: Chromium, PHP, MediaWiki and its own tests. On Debian as
 * root it is installed; elsewhere the error says what to type. What is there already is left alone.
 */
import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {findChromium} from './chromium.js';
import {coreTests} from './core-qunit/test-files.js';
import {findSoftware} from './wiki/mediawiki.js';
import {wikiTemplate} from './wiki/template.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function installChromium(): void {
  const found = findChromium();
  if (found) return say(`Chromium: ${found}`);
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    throw new Error(
      'The tests need Chromium or Google Chrome on the PATH, or its path in CHROMIUM.\n  On Debian, as root: apt-get install --no-install-recommends chromium\n  On macOS: brew install --cask google-chrome, then CHROMIUM="/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"',
    );
  }
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  const install = (): void => void execFileSync('apt-get', ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120', 'chromium'], {env, stdio: ['ignore', 'ignore', 'inherit']});
  say('Chromium: installing Debian’s …');
  try {
    install();
  } catch {
    execFileSync('apt-get', ['update'], {env, stdio: ['ignore', 'ignore', 'inherit']});
    install();
  }
}

try {
  installChromium();
  const software = await findSoftware({log: say});
  const {folder} = await wikiTemplate(software, say);
  say(`MediaWiki: ${folder}`);
  const tests = await coreTests(say);
  say(`MediaWiki's own tests: ${tests.folder}`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
