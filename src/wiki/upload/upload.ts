/**
 * `action=upload`, by way of the stash: the bytes go there first, in pieces when they are many, as often as it takes; what
 * lies there is then published by its key, which works once. So a lost answer never makes two files.
 *
 *     arguments → stash (chunks, resumed) → publish (once, or found) → the file
 *
 * @see https://www.mediawiki.org/wiki/API:Upload
 */
import {paramsReplaced} from '../../core/replaced.js';
import type {Session} from '../../core/session.js';
import {requireSomebody} from '../../core/somebody.js';
import type {UploadWarnings} from '../../core/write-errors.js';
import {orUnsaved} from '../write/unsaved.js';
import {type CheckedUpload, checkUpload} from './arguments.js';
import {findPublished} from './find-published.js';
import {publish} from './publish.js';
import {forget, identify, noted} from './resume.js';
import {stashFile, stashUrl} from './stash.js';
import {aboutStashed} from './stashed.js';

/** What to upload; names are those of the API. Exactly one of `file`, `url` and `filekey`. */
export interface Upload {
  readonly file?: Blob | undefined;
  /** The wiki fetches the file itself, where it allows that. */
  readonly url?: string | undefined;
  /** A file that lies in the stash already. */
  readonly filekey?: string | undefined;
  /** The name it gets, with its extension and without a namespace: `Oslo.jpg`. */
  readonly filename?: string | undefined;
  /** The summary of this upload, and the text of the file's page unless `text` is given. */
  readonly comment?: string | undefined;
  /** Of the file's page, where there is none yet. */
  readonly text?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly watchlist?: 'watch' | 'preferences' | 'nochange' | undefined;
  readonly watchlistexpiry?: string | undefined;
  /** Publish it whatever the wiki warns of: over a file that is there (`exists`), once more (`duplicate`), … */
  readonly ignorewarnings?: boolean | undefined;
  /** Not to be published yet: the answer tells the `filekey`. */
  readonly stash?: false | undefined;
  /** The wiki may do it in its own time, where it allows that; the answer is waited for. With `filekey` or `url`. */
  readonly async?: boolean | undefined;
}

/** Only to the stash: `filename` is that of the file then, unless it is given. */
export type UploadToStash = Omit<Upload, 'stash'> & {readonly stash: true};

export interface UploadOptions {
  /** Before it is published, an abort leaves nothing behind; after that, it rejects with an {@link OutcomeUnknownError}. */
  readonly signal?: AbortSignal | undefined;
  /** Told of a `file`: at the beginning, after each chunk, and when all of it is in the stash. */
  readonly onProgress?: ((progress: UploadProgress) => void) | undefined;
  /** Larger files go in chunks of so many bytes. Default: 4 MiB; at least 1024. */
  readonly chunkBytes?: number | undefined;
  /**
   * Whether an upload of the same file by the same user that was broken off, also by leaving the page, is gone on with.
   * Default: true.
   */
  readonly resume?: boolean | undefined;
}

export interface UploadProgress {
  /** How many have arrived; never fewer than before. */
  readonly bytes: number;
  readonly ofBytes: number;
  /** `stash` while the bytes go, `publish` when all have gone. */
  readonly phase: 'stash' | 'publish';
}

/** `imageinfo` of a version: what is known of it depends on how it was learnt. */
export interface UploadedImageinfo {
  /** In hex. */
  readonly sha1?: string;
  /** ISO 8601. */
  readonly timestamp?: string;
  readonly user?: string;
  readonly comment?: string;
  /** In bytes. */
  readonly size?: number;
  readonly width?: number;
  readonly height?: number;
  readonly mime?: string;
  readonly url?: string;
  readonly descriptionurl?: string;
  readonly [name: string]: unknown;
}

export interface PublishedFile {
  readonly outcome: 'saved';
  /** As the wiki writes it, with `_` for spaces. */
  readonly filename: string;
  readonly imageinfo: UploadedImageinfo;
  /** What the wiki warned of, and was told to ignore. */
  readonly warnings?: UploadWarnings;
  /** Found on the wiki after its answer was lost. */
  readonly recovered?: true;
}

export interface StashedFile {
  readonly outcome: 'saved';
  /** For `upload({filekey, filename})`, by the same user. Wikis keep stashed files for some hours. */
  readonly filekey: string;
  /** In hex; absent when the wiki does not tell. */
  readonly sha1?: string;
  readonly imageinfo: UploadedImageinfo;
  /** What the wiki would warn of if it were published now. */
  readonly warnings?: UploadWarnings;
}

/**
 * Uploads a file. What lies in the stash is not sent again, not even after a reload of the page, nor after a warning.
 *
 * Every error of the wiki or the line has `unsaved`: all that was given.
 *
 * @throws {UploadWarningError} the wiki warns; its `publish()` goes on without sending the file again
 * @throws {OutcomeUnknownError} the connection was lost after it was to be published, and the wiki has no trace of it
 * @throws {BlockedError} {LoginError} {RateLimitError} {ApiError} the wiki refused, e.g. `permissiondenied`,
 * `filetype-banned`, `file-too-large`, `copyuploaddisabled`
 * @throws {NetworkError} {HttpError} {InvalidAnswerError} the file could not be brought there; nothing is published
 * @throws {TypeError} a wrong argument
 * @see https://www.mediawiki.org/wiki/API:Upload
 */
export function upload(session: Session, params: UploadToStash, options?: UploadOptions): Promise<StashedFile>;
export function upload(session: Session, params: Upload, options?: UploadOptions): Promise<PublishedFile>;
export async function upload(session: Session, params: Upload | UploadToStash, options: UploadOptions = {}): Promise<PublishedFile | StashedFile> {
  const checked = checkUpload(params, options);
  const given = {...params};
  return orUnsaved(() => given, () => uploadChecked(session, checked, options));
}

async function uploadChecked(session: Session, {source, filename, stash, ...given}: CheckedUpload, options: UploadOptions): Promise<PublishedFile | StashedFile> {
  const fields = paramsReplaced(given);
  const {signal, resume = true} = options;
  requireSomebody(session);
  signal?.throwIfAborted();
  // What the wiki fetches in its own time cannot pass the stash.
  if ('url' in source && fields.async) return publish(session, source, {filename, ...fields}, {signal});
  const fromStash = async (stashed: StashedFile): Promise<PublishedFile | StashedFile> => (stash ? stashed : publish(session, {stashed}, {filename, ...fields}, {signal}));
  if ('url' in source) return fromStash(await stashUrl(session, source.url, filename, signal));
  if ('filekey' in source) return fromStash(await aboutStashed(session, source.filekey, signal));
  const {file} = source;
  const identity = await identify(session, file, signal);
  const kept = resume ? identity : undefined;
  const before = kept && (await noted(kept));
  // The page was left while it was published: when that is what is there now, it is done.
  const sent = before?.offset === file.size && !stash && {...identity, filename, comment: fields.comment ?? '', user: session.user, since: before.since, sentAt: before.at};
  const found = sent && (await findPublished(session, sent, signal, 1));
  const uploaded = found || (await fromStash(await stashFile(session, {...identity, filename, kept, noted: before}, options)));
  if (kept) forget(kept);
  return uploaded;
}
