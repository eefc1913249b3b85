/** A page of which a revision has been read, as far as an edit of it needs. */
import type {Page} from '../page.js';

export function read(page: Page, revid = 12): Page {
  page['memory'].base = {pageid: 7, revid};
  return page;
}
