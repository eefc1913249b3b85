/** From what people type to the URL of api.php. */
import {shown} from './shown.js';

/** What may be one, in any script; whether it is, the URL parser knows. Not a scheme, and not `.` or `..`. */
const hostName = /^(\[[\da-f:.]+\]|[^\s/?#@:[\]\\.][^\s/?#@:[\]\\]*)(:\d+)?$/i;

/** Before a path, a word alone may be a folder (`w/api.php`): a host has a dot, a port, or is this machine. */
const surelyHost = /[.:[]|^localhost$/i;

/** A wiki on one's own machine rarely has a certificate. */
export const loopback = /^(localhost|127(\.\d+){3}|\[::1\])(:|$)/i;

/**
 * @param address - `https://en.wikipedia.org/w/api.php`; a host name; on a page also `/w/api.php` or `//host/w/api.php`
 * @param pageOrigin - against which an address without a host is read
 * @param scriptPath - put behind a host that has no path of its own
 * @throws {TypeError} says what was given, what is expected, and what to do
 */
export function apiAddress(address: unknown, pageOrigin: string | undefined, scriptPath: string): string {
  const url = parse(String(address).trim(), pageOrigin);
  if (!url || typeof address !== 'string' || !/^https?:/.test(url.href)) throw refusal(address, 'an http(s) URL such as https://en.wikipedia.org/w/api.php, or a host name,');
  if (url.username || url.password) throw refusal(address, 'one without a name and password');
  if (url.search || url.hash) throw refusal(address, `${url.origin}${url.pathname} without ? and #`);
  if (url.pathname === '/') url.pathname = scriptPath;
  if (url.pathname.endsWith('/')) url.pathname += 'api.php';
  if (!/\/api\.php\d*$/.test(url.pathname)) {
    throw refusal(address, `the address of api.php (often ${url.origin}/w/api.php)`);
  }
  return url.href;
}

function parse(address: string, pageOrigin: string | undefined): URL | undefined {
  const [host = ''] = address.split('/', 1);
  try {
    if (/\s|^$/.test(address)) return undefined;
    if (hostName.test(host) && (host === address || surelyHost.test(host))) return new URL(`${loopback.test(host) ? 'http' : 'https'}://${address}`);
    return pageOrigin === undefined || pageOrigin === 'null' ? new URL(address) : new URL(address, pageOrigin);
  } catch {
    return undefined;
  }
}

function refusal(given: unknown, expected: string): TypeError {
  return new TypeError(`api: ${shown(typeof given === 'string' ? given.replace(/^.*@/, '***@') : given)} given, ${expected} expected`);
}
