import {defineConfig} from '@playwright/test';
import {chromiumLaunch} from './chromium.js';
import {firefoxPath} from './firefox.js';

const firefox = firefoxPath();

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  // Each worker has a wiki of its own, and two cores feed two.
  workers: 2,
  timeout: 45_000,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: {trace: 'retain-on-failure', actionTimeout: 10_000},
  projects: [
    {name: 'chromium', use: {browserName: 'chromium', launchOptions: chromiumLaunch()}},
    // Playwright 1.64 drives the system's own Firefox by its BiDi channel; it cannot emulate colour schemes there.
    ...(firefox
      ? [{name: 'firefox', testMatch: /(smoke|edit-form-browsers)\.spec\.ts/, use: {browserName: 'firefox' as const, channel: 'moz-firefox', launchOptions: {executablePath: firefox}}}]
      : []),
  ],
});
