/** Tells the row of buttons when it lies over the form rather than at its end. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';

export class StickyRow implements ReactiveController {
  private readonly host: ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};
  private end: Element | undefined;
  private observer: IntersectionObserver | undefined;

  constructor(host: StickyRow['host']) {
    this.host = host;
  }

  hostUpdated(): void {
    const end = this.host.renderRoot.querySelector('.row-end') ?? undefined;
    if (end === this.end) return;
    this.hostDisconnected();
    this.end = end;
    if (!end) return;
    const onMove = (entries: readonly IntersectionObserverEntry[]): void => {
      for (const {isIntersecting} of entries) end.previousElementSibling?.classList.toggle('stuck', !isIntersecting);
    };
    // Above the window it is no longer stuck: all that counts as in view.
    this.observer = new IntersectionObserver(onMove, {root: document, rootMargin: '999999px 0px 0px'});
    this.observer.observe(end);
  }

  hostConnected(): void {
    // Put back into the page without a change, nothing else would be rendered.
    if (this.observer) this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
    this.end = undefined;
  }
}
