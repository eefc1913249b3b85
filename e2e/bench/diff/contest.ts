/** Several who compare the same texts, in turn: what disturbs the machine disturbs all of them. */
import {isNoisy, type Sample, sample} from '../statistics.js';
import {type Contestant, limitSeconds, type Told} from './contestant.js';

const fewestRuns = 7;
/** While the runs of the quick ones disagree, they are repeated up to here. */
const mostRuns = 15;
/** Who has taken so long for one question is not asked again. */
const longMs = 5000;

export interface Place {
  readonly milliseconds: Sample;
  /** Other programs on the machine are not in it. */
  readonly processor: Sample;
  readonly told: Told;
}

/** @returns of each what came of it; undefined where it did not finish */
export async function contest(contestants: readonly Contestant[], files: readonly string[]): Promise<ReadonlyMap<string, Place | undefined>> {
  const runs = new Map<Contestant, Told[]>();
  for (const contestant of contestants) {
    const first = await contestant.run(files);
    // The first warms up; of who takes so long, it is the only one.
    if (first) runs.set(contestant, first.milliseconds < longMs ? [] : [first]);
  }
  const times = (all: readonly Told[], figure: 'milliseconds' | 'processor'): Sample => sample(all.map((told) => told[figure]));
  const quick = [...runs].filter(([, all]) => all.length === 0);
  for (let round = 0; round < fewestRuns || (round < mostRuns && isNoisy(...quick.map(([, all]) => times(all, 'milliseconds')))); round++) {
    for (const [contestant, all] of quick) if (all.reduce((sum, {milliseconds}) => sum + milliseconds, 0) < longMs) all.push((await contestant.run(files)) ?? {milliseconds: limitSeconds * 1000, processor: limitSeconds * 1000});
  }
  return new Map(contestants.map((contestant) => [contestant.name, placeOf(runs.get(contestant))]));

  function placeOf(all: readonly Told[] | undefined): Place | undefined {
    const [told] = all ?? [];
    return all && told && {told, milliseconds: times(all, 'milliseconds'), processor: times(all, 'processor')};
  }
}
