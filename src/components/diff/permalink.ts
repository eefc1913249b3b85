/** A change has an address: of the page around, with the line it begins at. */
import type {DiffOpening} from '../../wiki/compare/diff-opening.js';
import type {DiffBodies} from './rows/bodies.js';
import {scriptUrl} from './view/comment.js';

/** E.g. `#wiki-diff-to-14`: the line of the right text; of what was removed, `from` and that of the left one. */
const hash = /^#wiki-diff-(from|to)-(\d+)$/;

/** The change that the page's address names; -1 for none. */
export function changeInAddress(bodies: DiffBodies): number {
  const [, side, line] = hash.exec(location.hash) ?? [];
  return side === undefined ? -1 : bodies.changeAt(side as 'from' | 'to', Number(line));
}

/** Of the wiki's own page for these two revisions, where there is one: it can be opened by anybody. */
export function linkTo(bodies: DiffBodies, change: number, opening: DiffOpening | undefined): string {
  const [row] = bodies.rowsOf(change);
  const place = row?.to ? `to-${row.to.line}` : `from-${row?.from?.line ?? 1}`;
  const url = new URL(location.href);
  if (opening && opening.to.kind === 'revision' && new URL(opening.site.script).origin !== location.origin) {
    const {from, to} = opening;
    return `${scriptUrl(opening.site, {diff: to.revid, oldid: from?.kind === 'revision' ? from.revid : 'prev'})}#wiki-diff-${place}`;
  }
  url.hash = `wiki-diff-${place}`;
  return url.href;
}
