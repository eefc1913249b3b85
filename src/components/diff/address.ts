/** The address of the page around says which revisions are shown, and the browser's way back leads to those before. */
import type {DiffOpening} from '../../wiki/compare/diff-opening.js';
import type {DiffRequest} from '../../wiki/compare/diff-request.js';

/** What an entry of the browser's history holds for us. */
interface Entry {
  readonly wikiDiff?: DiffRequest;
}

/** @param how - `replace` for what was there first */
export function writeAddress({from, to}: DiffOpening, how: 'push' | 'replace'): void {
  if (to.kind !== 'revision') return;
  const oldid = from?.kind === 'revision' ? from.revid : undefined;
  const entry: Entry = {wikiDiff: oldid === undefined ? {torev: to.revid} : {fromrev: oldid, torev: to.revid}};
  if (how === 'replace') {
    history.replaceState({...(history.state as object | null), ...entry}, '');
    return;
  }
  const url = new URL(location.href);
  url.searchParams.set('oldid', String(oldid ?? to.revid));
  url.searchParams.set('diff', oldid === undefined ? 'prev' : String(to.revid));
  url.hash = '';
  history.pushState(entry, '', url);
}

/** What the entry that the browser went to has shown. */
export const requestIn = ({state}: PopStateEvent): DiffRequest | undefined => (state as Entry | null)?.wikiDiff;
