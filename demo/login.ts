/** Who one is on the chosen wiki, and becoming somebody else. */
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
  static override properties = {wiki: {attribute: false}, users: {attribute: false}, who: {state: true}, said: {state: true}, busy: {state: true}};

  declare wiki: Wiki | undefined;
  declare users: readonly DemoUser[];
  declare who: UserInfo | undefined;
  declare said: string;
  declare busy: boolean;

  constructor() {
    super();
    this.wiki = undefined;
    this.users = [];
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
    const nobody = !who || who.anon;
    return html`
      <form @submit=${this.#onSubmit}>
        <h2>User</h2>
        <p class="hint" id="who" role="status">${this.busy ? 'Asking the wiki …' : who ? html`Here you are <b>${who.anon ? 'nobody' : who.name}</b>.` : ''}</p>
        ${wiki?.session.origin.anonymous
          ? html`<p class="hint" id="why-nobody">
              With <code>origin=*</code> the wiki takes every request for nobody’s: pages can be read, but not saved as somebody.
            </p>`
          : nobody
            ? this.#renderLogin()
            : html`<button type="button" id="logout" ?disabled=${this.busy} @click=${this.#onLogout}>Log out</button>`}
        ${this.said ? html`<p class="hint error" role="alert">${this.said}</p>` : ''}
      </form>
    `;
  }

  #renderLogin(): TemplateResult {
    return html`
      <label
        >Log in as
        <select name="user" id="user">
          ${this.users.map(({name, about}) => html`<option value=${name} ?selected=${name === 'Olga'}>${name}: ${about}</option>`)}
        </select>
      </label>
      <button type="submit" id="login" style="margin-top: 8px" ?disabled=${this.busy || this.users.length === 0}>Log in</button>
    `;
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const name = new FormData(event.target as HTMLFormElement).get('user');
    const user = this.users.find((one) => one.name === name);
    if (!user) return;
    await this.#try(async () => {
      await this.wiki?.clientlogin({username: user.name, password: user.password});
      await this.refresh();
      this.dispatchEvent(new UserChangedEvent());
    });
    await this.#focusOnButton();
  }

  async #onLogout(): Promise<void> {
    await this.#try(async () => {
      await this.wiki?.logout();
      await this.refresh();
      this.dispatchEvent(new UserChangedEvent());
    });
    await this.#focusOnButton();
  }

  /** The button that was pressed is gone: its successor is where the keyboard goes on. */
  async #focusOnButton(): Promise<void> {
    await this.updateComplete;
    this.querySelector('button')?.focus();
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
