/** Where things are on the wiki. */
import type {DiffSite} from '../../../wiki/compare/ask-sides.js';
import type {DiffOpening} from '../../../wiki/compare/diff-opening.js';
import {indexUrl} from '../../index-url.js';

/** Half a character, as where a text was cut: no address can have it. */
const half = /[\ud800-\udfff]/gu;

/** As a path it would lead out of the wiki; MediaWiki has no page of such a title. */
const relative = /(^|\/)\.\.?(\/|$)/;

/** Link to a page; spaces are underscores in addresses. */
export function pageUrl(site: DiffSite, title: string): string {
  if (relative.test(title)) return scriptUrl(site, {title});
  return site.articlepath.replace('$1', () => encodeURIComponent(title.replace(half, '\ufffd').replaceAll(' ', '_')).replace(/%(2F|3A)/g, decodeURIComponent));
}

/** Link to index.php. */
export const scriptUrl = ({script}: DiffSite, params: Readonly<Record<string, string | number>>): string => indexUrl(script, params);

/** Link to the wiki's own page for these two revisions; undefined where what is shown is not saved. */
export function diffUrl({from, to, site}: DiffOpening): string | undefined {
  return to.kind === 'revision' ? scriptUrl(site, {diff: to.revid, oldid: from?.kind === 'revision' ? from.revid : 'prev'}) : undefined;
}
