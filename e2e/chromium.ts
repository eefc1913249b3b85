/** Which Chromium to drive: the one of the system, by CHROMIUM or from PATH. None is ever downloaded. */
import {accessSync, constants} from 'node:fs';
import {delimiter, join} from 'node:path';

export interface ChromiumLaunch {
  executablePath: string;
  args: string[];
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Launch options for Playwright; a missing browser is named when it is needed, not when a config is read. */
export function chromiumLaunch(): ChromiumLaunch {
  return {executablePath: findChromium() ?? missing, args: [...quiet, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]};
}

/** Playwright repeats this in its error. */
const missing = 'chromium-not-found-(install-it-or-set-CHROMIUM;-on-Debian:-apt-get-install-chromium)';

/** Nothing but the test's own requests. */
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic'];

export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM'];
  if (named) return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
