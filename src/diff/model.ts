/** What differs between two texts: one shape, whoever compared them. */

export interface DiffModel {
  /** Who compared: this library; wikidiff2, by the REST API; or the wiki's own engine, by `action=compare`. */
  readonly engine: 'local' | 'rest' | 'html';
  /** All that is shown, top to bottom: what differs, and unchanged lines around it. */
  readonly rows: readonly DiffRow[];
  /** The stretches of rows between which unchanged lines are left out. Empty when nothing differs. */
  readonly hunks: readonly DiffHunk[];
  readonly moves: readonly DiffMove[];
  readonly stats: DiffStats;
  /** Both texts by lines, where they are known: here always, from a wiki's answer not. */
  readonly texts: DiffTexts | undefined;
  /** Time was up: each line is right, but words are not marked everywhere, or moves not looked for. */
  readonly truncated: boolean;
}

/** The lines of a text are what stands between line feeds: a text that ends in one has an empty last line. An empty text has none. */
export interface DiffTexts {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/**
 * - `context`: in both, unchanged;
 * - `changed`: in both, with {@link DiffRow.runs} that differ; one line, or a paragraph that was split or joined;
 * - `added`, `removed`: a line on one side alone;
 * - `movedFrom`, `movedTo`: a line that now stands elsewhere, perhaps changed as well; {@link DiffRow.move} says where.
 */
export type RowKind = 'context' | 'changed' | 'added' | 'removed' | 'movedFrom' | 'movedTo';

export interface DiffRow {
  readonly kind: RowKind;
  /** Where it stands in the left text; undefined for `added` and `movedTo`. */
  readonly from: RowSide | undefined;
  /** Where it stands in the right text; undefined for `removed` and `movedFrom`. */
  readonly to: RowSide | undefined;
  /** Both sides as one text, in order; the left one is what was not added, the right one what was not removed. */
  readonly runs: readonly DiffRun[];
  readonly move: DiffMove | undefined;
}

export interface RowSide {
  /** The number of its first line, from 1. */
  readonly line: number;
  /** How many lines it is: 1, but for paragraphs that were split or joined. */
  readonly lines: number;
  /** Several lines have line feeds between them. */
  readonly text: string;
}

export interface DiffRun {
  readonly kind: 'same' | 'removed' | 'added';
  /** Never empty, but for the one run of an empty line. As it stands in the right text, where it is the same but for blanks that were to be ignored. */
  readonly text: string;
  /** As it stands in the left text, where that differs in ignored blanks. */
  readonly fromText?: string;
}

export interface DiffHunk {
  /** Index of its first row in {@link DiffModel.rows}, and of the row after its last. */
  readonly start: number;
  readonly end: number;
  /** The first line of each side, from 1, and how many lines there are; of 0 lines, the line that follows them. */
  readonly from: LineRange;
  readonly to: LineRange;
  /** The heading of the section it is in, without its equals signs; undefined above the first, or where unknown. */
  readonly section: string | undefined;
}

export interface LineRange {
  readonly line: number;
  readonly lines: number;
}

/** Lines that stood together and still do, elsewhere. */
export interface DiffMove {
  readonly from: LineRange;
  readonly to: LineRange;
  /** `down` when it now stands further down. */
  readonly direction: 'down' | 'up';
  /** The heading, where it is a whole section that moved. */
  readonly section: string | undefined;
}

/** Moved lines count as moved alone; what changed inside them, in words and characters, counts. Characters are code points; words are runs of letters and digits, and single characters of Chinese and Japanese. */
export interface DiffStats {
  readonly addedLines: number;
  readonly removedLines: number;
  readonly changedLines: number;
  readonly movedLines: number;
  readonly addedWords: number;
  readonly removedWords: number;
  readonly addedCharacters: number;
  readonly removedCharacters: number;
}
