/** Engines that compare two texts: how long each takes, how much it marks of what did not change, which moves it sees. */
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {contest, type Place} from './contest.js';
import {Contestant, limitSeconds} from './contestant.js';
import type {DiffBench} from './bench.js';
import {type TextPair, textPair} from './texts.js';

const sizes = {'10 KB': 10_000, '100 KB': 100_000, '1 MB': 1_000_000, '2 MB': 2_000_000} as const;
const shares = [0.01, 0.1, 0.5] as const;

const names = ['wikilit', 'diff', 'diff-match-patch', 'diff-match-patch, no limit', '@codemirror/merge', '@codemirror/merge, its view'] as const;

/** Of the characters that changed, so many may be marked. */
const mostMarked = 1.1;
/** Of wikidiff2’s own time, at 2 MB of which a tenth of the lines changed. */
const mostTime = 0.5;

export async function compared(bench: DiffBench): Promise<void> {
  const {report} = bench;
  const contestants = names.filter((name) => name === 'wikilit' || bench.modules !== undefined).map((name) => new Contestant(name, bench.node(name)));
  if (bench.wikidiff2) contestants.push(new Contestant('wikidiff2', bench.wikidiff2));
  try {
    report.title(`Two texts compared; each engine in its own process, warm, medians; “does not finish” in ${limitSeconds} s`);
    const unfinished: string[] = [];
    const marks: {readonly of: string; readonly share: number}[] = [];
    for (const [size, length] of Object.entries(sizes)) {
      for (const share of shares) {
        const pair = differing(length, share);
        const places = await contest(contestants, await files(bench, pair));
        const of = `${size}, ${share * 100} % of the lines`;
        table(bench, of, pair, places);
        const [ours, theirs] = [places.get('wikilit'), places.get('wikidiff2')];
        if (ours) marks.push({of, share: marked(ours, pair)});
        else unfinished.push(of);
        if (!ours || !theirs || size !== '2 MB') continue;
        const held = share === 0.1 ? 'share' : 'aim';
        report[held]('time, as a share of wikidiff2’s', ours.milliseconds, theirs.milliseconds, mostTime);
        report[held]('processor time, as a share of wikidiff2’s', ours.processor, theirs.processor, mostTime);
      }
    }
    report.line('');
    report.gate('wikilit does not finish', unfinished.length === 0, unfinished.join('; ') || 'never');
    const [worst] = marks.sort((one, other) => other.share - one.share);
    report.gate(`marked, as a multiple of what changed, at most ${mostMarked.toFixed(2)}`, worst !== undefined && worst.share <= mostMarked, `${worst?.share.toFixed(3)}, ${worst?.of}`);
  } finally {
    for (const contestant of contestants) contestant.stop();
  }
}

/** Of a short text with few changes, none may be left to chance. */
function differing(length: number, share: number): TextPair {
  for (let seed = 1; ; seed++) {
    const pair = textPair(length, share, seed);
    if (pair.changed > 0) return pair;
  }
}

/** The texts, where each process can read them. */
async function files({folder}: DiffBench, {from, to}: TextPair): Promise<readonly string[]> {
  const paths = [join(folder, 'from.txt'), join(folder, 'to.txt')] as const;
  await Promise.all([writeFile(paths[0], from), writeFile(paths[1], to)]);
  return paths;
}

const marked = ({told}: Place, {changed}: TextPair): number => (told['marked'] ?? NaN) / changed;

function table({report}: DiffBench, of: string, pair: TextPair, places: ReadonlyMap<string, Place | undefined>): void {
  report.line('');
  report.line(`${of.padEnd(30)}${['ms', 'spread', 'to wikilit', 'processor ms', 'to wikilit', 'marked', 'moved'].map((name) => name.padStart(13)).join('')}`);
  const ours = places.get('wikilit');
  for (const [name, place] of places) {
    const to = (figure: 'milliseconds' | 'processor'): string => (place && ours ? (place[figure].median / ours[figure].median).toFixed(2) : '');
    const cells = place ? [place.milliseconds.median.toFixed(1), place.milliseconds.spread.toFixed(2), to('milliseconds'), place.processor.median.toFixed(1), to('processor'), `${marked(place, pair).toFixed(2)} ×`, `${place.told['moved']} of ${pair.movedLines}`] : ['–', '', '', '', '', 'does not finish'];
    report.line(`${name.padEnd(30)}${cells.map((cell) => cell.padStart(13)).join('')}`);
  }
}
