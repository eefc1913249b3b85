/**
 * A file's way into the stash, where nobody sees it. What is lost on the way is sent again from where the wiki has it; what
 * arrives is looked at by its hash.
 *
 * @see https://www.mediawiki.org/wiki/API:Upload#Chunked_uploading
 */
import {type ApiError, isApiError} from '../../core/api-errors.js';
import {callBack} from '../../core/call-back.js';
import {InvalidAnswerError} from '../../core/invalid-answer.js';
import type {Session} from '../../core/session.js';
import {askStatus, askUpload, awaitPoll, type UploadAnswer, untilDone} from './ask.js';
import {forget, type Kept, note, type Noted} from './resume.js';
import {findStashed, stashedFile} from './stashed.js';
import type {StashedFile, UploadOptions} from './upload.js';

export interface FileToStash {
  readonly file: Blob;
  /** Of the file, in hex. */
  readonly sha1: string;
  readonly filename: string;
  /** Where to note how far it has come; undefined: nowhere. */
  readonly kept: Kept | undefined;
  /** How far it had come before. */
  readonly noted: Noted | undefined;
}

const defaultChunkBytes = 4 * 2 ** 20;

/** How many times to begin anew when the wiki has lost what it had. */
const maxRestarts = 2;

/** How much of a file the wiki has; nothing, and no key, in the beginning. */
interface Place {
  readonly offset: number;
  readonly filekey?: string;
}

/** Where the next chunk goes, or that all are there. */
type Step = {readonly place: Place} | {readonly stashed: StashedFile};

/**
 * @throws {InvalidAnswerError} what arrived is not what was sent; and as {@link upload}
 */
export async function stashFile(session: Session, given: FileToStash, {signal, onProgress, chunkBytes = defaultChunkBytes}: UploadOptions): Promise<StashedFile> {
  const {kept} = given;
  const {size} = given.file;
  let told = -1;
  const tell = (bytes: number, phase: 'stash' | 'publish' = 'stash'): void => {
    // What was lost is sent again; it is not taken back here.
    told = Math.max(told, bytes);
    const progress = {bytes: told, ofBytes: size, phase};
    if (onProgress) callBack(() => onProgress(progress));
  };
  tell(0);
  let place: Place = given.noted ?? {offset: 0};
  /** Whether it is to be asked how much the wiki has. */
  let unsure = true;
  /** One chunk further; or where the wiki has more, or less, than was thought. */
  const attempt = async (): Promise<Step> => {
    if (unsure && place.filekey !== undefined) {
      const there = await whatIsThere(session, given, place, signal);
      if ('stashed' in there || there === anew || there.place.offset > place.offset) return there;
      place = there.place;
      tell(place.offset);
    }
    unsure = true;
    return sendFrom(session, given, place, chunkBytes, signal);
  };
  for (let restarts = 0; ; ) {
    const step = await untilDone(session, attempt, signal).catch((error: unknown) => {
      // The wiki will not have it: whoever tries again tries from the beginning.
      if (kept && isApiError(error, 'stashfailed')) forget(kept);
      throw error;
    });
    unsure = false;
    if ('stashed' in step) {
      if (kept) note(kept, {filekey: step.stashed.filekey, offset: size, since: step.stashed.imageinfo.timestamp});
      tell(size, 'publish');
      return step.stashed;
    }
    if (step === anew && ++restarts > maxRestarts) throw new InvalidAnswerError('The wiki loses again and again what was sent of the file, or has something else.', '');
    place = step.place;
    if (kept && place.filekey !== undefined) note(kept, {filekey: place.filekey, offset: place.offset});
    tell(place.offset);
  }
}

async function sendFrom(session: Session, given: FileToStash, place: Place, chunkBytes: number, signal: AbortSignal | undefined): Promise<Step> {
  const {file, filename} = given;
  const {offset, filekey} = place;
  const chunk = file.slice(offset, offset + chunkBytes);
  // Warnings are for when it is published: with them, the wiki would stop after each chunk. Where it may, it puts the
  // chunks together in its own time: of large files, that takes longer than a gateway waits.
  const params = {stash: true, ignorewarnings: true, filename};
  const piece = chunk.size === file.size ? {file} : {filesize: file.size, offset, filekey, async: true, chunk};
  try {
    const answer = await askUpload(session, {...params, ...piece}, {signal, bytes: chunk.size});
    const step = await arrived(session, given, answer, filekey, signal);
    if (step !== anew && 'place' in step && step.place.offset <= offset) throw strange(answer);
    return step;
  } catch (error) {
    if (filekey !== undefined && isApiError(error)) return afterRefusal(session, given, error, place, signal);
    throw error;
  }
}

/** Asked when an answer was lost: how much has come. */
async function whatIsThere(session: Session, given: FileToStash, {filekey = '', offset}: Place, signal: AbortSignal | undefined): Promise<Step> {
  const whole = async (): Promise<Step> => {
    const {file, sha1} = given;
    const stashed = await findStashed(session, {size: file.size, sha1}, signal);
    return stashed ? {stashed} : anew;
  };
  if (offset === given.file.size) return whole();
  try {
    return await arrived(session, given, await askStatus(session, {filekey}, signal), filekey, signal);
  } catch (error) {
    // It has forgotten it, or has all of it, under another key.
    if (isApiError(error, 'missingresult') || isApiError(error, 'uploadstash-file-not-found')) return whole();
    throw error;
  }
}

const anew: Step = {place: {offset: 0}};

async function arrived(session: Session, given: FileToStash, answer: UploadAnswer, before: string | undefined, signal: AbortSignal | undefined): Promise<Step> {
  const {filekey = before, offset, result} = answer;
  if (filekey === undefined) throw strange(answer);
  if (result === 'Poll') return arrived(session, given, await awaitPoll(session, answer, {filekey}, signal), filekey, signal);
  if (result === 'Continue' && typeof offset === 'number' && offset > 0 && offset < given.file.size) return {place: {offset, filekey}};
  if (result !== 'Success') throw strange(answer);
  const stashed = stashedFile({...answer, filekey});
  // Else bytes were changed on the way, or those of another file lay under a key that was noted.
  return stashed.sha1 === undefined || stashed.sha1 === given.sha1 ? {stashed} : anew;
}

/** A chunk that has come already, by a request whose answer was lost or by one that the browser sent again by itself. */
async function afterRefusal(session: Session, given: FileToStash, error: ApiError, place: Place, signal: AbortSignal | undefined): Promise<Step> {
  if (error.code !== 'stashfailed' && error.code !== 'uploadstash-file-not-found') throw error;
  // It comes as a text.
  const wanted = Number(error.errors[0].data?.['offset']);
  // It refuses the very chunk that it wants: the same again would not help.
  if (wanted === place.offset) throw error;
  if (wanted > 0 && wanted < given.file.size) return {place: {...place, offset: wanted}};
  const step = await whatIsThere(session, given, place, signal);
  // All chunks are there, and the wiki is still putting them together: it is asked again in a while.
  if (wanted === given.file.size && 'place' in step && step !== anew) throw new InvalidAnswerError('The wiki has all chunks, and not yet the file.', '', {cause: error});
  return step;
}

const strange = (answer: UploadAnswer): InvalidAnswerError => new InvalidAnswerError(`The wiki answers “${String(answer.result)}” to a part of a file, and says no more.`, JSON.stringify(answer).slice(0, 1024));

/** The wiki fetches it; what it has fetched twice lies there twice until the stash is emptied. */
export async function stashUrl(session: Session, url: string, filename: string, signal: AbortSignal | undefined): Promise<StashedFile> {
  const answer = await untilDone(session, () => askUpload(session, {url, filename, stash: true, ignorewarnings: true}, {signal, bytes: fetchedBytes}), signal);
  if (answer.result !== 'Success' || answer.filekey === undefined) throw strange(answer);
  return stashedFile({...answer, filekey: answer.filekey});
}

/** So large it may be: the wiki takes its time. */
const fetchedBytes = 4 * 2 ** 20;
