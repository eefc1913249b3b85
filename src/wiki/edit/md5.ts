/** The hash by which the wiki knows that a text has come whole. */
import {md5} from '@noble/hashes/legacy.js';
import {bytesToHex} from '@noble/hashes/utils.js';

/**
 * @param text - without what the wiki would replace
 * @see https://www.mediawiki.org/wiki/API:Edit
 */
export const md5Of = (text: string): string => bytesToHex(md5(new TextEncoder().encode(text.normalize('NFC'))));
