/** What the test wiki said of pairs of texts: written by `npm run diffs`, for tests alone. */
import answers from './recorded.fixtures.json' with {type: 'json'};
import type {RestCompare} from './rest-answer.js';

export interface RecordedDiff extends RecordedHtml {
  /** Of the two revisions, as the wiki has them. */
  readonly texts: {readonly from: string; readonly to: string};
  readonly rest: RestCompare;
  /** The same in other languages. */
  readonly languages?: Readonly<Record<string, RecordedHtml>>;
}

interface RecordedHtml {
  /** wikidiff2's. */
  readonly table: string;
  readonly inline: string;
  /** MediaWiki's own engine's. */
  readonly php: string;
}

/** By the names of e2e/diffs/pairs.ts. */
export const recordedDiffs: Readonly<Record<string, RecordedDiff>> = answers;
