/** The smallest element that has a preview: made a file of by `preview.spec.ts`, for pages of the test wiki. */
import {LitElement, type TemplateResult} from 'lit';
import {Session} from '../src/core/session.js';
import {controls} from '../src/components/controls.styles.js';
import {PreviewPane, type Previewed} from '../src/components/edit-form/preview/preview-pane.js';
import {formStyles} from '../src/components/form.styles.js';
import {tokens} from '../src/components/tokens.styles.js';
import {Messages} from '../src/i18n/messages.js';

export class PreviewElement extends LitElement {
  static override styles = [tokens, controls, formStyles];
  edit: Previewed | undefined;
  readonly words = new Messages();
  readonly pane = new PreviewPane(this, () => this.edit, (key, ...params) => this.words.text(key, params));

  override render(): TemplateResult {
    return this.pane.render();
  }
}
customElements.define('preview-element', PreviewElement);

/** Puts one at the beginning of the page, and waits for what it shows. */
export async function show(api: string, edit: Partial<Previewed>, auth?: 'anonymous' | 'cookies'): Promise<PreviewElement> {
  const element = document.querySelector<PreviewElement>('preview-element') ?? (document.createElement('preview-element') as PreviewElement);
  const session = element.edit?.session ?? new Session(api, {forceLogin: false, ...(auth && {auth})});
  if (session.tokens.known.get('csrf') === undefined && auth !== 'anonymous') await session.tokens.get('csrf');
  element.edit = {session, title: 'Sandbox', text: '', lang: 'en', dir: 'ltr', ...edit};
  if (!element.isConnected) (document.querySelector('#mw-content-text') ?? document.body).prepend(element);
  await element.pane.update();
  return element;
}
