/** How long the text is, in bytes of UTF-8, against what the wiki takes: told when there is little room left. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Msg} from '../../../i18n/localize-controller.js';
import type {Saver} from '../saver.js';

/** A share of the limit. */
const tellFrom = 0.9;

/** In UTF-8; 0 where it is surely less than `least`: to count takes time. */
export function bytesFrom(least: number, text: string): number {
  // A character has three bytes at most for each unit.
  return text.length * 3 < least ? 0 : new TextEncoder().encode(text).length;
}

export function renderSize(text: string, {opening}: Saver, msg: Msg): TemplateResult | typeof nothing {
  const {maxArticleBytes} = opening;
  if (maxArticleBytes === undefined) return nothing;
  const left = maxArticleBytes - bytesFrom(maxArticleBytes * tellFrom, text);
  if (left > maxArticleBytes * (1 - tellFrom)) return nothing;
  return html`<p class=${left < 0 ? 'left over' : 'left'} role="status">${left < 0 ? msg('wikilit-size-over', -left) : msg('wikilit-size-left', left)}</p>`;
}
