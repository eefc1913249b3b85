/** What was asked before the form was there: a form for the same opens with it, and the wiki is not asked again. */
import {checkOptions} from '../../core/check.js';
import type {Session} from '../../core/session.js';
import {type EditOpening, openEdit, type OpenEditOptions, openingRules} from './opening.js';

interface Ahead {
  readonly place: string;
  readonly opening: Promise<EditOpening>;
}

/** The newest question alone: one form is opened by one click. */
const asked = new WeakMap<Session, Ahead>();

/** Code takes no longer, and the text is hardly another one yet. */
const keptMs = 30_000;

/**
 * Asks as {@link openEdit} does; what the wiki refuses, the form is told.
 *
 * @throws {TypeError} a wrong option
 */
export function askAhead(session: Session, title: string, options: OpenEditOptions): void {
  checkOptions(options, openingRules);
  const opening = openEdit(session, title, options);
  opening.catch(() => {});
  const ahead = {place: placeOf(session, title, options), opening};
  asked.set(session, ahead);
  setTimeout(() => asked.get(session) === ahead && asked.delete(session), keptMs);
}

/** Opens as {@link openEdit} does, once with what was asked ahead. */
export function openAsked(session: Session, title: string, options: OpenEditOptions): Promise<EditOpening> {
  const ahead = asked.get(session);
  if (ahead?.place !== placeOf(session, title, options)) return openEdit(session, title, options);
  asked.delete(session);
  return ahead.opening;
}

/** Of another user, rights and token are others. */
const placeOf = ({changes}: Session, title: string, {section, preload, preloadparams, editintro}: OpenEditOptions): string => JSON.stringify([changes, title, section, preload, preloadparams, editintro]);
