/** Several ways to do one thing, run in turn: what disturbs the machine disturbs all of them. */
import {setTimeout as wait} from 'node:timers/promises';
import type {Door} from '../wiki/index.js';
import {isNoisy, type Sample, sample} from './statistics.js';

export interface Run {
  /** That reached the wiki; preflights are among them. */
  readonly requests: number;
  /** Of the answers' bodies, as sent. */
  readonly kilobytes: number;
  readonly milliseconds: number;
}

export interface Arm {
  readonly name: string;
  readonly run: () => Promise<Run>;
}

export interface Measured {
  readonly name: string;
  /** Counts are the same in each run; where they are not, the most. */
  readonly requests: number;
  readonly kilobytes: number;
  readonly milliseconds: Sample;
}

const fewestRuns = 7;
/** While the runs disagree, they are repeated up to here. */
const mostRuns = 15;

export async function inTurn(arms: readonly Arm[]): Promise<Measured[]> {
  const runs = new Map<Arm, Run[]>(arms.map((arm) => [arm, []]));
  const times = (arm: Arm): Sample => sample((runs.get(arm) ?? []).map(({milliseconds}) => milliseconds));
  for (const arm of arms) await arm.run(); // warms up
  for (let index = 0; index < fewestRuns || (index < mostRuns && isNoisy(...arms.map(times))); index++) {
    for (const arm of arms) runs.get(arm)?.push(await arm.run());
  }
  return arms.map((arm) => {
    const all = runs.get(arm) ?? [];
    return {
      name: arm.name,
      requests: Math.max(...all.map(({requests}) => requests)),
      kilobytes: sample(all.map(({kilobytes}) => kilobytes)).median,
      milliseconds: times(arm),
    };
  });
}

/**
 * What a door saw while that ran, which waits until the wiki has done what it put off: the next run shall not wait for it.
 *
 * @param run - may give the time itself, where it is taken in a page
 */
export async function counted(door: Door, run: () => Promise<number | void>): Promise<Run> {
  door.requests.length = 0;
  const start = performance.now();
  const told = await run();
  const milliseconds = told ?? performance.now() - start;
  while (door.requests.some(({ms}) => ms === undefined)) await wait(5);
  const asked = door.requests.filter(({served, url}) => !served && !url.includes('favicon'));
  return {requests: asked.length, kilobytes: asked.reduce((sum, {bytesDown}) => sum + bytesDown, 0) / 1024, milliseconds};
}
