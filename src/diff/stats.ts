/** Counts what differs. */
import type {DiffRow, DiffRun, DiffStats} from './model.js';

/** Chinese and Japanese have no blanks between words: each character counts, with the marks on it. */
const single = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\u30fc]';

/** From a string: the builds are read by browsers that know no `\p` in a literal. */
const word = new RegExp(`${single}\\p{M}*|(?:(?!${single})[\\p{L}\\p{N}_]|\\p{M})+`, 'gu');

/** A row counts as one line, a paragraph that was split or joined too. */
export function diffStats(rows: readonly DiffRow[]): DiffStats {
  const lines = {context: 0, changed: 0, added: 0, removed: 0, movedFrom: 0, movedTo: 0};
  const words = {same: 0, removed: 0, added: 0};
  const characters = {same: 0, removed: 0, added: 0};
  for (const {kind, runs} of rows) {
    lines[kind]++;
    for (const run of runs) {
      if (run.kind === 'same') continue;
      words[run.kind] += wordCount(run.text);
      characters[run.kind] += characterCount(run);
    }
  }
  return {
    addedLines: lines.added,
    removedLines: lines.removed,
    changedLines: lines.changed,
    movedLines: lines.movedTo,
    addedWords: words.added,
    removedWords: words.removed,
    addedCharacters: characters.added,
    removedCharacters: characters.removed,
  };
}

/** Runs of letters, digits, marks and underscores; of Chinese and Japanese, characters. */
const wordCount = (text: string): number => text.match(word)?.length ?? 0;

/** Code points: of a surrogate pair, the second half does not count. */
const characterCount = ({text}: DiffRun): number => text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
