/** How long a comparison may take, and when it lets others go on. */

export interface Budget {
  /** Whether the time is up: what is left is done in the quickest way that is still right. */
  readonly spent: () => boolean;
  /** Whether it should `yield`; on the main thread every few milliseconds, in a Worker never. */
  readonly due: () => boolean;
}

/** A computation in steps; between them its caller may do something else, or end it. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** For who has all the time there is. */
export const unlimited: Budget = {spent: () => false, due: () => false};

/** All of it at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const {done, value} = steps.next();
    if (done) return value;
  }
}
