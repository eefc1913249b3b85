/** The password of a web server in front of a wiki; who one is on the wiki is another matter. */
import {isObject} from '../core/check.js';
import {checkNames} from '../core/names.js';

export interface BasicCredentials {
  /** Without a colon: the name ends at the first. */
  readonly username: string;
  /** May be empty: some servers want a name alone. */
  readonly password: string;
}

/**
 * The `Authorization` header of HTTP Basic, in UTF-8. It belongs in `headers`, not in `auth`: one logs in to the wiki
 * by cookies, as without it.
 *
 * @example new Wiki('https://wiki.example/w/api.php', {headers: {Authorization: basicAuth({username, password})}, …})
 * @throws {TypeError} names what is wrong; the values themselves stay out of the message
 * @see https://www.rfc-editor.org/rfc/rfc7617
 */
export function basicAuth(credentials: BasicCredentials): string {
  if (!isObject(credentials)) throw new TypeError('credentials: an object expected, {username, password}');
  checkNames(credentials, ['username', 'password'], 'member of credentials');
  const {username, password} = credentials;
  if (!isPlain(username) || username === '' || username.includes(':')) throw new TypeError('username: a text without colons and control characters expected');
  if (!isPlain(password)) throw new TypeError('password: a text without control characters expected');
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

const isPlain = (value: unknown): boolean => typeof value === 'string' && !/\p{Cc}/u.test(value);
