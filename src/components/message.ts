/** A box with a sign and words: notice, warning, error, success. */
import {html, svg, type SVGTemplateResult, type TemplateResult} from 'lit';

export type MessageKind = 'notice' | 'warning' | 'error' | 'success';

/**
 * @param words - what it says; line ends are kept
 * @param more - below the words: buttons, fields
 */
export function message(kind: MessageKind, words: unknown, more: unknown = ''): TemplateResult {
  return html`<div class="message ${kind}" part="message">${icon(kind)}<div class="words">${words}${more}</div></div>`;
}

const shapes: Readonly<Record<MessageKind, SVGTemplateResult>> = {
  notice: svg`<path d="M10 0a10 10 0 1 0 0 20 10 10 0 0 0 0-20M9 5h2v2H9zm0 4h2v6H9z"/>`,
  warning: svg`<path d="M10 1 0 18.5h20zM9 7h2v5.5H9zm0 7h2v2H9z"/>`,
  error: svg`<path d="M6 0 0 6v8l6 6h8l6-6V6l-6-6zm3 4h2v8H9zm0 10h2v2H9z"/>`,
  success: svg`<path d="M10 0a10 10 0 1 0 0 20 10 10 0 0 0 0-20M8.5 14.5 4 10l1.5-1.5 3 3 6-6L16 7z"/>`,
};

function icon(kind: MessageKind): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${shapes[kind]}</svg>`;
}
