/** Articles of invented prose, and what became of them: words changed, lines added, deleted and moved. */
import {prng} from '../wiki/index.js';
import type {DiffPair} from './pairs.js';

const words = ['lighthouse', 'keeper', 'storm', 'harbour', 'ferry', 'bread', 'oil', 'of', 'the', 'a', 'and', 'in', 'rebuilt', 'sold', 'measured', '[[Ålvik]]', "''Høyland''", '1842', '{{cite|a=b}}', 'stone', 'wall', 'over', 'Löwenau', 'quarry', 'mill'];

type Below = (limit: number) => number;
const pick = <T>(from: readonly T[], below: Below): T => from[below(from.length)] as T;

const sentence = (below: Below): string => `${Array.from({length: 5 + below(9)}, () => pick(words, below)).join(' ')}.`;

function article(paragraphs: number, below: Below): string[] {
  return Array.from({length: paragraphs}, (_, index) => {
    if (index % 12 === 0) return `${'='.repeat(2 + below(2))} Chapter ${index} ${pick(words, below)} ${'='.repeat(2)}`.replace(/^(=+)(.*?)=+$/, '$1$2$1');
    if (index % 3 === 2) return '';
    return Array.from({length: 1 + below(2)}, () => sentence(below)).join(' ');
  });
}

/** Of each 100 lines, so many are touched. */
function changed(lines: readonly string[], percent: number, below: Below): string[] {
  const out: string[] = [];
  for (const line of lines) {
    const chance = below(100);
    if (chance >= percent) out.push(line);
    else if (chance < percent * 0.6) out.push(line.split(' ').map((word) => (below(6) === 0 ? pick(words, below) : word)).join(' '));
    else if (chance < percent * 0.8) out.push(line, sentence(below));
  }
  return out;
}

function moved(lines: string[], count: number, below: Below): string[] {
  const block = lines.splice(below(lines.length - count), count);
  lines.splice(below(lines.length), 0, ...block);
  return lines;
}

function pair(name: string, seed: number, paragraphs: number, percent: number, block: number): DiffPair {
  const next = prng(seed);
  const below: Below = (limit) => Math.floor(next() * limit);
  const from = article(paragraphs, below);
  return {name, from: from.join('\n'), to: moved(changed(from, percent, below), block, below).join('\n'), model: undefined};
}

/** So many lines that their numbers have separators in them. */
const numbered = Array.from({length: 1_260}, (_, index) => (index % 40 === 0 ? `line ${index}` : ''));

export const generatedPairs: readonly DiffPair[] = [
  pair('articleSmall', 1, 20, 10, 4),
  pair('articleMoved', 2, 30, 4, 5),
  pair('articleChanged', 3, 20, 30, 5),
  pair('articleRewritten', 4, 12, 80, 3),
  {name: 'thousands', from: numbered.join('\n'), to: [...numbered.slice(0, 999), 'added to it', 'and this', ...numbered.slice(999, 1_200), 'instead', ...numbered.slice(1_205)].join('\n'), model: undefined},
];

export const largeGeneratedPairs: readonly DiffPair[] = [
  ...Array.from({length: 12}, (_, index) => pair(`article${index}`, 100 + index, 30 + 20 * index, 2 + 5 * index, 3 + index)),
  pair('articleLarge', 9, 1_500, 10, 30),
];
