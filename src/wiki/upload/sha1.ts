/** The SHA-1 by which MediaWiki knows files. */
import {lazily} from '../../core/lazily.js';

/** What is read into memory at once. */
const pieceBytes = 16 * 2 ** 20;

/** Above this the platform's own, which wants it whole, would take too much memory. */
const wholeBytes = 128 * 2 ** 20;

/**
 * @returns in hex
 * @throws the signal's reason; what reading the file throws (`NotReadableError` when it has changed since it was chosen)
 */
export async function sha1(file: Blob, signal?: AbortSignal): Promise<string> {
  // Pages on http have no WebCrypto.
  const {subtle} = crypto as {readonly subtle?: SubtleCrypto};
  const digest = subtle && file.size <= wholeBytes ? new Uint8Array(await subtle.digest('SHA-1', await file.arrayBuffer())) : await inPieces(file, signal);
  signal?.throwIfAborted();
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function inPieces(file: Blob, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const {sha1: hash} = await lazily(() => import('@noble/hashes/legacy.js'));
  const state = hash.create();
  for (let at = 0; at < file.size; at += pieceBytes) {
    state.update(new Uint8Array(await file.slice(at, at + pieceBytes).arrayBuffer()));
    signal?.throwIfAborted();
  }
  return state.digest();
}
