/** What the wiki takes without a token, from anybody, and as often as it comes. */
import type {ApiParams, Session} from '../../core/session.js';
import {WikiError} from '../../core/wiki-error.js';
import {OutcomeUnknownError} from '../../core/write-errors.js';
import type {Action, Done} from './kinds/action.js';
import {Patience} from './patience.js';

/** @throws {OutcomeUnknownError} no answer came; there is nothing to know it by */
export async function freely(session: Session, action: Action, params: ApiParams, signal: AbortSignal | undefined): Promise<Done> {
  const patience = new Patience(session.settings.retry);
  for (;;) {
    const flight = {open: false};
    try {
      const answer = await session.post(params, {signal, flight});
      return action.read(session, answer, {params, user: session.user, sentAt: Date.now(), before: {}});
    } catch (error) {
      const told = flight.open ? await patience.wait(error, signal).then((goOn) => (goOn ? undefined : unknown(error)), unknown) : error;
      if (told instanceof WikiError) told.unsaved = params;
      if (told !== undefined) throw told;
    }
  }
}

const unknown = (cause: unknown): OutcomeUnknownError => new OutcomeUnknownError(() => Promise.resolve(undefined), {cause});
