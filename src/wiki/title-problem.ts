/** What no wiki takes for a title, told at once and without knowing the wiki. */
import {shown} from '../core/shown.js';

/**
 * @param name - of the argument
 * @throws {TypeError} names the argument, and says why no wiki has a page of that title. One that it lets through may
 * still be refused by the wiki.
 */
export function requireTitleText(name: string, value: unknown): asserts value is string {
  const problem = typeof value === 'string' ? titleProblem(value) : '';
  if (problem !== undefined) throw new TypeError(`${name}: ${shown(value)} given, a page’s title expected${problem && `: ${problem}`}`);
}

/**
 * Why no wiki has a page of this title; undefined where one may have. What follows a `#` names a place on the page.
 *
 * @see https://www.mediawiki.org/wiki/Manual:$wgLegalTitleChars
 */
export function titleProblem(text: string): string | undefined {
  const clean = tidy(text);
  if (!isClean(text)) return 'not valid Unicode text';
  const page = clean.replace(/#[^]*/, '');
  if (/^_*(:_*)?$/.test(clean)) return 'empty';
  const [illegal] = /[<>[\]{}|\t\n\r\x7F]|%[\da-f]{2}/i.exec(page) ?? [];
  if (illegal !== undefined) return `illegal character ${JSON.stringify(illegal)}`;
  if (/^(:_*){2}/.test(page)) return 'a colon too many at the beginning';
  if (/(^|\/)\.\.?(\/|$)/.test(page)) return 'a relative path';
  if (page.includes('~~~')) return '~~~, which is a signature';
  // A namespace does not count, titles of special pages may be longer, and an entity will be shorter.
  const longest = page.includes(':') ? 512 : 255;
  const bytes = utf8Length(page.replace(/^[^]*:/, ''));
  if (bytes > longest && !page.includes('&')) return `too long: ${bytes} bytes, ${longest} at most`;
  return undefined;
}

/** As MediaWiki begins to look at a title: composed, without marks of direction, any spaces as one `_`, none at the ends. */
export const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u200E\u200F\u202A-\u202E]/g, '')
    .replace(/[ _\xA0\u1680\u180E\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/g, '_')
    .replace(/^_|_$/g, '');

/** Half of a surrogate pair, and controls, become U+FFFD on their way, which is refused even after a `#`. */
export const isClean = (text: string): boolean => !/[^\t\n\r\x20-\uD7FF\uE000-\uFFFC\u{10000}-\u{10FFFF}]/u.test(text);

export const utf8Length = (text: string): number => new TextEncoder().encode(text).length;
