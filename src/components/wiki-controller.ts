/** Finds the wiki a component works on. */
import {ContextConsumer} from '@lit/context';
import type {LitElement} from 'lit';
import {wikiHere} from '../wiki/here.js';
import type {Wiki} from '../wiki/wiki.js';
import {wikiContext} from './context.js';
// A provider must be upgraded before the components inside it ask.
import './provider/provider.js';
import {wikiAt} from './wiki-at.js';

/** A component on a wiki has these two properties. */
export interface WikiHost extends LitElement {
  wiki: Wiki | undefined;
  api: string;
}

/**
 * The nearest goes first: the `wiki` property, the `api` attribute, the provider around, the wiki whose page this is.
 */
export class WikiController {
  readonly #host: WikiHost;
  readonly #context: ContextConsumer<typeof wikiContext, WikiHost>;
  #inProvider = false;

  constructor(host: WikiHost) {
    this.#host = host;
    this.#context = new ContextConsumer(host, {
      context: wikiContext,
      subscribe: true,
      callback: () => {
        this.#inProvider = true;
        host.requestUpdate();
      },
    });
  }

  /**
   * Undefined while the provider around has none yet.
   *
   * @throws {TypeError} there is none, or its address is no address; the message says what to do
   */
  get value(): Wiki | undefined {
    const {wiki, api, localName} = this.#host;
    if (wiki) return wiki;
    if (api) return wikiAt(api);
    if (this.#inProvider) return this.#context.value;
    try {
      return wikiHere();
    } catch (cause) {
      throw new TypeError(`<${localName}> knows no wiki: give it api="https://…/w/api.php", or put it into a <wiki-provider api="…">.`, {cause});
    }
  }
}
