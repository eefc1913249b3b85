/** Somebody else saved first: their text beside one's own, and what to do. Nothing is thrown away. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Conflict} from '../../core/errors.js';
import type {Msg} from '../../i18n/localize-controller.js';
import {message} from '../message.js';
import {newSection} from './section.js';

export interface ConflictActions {
  readonly onSaveAgain: () => void;
  readonly onSaveMine: () => void;
  readonly onTakeTheirs: () => void;
  readonly onWholePage: () => void;
}

/** A new section takes the place of nothing, and the page's whole text has no place in it. */
export function renderConflict(conflict: Conflict, section: string | undefined, {onSaveAgain, onSaveMine, onTakeTheirs, onWholePage}: ConflictActions, msg: Msg): TemplateResult {
  const {theirs, theirRevid, theirUser} = conflict;
  const who = html`<p><strong>${theirUser ? msg('wikilit-conflict-by', theirUser) : msg('wikilit-conflict')}</strong> ${msg('wikilit-conflict-kept')}</p>`;
  if (theirs === undefined || theirRevid === undefined) {
    const [why, label, onClick] = section !== undefined && section !== newSection ? (['wikilit-conflict-moved', 'wikilit-whole-page', onWholePage] as const) : (['wikilit-conflict-unread', 'wikilit-retry', onSaveAgain] as const);
    return message('warning', html`${who}<p>${msg(why)}</p>`, html`<div class="choices"><button type="button" class="button" @click=${onClick}>${msg(label)}</button></div>`);
  }
  return message(
    'warning',
    who,
    html`
      <div class="choices">
        ${section === newSection ? nothing : html`<button type="button" class="button" @click=${onTakeTheirs}>${msg('wikilit-take-theirs')}</button>`}
        <button type="button" class="button" @click=${onSaveMine}>${msg(section === newSection ? 'wikilit-add-mine' : 'wikilit-save-mine')}</button>
      </div>
    `,
  );
}
