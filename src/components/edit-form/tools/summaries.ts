/** Summaries to choose from: those the page proposes, and those the user wrote before, asked for when one is to be written. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Msg} from '../../../i18n/localize-controller.js';
import {listConverter} from '../../list-converter.js';
import type {Draft} from '../draft.js';
import type {Saver} from '../saver.js';
import {ownSummaries} from './own-summaries.js';

/** So many are listed: a browser shows some of those that begin as what is typed. */
const most = 200;

/** Between several. */
const separator = ', ';

export interface SummariesHost extends EventTarget {
  requestUpdate(): void;
  summary: string;
  /** What the page proposes; a script may set it as the attribute is written. */
  readonly summaries: readonly string[] | string | undefined;
}

export class Summaries {
  private readonly host: SummariesHost;
  private readonly draft: Draft;
  private readonly msg: Msg;
  private own: readonly string[] = [];
  private askedOf: unknown;

  constructor(host: SummariesHost, draft: Draft, msg: Msg) {
    this.host = host;
    this.draft = draft;
    this.msg = msg;
  }

  render(): TemplateResult {
    const {own, msg} = this;
    const {summaries, summary} = this.host;
    const quick = ((typeof summaries === 'string' ? listConverter(summaries) : summaries) ?? []).filter((each) => each.trim());
    const chosen = summary.split(separator);
    return html`
      ${own.length > 0 ? html`<datalist id="summaries">${own.map((each) => html`<option value=${each}></option>`)}</datalist>` : nothing}
      ${quick.length > 0 ? html`<div class="quick" role="group" aria-label=${msg('wikilit-quick-summaries')}>${quick.map((each) => html`<button type="button" class="button" aria-pressed=${chosen.includes(each) ? 'true' : 'false'} @click=${() => this.press(each)}>${each}</button>`)}</div>` : nothing}
    `;
  }

  /** Puts it behind what is there, or takes it away again. */
  private press(quick: string): void {
    const {summary} = this.host;
    const chosen = summary.split(separator);
    const isThere = chosen.includes(quick);
    this.draft.typeSummary(isThere ? chosen.filter((each) => each !== quick).join(separator) : [summary.trim(), quick].filter(Boolean).join(separator));
    this.host.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
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
