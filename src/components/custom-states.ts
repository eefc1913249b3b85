/** What an element shows, for `:state(…)` in the page's CSS. */
export class CustomStates {
  private readonly states: Set<string> | undefined;

  constructor(host: HTMLElement) {
    // Not in Safari before 17.4.
    this.states = (host.attachInternals?.() as {states?: Set<string>} | undefined)?.states;
  }

  set(...names: readonly string[]): void {
    const {states} = this;
    states?.clear();
    try {
      for (const name of names) states?.add(name);
    } catch {
      // Chromium before 125 takes none but those that begin with `--`.
    }
  }
}
