/**
 * OAuth 1.0a for owner-only consumers: each request is signed, with keys that Special:OAuthConsumerRegistration has shown.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5849
 * @see https://www.mediawiki.org/wiki/OAuth/Owner-only_consumers
 */
import type {SignedRequest} from '../core/authorization.js';
import {checkOptions, isObject, isText, type Rule} from '../core/check.js';
import type {SignedAuth} from '../core/settings.js';
import type {WikiError} from '../core/wiki-error.js';

interface Tokens {
  readonly consumerToken: string;
  readonly accessToken: string;
}

/** What the wiki has shown when the consumer was registered: two tokens, and their secrets. */
export interface SharedSecrets extends Tokens {
  readonly consumerSecret: string;
  readonly accessSecret: string;
}

/** Of a consumer registered with a public RSA key. */
export interface PrivateKey extends Tokens {
  /** PKCS #8: `-----BEGIN PRIVATE KEY-----`. */
  readonly privateKey: string;
}

const secret = (expected: string): Rule => [isText, expected, (value) => typeof value];

/** What is given there may be a secret in the wrong place: only its kind is told. */
const rules: Readonly<Record<keyof (SharedSecrets & PrivateKey), Rule>> = {
  consumerToken: secret('the consumer token'),
  consumerSecret: secret('the consumer secret'),
  accessToken: secret('the access token'),
  accessSecret: secret('the access secret'),
  privateKey: secret('a private RSA key in PEM (PKCS #8)'),
};

/**
 * Whoever has these keys is you: they belong into a program on your own machine, not into a page.
 *
 * @example new Wiki('en.wikipedia.org', {auth: oauth1({consumerToken, consumerSecret, accessToken, accessSecret}), userAgent})
 * @throws {TypeError} a key that is missing; where there is no WebCrypto, as in pages that came over http
 */
export function oauth1(keys: SharedSecrets | PrivateKey): SignedAuth {
  if (!isObject(keys)) throw new TypeError('keys: an object expected, {consumerToken, consumerSecret, accessToken, accessSecret}');
  checkOptions(keys, rules, 'key');
  const wanted = ['consumerToken', 'accessToken', ...('privateKey' in keys ? ['privateKey'] : ['consumerSecret', 'accessSecret'])];
  const missing = wanted.find((name) => keys[name as keyof Tokens] === undefined);
  if (missing) throw new TypeError(`${missing}: none given, ${rules[missing as keyof Tokens][1]} expected`);
  // oxlint-disable-next-line typescript/no-unnecessary-condition -- not there in insecure contexts
  if (!globalThis.crypto?.subtle) throw new TypeError('oauth1: there is no WebCrypto here. It needs a page that came over https, or Node.');
  const sign = 'privateKey' in keys ? rsa(keys.privateKey) : hmac(`${encode(keys.consumerSecret)}&${encode(keys.accessSecret)}`);
  const method = 'privateKey' in keys ? 'RSA-SHA1' : 'HMAC-SHA1';
  /** Seconds by which the wiki's clock is ahead of this device's. */
  let ahead = 0;
  return {
    async authorization(request) {
      const own = {
        oauth_consumer_key: keys.consumerToken,
        oauth_nonce: crypto.randomUUID().replaceAll('-', ''),
        oauth_signature_method: method,
        oauth_timestamp: String(Math.floor(Date.now() / 1000) + ahead),
        oauth_token: keys.accessToken,
      };
      return header({...own, oauth_signature: await sign(baseString(request, own))});
    },
    renew({message}: WikiError) {
      // In the extension's own words, which are not translated.
      const [, ours] = /Expired timestamp, yours \d+, ours (\d+)/.exec(message) ?? [];
      if (ours !== undefined) ahead = Number(ours) - Math.floor(Date.now() / 1000);
      return ours !== undefined || message.includes('Nonce already used');
    },
  };
}

type Sign = (text: string) => Promise<string>;
type OwnParams = Readonly<Record<`oauth_${string}`, string>>;

function hmac(key: string): Sign {
  const algorithm = {name: 'HMAC', hash: 'SHA-1'};
  const imported = crypto.subtle.importKey('raw', bytes(key), algorithm, false, ['sign']);
  return async (text) => base64(await crypto.subtle.sign('HMAC', await imported, bytes(text)));
}

function rsa(pem: string): Sign {
  const [, body] = /-----BEGIN PRIVATE KEY-----([\s\S]+)-----END PRIVATE KEY-----/.exec(pem) ?? [];
  if (body === undefined) throw new TypeError('privateKey: a private RSA key in PEM expected, "-----BEGIN PRIVATE KEY-----" (PKCS #8). To convert one: openssl pkcs8 -topk8 -nocrypt -in key.pem');
  const algorithm = {name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-1'};
  const imported = (async () => crypto.subtle.importKey('pkcs8', Uint8Array.from(atob(body.replace(/\s+/g, '')), (letter) => letter.charCodeAt(0)), algorithm, false, ['sign']))();
  // Told to who signs with it.
  imported.catch(() => {});
  return async (text) => {
    const key = await imported.catch((cause: unknown) => {
      throw new TypeError('privateKey: this is no RSA key', {cause});
    });
    return base64(await crypto.subtle.sign(algorithm.name, key, bytes(text)));
  };
}

/** RFC 5849, 3.4.1: the method, the address, and all parameters in order. */
export function baseString({method, url, body}: SignedRequest, own: OwnParams): string {
  const address = new URL(url);
  const given = [...address.searchParams, ...new URLSearchParams(body), ...Object.entries(own)];
  // By bytes, which are in the order of their characters once they are escaped.
  const pairs = given.map(([name, value]) => [encode(name), encode(value)] as const).sort(([a, x], [b, y]) => (a < b || (a === b && x < y) ? -1 : 1));
  return [method.toUpperCase(), address.origin + address.pathname, pairs.map((pair) => pair.join('=')).join('&')].map(encode).join('&');
}

/** RFC 5849, 3.5.1. */
const header = (params: OwnParams): string =>
  `OAuth ${Object.entries(params)
    .map(([name, value]) => `${name}="${encode(value)}"`)
    .join(', ')}`;

/** RFC 5849, 3.6: stricter than `encodeURIComponent`. */
const encode = (text: string): string => encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const base64 = (buffer: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(buffer)));
