/** Summaries a user wrote before, to be chosen again. */
import type {Session} from '../../../core/session.js';
import {ask} from '../../../wiki/query/look-up.js';

interface ContributionsAnswer {
  readonly query?: {readonly usercontribs?: readonly {readonly comment?: string}[]};
}

/** What a wiki lists at once for anybody. */
const mostListed = 500;

/**
 * Each once, newest first, without the name of a section: of the last 500 edits. One request.
 *
 * @throws {ApiError} and the other kinds of {@link WikiError}
 * @see https://www.mediawiki.org/wiki/API:Usercontribs
 */
export async function ownSummaries(session: Session, user: string): Promise<readonly string[]> {
  const {query} = await ask<ContributionsAnswer>(session, {action: 'query', list: 'usercontribs', ucuser: [user], ucprop: ['comment'], uclimit: mostListed}, {}, 'one');
  const all = (query?.usercontribs ?? []).map(({comment = ''}) => comment.replace(/^\/\*.*?\*\/\s*/, '').trim());
  return [...new Set(all.filter(Boolean))];
}
