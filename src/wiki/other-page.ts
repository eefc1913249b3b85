/** Why a page has not the revision it was asked for: it belongs to another page, or is nowhere. */
import type {Session} from '../core/session.js';
import type {RevisionsAnswer} from './revision.js';

/** @param title - of the page that was asked */
export async function whoseRevision(session: Session, title: string, revid: number | undefined, signal: AbortSignal | undefined): Promise<string> {
  const {query} = await session.get<RevisionsAnswer>({action: 'query', revids: revid}, {signal});
  const other = query?.pages?.[0]?.title;
  return other === undefined ? `“${title}” has no revision ${revid}.` : `Revision ${revid} is of “${other}”, not of “${title}”.`;
}
