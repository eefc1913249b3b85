/** Both sides of a conflict with somebody else. */
import {type ApiError, isApiError} from '../../core/api-errors.js';
import type {Params} from '../../core/params.js';
import type {Session} from '../../core/session.js';
import {EditConflictError} from '../../core/write-errors.js';
import {readRevision, type Revision, type Where} from '../revision.js';

interface Refused {
  readonly title: string;
  /** What was sent. */
  readonly params: Params;
  readonly mine: string;
  readonly refusal: ApiError;
}

/**
 * A text that cannot be read is left out.
 *
 * @returns the refusal itself, where the section that is not there was not there before either
 */
export async function conflict(session: Session, {title, params, mine, refusal}: Refused, signal: AbortSignal | undefined): Promise<ApiError> {
  const {section, pageid, baserevid} = params as {section?: number | string; pageid?: number; baserevid?: number};
  const isGone = isApiError(refusal, gone);
  const read = (where: Where, section?: number | string): Promise<Revision | undefined> => readRevision(session, where, {signal, section}).catch(() => undefined);
  const theirs = await read(pageid === undefined ? {titles: [title]} : {pageids: pageid}, isGone ? undefined : section);
  // By its number alone: under its title, a page that was moved is not found.
  const base = baserevid === undefined ? undefined : await read({revids: baserevid}, section);
  if (isGone && !base) return refusal;
  // A section's number means another section once somebody has put one before it.
  const moved = isGone || (section !== undefined && heading(base?.text) !== heading(theirs?.text));
  return new EditConflictError(refusal, {
    base: base?.text,
    mine,
    theirs: moved ? undefined : theirs?.text,
    theirRevid: theirs?.revid,
    theirUser: theirs?.user,
  });
}

/** The wiki counts the sections of the newest text: of one that others have taken away meanwhile it says that there is none. */
export const gone = 'nosuchsection';

const heading = (text: string | undefined): string | undefined => /^(=+)\s*(.*?)\s*\1\s*$/m.exec(text?.split('\n', 1)[0] ?? '')?.[2];
