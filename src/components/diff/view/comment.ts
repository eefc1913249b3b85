/** An edit summary as its author wrote it: text, with the links that wikitext makes of it. The wiki’s HTML is not used. */
import {html, type TemplateResult} from 'lit';
import type {DiffSite} from '../../../wiki/compare/ask-sides.js';
import {pageUrl} from './links.js';

/** MediaWiki cuts at 500 characters. What is longer is of no honest wiki, and its links may be without number. */
const longest = 1000;

/**
 * @param title - of the page: where links to its sections lead
 * @see https://www.mediawiki.org/wiki/Help:Edit_summary
 */
export function renderComment(comment: string, title: string, site: DiffSite): readonly (string | TemplateResult)[] {
  if (comment.length > longest) return [comment];
  return comment.split(/(\/\*.*?\*\/|\[\[[^[\]|{}\n]+(?:\|[^[\]\n]*)?\]\])/).map((part) => {
    const section = /^\/\*\s*(.*?)\s*\*\/$/.exec(part)?.[1];
    if (section !== undefined) return html`<a class="link autocomment" href=${`${pageUrl(site, title)}#${section.replaceAll(' ', '_')}`}>→<bdi>${section}</bdi></a>`;
    const link = /^\[\[:?([^|]+)(?:\|(.*))?\]\]$/.exec(part);
    return link ? html`<a class="link" href=${linkUrl(link[1] as string, title, site)}><bdi>${link[2] || link[1]}</bdi></a>` : part;
  });
}

function linkUrl(target: string, title: string, site: DiffSite): string {
  const [page = '', section] = target.split('#');
  const url = pageUrl(site, page.trim() || title);
  return section === undefined ? url : `${url}#${section.replaceAll(' ', '_')}`;
}
