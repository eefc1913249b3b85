/** Folders served by every door beside the wiki: the demo, the built library, a test's page. */
import {createReadStream} from 'node:fs';
import {readFile, realpath, stat} from 'node:fs/promises';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {extname, join, resolve, sep} from 'node:path';
import {gzipSync} from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

export type Serve = Record<string, string>;

/** The file an URL path means, `undefined` where no folder is served there; a missing file is `null`. */
export async function findServed(serve: Serve, path: string): Promise<string | null | undefined> {
  // The longest prefix, so that '/demo/assets/' may lie elsewhere than '/demo/'.
  const prefix = Object.keys(serve)
    .sort((a, b) => b.length - a.length)
    .find((candidate) => path === candidate || path.startsWith(candidate.endsWith('/') ? candidate : `${candidate}/`));
  const folder = prefix === undefined ? undefined : serve[prefix];
  if (prefix === undefined || folder === undefined) return undefined;
  try {
    const root = await realpath(resolve(folder));
    const rest = decodeURIComponent(path.slice(prefix.length));
    if (rest.includes('\0')) return null;
    let file = await realpath(join(root, rest));
    if ((await stat(file)).isDirectory()) file = await realpath(join(file, 'index.html'));
    return file.startsWith(root + sep) ? file : null; // neither `..` nor a link leads out
  } catch {
    return null;
  }
}

/** Text as a web server sends it, compressed once for each version of a file. */
const compressed = new Map<string, {mtimeMs: number; body: Buffer}>();

async function gzipped(file: string, mtimeMs: number): Promise<Buffer> {
  const before = compressed.get(file);
  if (before?.mtimeMs === mtimeMs) return before.body;
  const body = gzipSync(await readFile(file));
  compressed.set(file, {mtimeMs, body});
  return body;
}

/** The name of a file that never changes, as there is a hash of what is in it: `form.0f3a9c2b.js`. */
const hashed = /\.[0-9a-f]{8,}\.\w+$/;

/** Sends the file; answers with how many bytes that were. Not cached without a hash in its name: a rebuild must be seen at the next load. */
export async function sendFile(response: ServerResponse, file: string, headers: Record<string, string>, {method, headers: asked}: Pick<IncomingMessage, 'method' | 'headers'>): Promise<number> {
  const gzip = /\bgzip\b/.test(String(asked['accept-encoding']));
  const {size: plainSize, mtimeMs} = await stat(file);
  const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
  const body = gzip && /charset/.test(type) ? await gzipped(file, mtimeMs) : undefined;
  const size = body?.length ?? plainSize;
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Length': size,
    ...(body && {'Content-Encoding': 'gzip'}),
    'Cache-Control': hashed.test(file) ? 'public, max-age=31536000, immutable' : 'no-store',
    // As CDNs do: modules are imported from other origins, too.
    'Access-Control-Allow-Origin': '*',
    ...headers,
  });
  if (method === 'HEAD') {
    response.end();
    return 0;
  }
  if (body) {
    response.end(body);
    return size;
  }
  await new Promise<void>((resolve) => {
    const stream = createReadStream(file);
    stream.on('error', () => response.destroy());
    response.on('close', resolve);
    stream.pipe(response);
  });
  return size;
}
