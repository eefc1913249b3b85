/** How answers to writes are read. */
import {isObject} from '../../../core/check.js';
import {InvalidAnswerError} from '../../../core/invalid-answer.js';
import {apiError} from '../../../core/refusals.js';
import type {ApiAnswer, Session} from '../../../core/session.js';
import type {ApiMessage} from '../../../core/wiki-error.js';
import {withoutTokens} from '../../../core/without-tokens.js';
import type {Sent} from '../kind.js';
import {asText, type Done} from './action.js';

type Read = (session: Session, answer: ApiAnswer, sent: Sent) => Done;

/** One object, or a word such as `success`, under the action's name. */
export function reader(name: string, nochange: (told: Readonly<Record<string, unknown>>) => boolean = () => false): Read {
  return (_session, answer) => {
    const told = answer[name];
    if (typeof told === 'string') return {outcome: 'saved'};
    if (!isObject(told)) throw nothing(name, answer);
    const members = told as Readonly<Record<string, unknown>>;
    return {outcome: nochange(members) ? 'nochange' : 'saved', ...members};
  };
}

/** One row of a list: what became of one page, or one change. */
export interface Row {
  readonly [member: string]: unknown;
  readonly errors?: readonly ApiMessage[];
}

/**
 * A list, one row for each.
 *
 * @param wrong - why a row failed; undefined: it did not
 * @throws {ApiError} none succeeded; {@link refusedRows} has them
 */
export function rowsReader(name: string, wrong: (row: Row) => ApiMessage | undefined, nochange: (row: Row) => boolean = () => false): Read {
  return (_session, answer) => {
    const {[name]: rows, batchcomplete: _complete, curtimestamp: _now, requestid: _id, servedby: _by, warnings: _warnings, ...beside} = answer;
    if (!isObject(rows) && !Array.isArray(rows)) throw nothing(name, answer);
    const all = (Array.isArray(rows) ? rows : []) as readonly Row[];
    const failures = all.map(wrong).filter((failure) => failure !== undefined);
    const [first, ...others] = failures;
    if (first && failures.length === all.length) {
      const refusal = apiError([first, ...others], {answer});
      refused.set(refusal, {outcome: 'nochange', [name]: rows, ...beside});
      throw refusal;
    }
    return {outcome: all.length > 0 && all.every((row) => wrong(row) !== undefined || nochange(row)) ? 'nochange' : 'saved', [name]: rows, ...beside};
  };
}

const refused = new WeakMap<object, Done>();

/** The rows of which none succeeded, where that is the refusal: of a longer list, others may. */
export const refusedRows = (error: unknown): Done | undefined => (isObject(error) ? refused.get(error) : undefined);

/** Why a page was not taken, as the API marks it. */
export function wrongPage({invalid, invalidreason, title, pageid, missing, special, errors}: Row): ApiMessage | undefined {
  const {text} = (invalidreason ?? {}) as {text?: string};
  if (invalid === true) return {code: 'invalidtitle', text: text ?? `“${asText(title)}” is no valid title.`};
  if (special === true) return {code: 'pagecannotexist', text: `“${asText(title)}” is a special page.`};
  if (missing === true && title === undefined) return {code: 'nosuchpageid', text: `There is no page with the number ${asText(pageid)}.`};
  return errors?.[0];
}

const nothing = (name: string, answer: ApiAnswer): InvalidAnswerError => new InvalidAnswerError(`The wiki answers without a word about “${name}”.`, withoutTokens(JSON.stringify(answer).slice(0, 1024)));
