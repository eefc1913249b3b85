/** What the specs of comparing share: two texts with their headers, and what it took to read them. */
import type {Wiki} from 'wikilit';
import type {DiffOpening} from '../src/wiki/compare/diff-opening.js';
import type {DiffRequest, OpenDiffOptions} from '../src/wiki/compare/diff-request.js';
import type {DiffSide, RevisionSide} from '../src/wiki/compare/diff-side.js';
import {openDiff} from '../src/wiki/compare/open-diff.js';
import {requests} from './asking.js';
import type {TestWiki} from './wiki/index.js';

export const open = (client: Wiki, request: DiffRequest, options?: OpenDiffOptions): Promise<DiffOpening> => openDiff(client.session, request, options);

export const textOf = (side: DiffSide | undefined): string | undefined => side?.slots['main']?.text;

/** What is shown, and what it took. */
export async function counted(wiki: TestWiki, client: Wiki, request: DiffRequest, options?: OpenDiffOptions): Promise<{texts: (string | undefined)[]; asked: number; opening: DiffOpening}> {
  let opening: DiffOpening | undefined;
  const asked = await requests(wiki, async () => (opening = await open(client, request, options)));
  if (!opening) throw new Error('nothing was opened');
  return {texts: [textOf(opening.from), textOf(opening.to)], asked, opening};
}

export const revids = async (client: Wiki, title: string): Promise<number[]> => (await client.page(title).revisions({prop: ['ids'], dir: 'newer', limit: 'max'}).toArray()).map(({revid}) => revid);

export const revision = (side: DiffSide | undefined): RevisionSide => {
  if (side?.kind !== 'revision') throw new Error('a revision was expected');
  return side;
};
