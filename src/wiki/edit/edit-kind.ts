/** How an edit's answer is read, and by what it is known again. */
import {isObject} from '../../core/check.js';
import {InvalidAnswerError} from '../../core/invalid-answer.js';
import {apiError} from '../../core/refusals.js';
import type {ApiAnswer, ApiParams, Session} from '../../core/session.js';
import {type Captcha, CaptchaNeededError} from '../../core/write-errors.js';
import type {Again, Kind} from '../write/kind.js';
import type {SavedEdit} from './edit.js';
import {findEdit} from './evidence.js';

interface EditAnswer {
  readonly result: 'Success' | 'Failure';
  /** Why not, in the words of an extension that refuses by `Failure`. */
  readonly code?: string;
  readonly info?: string;
  readonly pageid: number;
  readonly title: string;
  readonly new?: boolean;
  readonly nochange?: boolean;
  readonly oldrevid?: number;
  readonly newrevid?: number;
  readonly newtimestamp?: string;
  readonly captcha?: Captcha;
  readonly tempusercreated?: boolean;
  readonly tempusercreatedredirect?: string;
}

/** Somebody was faster; or an earlier copy was. `edit-already-exists`: between the wiki's looking for the page and making it. */
export const conflicts: readonly string[] = ['editconflict', 'articleexists', 'edit-already-exists'];

export const editKind: Kind<SavedEdit> = {token: 'csrf', again, refusesSecondBy: conflicts, read, find: findEdit};

/** A base revision, or that there is none, makes the wiki refuse the second; a base's time lets it through. */
function again({basetimestamp, baserevid, createonly}: ApiParams): Again {
  return basetimestamp === undefined && (baserevid !== undefined || createonly) ? 'refused' : 'twice';
}

function read(session: Session, answer: ApiAnswer): SavedEdit {
  const edit = answer['edit'] as EditAnswer | undefined;
  if (!isObject(edit)) throw new InvalidAnswerError('The wiki answers without a word about the edit.', JSON.stringify(answer).slice(0, 1024));
  const {result, code, info, captcha, nochange, new: created, tempusercreated, tempusercreatedredirect, pageid, title, newrevid, oldrevid, newtimestamp} = edit;
  // The API tells a captcha, and what some extensions refuse, as a success without an error.
  if (captcha) throw new CaptchaNeededError(captcha, {answer});
  if (result !== 'Success') throw apiError([{code: code ?? 'failure', text: info ?? `The wiki answers “${result}” and says no more.`, module: 'edit'}], {answer});
  // The cookies have changed with the new account: the tokens at hand are those of nobody.
  if (tempusercreated) session.changeUser(undefined);
  return {
    outcome: nochange ? 'nochange' : 'saved',
    pageid,
    title,
    ...(newrevid !== undefined && {newrevid}),
    ...(oldrevid !== undefined && {oldrevid}),
    ...(newtimestamp !== undefined && {newtimestamp}),
    ...(created && {new: true}),
    ...(tempusercreated && {tempusercreated: true}),
    ...(tempusercreatedredirect !== undefined && {tempusercreatedredirect}),
  };
}
