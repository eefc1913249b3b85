/**
 * After saving, the page around shows what was saved, without being loaded again: by the hooks MediaWiki's own live
 * editors use, so that gadgets and extensions get to work on it. Loaded when something is saved on a page of the wiki.
 *
 * @see https://doc.wikimedia.org/mediawiki-core/master/js/Hooks.html
 */
import type {Session} from '../../../core/session.js';
import {announce, announceContent, loadForContent, setRevisionHere} from '../../../wiki/content-here.js';
import type {SavedEdit} from '../../../wiki/edit/edit.js';
import {isViewed, refreshedPage, type RefreshedPage} from '../../../wiki/refresh-page.js';
import {harmless, isAtHome} from '../../html.js';
import {holds, refocus} from './place.js';

/**
 * Shows what was saved in place of what the reader sees. It never throws: where it cannot be done, all stays as it is.
 *
 * @param form - what has saved; what it stands in is not replaced
 * @returns whether the page shows it now
 */
export async function refreshPage(form: HTMLElement, session: Session, saved: SavedEdit): Promise<boolean> {
  try {
    if (!isAtHome(session.apiUrl) || !contentBeside(form)) return false;
    const page = await refreshedPage(session, saved);
    // Meanwhile the reader may have gone on, and the form may have been moved.
    const content = contentBeside(form);
    const fresh = page && whole(page.html);
    if (!page || !content || !fresh || !isViewed(session, saved)) return false;
    show(page, content, fresh, session.apiUrl);
    announce(session.apiUrl, 'postEdit', {tempUserCreated: saved.tempusercreated === true});
    return true;
  } catch (error) {
    console.warn(error);
    return false;
  }
}

/** What the parser has made, on a page that shows some; not a preview of it, and nothing that is being written. */
function contentBeside(form: HTMLElement): HTMLElement | undefined {
  const content = document.querySelector<HTMLElement>('#mw-content-text > .mw-parser-output');
  return content && !holds(content, form) && !content.querySelector('wiki-edit-form') ? content : undefined;
}

/** Undefined where something would be missing: extensions write forms and frames, which our door takes out, and a page loaded anew has them. */
function whole(html: string): HTMLElement | undefined {
  if (/<(script|iframe|object|embed|form|template)\b/i.test(html)) return undefined;
  return harmless(html)?.querySelector<HTMLElement>(':scope > .mw-parser-output') ?? undefined;
}

function show(page: RefreshedPage, content: HTMLElement, fresh: HTMLElement, apiUrl: string): void {
  setRevisionHere(apiUrl, page.revid);
  loadForContent(apiUrl, page);
  refocus(content, fresh, () => content.replaceWith(fresh));
  showTitle(page.displaytitle);
  linkTo(page.revid);
  const categories = showCategories(page.categorieshtml);
  // With what is around it, as when a page is loaded.
  announceContent(apiUrl, fresh.parentNode);
  if (categories) announceContent(apiUrl, categories, 'wikipage.categories');
  announce(apiUrl, 'wikipage.tableOfContents', page.sections);
}

function showTitle(displaytitle: string): void {
  const heading = document.querySelector('#firstHeading');
  const title = displaytitle === '' ? undefined : harmless(displaytitle);
  if (heading && title && heading.innerHTML !== title.innerHTML) heading.replaceChildren(...title.childNodes);
}

/** @returns the box; undefined where the skin shows none */
function showCategories(html: string): Element | undefined {
  const old = document.querySelector('#catlinks');
  const fresh = harmless(html)?.querySelector('#catlinks');
  if (!old || !fresh) return undefined;
  old.replaceWith(fresh);
  return fresh;
}

/** The skin's links to the revision that is shown. */
function linkTo(revid: number): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('#t-permalink a, #t-cite a')) {
    const url = new URL(link.href);
    for (const name of ['oldid', 'id']) if (url.searchParams.has(name)) url.searchParams.set(name, String(revid));
    link.href = url.href;
  }
}
