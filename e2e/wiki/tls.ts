import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {cached} from './cache.js';
import {run} from './run.js';

/** A self-signed certificate for the two names a door can have. Browsers need to be told to accept it. */
export async function certificate(): Promise<{key: Buffer; cert: Buffer}> {
  const folder = await cached('tls', async (draft) => {
    await run('openssl', [
      'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '3650', '-subj', '/CN=127.0.0.1',
      '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost',
      '-keyout', join(draft, 'key.pem'), '-out', join(draft, 'cert.pem'),
    ]);
  });
  return {key: await readFile(join(folder, 'key.pem')), cert: await readFile(join(folder, 'cert.pem'))};
}
