/** After `wiki-saved`: whether the page around shows now what was saved. Where it does not, its host may load it anew. */
export class WikiRefreshedEvent extends Event {
  readonly refreshed: boolean;

  constructor(refreshed: boolean) {
    super('wiki-refreshed', {bubbles: true, composed: true});
    this.refreshed = refreshed;
  }
}

declare global {
  interface HTMLElementEventMap {
    'wiki-refreshed': WikiRefreshedEvent;
  }
}
