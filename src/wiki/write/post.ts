/** A write by `wiki.post`. It is not sent again when its answer is lost: what it is, and how safe, is the caller's matter. */
import {checkRequestOptions} from '../../core/request-options.js';
import {lazily} from '../../core/lazily.js';
import type {ApiParams, RequestOptions, Session} from '../../core/session.js';
import {OutcomeUnknownError} from '../../core/write-errors.js';
import type {Kind, Sent, Written} from './kind.js';

/** See {@link Wiki.post}. */
export async function post<Answer extends object>(session: Session, params: ApiParams, options: RequestOptions): Promise<Answer> {
  checkRequestOptions(options);
  const {flight = {open: false}} = options;
  const sentAt = Date.now();
  try {
    return await session.post<Answer>(params, {...options, flight});
  } catch (cause) {
    if (!flight.open) throw cause;
    const {token: _token, ...all} = params;
    const sent: Sent = {params: all, user: session.user, sentAt, before: {}};
    const error = new OutcomeUnknownError((asked = {}) => look(session, sent, asked), {cause, request: (cause as OutcomeUnknownError | undefined)?.request});
    error.unsaved = sent.params;
    throw error;
  }
}

/** What it was before nobody has noted, so that only what came after it was sent is told. */
async function look(session: Session, sent: Sent, options: {signal?: AbortSignal | undefined}): Promise<Written | undefined> {
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
