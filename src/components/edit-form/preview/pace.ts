/** How often a preview that follows the typing is made, as WikiEditor's does: the slower the wiki, the seldomer; then not at all. */

/** A pause in typing. */
const pauseMs = 500;

/** Longer than that on average, and the preview is no help any more. */
const slowMs = 2000;

/** One slow answer says nothing. */
const counted = 3;

export type Manual = 'slow' | 'motion';

export class Pace {
  #times: readonly number[] = [];
  #manual: Manual | undefined;

  /** Why the preview does not follow the typing by itself; undefined while it does. */
  get manual(): Manual | undefined {
    return this.#manual;
  }

  /** So long nothing is typed before the wiki is asked: at least as long as its answers take. */
  get pauseMs(): number {
    return Math.max(pauseMs, Math.min(this.#average, slowMs));
  }

  /** Who asked the system for less motion has none that comes by itself. */
  start(): void {
    this.#times = [];
    this.#manual = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'motion' : undefined;
  }

  answered(milliseconds: number): void {
    this.#times = [...this.#times, milliseconds].slice(-counted);
    if (this.#times.length === counted && this.#average > slowMs) this.#manual ??= 'slow';
  }

  get #average(): number {
    return this.#times.reduce((sum, time) => sum + time, 0) / Math.max(this.#times.length, 1);
  }
}
