import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {cached} from './cache.js';
import {run} from './run.js';

export interface Certificate {
  readonly key: Buffer;
  readonly cert: Buffer;
}

/** A self-signed certificate for the two names a door can have. Browsers need to be told to accept it. */
export function certificate(): Promise<Certificate> {
  return selfSigned('tls', '127.0.0.1', ['-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost']);
}

/** One to show to a server that asks who comes. */
export function clientCertificate(): Promise<Certificate> {
  return selfSigned('tls-client', 'Olga', ['-addext', 'extendedKeyUsage=clientAuth']);
}

async function selfSigned(name: string, subject: string, more: readonly string[]): Promise<Certificate> {
  const folder = await cached(name, async (draft) => {
    await run('openssl', [
      'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '3650', '-subj', `/CN=${subject}`, ...more,
      '-keyout', join(draft, 'key.pem'), '-out', join(draft, 'cert.pem'),
    ]);
  });
  return {key: await readFile(join(folder, 'key.pem')), cert: await readFile(join(folder, 'cert.pem'))};
}
