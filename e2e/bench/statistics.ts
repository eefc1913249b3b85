/** Medians and spread; a ratio is only told when the runs agree with each other. */

export interface Sample {
  readonly median: number;
  /** Where the middle half of the runs begins and ends. */
  readonly low: number;
  readonly high: number;
  /** Interquartile range over the median: how far the runs disagree. */
  readonly spread: number;
}

export function sample(values: readonly number[]): Sample {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => {
    const index = share * (sorted.length - 1);
    const low = sorted[Math.floor(index)] ?? Number.NaN;
    return low + ((sorted[Math.ceil(index)] ?? low) - low) * (index % 1);
  };
  const [low, median, high] = [at(0.25), at(0.5), at(0.75)];
  return {median, low, high, spread: median === 0 ? 0 : (high - low) / median};
}

/** Above this spread a ratio says more about the machine than about the program. */
const noisy = 0.15;

export const isNoisy = (...samples: readonly Sample[]): boolean => samples.some(({spread}) => spread > noisy);

export function ratio(ours: Sample, theirs: Sample): string {
  if (isNoisy(ours, theirs)) return `too noisy for a ratio (spread ${Math.max(ours.spread, theirs.spread).toFixed(2)})`;
  return (ours.median / theirs.median).toFixed(2);
}

/**
 * Whether ours takes no more than that share of theirs; undefined where the runs disagree too much to tell. A slow quarter of
 * ours within the share of a fast quarter of theirs tells in spite of noise, and so does the reverse.
 */
export function within(ours: Sample, theirs: Sample, share: number): boolean | undefined {
  if (ours.high <= share * theirs.low) return true;
  if (ours.low > share * theirs.high) return false;
  return isNoisy(ours, theirs) ? undefined : ours.median <= share * theirs.median;
}
