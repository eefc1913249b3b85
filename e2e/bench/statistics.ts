/** Medians and spread; a ratio is only told when the runs agree with each other. */

export interface Sample {
  readonly median: number;
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
  const median = at(0.5);
  return {median, spread: median === 0 ? 0 : (at(0.75) - at(0.25)) / median};
}

/** Above this spread a ratio says more about the machine than about the program. */
const noisy = 0.15;

export function ratio(ours: Sample, theirs: Sample): string {
  if (ours.spread > noisy || theirs.spread > noisy) return `too noisy for a ratio (spread ${Math.max(ours.spread, theirs.spread).toFixed(2)})`;
  return (ours.median / theirs.median).toFixed(2);
}
