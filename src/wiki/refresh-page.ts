/** The page one is on, read anew after it was saved: what MediaWiki's own live editors put in place of what the reader sees. */
import type {Session} from '../core/session.js';
import {type Parsed, parse} from './actions/parse.js';
import {viewedHere, viewHere} from './content-here.js';
import type {SavedEdit} from './edit/edit.js';
import {type Needs, needsOf} from './content-needs.js';

/** All of it is the wiki's HTML: never put it anywhere but through `components/html.ts`. */
export interface RefreshedPage extends Needs {
  readonly revid: number;
  readonly html: string;
  /** HTML. */
  readonly displaytitle: string;
  /** HTML. */
  readonly categorieshtml: string;
  /** Of its table of contents; a skin that has it beside the text shows it for fewer than four, too. */
  readonly sections: NonNullable<Parsed['sections']>;
}

/**
 * Whether this page shows what the edit has changed. A page that did not exist needs the tabs and the title of one that
 * does, so that it has to be loaded.
 */
export function isViewed({apiUrl}: Session, {outcome, pageid, title, newrevid, reverted, new: isNew}: SavedEdit): boolean {
  const viewed = viewedHere(apiUrl);
  // Another edit, saved later, may be shown by now.
  return outcome === 'saved' && newrevid !== undefined && !reverted && !isNew && viewed !== undefined && viewed.pageid === pageid && viewed.title === title && viewed.revid <= newrevid;
}

/**
 * Asks for the page as it was saved, to be shown in the skin and the language variant one is in.
 *
 * @returns undefined where this page does not show it
 * @throws {ApiError} `nosuchrevid` where the wiki has deleted it meanwhile, …
 */
export async function refreshedPage(session: Session, saved: SavedEdit): Promise<RefreshedPage | undefined> {
  const {newrevid} = saved;
  if (newrevid === undefined || !isViewed(session, saved)) return undefined;
  const parsed = await parse(session, {
    oldid: newrevid,
    prop: ['text', 'modules', 'jsconfigvars', 'categorieshtml', 'displaytitle', 'sections'],
    disablelimitreport: true,
    ...viewHere(session.apiUrl),
  });
  const {text = '', displaytitle = '', sections = []} = parsed;
  const categories = parsed['categorieshtml'];
  return {revid: newrevid, html: text, displaytitle, categorieshtml: typeof categories === 'string' ? categories : '', sections: parsed['hidetoc'] ? [] : sections, ...needsOf(parsed)};
}
