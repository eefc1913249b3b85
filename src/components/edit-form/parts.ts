/** Parts of the form that only show something. */
import {html, nothing, type TemplateResult} from 'lit';
import {isApiError} from '../../core/errors.js';
import type {Msg} from '../../i18n/localize-controller.js';
import type {SavedEdit} from '../../wiki/edit.js';
import type {EditOpening} from '../../wiki/edit-opening.js';
import {message} from '../message.js';

/** MediaWiki's own messages that the form uses; they come with the opening. */
export const wikiMessageKeys: readonly string[] = ['cancel', 'creating', 'editing', 'login', 'minoredit', 'savearticle', 'savechanges', 'summary', 'viewsource-title', 'watchthis'];

export function renderSkeleton(msg: Msg): TemplateResult {
  return html`
    <div class="skeleton" aria-busy="true">
      <div class="bone tall"></div>
      <div class="bone"></div>
      <div class="bone short"></div>
      <span class="visually-hidden" role="status">${msg('wikilit-opening')}</span>
    </div>
  `;
}

/** The form could not be opened. */
export function renderFailure(error: unknown, msg: Msg, onRetry: () => void, onWholePage: () => void): TemplateResult {
  const text = error instanceof Error ? error.message : String(error);
  // A wrong attribute stays wrong, however often one tries.
  const retry = error instanceof TypeError ? nothing : html`<button type="button" class="button" @click=${onRetry}>${msg('wikilit-retry')}</button>`;
  const whole = isApiError(error, 'nosuchsection') ? html`<button type="button" class="button" @click=${onWholePage}>${msg('wikilit-whole-page')}</button>` : nothing;
  return html`<div role="alert">${message('error', html`<p><strong>${msg('wikilit-failed')}</strong></p><p>${text}</p>`, html`<div class="choices">${retry}${whole}</div>`)}</div>`;
}

/** Above the text: why it cannot be changed; or that saving will not work for now. */
export function renderReasons(opening: EditOpening, msg: Msg): TemplateResult {
  const {refusals, missing, readOnlyReason, wouldAutocreate} = opening;
  const reasons = refusals.map(({text, code}) => html`<p>${text || code}</p>`);
  if (!mayEdit(opening)) return message('warning', html`<p><strong>${msg(missing ? 'wikilit-readonly-missing' : 'wikilit-readonly')}</strong></p>${reasons}`);
  return html`
    ${reasons.length > 0 ? message('warning', reasons) : nothing}
    ${readOnlyReason === undefined ? nothing : message('warning', html`<p><strong>${msg('wikilit-wiki-readonly')}</strong></p><p>${readOnlyReason}</p>`)}
    ${wouldAutocreate ? message('notice', html`<p>${msg('wikilit-temporary-account')}</p>`) : nothing}
  `;
}

/** Whether nothing speaks against it that will not be over in some minutes. */
export const mayEdit = ({refusals}: EditOpening): boolean => refusals.every(({code}) => /^(ratelimited|actionthrottledtext|readonly)$/.test(code));

/** What was saved, and whether the wiki put it together with the edits of others. */
export type Saved = SavedEdit & {readonly merged: boolean};

export function renderSaved({outcome, newrevid, oldrevid, recovered, merged}: Saved, scriptUrl: string, msg: Msg): TemplateResult {
  if (outcome === 'nochange' || newrevid === undefined) return message('notice', html`<p>${msg('wikilit-nochange')}</p>`);
  const link = oldrevid ? html` <a class="link" href="${scriptUrl}?${new URLSearchParams({diff: String(newrevid), oldid: String(oldrevid)}).toString()}" target="_blank" rel="noopener">${msg('wikilit-see-change')}</a>` : nothing;
  const also = recovered ? msg('wikilit-saved-recovered') : merged ? msg('wikilit-saved-merged') : undefined;
  return message('success', html`<p>${msg('wikilit-saved', String(newrevid))}${link}</p>${also ? html`<p>${also}</p>` : nothing}`);
}

/** Those that are undefined are not offered. */
export interface Ticks {
  readonly minor: boolean | undefined;
  readonly watch: boolean | undefined;
}

export interface TickActions {
  readonly onMinor: (on: boolean) => void;
  readonly onWatch: (on: boolean) => void;
}

export function renderTicks({minor, watch}: Ticks, {onMinor, onWatch}: TickActions, msg: Msg): TemplateResult | typeof nothing {
  if (minor === undefined && watch === undefined) return nothing;
  return html`<div class="ticks">${renderTick(minor, msg('minoredit'), onMinor)}${renderTick(watch, msg('watchthis'), onWatch)}</div>`;
}

function renderTick(on: boolean | undefined, label: string, onChange: (on: boolean) => void): TemplateResult | typeof nothing {
  if (on === undefined) return nothing;
  return html`<label class="tick"><input type="checkbox" .checked=${on} @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)} />${label}</label>`;
}

export const mayMarkMinor = ({missing, user}: EditOpening): boolean => !missing && !user.anon && user.rights.includes('minoredit');

export const mayWatch = ({user}: EditOpening): boolean => !user.anon && user.rights.includes('editmywatchlist');
