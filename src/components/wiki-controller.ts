/** Finds the wiki a component works on. */
import {ContextConsumer} from '@lit/context';
import type {LitElement} from 'lit';
import {wikiHere} from '../wiki/here.js';
import type {Wiki} from '../wiki/wiki.js';
import {problemContext, wikiContext} from './context.js';
// A provider must be upgraded before the components inside it ask.
import './provider/provider.js';
import {wikiAt} from './wiki-at.js';

/** A component on a wiki has these two properties. */
export interface WikiHost extends LitElement {
  wiki: Wiki | undefined;
  api: string;
}

/** Private members are so by type alone: `#` costs a WeakMap and its helpers in builds for older parsers. */
export class WikiController {
  private readonly host: WikiHost;
  private readonly context: ContextConsumer<typeof wikiContext, WikiHost>;
  private readonly problem: ContextConsumer<typeof problemContext, WikiHost>;
  private inProvider = false;

  constructor(host: WikiHost) {
    this.host = host;
    const callback = (): void => {
      this.inProvider = true;
      host.requestUpdate();
    };
    this.context = new ContextConsumer(host, {context: wikiContext, subscribe: true, callback});
    this.problem = new ContextConsumer(host, {context: problemContext, subscribe: true, callback});
  }

  /**
   * The nearest goes first: the `wiki` property, the `api` attribute, the provider around, the wiki whose page this is.
   *
   * @returns the wiki; or why there is none, for the author of the page; undefined while the provider around has none yet
   */
  find(): Wiki | string | undefined {
    const {wiki, api, localName} = this.host;
    if (wiki) return wiki;
    try {
      if (api) return wikiAt(api);
    } catch (error) {
      return `<${localName}>: ${(error as Error).message}`;
    }
    if (this.inProvider) return this.problem.value ?? this.context.value;
    try {
      return wikiHere();
    } catch {
      return `<${localName}> knows no wiki: give it api="https://…/w/api.php", or put it into a <wiki-provider api="…">.`;
    }
  }
}
