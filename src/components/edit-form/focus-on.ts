import type {SavingHost} from './saving.js';

/** Once it is rendered. */
export function focusOn(host: SavingHost, selector: string): void {
  void host.updateComplete.then(() => host.renderRoot.querySelector<HTMLElement>(selector)?.focus());
}
