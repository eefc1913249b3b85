/**
 * Where nobody edits without an account, the first edit makes a temporary one. Its name is reserved beforehand: so the edit
 * is known again when its answer is lost, and with it the name.
 *
 * @see https://www.mediawiki.org/wiki/Help:Temporary_accounts
 */
import {isApiError} from '../../core/api-errors.js';
import {LoginError} from '../../core/refusals.js';
import type {Session} from '../../core/session.js';
import {unlessAborted} from '../../core/unless-aborted.js';
import {siteFacts} from '../site.js';

const nobodysToken = '+\\';

/** Whether the wiki has such accounts: asked once. */
const enabled = new WeakMap<Session, Promise<boolean>>();

/**
 * @returns undefined for who is somebody, and where there are no such accounts
 * @throws {LoginError} the cookies of the account could not be kept: each edit would make another
 */
export async function reserveName(session: Session, signal: AbortSignal | undefined): Promise<string | undefined> {
  // Who must be somebody is refused by the wiki.
  const isNobody = !session.settings.forceLogin && (session.origin.anonymous || (session.user === undefined && session.tokens.known.get('csrf') === nobodysToken));
  if (!isNobody) return undefined;
  const asked = enabled.get(session) ?? isEnabled(session);
  enabled.set(session, asked);
  asked.catch(() => enabled.delete(session));
  if (!(await unlessAborted(asked, signal))) return undefined;
  if (session.origin.anonymous) {
    const text = 'This wiki makes a temporary account for who edits without one. Asked as nobody, it would make another for each edit.';
    throw new LoginError([{code: 'tempaccount-for-each-edit', text}], {hint: "Edit with {auth: 'cookies'} or an access token; on the wiki’s own pages, cookies are the default."});
  }
  try {
    const {acquiretempusername} = await session.post<{acquiretempusername?: string}>({action: 'acquiretempusername', assert: false}, {signal});
    return acquiretempusername;
  } catch (error) {
    // The user has one by now, or another tab has. The edit itself tells.
    if (isApiError(error)) return undefined;
    throw error;
  }
}

async function isEnabled(session: Session): Promise<boolean> {
  const {version: [major, minor]} = await siteFacts(session);
  // Older ones do not know the question, and would warn.
  if (major === 1 && minor < 42) return false;
  const {query} = await session.get<{query?: {autocreatetempuser?: {enabled?: boolean}}}>({action: 'query', meta: 'siteinfo', siprop: 'autocreatetempuser'});
  return query?.autocreatetempuser?.enabled === true;
}
