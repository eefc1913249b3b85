/** Who one is on the chosen wiki, and becoming somebody else. */
import 'wikilit/components/login.js';
import {html, LitElement, type TemplateResult} from 'lit';
import {type UserInfo, type Wiki, WikiError} from 'wikilit';
import type {DemoUser} from './wikis.js';

/** The user of the wiki has changed: what was read as somebody else should be read again. */
class UserChangedEvent extends Event {
  constructor() {
    super('user-changed', {bubbles: true});
  }
}

export class DemoLogin extends LitElement {
  static override properties = {wiki: {attribute: false}, users: {attribute: false}, theme: {attribute: false}, chosen: {state: true}, who: {state: true}, said: {state: true}, busy: {state: true}};

  declare wiki: Wiki | undefined;
  declare users: readonly DemoUser[];
  declare theme: 'dark' | 'light' | undefined;
  declare chosen: string;
  declare who: UserInfo | undefined;
  declare said: string;
  declare busy: boolean;

  constructor() {
    super();
    this.wiki = undefined;
    this.users = [];
    this.theme = undefined;
    this.chosen = 'Olga';
    this.who = undefined;
    this.said = '';
    this.busy = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Asks the wiki who we are. */
  async refresh(): Promise<void> {
    const {wiki} = this;
    this.who = undefined;
    await this.#try(async () => {
      const who = await wiki?.userinfo();
      if (wiki !== this.wiki) return;
      this.who = who;
      if (who && !who.anon && wiki && wiki.user !== who.name && !wiki.session.origin.anonymous) wiki.session.changeUser(who.name);
    });
  }

  protected override render(): TemplateResult {
    const {who, wiki} = this;
    return html`
      <h2>User</h2>
      <p class="hint" id="who" role="status">${this.busy ? 'Asking the wiki …' : who ? html`Here you are <b>${who.anon ? 'nobody' : who.name}</b>.` : ''}</p>
      ${wiki?.session.origin.anonymous
        ? html`<p class="hint" id="why-nobody">
            With <code>origin=*</code> the wiki takes every request for nobody’s: pages can be read, but not saved as somebody.
          </p>`
        : who?.anon
          ? this.#renderLogin()
          : who
            ? html`<button type="button" id="logout" ?disabled=${this.busy} @click=${this.#onLogout}>Log out</button>`
            : ''}
      ${this.said ? html`<p class="hint error" role="alert">${this.said}</p>` : ''}
    `;
  }

  /** The people of the test wiki have passwords that everybody may know. */
  #renderLogin(): TemplateResult {
    const {users, chosen, wiki, theme} = this;
    const {name = '', password} = users.find((one) => one.name === chosen) ?? {};
    return html`
      ${users.length === 0
        ? ''
        : html`<label
            >Log in as
            <select id="user" @change=${this.#onChoice}>
              ${users.map(({name, about}) => html`<option value=${name} ?selected=${name === chosen}>${name}: ${about}</option>`)}
            </select>
          </label>`}
      <wiki-login style="margin-top: 12px" .wiki=${wiki} .theme=${theme} .username=${name} .values=${{password}} @wiki-logged-in=${this.#onLoggedIn}><span slot="heading" hidden></span></wiki-login>
    `;
  }

  #onChoice(event: Event): void {
    this.chosen = (event.target as HTMLSelectElement).value;
  }

  async #onLoggedIn(): Promise<void> {
    await this.#changed();
  }

  async #onLogout(): Promise<void> {
    await this.#try(async () => {
      await this.wiki?.logout();
      await this.#changed();
    });
  }

  async #changed(): Promise<void> {
    await this.refresh();
    this.dispatchEvent(new UserChangedEvent());
    await this.#focusOnButton();
  }

  /** What was pressed is gone: its successor is where the keyboard goes on. */
  async #focusOnButton(): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>('button, wiki-login')?.focus();
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.said = '';
    this.busy = true;
    try {
      await work();
    } catch (error) {
      if (!(error instanceof WikiError || error instanceof TypeError)) throw error;
      this.said = error.message;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('demo-login', DemoLogin);

declare global {
  interface HTMLElementEventMap {
    'user-changed': UserChangedEvent;
  }
}
