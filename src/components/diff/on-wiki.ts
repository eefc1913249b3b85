/** A comparison by the wiki's own engine: for texts too long to be read, and for who wants it. */
import type {Session} from '../../core/session.js';
import type {DiffModel} from '../../diff/model.js';
import {fromCompareHtml} from '../../diff/read/compare-html.js';
import type {RestCompare} from '../../diff/read/rest-answer.js';
import {fromRestCompare} from '../../diff/read/rest-compare.js';
import type {DiffSide} from '../../wiki/compare/diff-side.js';
import {wikiDiff, type WikiDiffOptions} from '../../wiki/compare/wiki-diff.js';

export async function compareOnWiki(session: Session, from: DiffSide | undefined, to: DiffSide, options: WikiDiffOptions): Promise<DiffModel> {
  const answer = await wikiDiff(session, from, to, options);
  return answer.engine === 'rest' ? fromRestCompare(answer.answer as RestCompare) : fromCompareHtml(answer.body);
}
