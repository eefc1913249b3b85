/** Summaries to choose from: those the page proposes, and those the user wrote before, asked for when one is to be written. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Saver} from '../saver.js';
import {ownSummaries} from './own-summaries.js';

/** So many are listed: a browser shows some of those that begin as what is typed. */
const most = 200;

export interface SummariesHost {
  requestUpdate(): void;
}

export class Summaries {
  private readonly host: SummariesHost;
  private own: readonly string[] = [];
  private askedOf: unknown;

  constructor(host: SummariesHost) {
    this.host = host;
  }

  /** For the summary's `list`. */
  render(): TemplateResult | typeof nothing {
    if (this.own.length === 0) return nothing;
    return html`<datalist id="summaries">${this.own.map((summary) => html`<option value=${summary}></option>`)}</datalist>`;
  }

  /** One is about to be written. */
  async look({session, opening: {user}}: Saver): Promise<void> {
    if (user.anon || this.askedOf === session) return;
    this.askedOf = session;
    // One can do without.
    this.own = (await ownSummaries(session, user.name).catch(() => [])).slice(0, most);
    this.host.requestUpdate();
  }
}
