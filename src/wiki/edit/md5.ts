/** The hash by which the wiki knows that a text has come whole. */
import {md5} from '@noble/hashes/legacy.js';

/**
 * Of the text as the wiki reads it. Undefined where the wiki would replace characters that no text may hold, so that the
 * hash of what was sent would not be that of what came.
 *
 * @see https://www.mediawiki.org/wiki/API:Edit
 */
export function md5Of(text: string): string | undefined {
  if (replaced.test(text)) return undefined;
  return Array.from(md5(new TextEncoder().encode(text.normalize('NFC'))), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Control characters, half pairs, and what Unicode says is no character. @see https://doc.wikimedia.org/mediawiki-core/master/php/classUtfNormal_1_1Validator.html */
// oxlint-disable-next-line eslint/no-control-regex -- it is what they are looked for with
const replaced = new RegExp('[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\uFFFE\\uFFFF]|\\p{Cs}', 'u');
