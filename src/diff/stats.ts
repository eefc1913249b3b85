/** Counts what differs in the rows of a wiki's answer; the engine counts its own as it finds them, in the same way. */
import type {DiffRow, DiffStats} from './model.js';
import {ownEngine} from './own-engine.js';

/** A row counts as one line, a paragraph that was split or joined too. */
export function diffStats(rows: readonly DiffRow[]): DiffStats {
  const lines = {context: 0, changed: 0, added: 0, removed: 0, movedFrom: 0, movedTo: 0};
  const words = {same: 0, removed: 0, added: 0};
  const characters = {same: 0, removed: 0, added: 0};
  const engine = ownEngine();
  const wordCount = engine.wordCounter();
  for (const {kind, runs} of rows) {
    lines[kind]++;
    for (const run of runs) {
      if (run.kind === 'same') continue;
      words[run.kind] += wordCount(run.text);
      characters[run.kind] += engine.characters(run.text);
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
