/** A change has an address: of the page around, with the line it begins at. */
import type {DiffOpening} from '../../wiki/compare/diff-opening.js';
import type {DiffBodies} from './rows/bodies.js';
import {diffUrl} from './view/links.js';

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
  const onWiki = opening && diffUrl(opening);
  const url = new URL(onWiki !== undefined && new URL(onWiki).origin !== location.origin ? onWiki : location.href);
  url.hash = `wiki-diff-${place}`;
  return url.href;
}
