/**
 * What each action tells of itself, so that it can be applied exactly once: how it is read, how the wiki takes it a second
 * time, and by what on the wiki it is known again when its answer is lost.
 */
import type {Abortable} from '../../core/abortable.js';
import type {ApiError} from '../../core/api-errors.js';
import type {Params} from '../../core/params.js';
import type {ApiAnswer, ApiParams, Session} from '../../core/session.js';
import type {TokenType} from '../../core/tokens.js';

/** A write as it goes out: plain data, so that it can be kept until its answer is known. */
export interface Sent {
  /** All but the token. */
  readonly params: ApiParams;
  /** As whom; undefined: nobody was logged in, or under a name not known here. */
  readonly user: string | undefined;
  /** When it was first sent: by this device's clock, in milliseconds since 1970. */
  readonly sentAt: number;
  /** How the wiki was before: what is evidence comes after it. Each kind has its own members, such as `{revid}` or `{logid}`. */
  readonly before: Readonly<Record<string, string | number | boolean | undefined>>;
  /** What else was sent in this call, and may have been applied. */
  readonly earlier?: readonly ApiParams[];
}

/** What became of a write; the members of the wiki's own answer stand beside these. */
export interface Written {
  /** `nochange`: it was so already. */
  readonly outcome: 'saved' | 'nochange';
  /** Found on the wiki after its answer was lost. */
  readonly recovered?: true;
}

/**
 * How the wiki takes the same request once more. `refused`: it refuses, or makes nothing of it. `same`: it makes no
 * difference. `twice`: it does it again, so that it is never sent again.
 */
export type Again = 'refused' | 'same' | 'twice';

/** One action. Nothing here is of one call alone: what a call needs is in {@link Sent}. */
export interface Kind<Result extends Written = Written> {
  /** Absent: the wiki takes it without one, and from anybody. */
  readonly token?: TokenType;
  readonly again: Again | ((params: ApiParams) => Again);
  /** The codes by which it refuses the second of two copies, where `again` is `refused`. */
  readonly refusesSecondBy?: readonly string[];
  /** @throws {ApiError} what the wiki refuses without calling it an error, such as a captcha */
  read(session: Session, answer: ApiAnswer, sent: Sent): Result;
  /** Looks for it on the wiki. Absent: it leaves no trace. */
  find?(session: Session, sent: Sent, options: Abortable): Promise<Found<Result>>;
}

/** What looking told. */
export interface Found<Result extends Written> {
  /** What was done; undefined when nothing is proven to be it. */
  readonly result?: Result | undefined;
  /** There is something that may be it, or may be another: nobody can say. */
  readonly unclear?: boolean | undefined;
  /** Of a page: the newest revision that was looked at. What is sent next rests on it, as nothing later was seen. */
  readonly newest?: number | undefined;
}

/** What goes out next; or what there is to tell when nothing has to go out. */
export type Prepared<Result extends Written> = Pick<Sent, 'params' | 'before'> | {readonly done: Result};

/** What is to be written. */
export interface Write<Result extends Written> {
  readonly kind: Kind<Result>;
  /** What the caller gave, for whoever is told that it was not saved. */
  readonly given: Params;
  /** The page, user or file it is about: what is written about one thing is written one after the other, over all tabs. */
  readonly target: string;
  /** What goes out, and how the wiki is now. Asked when it is this write's turn. */
  prepare(options: Abortable): Promise<Prepared<Result>>;
  /**
   * After a refusal: what to send instead. Undefined: nothing, the refusal stands.
   *
   * @param found - what looking told after that refusal
   */
  instead?(refusal: ApiError, sent: Sent, found: Found<Result>, options: Abortable): Promise<Prepared<Result> | undefined>;
  /** The refusal as the caller is told it. */
  refusal?(refusal: ApiError, sent: Sent, options: Abortable): Promise<ApiError>;
  /** Told of what was saved, also when that is found out later by `check()`. */
  learn?(result: Result): void;
}
