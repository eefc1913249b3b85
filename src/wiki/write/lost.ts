/** A write by `wiki.post` whose answer was lost. */
import {lazily} from '../../core/lazily.js';
import type {ApiParams, Session} from '../../core/session.js';
import {OutcomeUnknownError} from '../../core/write-errors.js';
import type {Kind, Sent, Written} from './kind.js';

/** @param sentAt - by this device's clock, in milliseconds since 1970 */
export function outcomeUnknown(session: Session, params: ApiParams, cause: unknown, sentAt: number): OutcomeUnknownError {
  const {token: _token, ...all} = params;
  const sent: Sent = {params: all, user: session.user, sentAt, before: {}};
  const error = new OutcomeUnknownError((options = {}) => look(session, sent, options), {cause, request: (cause as OutcomeUnknownError | undefined)?.request});
  error.unsaved = sent.params;
  return error;
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
