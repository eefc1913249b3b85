/** Save, Cancel, and what is going on. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Msg} from '../../i18n/localize-controller.js';

export interface ActionRow {
  /** Nothing can be saved: Cancel alone is left, and means Close. */
  readonly readonly: boolean;
  readonly saveLabel: string;
  /** The wiki warned, and the same button now means "all the same": it is not the proposed thing any more. */
  readonly reluctant: boolean;
  readonly canSave: boolean;
  readonly saving: boolean;
  /** Asked whether to throw the text away. */
  readonly discarding: boolean;
  /** Further buttons. */
  readonly tools: TemplateResult | undefined;
}

export interface RowActions {
  readonly onCancel: () => void;
  readonly onDiscard: () => void;
  readonly onKeep: () => void;
}

export function renderActionRow({readonly, saveLabel, reluctant, canSave, saving, discarding, tools}: ActionRow, {onCancel, onDiscard, onKeep}: RowActions, msg: Msg): TemplateResult {
  return html`
    <div class="actions" part="actions">
      ${saving ? html`<div class="progress" part="progress"></div>` : nothing}
      ${discarding
        ? html`
            <div class="question" role="group" aria-labelledby="discard-question">
              <span id="discard-question">${msg('wikilit-discard-question')}</span>
              <button type="button" class="button" @click=${onDiscard}>${msg('wikilit-discard')}</button>
              <button type="button" class="button quiet" id="keep" @click=${onKeep}>${msg('wikilit-keep-editing')}</button>
            </div>
          `
        : html`
            ${readonly ? nothing : html`<button type="submit" part="save" class="button steady save ${reluctant ? '' : 'primary'}" aria-disabled=${canSave ? 'false' : 'true'}>
              <span class=${saving ? 'rest' : ''}>${saveLabel}</span>${saving ? html`<span class="now">${msg('wikilit-saving')}</span>` : nothing}
            </button>${tools}`}
            <button type="button" class="button cancel ${readonly ? '' : 'quiet'}" aria-disabled=${saving ? 'true' : 'false'} @click=${onCancel}>${msg(readonly ? 'wikilit-close' : 'cancel')}</button>
          `}
      <span class="visually-hidden" role="status">${saving ? msg('wikilit-saving') : ''}</span>
    </div>
    <div class="row-end"></div>
  `;
}
