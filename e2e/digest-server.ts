/** HTTP Digest as a strict server does it: a nonce is good for so many requests, and each number of it once. */
import {createHash, randomBytes} from 'node:crypto';
import type {IncomingMessage, ServerResponse} from 'node:http';

export interface DigestUser {
  readonly username: string;
  readonly password: string;
}

const md5 = (...parts: readonly string[]): string => createHash('md5').update(parts.join(':')).digest('hex');

/** @see https://www.rfc-editor.org/rfc/rfc7616#section-3.4 */
export function digest({username, password}: DigestUser, requestsPerNonce: number): (request: IncomingMessage, response: ServerResponse) => boolean {
  const realm = 'the house';
  const used = new Map<string, Set<string>>();
  return ({method = '', url = '', headers: {authorization = ''}}, response) => {
    const said = Object.fromEntries([...authorization.matchAll(/(\w+)="?([^",]*)"?/g)].map(([, name = '', value = '']) => [name, value]));
    const {nonce = '', nc = '', cnonce = '', qop = '', uri = ''} = said;
    const numbers = used.get(nonce);
    const known = authorization.startsWith('Digest ') && uri === url && said['response'] === md5(md5(username, realm, password), nonce, nc, cnonce, qop, md5(method, uri));
    if (known && numbers && !numbers.has(nc) && numbers.size < requestsPerNonce) {
      numbers.add(nc);
      return true;
    }
    const fresh = randomBytes(12).toString('hex');
    used.set(fresh, new Set());
    response.writeHead(401, {'WWW-Authenticate': `Digest realm="${realm}", qop="auth", nonce="${fresh}", opaque="0", algorithm=MD5${known ? ', stale=true' : ''}`}).end('Who is it?');
    return false;
  };
}
