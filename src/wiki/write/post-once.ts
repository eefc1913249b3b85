/**
 * `wiki.post` with a token. It is not sent again: what it is, and how safe, is the caller's matter. When its answer is lost,
 * what is known of its action here tells where to look for it.
 */
import type {Abortable} from '../../core/abortable.js';
import {lazily} from '../../core/lazily.js';
import {checkRequestOptions, type RequestOptions} from '../../core/request-options.js';
import type {ApiParams, Session} from '../../core/session.js';
import {OutcomeUnknownError} from '../../core/write-errors.js';
import type {WikiError} from '../../core/wiki-error.js';
import type {Kind, Sent, Written} from './kind.js';
import {withUnsaved} from './unsaved.js';

/** @throws {OutcomeUnknownError} no answer came */
export async function postOnce<Answer extends object>(session: Session, params: ApiParams, options: RequestOptions): Promise<Answer> {
  checkRequestOptions(options);
  const {flight = {open: false}} = options;
  const sentAt = Date.now();
  try {
    return await session.post<Answer>(params, {...options, flight});
  } catch (error) {
    throw flight.open ? outcomeUnknown(session, params, error, sentAt) : error;
  }
}

/** @param sentAt - by this device's clock, in milliseconds since 1970 */
function outcomeUnknown(session: Session, {token: _token, ...params}: ApiParams, cause: unknown, sentAt: number): unknown {
  const sent: Sent = {params, user: session.user, sentAt, before: {}};
  const error = new OutcomeUnknownError((options = {}) => look(session, sent, options), {cause, request: (cause as Partial<WikiError> | undefined)?.request});
  return withUnsaved(error, params);
}

/** What it was before nobody has noted, so that only what came after it was sent is told. */
async function look(session: Session, sent: Sent, options: Abortable): Promise<Written | undefined> {
  const {action, baserevid, createonly} = sent.params;
  if (action === 'edit') {
    if (baserevid === undefined && !createonly) return undefined;
    const {editKind} = await lazily(() => import('../edit/edit-kind.js'));
    return (await editKind.find?.(session, {...sent, before: {revid: createonly ? 0 : Number(baserevid)}}, options))?.result;
  }
  const {actions} = await lazily(() => import('./actions.js'));
  const kind = (actions as Readonly<Record<string, Kind>>)[action];
  return (await kind?.find?.(session, sent, options))?.result;
}
