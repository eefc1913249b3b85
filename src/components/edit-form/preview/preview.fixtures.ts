/** The smallest element that has a preview, on a wiki that answers what it is told to. */
import axe from 'axe-core';
import {LitElement, type TemplateResult} from 'lit';
import {expect} from 'vitest';
import {Session} from '../../../core/session.js';
import {LocalizeController} from '../../../i18n/localize-controller.js';
import {type FakeAnswer, type FakeRequest, fakeWiki} from '../../../testing/fake-wiki.js';
import {controls} from '../../controls.styles.js';
import {formStyles} from '../../form.styles.js';
import {tokens} from '../../tokens.styles.js';
import {type Previewed, PreviewPane} from './preview-pane.js';

class PreviewHost extends LitElement {
  static override styles = [tokens, controls, formStyles];
  edit: Previewed | undefined;
  readonly localize = new LocalizeController(this);
  readonly pane = new PreviewPane(this, () => this.edit, this.localize.msg);

  override render(): TemplateResult {
    return this.pane.render();
  }

  /** As typing does. */
  change(part: Partial<Previewed>): void {
    if (this.edit) this.edit = {...this.edit, ...part};
    this.pane.typed();
  }
}
customElements.define('preview-host', PreviewHost);

/** What the parser makes of a text. */
export const parsed = (html: string, more: object = {}): object => ({
  parse: {title: 'Oslo', pageid: 2, text: `<div class="mw-parser-output">${html}</div>`, displaytitle: 'Oslo', categorieshtml: '<div id="catlinks" class="catlinks catlinks-allhidden"></div>', modules: [], modulestyles: [], jsconfigvars: {}, parsewarningshtml: [], sections: [], ...more},
});

export const summarised = (parsedsummary: string): object => ({parse: {title: 'Oslo', pageid: 2, parsedsummary}});

export interface Stage {
  readonly host: PreviewHost;
  readonly pane: PreviewPane;
  readonly requests: readonly FakeRequest[];
  /** The light-DOM child with the page in it. */
  readonly shown: () => HTMLElement;
}

export const elsewhere = 'https://wiki.example/w/api.php';

let stages = 0;

/** @param answers - one for each request */
export function stage(answers: readonly FakeAnswer[], apiUrl = `${location.origin}/w${stages++}/api.php`): Stage {
  const fake = fakeWiki(answers.map((answer) => [{action: 'parse'}, answer]));
  const session = new Session(apiUrl, {fetch: fake.fetch, retry: false, auth: apiUrl === elsewhere ? 'anonymous' : 'cookies'});
  const host = document.createElement('preview-host') as PreviewHost;
  host.edit = {session, title: 'Oslo', text: 'Hello', summary: '', lang: 'en', dir: 'ltr'};
  document.body.append(host);
  return {host, pane: host.pane, requests: fake.requests, shown: () => host.querySelector<HTMLElement>(':scope > [slot=preview]') as HTMLElement};
}

/** An answer that comes when it is told to. */
export function held(): {readonly answer: FakeAnswer; give(answer: object): void} {
  let give = (_answer: object): void => {};
  const promise = new Promise<object>((resolve) => (give = resolve));
  return {answer: () => promise, give: (answer) => give(answer)};
}

/** Axe finds nothing. */
export async function expectAccessible(): Promise<void> {
  for (const {shadowRoot} of document.querySelectorAll('preview-host')) {
    for (const animation of shadowRoot?.getAnimations() ?? []) if (animation instanceof CSSTransition) animation.finish();
  }
  const {violations} = await axe.run(document.body, {rules: {region: {enabled: false}, 'page-has-heading-one': {enabled: false}}});
  expect(violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(' ')}`)).toEqual([]);
}
