import type {ReactiveControllerHost} from 'lit';

/** What has a shadow root of its own, and renders when it is time. */
export type RenderingHost = ReactiveControllerHost & HTMLElement & {readonly renderRoot: HTMLElement | DocumentFragment};

/** Once it is rendered: on the first of these that is there. */
export function focusOn(host: RenderingHost, ...selectors: readonly string[]): void {
  void host.updateComplete.then(() => selectors.map((selector) => host.renderRoot.querySelector<HTMLElement>(selector)).find(Boolean)?.focus());
}
