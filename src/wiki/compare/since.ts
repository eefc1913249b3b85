/** What was changed on a page since somebody looked at it last. */
import {pageConfig} from '../../core/page-config.js';
import type {Session} from '../../core/session.js';
import {ask} from '../query/look-up.js';
import {askSides, type Sides} from './ask-sides.js';
import type {Opened} from './diff-opening.js';
import type {OpenDiffOptions, Since} from './diff-request.js';
import {type RevisionSide, sidesOf} from './diff-side.js';
import {existing, noPage, refuse} from './refusals.js';

export const since = (session: Session, page: string, what: Since, options: OpenDiffOptions): Promise<Opened> =>
  what === 'my-last-edit' ? sinceMine(session, page, options) : sinceOthers(session, page, options);

/** Both sides are the same where nobody has edited since. */
async function sinceMine(session: Session, title: string, options: OpenDiffOptions): Promise<Opened> {
  const name = session.user ?? (await nameOf(session, options.signal));
  const sides = await askSides(session, {titles: [title], rvuser: name, rvlimit: 1}, options);
  const [from] = sidesOf(sides.pages);
  const page = sides.pages[0];
  if (!page?.lastrevid) throw await noPage(sides, title);
  if (!from) throw refuse('neveredited', `${name} has never edited “${page.title}”.`);
  if (from.revid === page.lastrevid) return {...sides.context, from, to: from};
  const newest = await askSides(session, {revids: page.lastrevid}, {...options, messages: []});
  return {...sides.context, from, to: existing(sidesOf(newest.pages), page.lastrevid)};
}

/** Whoever the cookies say, where no request has asserted a name yet; nobody has the name of an address. */
async function nameOf(session: Session, signal: AbortSignal | undefined): Promise<string> {
  const here = pageConfig(session)?.('wgUserName');
  if (typeof here === 'string') return here;
  const {query} = await ask<{query?: {userinfo?: {name?: string}}}>(session, {action: 'query', meta: 'userinfo'}, {signal});
  return query?.userinfo?.name ?? '';
}

/**
 * Mostly the newest author has made one edit. Where there were several, the wiki leaves out that author's, and from who
 * may not see them also those whose author is hidden.
 */
async function sinceOthers(session: Session, title: string, options: OpenDiffOptions): Promise<Opened> {
  const sides = await askSides(session, {titles: [title], rvlimit: 2}, options);
  const [to, before] = sidesOf(sides.pages);
  if (!to) throw await noPage(sides, title);
  if (!before || !isSameAuthor(to, before)) return {...sides.context, from: before, to};
  const others = await askSides(session, {pageids: to.page.pageid, rvstartid: before.revid, rvexcludeuser: to.user, rvlimit: 1}, {...options, messages: []});
  return {...sides.context, from: firstOf(others), to};
}

const isSameAuthor = (one: RevisionSide, other: RevisionSide): boolean => one.user !== undefined && one.user === other.user;

const firstOf = ({pages}: Sides): RevisionSide | undefined => sidesOf(pages)[0];
