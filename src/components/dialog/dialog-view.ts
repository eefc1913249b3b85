/** The dialog as it is seen: its heading and button, the question, and what it holds. */
import {html, nothing, svg, type TemplateResult} from 'lit';
import type {Msg} from '../../i18n/localize-controller.js';
import {message} from '../message.js';

export interface DialogView {
  readonly heading: string;
  readonly isNamed: boolean;
  /** Whether to throw away what was typed. */
  readonly asking: boolean;
}

export interface DialogActions {
  readonly onButton: () => void;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
  readonly onHeading: () => void;
  readonly onKeydown: (event: KeyboardEvent) => void;
  readonly onCancel: (event: Event) => void;
  readonly onClose: () => void;
}

export function renderDialog({heading, isNamed, asking}: DialogView, actions: DialogActions, msg: Msg): TemplateResult {
  return html`
    <dialog part="dialog" .autofocus=${true} aria-labelledby=${isNamed ? 'title' : nothing} aria-label=${isNamed ? nothing : msg('wikilit-dialog')} @keydown=${actions.onKeydown} @cancel=${actions.onCancel} @close=${actions.onClose}>
      <div class="head" part="head">
        <div class="title" id="title">
          <slot name="heading" @slotchange=${actions.onHeading}>${heading === '' ? nothing : html`<h2 class="heading" part="heading"><bdi>${heading}</bdi></h2>`}</slot>
        </div>
        <button type="button" class="button quiet close" part="close" aria-label=${msg('wikilit-close')} @click=${actions.onButton}>${cross}</button>
      </div>
      ${asking ? renderQuestion(actions, msg) : nothing}
      <div class="body" part="body"><div class="content"><slot></slot></div></div>
    </dialog>
  `;
}

function renderQuestion({onKeep, onDiscard}: DialogActions, msg: Msg): TemplateResult {
  const choices = html`
    <div class="choices">
      <button type="button" class="button" id="keep" @click=${onKeep}>${msg('wikilit-keep-editing')}</button>
      <button type="button" class="button" @click=${onDiscard}>${msg('wikilit-discard')}</button>
    </div>
  `;
  return html`<div class="question" role="group" aria-labelledby="question">${message('warning', html`<span id="question">${msg('wikilit-discard-question')}</span>`, choices)}</div>`;
}

const cross = svg`<svg viewBox="0 0 20 20" aria-hidden="true"><path d="m4 4 12 12M16 4 4 16"/></svg>`;
