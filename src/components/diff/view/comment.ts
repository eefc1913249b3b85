/** An edit summary as its author wrote it: text, with the links that wikitext makes of it. The wiki’s HTML is not used. */
import {html, type TemplateResult} from 'lit';
import type {DiffSite} from '../../../wiki/compare/ask-sides.js';

/** Half a character, as where a text was cut: no address can have it. */
const half = /[\ud800-\udfff]/gu;

/** Link to a page; spaces are underscores in addresses. */
export const pageUrl = ({articlepath}: DiffSite, title: string): string => articlepath.replace('$1', () => encodeURIComponent(title.replace(half, '\ufffd').replaceAll(' ', '_')).replace(/%(2F|3A)/g, decodeURIComponent));

/** Link to index.php. */
export const scriptUrl = ({script}: DiffSite, params: Readonly<Record<string, string | number>>): string => `${script}?${new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)])).toString()}`;

/**
 * @param title - of the page: where links to its sections lead
 * @see https://www.mediawiki.org/wiki/Help:Edit_summary
 */
export function renderComment(comment: string, title: string, site: DiffSite): readonly (string | TemplateResult)[] {
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
