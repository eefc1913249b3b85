/** What only writes meet. A file of its own, so that who only reads does not load it. */
import {ApiError, type ApiErrorOptions} from './api-errors.js';
import {type ApiMessage, WikiError, type WikiErrorOptions} from './wiki-error.js';

/** Both sides of an edit conflict, and what they started from. */
export interface Conflict {
  /** The text the edit was made on; undefined when the page did not exist, or that revision is hidden. */
  readonly base: string | undefined;
  /** The text that was refused. It is not saved anywhere else: keep it. */
  readonly mine: string;
  /** What the page holds now; undefined when that is hidden. */
  readonly theirs: string | undefined;
  /** The revision `theirs` is: the base of the next attempt. */
  readonly theirRevid: number | undefined;
  readonly theirUser?: string | undefined;
}

/** Somebody else saved first and the wiki could not merge (`editconflict`, `articleexists`; `nosuchsection`: that section is gone). Nothing was saved. */
export class EditConflictError extends ApiError {
  override readonly name: string = 'EditConflictError';
  readonly conflict: Conflict;

  constructor(refusal: ApiError, conflict: Conflict) {
    super(refusal.errors, {request: refusal.request, cause: refusal, answer: refusal.answer});
    this.conflict = conflict;
  }

  get base(): string | undefined {
    return this.conflict.base;
  }

  get mine(): string {
    return this.conflict.mine;
  }

  get theirs(): string | undefined {
    return this.conflict.theirs;
  }
}

/** What a captcha asks. Which fields there are depends on its kind. */
export interface Captcha {
  readonly type: string;
  readonly mime?: string;
  /** Good for one answer; a wrong one brings a new id. */
  readonly id?: string;
  readonly question?: string;
  readonly url?: string;
  readonly key?: string;
}

/** The wiki wants a captcha solved; send the same again with `captchaid` and `captchaword`. Nothing was saved. */
export class CaptchaNeededError extends ApiError {
  override readonly name: string = 'CaptchaNeededError';
  readonly captcha: Captcha;

  constructor(captcha: Captcha, options: ApiErrorOptions = {}) {
    super([{code: 'captcha', text: 'The wiki asks for a captcha before it saves this.', module: 'edit'}], options);
    this.captcha = captcha;
  }
}

/** By their names: `exists: 'Oslo.jpg'`, `duplicate: ['Bergen.jpg']`, `badfilename`, `was-deleted`, `nochange`, … */
export type UploadWarnings = Readonly<Record<string, unknown>>;

/**
 * The wiki has the file in its stash and warns of publishing it. Nothing was published. The code is the first warning's
 * name, e.g. `exists`.
 */
export class UploadWarningError<Saved = unknown> extends ApiError {
  override readonly name: string = 'UploadWarningError';
  readonly warnings: UploadWarnings;
  /** Of the file in the stash; undefined when the wiki fetches it itself and has not kept it. */
  readonly filekey: string | undefined;
  /**
   * Publishes it all the same, or under another name: `publish({filename: 'Oslo 2.jpg'})`.
   *
   * @param changes - to what was given with the upload; default: `{ignorewarnings: true}`
   */
  readonly publish: (changes?: {readonly filename?: string; readonly ignorewarnings?: boolean}, options?: {readonly signal?: AbortSignal | undefined}) => Promise<Saved>;

  constructor(warnings: UploadWarnings, filekey: string | undefined, publish: UploadWarningError<Saved>['publish'], options: ApiErrorOptions = {}) {
    const text = `The wiki warns of this upload: ${Object.entries(warnings).map(warned).join('; ')}.`;
    const [first = 'warning', ...others] = Object.keys(warnings);
    const told = (code: string): ApiMessage => ({code, text, module: 'upload', data: {[code]: warnings[code]}});
    super([told(first), ...others.map(told)], {hint: 'publish() goes on; the file is not sent again.', ...options});
    this.warnings = warnings;
    this.filekey = filekey;
    this.publish = publish;
  }
}

const warned = ([name, about]: [string, unknown]): string => {
  const names = [about].flat().filter((each) => typeof each === 'string' && each !== '');
  return names.length > 0 ? `${name} (${names.join(', ')})` : name;
};

/** A write was sent and its outcome is not known: it may have been applied. Sending it again may double it. */
export class OutcomeUnknownError<Saved = unknown> extends WikiError {
  override readonly name = 'OutcomeUnknownError';
  /**
   * Looks for the write on the wiki.
   *
   * @returns what was saved, or undefined when nothing there is proven to be it. A write that is still running leaves no
   * trace, and one that the wiki changed beyond recognition proves nothing: undefined is no proof that it was not, or
   * will not be, applied.
   */
  readonly check: (options?: {signal?: AbortSignal | undefined}) => Promise<Saved | undefined>;

  constructor(check: OutcomeUnknownError<Saved>['check'], options: WikiErrorOptions = {}) {
    const why = whyUnknown(options.cause as Partial<ApiError> | undefined);
    super(`${why}: it may have been saved. Look before sending it again.`, {hint: 'check() looks for it on the wiki.', ...options});
    this.check = check;
  }
}

function whyUnknown({name, code, message}: Partial<ApiError> = {}): string {
  if (name === 'AbortError') return 'This was given up after it was sent';
  if (code === undefined) return 'The connection failed after this was sent';
  return code.startsWith('internal_api_error_') ? `The wiki failed while it worked on this (${message})` : `The answer to this was lost, and sent again it was refused (${message})`;
}
