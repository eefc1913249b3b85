/** What MediaWiki's AuthManager says in each step, read from the API's answer. Its texts become plain: wikis write them. */
import {isObject} from '../core/check.js';
import {htmlToText} from '../core/html-to-text.js';

/** @see https://www.mediawiki.org/wiki/API:Authmanagerinfo */
export interface AuthField {
  readonly type: 'string' | 'password' | 'select' | 'multiselect' | 'checkbox' | 'button' | 'hidden' | 'null' | (string & {});
  readonly label?: string;
  readonly help?: string;
  /** What a `hidden` field is to be sent with, what a `null` field shows, what another begins with. */
  readonly value?: string;
  /** Of `select` and `multiselect`: the words of each value. */
  readonly options?: Readonly<Record<string, string>>;
  /** Whether it may stay empty. */
  readonly optional?: boolean;
  /** Whether it is to be kept secret, as a password is. */
  readonly sensitive?: boolean;
}

/** One way to go on, such as a name with a password, or a code of a second factor. */
export interface AuthRequest {
  readonly id: string;
  readonly required?: 'optional' | 'required' | 'primary-required' | (string & {});
  readonly provider?: string;
  readonly account?: string;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly fields: Readonly<Record<string, AuthField>>;
}

/**
 * `PASS`: done. `FAIL`: refused, from the beginning. `UI`: the fields of some of the requests are wanted. `REDIRECT`: the
 * user has to go to `redirecttarget`, and comes back with what to send. `RESTART`: known elsewhere, but to no account
 * here: who logs in with one now, may link them.
 */
export type AuthStatus = 'PASS' | 'FAIL' | 'UI' | 'REDIRECT' | 'RESTART';

/** What the wiki says after each submission. */
export interface AuthStep {
  readonly status: AuthStatus;
  /** With `PASS`. */
  readonly username?: string;
  /** In the language asked for: plain text. */
  readonly message?: string;
  readonly messagecode?: string;
  /** What is wanted next; with `REDIRECT`, what the user comes back with. */
  readonly requests: readonly AuthRequest[];
  readonly redirecttarget?: string;
  readonly redirectdata?: unknown;
  /** With `FAIL`: what was right so far can be kept. */
  readonly canpreservestate?: boolean;
}

/** What is sent, by the names of the fields. */
export type AuthValues = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** As the API gives it. */
export interface AuthAnswer {
  readonly status?: AuthStatus;
  readonly username?: string;
  readonly message?: string;
  readonly messagecode?: string;
  readonly requests?: readonly RawRequest[];
  /** Where one list of fields was asked for; then the requests have none. */
  readonly fields?: RawRequest['fields'];
  readonly redirecttarget?: string;
  readonly redirectdata?: unknown;
  readonly canpreservestate?: boolean;
}

/** PHP writes what is empty as a list. */
type RawRequest = Omit<AuthRequest, 'fields'> & {readonly fields?: Readonly<Record<string, AuthField>> | readonly never[]};

export function readStep(answer: AuthAnswer, status: AuthStatus): AuthStep {
  const {requests, fields, message, ...told} = answer;
  const all = fields ? [{id: '', fields}] : (requests ?? []);
  return {...told, status, ...(message !== undefined && {message: htmlToText(message)}), requests: all.map(readRequest)};
}

const readRequest = ({fields = {}, ...request}: RawRequest): AuthRequest => ({...request, fields: isObject(fields) ? Object.fromEntries(Object.entries(fields as AuthRequest['fields']).map(([name, field]) => [name, readField(field)])) : {}});

function readField(field: AuthField): AuthField {
  const {label, help, options} = field;
  return {
    ...field,
    ...(label !== undefined && {label: htmlToText(label)}),
    ...(help !== undefined && {help: htmlToText(help)}),
    ...(options && {options: Object.fromEntries(Object.entries(options).map(([value, words]) => [value, htmlToText(words)]))}),
  };
}

/** The names of all fields that may be sent. */
export const fieldNames = (requests: readonly AuthRequest[]): string[] => requests.flatMap(({fields}) => Object.keys(fields));
