/** Two changes of one text put together: beside GNU diff3, which MediaWiki asks, git, and the client library that is used most. */
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {run} from '../../wiki/run.js';
import type {DiffBench} from './bench.js';
import {contest} from './contest.js';
import {Contestant, limitSeconds} from './contestant.js';
import {textTriple} from './texts.js';

const sizes = {'100 KB': 100_000, '400 KB': 400_000, '1 MB': 1_000_000} as const;

/** Of the lines, each of the two changes so many: they meet now and then. */
const share = 0.02;

const programs = {
  'GNU diff3': ['diff3', '-a', '-E', '--merge'],
  'git merge-file': ['git', 'merge-file', '-p', '-q'],
} as const;

export async function merged(bench: DiffBench): Promise<void> {
  const {report} = bench;
  report.title(`Two changes of one text put together, each of ${share * 100} % of the lines; medians; “does not finish” in ${limitSeconds} s`);
  const there: Contestant[] = [];
  for (const [name, [program, ...args]] of Object.entries(programs)) {
    if (await run(program, ['--version']).catch(() => undefined)) there.push(new Contestant(name, bench.node('program', program, ...args)));
    else report.line(`there is no ${name} here, so it is left out`);
  }
  const contestants = [new Contestant('wikilit', bench.node('merge3')), ...(bench.modules === undefined ? [] : [new Contestant('node-diff3', bench.node('node-diff3'))]), ...there];
  const unfinished: string[] = [];
  const disagreeing: string[] = [];
  try {
    for (const [size, length] of Object.entries(sizes)) {
      const texts = Object.entries(textTriple(length, share));
      const files = texts.map(([name]) => join(bench.folder, `${name}.txt`));
      // As the programs want it, each line has an end.
      await Promise.all(texts.map(([, text], index) => writeFile(files[index] as string, `${text}\n`)));
      const places = await contest(contestants, files);
      const ours = places.get('wikilit');
      report.line('');
      report.line(`${size.padEnd(30)}${['ms', 'spread', 'to wikilit', 'conflicts'].map((name) => name.padStart(12)).join('')}`);
      for (const [name, place] of places) {
        const cells = place ? [place.milliseconds.median.toFixed(1), place.milliseconds.spread.toFixed(2), ours ? (place.milliseconds.median / ours.milliseconds.median).toFixed(2) : '', String(place.told['conflicts'])] : ['–', '', '', 'does not finish'];
        report.line(`${name.padEnd(30)}${cells.map((cell) => cell.padStart(12)).join('')}`);
      }
      if (!ours) unfinished.push(size);
      const strict = places.get('GNU diff3');
      if (ours && strict && ours.told['conflicts'] !== strict.told['conflicts']) disagreeing.push(size);
    }
    report.line('');
    report.line('Of the programs, the time has their start in it.');
    report.gate('wikilit does not finish', unfinished.length === 0, unfinished.join('; ') || 'never');
    report.gate('conflicts are others than those of GNU diff3', disagreeing.length === 0, disagreeing.join('; ') || 'never');
  } finally {
    for (const contestant of contestants) contestant.stop();
  }
}
