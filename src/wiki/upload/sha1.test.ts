import {sha1 as noble} from '@noble/hashes/legacy.js';
import {bytesToHex} from '@noble/hashes/utils.js';
import {afterEach, expect, test, vi} from 'vitest';
import {sha1} from './sha1.js';

afterEach(() => void vi.unstubAllGlobals());

const bytes = new Uint8Array(20 * 2 ** 20).map((_, index) => index * 7 + (index >> 8));
const expected = bytesToHex(noble(bytes));

test('as the wiki tells it', async () => {
  expect(await sha1(new Blob([bytes]))).toBe(expected);
  expect(await sha1(new Blob(['']))).toBe('da39a3ee5e6b4b0d3255bfef95601890afd80709');
});

test('where the page has no WebCrypto, in pieces', async () => {
  vi.stubGlobal('crypto', {});
  expect(await sha1(new Blob([bytes]))).toBe(expected);
});

test('an abort ends it', async () => {
  vi.stubGlobal('crypto', {});
  await expect(sha1(new Blob([bytes]), AbortSignal.abort())).rejects.toMatchObject({name: 'AbortError'});
});
