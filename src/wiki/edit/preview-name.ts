/** The name of a temporary account, so that a signature in a preview is the one that will be saved. */
import {unlessAborted} from '../../core/unless-aborted.js';
import type {Session} from '../../core/session.js';
import {reserveName} from './temporary-account.js';

/** Reserving writes, so it is done once for each user of a session; the edit gets the same name again. */
const reserved = new WeakMap<Session, {readonly changes: number; readonly done: Promise<unknown>}>();

/**
 * Where a text says who saves it. What cannot be reserved spoils no preview: the wiki then shows a name of its own making.
 *
 * @throws the signal's reason
 */
export async function nameForPreview(session: Session, text: string, signal: AbortSignal | undefined): Promise<void> {
  if (!/~{3}|REVISIONUSER/.test(text)) return;
  const {changes} = session;
  const known = reserved.get(session);
  if (known?.changes !== changes) reserved.set(session, {changes, done: reserveName(session, undefined).catch(() => {})});
  await unlessAborted(reserved.get(session)?.done ?? Promise.resolve(), signal);
}
