/** The list as it is seen: for each draft where and when it was typed, its text, and what can be done with it. */
import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {inLanguage} from '../../i18n/expand.js';
import type {Msg} from '../../i18n/localize-controller.js';
import type {DraftRecord} from '../../wiki/drafts/record.js';
import {button, choices} from '../choices.js';
import {message} from '../message.js';
import {textsOf} from '../words.js';

export interface DraftsView {
  /** Newest first; undefined while they are looked for. */
  readonly drafts: readonly DraftRecord[] | undefined;
  /** Ids of those that are open in a form now. */
  readonly held: ReadonlySet<string>;
  /** Which is about to be thrown away. */
  readonly sure: string | undefined;
  /** Why there are none. */
  readonly failure: unknown;
  /** Of the interface. */
  readonly lang: string | undefined;
}

export interface DraftsActions {
  readonly onOpen: (draft: DraftRecord) => void;
  readonly onDiscard: (draft: DraftRecord) => void;
  readonly onRetry: () => void;
}

export function renderList(view: DraftsView, actions: DraftsActions, msg: Msg): TemplateResult | typeof nothing {
  const {drafts, failure} = view;
  if (failure !== undefined) {
    const words = html`<p><strong>${msg('wikilit-drafts-failed')}</strong></p>${textsOf(failure).map((text) => html`<p>${text}</p>`)}`;
    return html`<div role="alert">${message('error', words, failure instanceof TypeError ? nothing : choices(button(msg('wikilit-retry'), actions.onRetry)))}</div>`;
  }
  if (!drafts) return nothing;
  if (drafts.length === 0) return html`<p class="none" tabindex="-1">${msg('wikilit-drafts-none')}</p>`;
  return html`<ul part="list" aria-label=${msg('wikilit-drafts')}>${repeat(drafts, ({id}) => id, (draft) => renderDraft(draft, view, actions, msg))}</ul>`;
}

function renderDraft(draft: DraftRecord, {held, sure, lang}: DraftsView, {onOpen, onDiscard}: DraftsActions, msg: Msg): TemplateResult {
  const {id, title, text, at} = draft;
  const place = placeOf(draft, msg);
  const name = place ? `${title} – ${place}` : title;
  const date = inLanguage(lang, (known) => new Date(at).toLocaleString(known, {dateStyle: 'medium', timeStyle: 'short'}));
  const rows = Math.max(2, Math.min(8, text.split('\n').length));
  const isSure = sure === id;
  return html`
    <li part="draft" data-id=${id}>
      <div class="what"><bdi>${title}</bdi>${place ? html` – <bdi>${place}</bdi>` : nothing}</div>
      <div class="when">${msg('wikilit-drafts-when', date, Array.from(text).length)}</div>
      <details>
        <summary>${msg('wikilit-draft-show')}</summary>
        <textarea class="input" readonly rows=${rows} dir="auto" aria-label="${msg('wikilit-draft-show')}: ${name}" .value=${text}></textarea>
      </details>
      ${held.has(id)
        ? html`<p>${msg('wikilit-drafts-held')}</p>`
        : choices(
            html`<button type="button" class="button" aria-label="${msg('wikilit-drafts-open')}: ${name}" @click=${() => onOpen(draft)}>${msg('wikilit-drafts-open')}</button>`,
            html`<button type="button" class="button" aria-label="${msg(isSure ? 'wikilit-drafts-sure' : 'wikilit-draft-discard')} ${name}" @click=${() => onDiscard(draft)}>${msg(isSure ? 'wikilit-drafts-sure' : 'wikilit-draft-discard')}</button>`,
          )}
    </li>
  `;
}

/** Where on the page it was typed. */
function placeOf({section, heading, subject}: DraftRecord, msg: Msg): string {
  if (section === undefined) return '';
  return section === 'new' ? subject || msg('wikilit-drafts-new-section') : (heading ?? msg('wikilit-drafts-section', section));
}
