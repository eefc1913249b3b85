/** Summaries to choose from: those the page proposes, and those the user wrote before, asked for when one is to be written. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Saver} from '../saver.js';
import {ownSummaries} from './own-summaries.js';

/** So many are listed: a browser shows some of those that begin as what is typed. */
const most = 200;

export interface SummariesHost extends EventTarget {
  requestUpdate(): void;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

export class Summaries {
  private readonly host: SummariesHost;
  private own: readonly string[] = [];
  private askedOf: unknown;
  private saver: Saver | undefined;

  constructor(host: SummariesHost) {
    this.host = host;
    (host.renderRoot as ShadowRoot).addEventListener('focusin', ({target}) => {
      if ((target as Element).id === 'summary') void this.look();
    });
  }

  opened(saver: Saver): void {
    this.saver = saver;
  }

  /** For the summary's `list`. */
  render(): TemplateResult | typeof nothing {
    if (this.own.length === 0) return nothing;
    return html`<datalist id="summaries">${this.own.map((summary) => html`<option value=${summary}></option>`)}</datalist>`;
  }

  private async look(): Promise<void> {
    const {saver} = this;
    if (!saver || saver.opening.user.anon || this.askedOf === saver.session) return;
    this.askedOf = saver.session;
    // One can do without.
    this.own = (await ownSummaries(saver.session, saver.opening.user.name).catch(() => [])).slice(0, most);
    this.host.requestUpdate();
  }
}
