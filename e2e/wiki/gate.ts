/**
 * Counts the requests that are inside MediaWiki. A reset replaces the database under the server, so it lets
 * those inside come out first and keeps new ones waiting until it is done.
 */
export class Gate {
  #inside = 0;
  #shut: Promise<void> | undefined;
  #empty: (() => void) | undefined;

  /** Waits while the gate is shut. The answer is to be called when the request has left. */
  async enter(): Promise<() => void> {
    while (this.#shut) await this.#shut;
    this.#inside++;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#inside--;
      if (this.#inside === 0) this.#empty?.();
    };
  }

  /** Runs `work` while nobody is inside. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    while (this.#shut) await this.#shut;
    let open = (): void => undefined;
    this.#shut = new Promise((resolve) => (open = resolve));
    try {
      if (this.#inside > 0) await new Promise<void>((resolve) => (this.#empty = resolve));
      return await work();
    } finally {
      this.#empty = undefined;
      this.#shut = undefined;
      open();
    }
  }
}
