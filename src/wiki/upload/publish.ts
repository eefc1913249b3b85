/**
 * A stashed file becomes one that everybody sees. Its key works once, so that it may be asked for again when an answer is
 * lost; what is then found under its name is known by its hash, its user and its time.
 */
import type {Abortable} from '../../core/abortable.js';
import {isApiError} from '../../core/api-errors.js';
import {InvalidAnswerError} from '../../core/invalid-answer.js';
import {LoginError} from '../../core/refusals.js';
import type {Session} from '../../core/session.js';
import type {WikiError} from '../../core/wiki-error.js';
import {OutcomeUnknownError, UploadWarningError} from '../../core/write-errors.js';
import {orUnsaved} from '../write/unsaved.js';
import {askStatus, askUpload, awaitPoll, type UploadAnswer, untilDone} from './ask.js';
import {findPublished} from './find-published.js';
import type {PublishedFile, StashedFile, Upload} from './upload.js';

/** What is published: from the stash, or from where the wiki fetches it in its own time. */
export type Publishable = {readonly stashed: StashedFile} | {readonly url: string};

/** The members of an upload that matter here. */
export type Publication = Omit<Upload, 'file' | 'url' | 'filekey' | 'filename' | 'stash'> & {readonly filename: string};

/** See {@link upload}. */
export const publish = (session: Session, what: Publishable, publication: Publication, options: Abortable): Promise<PublishedFile> =>
  orUnsaved(
    () => ({...publication, ...whereOf(what, publication)}),
    () => new Publishing(session, what, publication, options).run(),
  );

class Publishing {
  /** Whether it may have been published without an answer that says so. */
  #open = false;
  /** Who sent it, is known once it is sent: the token has told. */
  #user: string | undefined;
  readonly #sentAt = Date.now();
  readonly #session: Session;
  readonly #what: Publishable;
  readonly #publication: Publication;
  readonly #signal: AbortSignal | undefined;

  constructor(session: Session, what: Publishable, publication: Publication, {signal}: Abortable) {
    this.#session = session;
    this.#what = what;
    this.#publication = publication;
    this.#signal = signal;
  }

  async run(): Promise<PublishedFile> {
    try {
      return await untilDone(this.#session, () => this.#attempt(), this.#signal);
    } catch (error) {
      if (!this.#open) throw error;
      const found = this.#signal?.aborted ? undefined : await this.#find(this.#signal).catch(() => undefined);
      if (found) return found;
      throw new OutcomeUnknownError(({signal} = {}) => this.#find(signal), {cause: error, request: (error as Partial<WikiError>).request});
    }
  }

  async #attempt(): Promise<PublishedFile> {
    const before = this.#open && ((await this.#find(this.#signal)) ?? (await this.#underWay()));
    if (before) return before;
    const flight = {open: false};
    const bytes = 'stashed' in this.#what ? this.#what.stashed.imageinfo.size : undefined;
    try {
      return await this.#ended(await askUpload(this.#session, {...this.#publication, ...this.#where}, {signal: this.#signal, bytes, flight}));
    } catch (error) {
      this.#open ||= flight.open;
      this.#user ??= this.#session.user;
      if (isUsed(error)) {
        // Browsers send a POST again by themselves when the connection dies under it: the second meets what the first did.
        const before = this.#open;
        this.#open = true;
        const found = await this.#find(this.#signal);
        if (found) return found;
        this.#open = before;
      }
      throw error;
    }
  }

  /** What the wiki says of what it does in its own time; undefined: it knows of nothing. */
  async #underWay(): Promise<PublishedFile | undefined> {
    if (!this.#publication.async) return undefined;
    const status = await askStatus(this.#session, this.#where, this.#signal).catch((error: unknown) => {
      if (isApiError(error, 'missingresult')) return undefined;
      throw error;
    });
    return status && this.#ended(status);
  }

  /** What came of it; when that takes its time, the wiki is asked until it knows. */
  async #ended(answer: UploadAnswer): Promise<PublishedFile> {
    if (answer.result === 'Poll') {
      this.#open = true;
      return this.#ended(await awaitPoll(this.#session, answer, this.#where, this.#signal).catch((error: unknown) => {
        // Told as what came of it: it has failed.
        if (isApiError(error) && error.code !== 'missingresult' && !(error instanceof LoginError)) this.#open = false;
        throw error;
      }));
    }
    const {result, filename, imageinfo = {}, warnings} = answer;
    if (result === 'Warning' && warnings) {
      this.#open = false;
      throw this.#warning(answer, warnings);
    }
    if (result === 'Success' && filename !== undefined) return {outcome: 'saved', filename, imageinfo, ...(warnings && {warnings})};
    this.#open = true;
    throw new InvalidAnswerError(`The wiki answers “${String(result)}” to an upload, and says no more.`, JSON.stringify(answer).slice(0, 1024));
  }

  #find(signal: AbortSignal | undefined): Promise<PublishedFile | undefined> {
    const {filename, comment = ''} = this.#publication;
    const sent = {filename, comment, user: this.#user, sentAt: this.#sentAt};
    if ('url' in this.#what) return findPublished(this.#session, sent, signal);
    const {sha1, imageinfo, warnings} = this.#what.stashed;
    // The name that the wiki makes of one it does not like.
    const {badfilename} = warnings ?? {};
    return findPublished(this.#session, {...sent, ...(typeof badfilename === 'string' && {filename: badfilename}), sha1, since: imageinfo.timestamp}, signal);
  }

  #warning(answer: UploadAnswer, warnings: NonNullable<UploadAnswer['warnings']>): UploadWarningError<PublishedFile> {
    const stashed = 'stashed' in this.#what ? this.#what.stashed : undefined;
    const filekey = answer.filekey ?? stashed?.filekey;
    const what = stashed && filekey !== undefined ? {stashed: {...stashed, filekey}} : this.#what;
    const again: UploadWarningError<PublishedFile>['publish'] = (changes = {ignorewarnings: true}, options = {}) => publish(this.#session, what, {...this.#publication, ...changes}, options);
    return new UploadWarningError(warnings, filekey, again, {answer: {upload: answer}});
  }

  get #where(): Parameters<typeof askStatus>[1] {
    return whereOf(this.#what, this.#publication);
  }
}

const whereOf = (what: Publishable, {filename}: Publication): Parameters<typeof askStatus>[1] => ('url' in what ? {url: what.url, filename} : {filekey: what.stashed.filekey});

/** What is said when it was published before: the key is gone, or the file is there already. */
const isUsed = (error: unknown): boolean => isApiError(error, 'uploadstash-file-not-found') || isApiError(error, 'fileexists-no-change');
