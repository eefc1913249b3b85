import type {ReactiveControllerHost} from 'lit';

/** What has a shadow root of its own, and renders when it is time. */
export type RenderingHost = ReactiveControllerHost & HTMLElement & {readonly renderRoot: HTMLElement | DocumentFragment};

/** Once it is rendered. */
export function focusOn(host: RenderingHost, selector: string): void {
  void host.updateComplete.then(() => host.renderRoot.querySelector<HTMLElement>(selector)?.focus());
}
