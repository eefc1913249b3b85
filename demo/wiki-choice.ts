/** Choosing the wiki, and how to talk to it. */
import {html, LitElement, type TemplateResult} from 'lit';
import type {Wiki} from 'wikilit';
import {openWiki, type WikiChoice} from './wikis.js';

/** Another wiki was chosen; cancel to stay with the one before. */
class WikiChosenEvent extends Event {
  readonly wiki: Wiki;

  constructor(wiki: Wiki) {
    super('wiki-chosen', {bubbles: true, cancelable: true});
    this.wiki = wiki;
  }
}

const other = 'other';

export class DemoWiki extends LitElement {
  static override properties = {wikis: {attribute: false}, chosen: {state: true}, said: {state: true}};

  declare wikis: readonly WikiChoice[];
  declare chosen: string;
  declare said: string;

  constructor() {
    super();
    this.wikis = [];
    this.chosen = '0';
    this.said = '';
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Opens what is chosen; called once the choices are there. */
  open(): void {
    const choice = this.wikis[Number(this.chosen)];
    if (choice) this.#open(choice);
  }

  protected override render(): TemplateResult {
    const choice = this.wikis[Number(this.chosen)];
    return html`
      <form @submit=${this.#onOther}>
        <h2>Wiki</h2>
        <label
          >Which wiki, and how
          <select @change=${this.#onChange} .value=${this.chosen}>
            ${this.wikis.map(({label}, index) => html`<option value=${index}>${label}</option>`)}
            <option value=${other}>any other, by its address</option>
          </select>
        </label>
        ${choice && this.chosen !== other
          ? html`<p class="hint">${choice.about}</p>`
          : html`<label style="margin-top: 8px">Address <input name="api" placeholder="en.wikipedia.org" required /></label>
              <button type="submit" style="margin-top: 8px">Use this wiki</button>`}
        ${this.said ? html`<p class="hint error" role="alert">${this.said}</p>` : ''}
      </form>
    `;
  }

  #onChange(event: Event): void {
    const select = event.target as HTMLSelectElement;
    const before = this.chosen;
    this.chosen = select.value;
    const choice = this.wikis[Number(this.chosen)];
    if (!choice || this.#open(choice)) return;
    this.chosen = select.value = before;
  }

  #onOther(event: SubmitEvent): void {
    event.preventDefault();
    const api = new FormData(event.target as HTMLFormElement).get('api');
    if (typeof api === 'string' && this.chosen === other) this.#open({api});
  }

  /** @returns whether it is open now */
  #open(choice: {api: string; auth?: WikiChoice['auth']}): boolean {
    try {
      this.said = '';
      return this.dispatchEvent(new WikiChosenEvent(openWiki(choice)));
    } catch (error) {
      this.said = error instanceof Error ? error.message : String(error);
      return false;
    }
  }
}

customElements.define('demo-wiki', DemoWiki);

declare global {
  interface HTMLElementEventMap {
    'wiki-chosen': WikiChosenEvent;
  }
}
