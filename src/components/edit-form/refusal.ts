/** Why a save did not happen, as one of the states the form can show. */
import {codesOf, textsOf} from '../words.js';

export type RefusalState =
  | 'abuse-disallowed'
  | 'abuse-warning'
  | 'bad-json'
  | 'blocked'
  | 'captcha'
  | 'conflict'
  | 'deleted'
  | 'error'
  | 'loggedout'
  | 'network'
  | 'protected'
  | 'ratelimited'
  | 'refused'
  | 'spam'
  | 'title-blacklist'
  | 'too-big'
  | 'unknown'
  | 'wiki-readonly';

export interface Refusal {
  readonly state: RefusalState;
  readonly error: unknown;
  /** The wiki's words; there can be several. */
  readonly texts: readonly string[];
  /** The answer to a captcha so far. */
  readonly word?: string;
  /** The captcha before was answered wrongly. */
  readonly again?: boolean;
  /** Whether it was looked for the edit whose answer was lost. */
  readonly checked?: 'checking' | 'failed' | 'not found';
  /** Why looking failed. */
  readonly checkError?: unknown;
}

/** What is thrown by saving, sorted. */
export function refusalOf(error: unknown): Refusal {
  return {state: stateOf(error), error, texts: textsOf(error)};
}

/** By name, not by class: the error may come from another copy of this library. */
const byName: Readonly<Record<string, RefusalState>> = {
  CaptchaNeededError: 'captcha',
  EditConflictError: 'conflict',
  OutcomeUnknownError: 'unknown',
  NetworkError: 'network',
  HttpError: 'network',
  InvalidAnswerError: 'network',
};

/** The strongest reason first: a refusal may name several. */
const byCode: readonly (readonly [RefusalState, RegExp])[] = [
  ['blocked', /^(auto|global)?blocked|^blocked-/],
  ['loggedout', /^assert.*failed$|^notloggedin$|^login-/],
  ['protected', /protected|denied$|^(noedit|cantcreate|nocreate-|confirmemail$|acct_creation_)/],
  ['title-blacklist', /^titleblacklist-/],
  ['wiki-readonly', /^readonly$/],
  ['deleted', /^(missingtitle|nosuchpageid|pagedeleted|edit-gone-missing)$/],
  ['abuse-disallowed', /^abusefilter-(?!warning$)/],
  ['abuse-warning', /^abusefilter-warning$/],
  ['spam', /^spam/],
  ['too-big', /^contenttoobig$/],
  ['bad-json', /^invalid-json-data$/],
  ['ratelimited', /^(ratelimited|actionthrottledtext)$/],
];

function stateOf(error: unknown): RefusalState {
  const name = error instanceof Error ? byName[error.name] : undefined;
  if (name) return name;
  const codes = codesOf(error);
  // What is left is mostly an extension's, with a code and words of its own.
  return byCode.find(([, pattern]) => codes.some((code) => pattern.test(code)))?.[0] ?? (codes[0] ? 'refused' : 'error');
}
