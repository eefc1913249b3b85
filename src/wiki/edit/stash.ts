/**
 * Lets the wiki parse an edit before it is saved, so that saving is quicker: MediaWiki's own form does so when its
 * summary gets the focus.
 *
 * @see https://www.mediawiki.org/wiki/API:Stashedit
 */
import {isText} from '../../core/check.js';
import type {Session} from '../../core/session.js';
import {shown} from '../../core/shown.js';

/** An edit of a page that exists. */
export interface StashedEdit {
  readonly title: string;
  readonly text: string;
  /** The revision it is based on. */
  readonly baserevid: number;
  readonly section?: number | string | undefined;
  readonly summary?: string | undefined;
  readonly contentmodel?: string | undefined;
  readonly contentformat?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * A new section is not stashed, as in MediaWiki: its heading is still being written.
 *
 * @returns whether the wiki has it now; what it refuses, and what fails on the way, is no more than that
 * @throws {TypeError} names the argument
 */
export async function stashEdit(session: Session, edit: StashedEdit): Promise<boolean> {
  const {title, text, baserevid, section, summary, contentmodel = 'wikitext', contentformat = 'text/x-wiki', signal} = edit;
  if (!isText(title)) throw new TypeError(`title: ${shown(title)} given, a title expected`);
  if (typeof text !== 'string') throw new TypeError(`text: ${shown(text)} given, a string expected`);
  if (!Number.isInteger(baserevid) || baserevid <= 0) throw new TypeError(`baserevid: ${shown(baserevid)} given, a revision’s number expected`);
  if (section === 'new') return false;
  try {
    const params = {action: 'stashedit', title, section, text, summary: summary ?? '', contentmodel, contentformat, baserevid};
    const {stashedit} = await session.post<{stashedit?: {status?: string}}>(params, {token: 'csrf', retry: false, signal});
    return stashedit?.status === 'stashed';
  } catch {
    return false;
  }
}
