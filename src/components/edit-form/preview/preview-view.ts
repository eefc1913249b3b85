/** The preview as it is seen: its buttons, what the wiki says of it, the page itself, and the summary below. */
import {html, nothing, type TemplateResult} from 'lit';
import {htmlToText} from '../../../core/html-to-text.js';
import type {Msg} from '../../../i18n/localize-controller.js';
import type {Preview} from '../../../wiki/edit/preview.js';
import {hintOf, renderHint} from '../../hint.js';
import {isAtHome, wikiHtml} from '../../html.js';
import {message} from '../../message.js';
import {colonless, textsOf} from '../../words.js';
import type {Manual} from './pace.js';
import type {Previewed, PreviewState} from './preview-pane.js';

/** What is shown beside the page. Nodes, so that they can be put in again. */
export interface Extras {
  readonly warnings: readonly HTMLElement[];
  /** Undefined where it is the title as everybody knows it. */
  readonly displaytitle: HTMLElement | undefined;
  /** Undefined without a summary. */
  readonly summary: HTMLElement | undefined;
}

export interface PreviewView {
  readonly state: PreviewState;
  readonly hasPreview: boolean;
  readonly live: boolean;
  readonly manual: Manual | undefined;
  readonly error: unknown;
  readonly extras: Extras | undefined;
  readonly tells: boolean;
}

export interface PreviewActions {
  readonly onUpdate: () => void;
  readonly onLive: (live: boolean) => void;
}

export function extrasOf({warnings, displaytitle, parsedsummary}: Preview, {session: {apiUrl}, title, lang, dir}: Previewed): Extras {
  return {
    warnings: warnings.map((warning) => wikiNode(warning, apiUrl, '', 'auto')),
    displaytitle: isOrdinary(displaytitle, title, apiUrl) ? undefined : wikiNode(displaytitle, apiUrl, lang, dir),
    summary: summaryNode(parsedsummary, apiUrl),
  };
}

export const summaryNode = (parsed: string, apiUrl: string): HTMLElement | undefined => (parsed === '' ? undefined : wikiNode(parsed, apiUrl, '', 'auto'));

export function renderPreview(view: PreviewView, {onUpdate, onLive}: PreviewActions, msg: Msg): TemplateResult {
  const {state, hasPreview, live, manual, error, extras, tells} = view;
  const busy = state === 'busy';
  return html`
    <section class="preview" part="preview" aria-labelledby="preview-heading" aria-busy=${busy ? 'true' : 'false'}>
      ${busy ? html`<div class="progress" part="progress"></div>` : nothing}
      <div class="preview-row">
        <h2 class="heading" id="preview-heading">${msg('preview')}</h2>
        <label class="tick"><input type="checkbox" .checked=${live} @change=${(event: Event) => onLive((event.target as HTMLInputElement).checked)} />${msg('wikilit-preview-live')}</label>
        <button type="button" class="button" @click=${onUpdate}>${msg('wikilit-preview-update')}</button>
      </div>
      ${manual ? message('notice', msg(`wikilit-preview-${manual}`)) : nothing}
      ${state === 'failed' ? html`<div role="alert">${message('error', renderFailure(error, msg))}</div>` : nothing}
      ${hasPreview ? html`<p class="preview-note">${msg('previewnote')}${state === 'stale' ? html` <strong>${msg('wikilit-preview-stale')}</strong>` : nothing}</p>` : nothing}
      ${extras?.warnings.map((warning) => message('warning', warning))}
      ${extras?.displaytitle ? html`<p class="preview-line">${colonless(msg('wikilit-preview-title'))}: ${extras.displaytitle}</p>` : nothing}
      <slot name="preview"></slot>
      ${extras?.summary ? html`<p class="preview-line">${colonless(msg('summary-preview'))}: <span class="preview-summary">(${extras.summary})</span></p>` : nothing}
      <span class="visually-hidden" role="status">${tells && (state === 'ready' || state === 'stale') ? msg('wikilit-preview-updated') : ''}</span>
    </section>
  `;
}

function renderFailure(error: unknown, msg: Msg): TemplateResult {
  return html`<p><strong>${msg('previewerrortext')}</strong></p>${textsOf(error).map((text) => html`<p>${text}</p>`)}${renderHint(hintOf(error), msg)}`;
}

/** Wikis mark the parts of each title, which says nothing of how it looks. Where it is shown as text, its words count alone. */
function isOrdinary(displaytitle: string, title: string, apiUrl: string): boolean {
  const isStyled = isAtHome(apiUrl) && /<(?!\/span>|span class="mw-page-title-)/.test(displaytitle);
  return !isStyled && htmlToText(displaytitle) === title.replace(/_/g, ' ');
}

/** The wiki's HTML, or on a page of another site its words. */
function wikiNode(html: string, apiUrl: string, lang: string, dir: string): HTMLElement {
  const node = document.createElement('bdi');
  node.className = 'from-wiki';
  if (lang) node.lang = lang;
  node.dir = dir;
  node.append(wikiHtml(html, apiUrl));
  for (const link of node.querySelectorAll('a')) {
    // What is typed is not saved: a click must not leave it.
    link.target = '_blank';
    link.rel = 'noopener';
  }
  return node;
}
