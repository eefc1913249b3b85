/** Debian's Firefox, or the one FIREFOX names; the smoke suite runs in it where it is installed. */
import {existsSync} from 'node:fs';

export function firefoxPath(): string | undefined {
  const path = process.env['FIREFOX'] ?? '/usr/bin/firefox-esr';
  if (existsSync(path)) return path;
  if (!process.env['TEST_WORKER_INDEX']) console.warn('Firefox is not installed (apt-get install firefox-esr, or set FIREFOX): its smoke suite is left out.');
  return undefined;
}
