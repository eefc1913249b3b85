/**
 * What `GET /v1/revision/{from}/compare/{to}` answers. All places in it are bytes of UTF-8.
 *
 * @see https://www.mediawiki.org/wiki/API:REST_API/Reference#Compare_revisions
 */
export interface RestCompare {
  readonly from: RestRevision;
  readonly to: RestRevision;
  readonly diff: readonly RestLine[];
}

export interface RestRevision {
  readonly id: number;
  readonly slot_role: string;
  /** Of wikitext alone. */
  readonly sections: readonly RestSection[];
}

export interface RestSection {
  readonly level: number;
  /** With its equals signs. */
  readonly heading: string;
  readonly offset: number;
}

export interface RestLine {
  /** 0 context, 1 added, 2 deleted, 3 changed, 4 moved away, 5 moved here. */
  readonly type: number;
  /** In the right text; absent of what is in the left one alone. */
  readonly lineNumber?: number;
  /** Of 3 and 5, the words of both sides, one after the other. */
  readonly text: string;
  readonly offset: {readonly from: number | null; readonly to: number | null};
  readonly highlightRanges?: readonly RestRange[];
  readonly moveInfo?: {readonly id: string; readonly linkId: string; readonly linkDirection: number};
}

export interface RestRange {
  readonly start: number;
  readonly length: number;
  /** 0 added, 1 deleted. */
  readonly type: number;
}
