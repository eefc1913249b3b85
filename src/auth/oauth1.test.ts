import {hmac} from '@noble/hashes/hmac.js';
import {sha1} from '@noble/hashes/legacy.js';
import fc from 'fast-check';
import OAuth from 'oauth-1.0a';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {ApiError} from '../core/api-errors.js';
import type {SignedAuth} from '../core/settings.js';
import type {SignedRequest} from '../core/authorization.js';
import {baseString, oauth1} from './oauth1.js';

afterEach(() => void vi.unstubAllGlobals());
afterEach(() => void vi.useRealTimers());

const made = (auth: SignedAuth, request: SignedRequest): Promise<string> => Promise.resolve((auth.authorization as (request: SignedRequest) => Promise<string>)(request));
const parts = (header: string): Record<string, string> => Object.fromEntries([...header.matchAll(/(oauth_\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decodeURIComponent(value)]));

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** At that time, with that nonce. */
function fixed(timestamp: number, nonce: string): void {
  vi.useFakeTimers({now: timestamp * 1000, toFake: ['Date']});
  vi.stubGlobal('crypto', Object.create(crypto, {randomUUID: {value: () => nonce}, subtle: {value: crypto.subtle}}));
}

describe('RFC 5849', () => {
  test('3.4.1.1: the string that is signed', () => {
    const own = {oauth_consumer_key: '9djdj82h48djs9d2', oauth_token: 'kkk9d7dh3k39sjv7', oauth_signature_method: 'HMAC-SHA1', oauth_timestamp: '137131201', oauth_nonce: '7d8f3e4a'};
    expect(baseString({method: 'post', url: 'http://EXAMPLE.COM:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b', body: 'c2&a3=2+q'}, own)).toBe(
      'POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26' +
        'oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7',
    );
  });

  test('1.2: the signature of the photos', async () => {
    fixed(137131202, 'chapoH');
    const auth = oauth1({consumerToken: 'dpf43f3p2l4k3l03', consumerSecret: 'kd94hf93k423kf44', accessToken: 'nnch734d00sl2jdk', accessSecret: 'pfkkdhi9sl3r4s00'});
    const header = await made(auth, {method: 'GET', url: 'http://photos.example.net/photos?file=vacation.jpg&size=original'});
    expect(header).toMatch(/^OAuth oauth_consumer_key="dpf43f3p2l4k3l03", .*oauth_signature="MdpQcU8iPSUjWoN%2FUDMsK2sui9I%3D"$/);
  });
});

test('the same signatures as another implementation makes', async () => {
  const text = fc.string({unit: 'binary', maxLength: 12}).map((value) => value.replace(/[\uD800-\uDFFF]/g, ''));
  const pair = fc.tuple(text.filter(Boolean), text);
  await fc.assert(
    fc.asyncProperty(fc.array(pair, {maxLength: 4}), fc.array(pair, {maxLength: 4}), text, text, async (query, form, consumerSecret, accessSecret) => {
      // One value for each name: the other knows no more.
      const [inUrl, inBody] = [Object.fromEntries(query), Object.fromEntries(form)];
      const names = Object.keys(inUrl);
      fc.pre(!Object.keys(inBody).some((name) => names.includes(name)) && consumerSecret !== '' && accessSecret !== '' && ![...names, ...Object.keys(inBody)].includes('__proto__'));
      const keys = {consumerToken: 'c', consumerSecret, accessToken: 'a', accessSecret};
      const search = new URLSearchParams(inUrl).toString();
      const body = new URLSearchParams(inBody).toString();
      const sent = parts(await made(oauth1(keys), {method: 'POST', url: `https://wiki.example/w/api.php${search && `?${search}`}`, body}));
      const other = new OAuth({consumer: {key: 'c', secret: consumerSecret}, signature_method: 'HMAC-SHA1', hash_function: (base, key) => base64(hmac(sha1, utf8(key), utf8(base)))});
      const {oauth_signature: signature, ...own} = sent;
      expect(other.getSignature({url: 'https://wiki.example/w/api.php', method: 'POST', data: {...inUrl, ...inBody}}, accessSecret, own as unknown as OAuth.Data)).toBe(signature);
    }),
    {numRuns: 500},
  );
});

test('RSA-SHA1: what the public key confirms', async () => {
  const algorithm = {name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-1', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1])};
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const privateKey = `-----BEGIN PRIVATE KEY-----\n${base64(new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)))}\n-----END PRIVATE KEY-----\n`;
  const request = {method: 'POST', url: 'https://wiki.example/w/api.php?action=edit', body: 'title=A%20B&text=%C3%A9'};
  const {oauth_signature: signature = '', ...own} = parts(await made(oauth1({consumerToken: 'c', accessToken: 'a', privateKey}), request));
  expect(own['oauth_signature_method']).toBe('RSA-SHA1');
  const signed = Uint8Array.from(atob(signature), (letter) => letter.charCodeAt(0));
  expect(await crypto.subtle.verify(algorithm.name, pair.publicKey, signed, utf8(baseString(request, own)))).toBe(true);
});

test('each request has a nonce of its own', async () => {
  const auth = oauth1({consumerToken: 'c', consumerSecret: 's', accessToken: 'a', accessSecret: 't'});
  const request = {method: 'GET', url: 'https://wiki.example/w/api.php'};
  expect(parts(await made(auth, request))['oauth_nonce']).not.toBe(parts(await made(auth, request))['oauth_nonce']);
});

test('a device whose clock is wrong goes by the wiki’s, once that has said so', async () => {
  fixed(1000, 'n');
  const auth = oauth1({consumerToken: 'c', consumerSecret: 's', accessToken: 'a', accessSecret: 't'});
  const refusal = (text: string): ApiError => new ApiError([{code: 'mwoauth-invalid-authorization', text}]);
  expect(auth.renew?.(refusal('The authorization headers in your request are not valid: Expired timestamp, yours 1000, ours 9000'), '')).toBe(true);
  expect(parts(await made(auth, {method: 'GET', url: 'https://wiki.example/'}))['oauth_timestamp']).toBe('9000');
  expect(auth.renew?.(refusal('… Nonce already used: n'), '')).toBe(true);
  expect(auth.renew?.(refusal('… Invalid signature'), '')).toBe(false);
});

test.each<[unknown, string]>([
  [{consumerToken: 'c', consumerSecret: 'hunter2', accessToken: 'a'}, 'accessSecret: none given, the access secret expected'],
  [{consumerToken: 'c', accessToken: 'a', privateKey: undefined}, 'privateKey: none given'],
  [{consumerToken: 'c', accessToken: 'a', privateKey: 'hunter2'}, 'privateKey: a private RSA key in PEM expected'],
  ['hunter2', 'keys: an object expected, {consumerToken, consumerSecret, accessToken, accessSecret}'],
  [{consumerToken: 'c', consumerSecrt: 'hunter2', accessToken: 'a', accessSecret: 'x'}, 'consumerSecrt: no such key; did you mean consumerSecret?'],
  [{consumerToken: 'c', consumerSecret: 7, accessToken: 'a', accessSecret: 'x'}, 'consumerSecret: number given, the consumer secret expected'],
])('%j is refused at once, and told without what it holds', (keys, message) => {
  expect(() => oauth1(keys as never)).toThrow(TypeError);
  expect(() => oauth1(keys as never)).toThrow(message);
  expect(() => oauth1(keys as never)).not.toThrow('hunter2');
});

test('where there is no WebCrypto, that is told', () => {
  vi.stubGlobal('crypto', {});
  expect(() => oauth1({consumerToken: 'c', consumerSecret: 's', accessToken: 'a', accessSecret: 't'})).toThrow(/no WebCrypto here/);
});
