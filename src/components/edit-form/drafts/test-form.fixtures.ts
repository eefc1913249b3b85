/** A small form with a keeper; it runs in other tabs as well, where no test runner is. */
import {html, LitElement, type TemplateResult} from 'lit';
import {Messages} from '../../../i18n/messages.js';
import {controls} from '../../controls.styles.js';
import {formStyles} from '../../form.styles.js';
import {tokens} from '../../tokens.styles.js';
import {DraftKeeper} from './draft-keeper.js';
import type {DraftFields, DraftSaver} from './keeping.js';

export const base = 'One.\n\nTwo.\n\nThree.\n';

export const fieldsOf = (text: string): DraftFields => ({text, subject: '', summary: '', minor: false, watch: false});

export class TestForm extends LitElement {
  static override styles = [tokens, controls, formStyles];
  readonly keeper: DraftKeeper;
  fields = fieldsOf('');
  private readonly messages = new Messages();

  constructor() {
    super();
    this.keeper = new DraftKeeper(this, {read: () => this.fields, restore: (fields) => (this.fields = fields)});
  }

  open(saver: DraftSaver, revid?: number): void {
    this.fields = fieldsOf(saver.text);
    this.keeper.opened(saver, {revid});
  }

  type(text: string, more: Partial<DraftFields> = {}): void {
    this.fields = {...this.fields, ...more, text};
    this.keeper.typed();
  }

  protected override render(): TemplateResult {
    return html`<div role="status">${this.keeper.render((key, ...params) => this.messages.text(key, params), 'en')}</div>`;
  }
}

customElements.define('test-form', TestForm);

export function saverOf(wiki: string, {user = 'Alice', anon = false, title = 'Simple', section, text = base, revid = 2}: {user?: string; anon?: boolean; title?: string; section?: string; text?: string; revid?: number} = {}): DraftSaver {
  return {session: {apiUrl: wiki}, opening: {title, pageid: 2, baserevid: revid, user: {name: user, anon, temp: false, groups: [], rights: []}, lang: 'en', dir: 'ltr'}, section, text, begun: text};
}

/** A form in the page, open for a saver. */
export function formFor(saver: DraftSaver): TestForm {
  const form = new TestForm();
  document.body.append(form);
  form.open(saver);
  return form;
}

/** As a tab that is closed: what was not kept is lost. */
export const close = (form: TestForm): void => form.remove();
