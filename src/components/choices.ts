/** Buttons below a message. */
import {html, type TemplateResult} from 'lit';

export const button = (label: string, onClick: () => void, kind = ''): TemplateResult => html`<button type="button" class="button ${kind}" @click=${onClick}>${label}</button>`;

export const choices = (...buttons: readonly unknown[]): TemplateResult => html`<div class="choices">${buttons}</div>`;
