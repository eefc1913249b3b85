/** How many titles, `pageids` or `revids` this user may ask for at once: 50, or 500 with the right `apihighlimits`. */
import type {ApiError} from '../../core/api-errors.js';
import type {ApiAnswer, Session} from '../../core/session.js';
import {anybodysLimit} from './look-up.js';

const highLimit = 500;

interface Known {
  readonly limit: number;
  /** Of whom: the session counts its changes of user. */
  readonly changes: number;
}

const known = new WeakMap<Session, Known>();

/** @returns undefined while the wiki has not told */
export function valueLimit(session: Session): number | undefined {
  if (session.origin.anonymous) return anybodysLimit;
  const told = known.get(session);
  return told?.changes === session.changes ? told.limit : undefined;
}

/** Reads any answer that tells the user's rights. */
export function learnLimit(session: Session, {query}: ApiAnswer): void {
  const rights = (query as {userinfo?: {rights?: unknown}} | undefined)?.userinfo?.rights;
  if (Array.isArray(rights)) remember(session, rights.includes('apihighlimits') ? highLimit : anybodysLimit);
}

/** @returns whether the wiki refused because there were too many values, and said how many it takes */
export function learnFromRefusal(session: Session, {code, errors}: ApiError, asked: number): boolean {
  const limit = (errors[0]?.data as {limit?: unknown} | undefined)?.limit;
  if (code !== 'toomanyvalues' || typeof limit !== 'number' || limit < 1 || limit >= asked) return false;
  remember(session, limit);
  return true;
}

const remember = (session: Session, limit: number): void => void known.set(session, {limit, changes: session.changes});
