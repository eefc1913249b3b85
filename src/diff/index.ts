/** Differences between texts: compared here, or read from a wiki’s answer. No DOM. */
export type {DiffHunk, DiffModel, DiffMove, DiffRow, DiffRun, DiffStats, DiffTexts, LineRange, RowKind, RowSide} from './model.js';
export {diffTexts, type DiffOptions} from './diff-texts.js';
export {fromCompareHtml} from './read/compare-html.js';
export {fromRestCompare} from './read/rest-compare.js';
export type {RestCompare, RestLine, RestRange, RestRevision, RestSection} from './read/rest-answer.js';
export {merge3, type Merge3, type MergeConflict} from './merge3.js';
export {toUnified, type UnifiedOptions} from './unified.js';
export {type Changed, type Kind, type Namespaces, whatChanged} from './what-changed.js';
