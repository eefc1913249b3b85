/**
 * The OAuth consumers of the test wiki, all "owner-only": made by a user for oneself, on
 * Special:OAuthConsumerRegistration, which shows the four values of one once. Through doors with the scenario `oauth`.
 */
import {generateKeyPairSync} from 'node:crypto';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {cached} from './cache.js';
import type {UserName} from './users.js';

/** OAuth 2: `Authorization: Bearer ${accessToken}`. */
export interface BearerConsumer {
  readonly user: UserName;
  readonly accessToken: string;
}

/** OAuth 1.0a: every request is signed. */
interface SigningConsumer {
  readonly user: UserName;
  readonly consumerToken: string;
  readonly accessToken: string;
}

/** With HMAC-SHA1. */
export interface HmacConsumer extends SigningConsumer {
  readonly consumerSecret: string;
  readonly accessSecret: string;
}

/** With RSA-SHA1; both keys are PEM (PKCS #8 and SPKI). */
export interface RsaConsumer extends SigningConsumer {
  readonly privateKey: string;
  readonly publicKey: string;
}

export interface Consumers {
  readonly bearer: {readonly Olga: BearerConsumer; readonly Henrik: BearerConsumer};
  readonly hmac: HmacConsumer;
  readonly rsa: RsaConsumer;
}

/** The key pair is made once and kept beside the templates, so that no private key stands in the repository. */
export async function loadConsumers(): Promise<Consumers> {
  const folder = await cached('oauth-rsa', async (draft) => {
    const pair = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: {type: 'pkcs8', format: 'pem'},
      publicKeyEncoding: {type: 'spki', format: 'pem'},
    });
    await writeFile(join(draft, 'private.pem'), pair.privateKey);
    await writeFile(join(draft, 'public.pem'), pair.publicKey);
  });
  const key = (name: string): Promise<string> => readFile(join(folder, `${name}.pem`), 'utf8');
  return {
    bearer: {
      Olga: {user: 'Olga', accessToken: 'bearer-of-olga-58c2f6e1d09b4a7385d1'},
      Henrik: {user: 'Henrik', accessToken: 'bearer-of-henrik-b7e4093a6c2f41d8a9e5'},
    },
    hmac: {
      user: 'Olga',
      consumerToken: '3f1c8a5e7d2b49608c1e5a7f9b3d2c4e',
      consumerSecret: '9a8b7c6d5e4f30211203f4e5d6c7b8a91c2d3e4f',
      accessToken: '6e5d4c3b2a19087f6e5d4c3b2a19087f',
      accessSecret: '0f1e2d3c4b5a69788796a5b4c3d2e1f00a1b2c3d',
    },
    rsa: {
      user: 'Henrik',
      consumerToken: 'c4b3a29180f7e6d5c4b3a29180f7e6d5',
      accessToken: '17263544536271809f8e7d6c5b4a3928',
      privateKey: await key('private'),
      publicKey: await key('public'),
    },
  };
}

/**
 * What bearer.php reads.
 * @param introspect - where it asks whose another access token is
 */
export async function tellConsumers(folder: string, {bearer, hmac, rsa}: Consumers, introspect?: string): Promise<void> {
  const {privateKey: _privateKey, ...rsaThere} = rsa;
  const known = {
    bearer: Object.fromEntries(Object.values(bearer).map(({accessToken, user}) => [accessToken, user])),
    signing: Object.fromEntries([hmac, rsaThere].map((consumer) => [consumer.consumerToken, consumer])),
    introspect,
  };
  await writeFile(join(folder, 'oauth.json'), JSON.stringify(known));
}
