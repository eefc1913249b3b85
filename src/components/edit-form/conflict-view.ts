/** Somebody else saved first: their text beside one's own, and what to do. Nothing is thrown away. */
import {html, type TemplateResult} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import type {Conflict} from '../../core/errors.js';
import type {Msg} from '../../i18n/localize-controller.js';
import {message} from '../message.js';

export interface ConflictActions {
  readonly onSaveAgain: () => void;
  readonly onSaveMine: () => void;
  readonly onTakeTheirs: () => void;
  readonly onWholePage: () => void;
}

export function renderConflict(conflict: Conflict, inSection: boolean, {onSaveAgain, onSaveMine, onTakeTheirs, onWholePage}: ConflictActions, msg: Msg): TemplateResult {
  const {theirs, theirRevid, theirUser} = conflict;
  const who = html`<p><strong>${theirUser ? msg('wikilit-conflict-by', theirUser) : msg('wikilit-conflict')}</strong> ${msg('wikilit-conflict-kept')}</p>`;
  if (theirs === undefined || theirRevid === undefined) {
    const [why, label, onClick] = inSection ? (['wikilit-conflict-moved', 'wikilit-whole-page', onWholePage] as const) : (['wikilit-conflict-unread', 'wikilit-retry', onSaveAgain] as const);
    return message('warning', html`${who}<p>${msg(why)}</p>`, html`<div class="choices"><button type="button" class="button" @click=${onClick}>${msg(label)}</button></div>`);
  }
  return message(
    'warning',
    who,
    html`
      <div class="choices">
        <button type="button" class="button" @click=${onTakeTheirs}>${msg('wikilit-take-theirs')}</button>
        <button type="button" class="button" @click=${onSaveMine}>${msg('wikilit-save-mine')}</button>
      </div>
    `,
  );
}

/** Another text to read and copy from. */
export function renderOther(label: string, text: string, {lang, dir}: {lang: string; dir: 'ltr' | 'rtl'}): TemplateResult {
  return html`
    <div class="field">
      <label for="other">${label}</label>
      <textarea id="other" class="input other" readonly rows="8" lang=${ifDefined(lang || undefined)} dir=${dir} .value=${text}></textarea>
    </div>
  `;
}
