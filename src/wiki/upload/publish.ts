/**
 * A stashed file becomes one that everybody sees. Its key works once, so that it may be asked for again when an answer is
 * lost; what is then found under its name is known by its hash, its user and its time.
 */
import {isApiError} from '../../core/api-errors.js';
import {InvalidAnswerError} from '../../core/invalid-answer.js';
import type {Session} from '../../core/session.js';
import type {WikiError} from '../../core/wiki-error.js';
import {OutcomeUnknownError, UploadWarningError} from '../../core/write-errors.js';
import {askStatus, askUpload, awaitPoll, type UploadAnswer, untilDone} from './ask.js';
import {findPublished, type SentFile} from './find-published.js';
import type {PublishedFile, StashedFile, Upload} from './upload.js';

/** What is published: from the stash, or from where the wiki fetches it in its own time. */
export type Publishable = {readonly stashed: StashedFile} | {readonly url: string};

/** The members of an upload that matter here. */
export type Publication = Omit<Upload, 'file' | 'url' | 'filekey' | 'filename' | 'stash'> & {readonly filename: string};

interface Abortable {
  readonly signal?: AbortSignal | undefined;
}

/** See {@link upload}. */
export async function publish(session: Session, what: Publishable, publication: Publication, {signal}: Abortable): Promise<PublishedFile> {
  const where = 'url' in what ? {url: what.url, filename: publication.filename} : {filekey: what.stashed.filekey};
  const {size} = 'url' in what ? {size: undefined} : what.stashed.imageinfo;
  const sentAt = Date.now();
  const find = (options?: Abortable): Promise<PublishedFile | undefined> => findPublished(session, sentFile(session, what, publication, sentAt), options);
  /** Whether it may have been published without an answer that says so. */
  let open = false;
  const attempt = async (): Promise<PublishedFile> => {
    const done = open && ((await find({signal})) ?? (await finished()));
    if (done) return done;
    const flight = {open: false};
    try {
      const answer = await askUpload(session, {...publication, ...where}, {signal, bytes: size, flight});
      open ||= answer.result === 'Poll';
      return read(await awaitPoll(session, answer, where, signal));
    } catch (error) {
      // Browsers send a POST again by themselves when the connection dies under it: the second meets what the first did.
      const found = isApiError(error) && isUsed(error.code) && (await find({signal}));
      if (found) return found;
      open ||= flight.open;
      throw error;
    }
  };
  /** What the wiki says of what it does in its own time. */
  const finished = async (): Promise<PublishedFile | undefined> => {
    if (!publication.async) return undefined;
    try {
      return read(await awaitPoll(session, await askStatus(session, where, signal), where, signal));
    } catch (error) {
      if (isApiError(error, 'missingresult')) return undefined;
      throw error;
    }
  };
  const read = (answer: UploadAnswer): PublishedFile => {
    const {result, filename, imageinfo = {}, warnings} = answer;
    if (result === 'Warning' && warnings) throw warning(session, what, publication, answer);
    if (result !== 'Success' || filename === undefined) throw new InvalidAnswerError(`The wiki answers “${String(result)}” to an upload, and says no more.`, JSON.stringify(answer).slice(0, 1024));
    return {outcome: 'saved', filename, imageinfo, ...(warnings && {warnings})};
  };
  try {
    return await untilDone(session, attempt, signal);
  } catch (error) {
    if (!open || error instanceof UploadWarningError) throw error;
    const found = signal?.aborted ? undefined : await find({signal}).catch(() => undefined);
    if (found) return found;
    throw new OutcomeUnknownError(find, {cause: error, request: (error as Partial<WikiError>).request});
  }
}

/** What is said when it was published before: the key is gone, or the file is there already. */
const isUsed = (code: string): boolean => /^(uploadstash-|stashedfilenotfound|fileexists-no-change|fileexists-shared-forbidden$)/.test(code);

function sentFile({user}: Session, what: Publishable, {filename, comment}: Publication, sentAt: number): SentFile {
  if ('url' in what) return {filename, user, comment: comment ?? '', since: undefined, sentAt, sha1: undefined};
  const {sha1, imageinfo, warnings} = what.stashed;
  // The name that the wiki makes of one it does not like.
  const {badfilename} = warnings ?? {};
  return {filename: typeof badfilename === 'string' ? badfilename : filename, user, comment: comment ?? '', since: imageinfo.timestamp, sentAt, sha1};
}

function warning(session: Session, what: Publishable, publication: Publication, answer: UploadAnswer): UploadWarningError<PublishedFile> {
  const filekey = answer.filekey ?? ('stashed' in what ? what.stashed.filekey : '');
  const again: Publishable = 'stashed' in what ? {stashed: {...what.stashed, filekey}} : what;
  return new UploadWarningError(answer.warnings ?? {}, filekey, (changes = {ignorewarnings: true}, options = {}) => publish(session, again, {...publication, ...changes}, options), {answer: {upload: answer}});
}
