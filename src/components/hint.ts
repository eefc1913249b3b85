/** What the author of the page can do about an error, out of the way of its readers. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Msg} from '../i18n/localize-controller.js';

export const hintOf = (error: unknown): string | undefined => (error as {hint?: string} | undefined)?.hint;

export function renderHint(hint: string | undefined, msg: Msg): TemplateResult | typeof nothing {
  return hint ? html`<details class="hint"><summary>${msg('wikilit-for-author')}</summary><p>${hint}</p></details>` : nothing;
}
