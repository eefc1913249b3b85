import {expect, test} from 'vitest';
import type {DiffRow, DiffRun} from './model.js';
import {diffStats} from './stats.js';

const row = (kind: DiffRow['kind'], ...runs: [kind: DiffRun['kind'], text: string][]): DiffRow => ({kind, from: undefined, to: undefined, runs: runs.map(([kind, text]) => ({kind, text})), move: undefined});

test('lines by their kind; words and characters of what differs, in moved lines too', () => {
  const rows = [
    row('context', ['same', 'one two']),
    row('changed', ['same', 'a '], ['removed', 'brown'], ['added', 'big red'], ['same', ' fox']),
    row('added', ['added', '']),
    row('added', ['added', 'three new words']),
    row('removed', ['removed', 'gone']),
    row('movedFrom', ['same', 'went '], ['removed', 'far']),
    row('movedTo', ['same', 'went ']),
  ];
  expect(diffStats(rows)).toEqual({addedLines: 2, removedLines: 1, changedLines: 1, movedLines: 1, addedWords: 5, removedWords: 3, addedCharacters: 22, removedCharacters: 12});
});

test.each([
  ['snake_case 2nd don’t', 4, 20],
  ['cafe\u0301 nai\u0308ve', 2, 12],
  ['日本語テーブル', 7, 7],
  ['か\u3099く', 2, 3],
  ['x日本y', 4, 4],
  ['。、！？ — [[ ]] {{}}', 0, 17],
  ['กรุงเทพ', 1, 7],
  ['👨‍👩‍👧 𝒜𝓃', 1, 8],
  ['القاهرة ١٢', 2, 10],
])('%s', (text, addedWords, addedCharacters) => expect(diffStats([row('added', ['added', text])])).toMatchObject({addedWords, addedCharacters}));
