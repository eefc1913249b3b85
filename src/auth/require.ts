/** What every way to log in asks for first. */
import type {Session} from '../core/session.js';

/** @throws {TypeError} a value that is no text, naming it; the value itself stays out of the message */
export function requireText(values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== 'string' || value === '') throw new TypeError(`${name}: a text that is not empty expected`);
  }
}

/** @throws {TypeError} this session never sends cookies, so that no login can hold */
export function requireCookies(session: Session): void {
  if (session.settings.auth === 'cookies') return;
  throw new TypeError(
    `Nobody can log in with a session that asks as "${session.settings.auth}": give the Wiki the option {auth: 'cookies'}; the wiki must list this page’s origin in $wgCrossSiteAJAXdomains.`,
  );
}
