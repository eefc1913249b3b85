/** What the edit form does after saving: made a file of by `refresh-page.spec.ts`, for pages of the test wiki. */
import {refreshPage} from '../src/components/edit-form/refresh/refresh-page.js';
import {wikiHere} from '../src/wiki/here.js';

/** Saves the page one is on, and shows it. @returns whether it is shown */
export async function save(title: string, text: string): Promise<boolean> {
  const wiki = wikiHere();
  const saved = await wiki.page(title).edit({text, summary: 'e2e'});
  return refreshPage(document.body.appendChild(document.createElement('div')), wiki.session, saved);
}
