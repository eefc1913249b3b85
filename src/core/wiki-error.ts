/** The root of all errors here. */
import type {Params} from './params.js';

/** What was asked when the error came up; secrets (tokens, passwords, captcha answers) are replaced by `***`. */
export interface FailedRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly params: Readonly<Record<string, string>>;
}

/** One entry of an answer's `errors` or `warnings`. */
export interface ApiMessage {
  /** E.g. `badtoken`. */
  readonly code: string;
  /** Plain text in the language asked for. Wikis write these messages: treat it as text, never as HTML. */
  readonly text: string;
  /** The wiki's own markup, where `errorformat=html` was asked for. Hostile until sanitised. */
  readonly html?: string;
  /** The module that said so, e.g. `edit`, `query+revisions` or `main`. */
  readonly module?: string;
  /** What the module adds, e.g. `{blockinfo}` or `{abusefilter}`. */
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface WikiErrorOptions {
  readonly request?: FailedRequest | undefined;
  readonly cause?: unknown;
  readonly hint?: string | undefined;
}

/** The root of the tree. `name` and `code` are enough to recognise a kind, also across two copies of this library. */
export abstract class WikiError extends Error {
  abstract override readonly name: string;
  readonly request: FailedRequest | undefined;
  /** What whoever wrote the program can do about it; the message is for whoever uses it. */
  readonly hint: string | undefined;
  /** Of a write that failed: all that was to be saved, such as its `text`. It is not saved anywhere else: keep it. */
  declare unsaved?: Params;

  constructor(message: string, {request, cause, hint}: WikiErrorOptions = {}) {
    super(message, cause === undefined ? undefined : {cause});
    this.request = request;
    this.hint = hint;
  }
}
