import {ContextProvider} from '@lit/context';
import {css, html, LitElement} from 'lit';
import {property} from 'lit/decorators.js';
import type {Wiki} from '../../wiki/wiki.js';
import {problemContext, wikiContext} from '../context.js';
import {define} from '../define.js';
import {wikiAt} from '../wiki-at.js';

/**
 * Gives a wiki to all components inside.
 *
 *     <wiki-provider api="https://en.wikipedia.org/w/api.php"><wiki-edit-form page="Sandbox"></wiki-edit-form></wiki-provider>
 *
 * @tag wiki-provider
 * @slot - the components, and anything else
 */
@define('wiki-provider')
export class WikiProvider extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** The address of api.php, or a host name. */
  @property() api = '';

  /** A wiki with options of its own; goes before `api`. */
  @property({attribute: false}) wiki: Wiki | undefined;

  private readonly context = new ContextProvider(this, {context: wikiContext});
  private readonly problem = new ContextProvider(this, {context: problemContext});

  override connectedCallback(): void {
    // Before the components inside ask, which they do as soon as they are connected.
    this.provide();
    super.connectedCallback();
  }

  protected override willUpdate(): void {
    this.provide();
  }

  protected override render(): unknown {
    return html`<slot></slot>`;
  }

  /** A wrong address is told by the components inside: nobody could catch an error from here. */
  private provide(): void {
    let {wiki} = this;
    let problem: string | undefined;
    try {
      if (!wiki && this.api) wiki = wikiAt(this.api);
    } catch (error) {
      problem = `<${this.localName}>: ${(error as Error).message}`;
    }
    this.problem.setValue(problem);
    this.context.setValue(wiki);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wiki-provider': WikiProvider;
  }
}
