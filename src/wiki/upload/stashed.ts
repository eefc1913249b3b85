/** What lies in the stash, by its key or by its hash. */
import {isApiError} from '../../core/api-errors.js';
import {continuation} from '../../core/continuation.js';
import type {ApiAnswer, ApiParams, Session} from '../../core/session.js';
import {required} from '../../core/required.js';
import type {UploadAnswer} from './ask.js';
import type {StashedFile, UploadedImageinfo} from './upload.js';

/**
 * When the answer to the last chunk is lost, so is the key: the wiki gives the whole file a new one. The list of what this
 * user has there tells it.
 *
 * @see https://www.mediawiki.org/wiki/API:Mystashedfiles
 * @param file - `size` in bytes, `sha1` in hex
 * @returns the newest that has both; undefined: none
 */
export async function findStashed(session: Session, file: {readonly size: number; readonly sha1: string}, signal: AbortSignal | undefined): Promise<StashedFile | undefined> {
  interface Answer extends ApiAnswer {
    readonly query?: {readonly mystashedfiles?: readonly {readonly filekey: string; readonly status: string; readonly size: number}[]};
  }
  const question = {action: 'query', list: 'mystashedfiles', msfprop: 'size', msflimit: 'max'};
  const keys: string[] = [];
  for await (const {query} of continuation((params) => session.get<Answer>(params as ApiParams, {signal}), question)) {
    for (const {filekey, status, size} of query?.mystashedfiles ?? []) if (status !== 'chunks' && size === file.size) keys.unshift(filekey);
  }
  for (const filekey of keys) {
    const stashed = await aboutStashed(session, filekey, signal).catch((error: unknown) => {
      if (isApiError(error)) return undefined; // gone since
      throw error;
    });
    if (stashed?.sha1 === file.sha1) return stashed;
  }
  return undefined;
}

/**
 * What lies there under a key.
 *
 * @throws {ApiError} nothing does, or it is somebody else's
 */
export async function aboutStashed(session: Session, filekey: string, signal: AbortSignal | undefined): Promise<StashedFile> {
  const answer = await session.get<ApiAnswer & {readonly query?: {readonly stashimageinfo?: readonly UploadedImageinfo[]}}>(
    {action: 'query', prop: 'stashimageinfo', siifilekey: filekey, siiprop: ['sha1', 'timestamp', 'size', 'mime']},
    {signal},
  );
  const [imageinfo] = required(session.apiUrl, answer, 'query.stashimageinfo', answer.query?.stashimageinfo);
  return stashedFile({filekey, imageinfo: imageinfo ?? {}});
}

export const stashedFile = ({filekey, imageinfo = {}, warnings}: UploadAnswer & {readonly filekey: string}): StashedFile => ({
  outcome: 'saved',
  filekey,
  ...(imageinfo.sha1 !== undefined && {sha1: imageinfo.sha1}),
  imageinfo,
  ...(warnings && {warnings}),
});
