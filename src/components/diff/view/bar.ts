/** Below the headers: how it is shown, from change to change, and a menu for the rest. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Msg} from '../../../i18n/localize-controller.js';
import type {DiffActions} from '../../../wiki/compare/diff-actions.js';

export type Deed = keyof DiffActions;
export type Copied = 'from' | 'to' | 'patch' | 'link';

export interface BarView {
  readonly mode: 'side' | 'inline';
  /** There is not enough room for two columns. */
  readonly narrow: boolean;
  /** Which change is shown, from 0; -1 for none yet. */
  readonly change: number;
  readonly changes: number;
  readonly ignoreWhitespace: boolean;
  readonly reveal: boolean;
  /** Both texts are known. */
  readonly hasTexts: boolean;
  readonly deeds: readonly Deed[];
  /** What is about to be done, if somebody says yes. */
  readonly asking: Deed | undefined;
  readonly busy: boolean;
}

export interface BarActions {
  readonly onMode: (mode: 'side' | 'inline') => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onIgnore: (on: boolean) => void;
  readonly onReveal: (on: boolean) => void;
  readonly onExpand: () => void;
  readonly onCopy: (what: Copied) => void;
  /** Somebody comes near it. */
  readonly onMenu: () => void;
  readonly onLeaveMenu: (event: KeyboardEvent | FocusEvent) => void;
  readonly onDeed: (deed: Deed) => void;
}

export function renderBar(view: BarView, actions: BarActions, msg: Msg): TemplateResult {
  const {change, changes} = view;
  const isFirst = change <= 0;
  const isLast = change >= changes - 1;
  return html`
    <div class="bar" part="bar">
      ${renderModes(view, actions, msg)}
      ${
        changes > 0
          ? html`<div class="steps" role="group" aria-label=${msg('wikilit-diff-places', changes)}>
              <button class="button quiet icon" type="button" aria-label=${msg('wikilit-diff-previous')} title="${msg('wikilit-diff-previous')} (p)" aria-disabled=${isFirst ? 'true' : 'false'} @click=${() => actions.onStep(-1)}>${up}</button>
              <span class="place" dir="auto">${change < 0 ? msg('wikilit-diff-places', changes) : msg('wikilit-diff-place', change + 1, changes)}</span>
              <button class="button quiet icon" type="button" aria-label=${msg('wikilit-diff-next')} title="${msg('wikilit-diff-next')} (n)" aria-disabled=${isLast ? 'true' : 'false'} @click=${() => actions.onStep(1)}>${down}</button>
            </div>`
          : nothing
      }
      ${renderDeeds(view, actions, msg)} ${renderMenu(view, actions, msg)}
    </div>
  `;
}

function renderModes({mode, narrow}: BarView, {onMode}: BarActions, msg: Msg): TemplateResult {
  const button = (name: 'side' | 'inline', label: string): TemplateResult => {
    const off = name === 'side' && narrow;
    return html`<button class="button" type="button" aria-pressed=${mode === name ? 'true' : 'false'} aria-disabled=${off ? 'true' : 'false'} title=${off ? msg('wikilit-diff-narrow') : ''} @click=${() => !off && onMode(name)}>${label}</button>`;
  };
  return html`<div class="modes" role="group">${button('side', msg('wikilit-diff-side'))}${button('inline', msg('wikilit-diff-inline'))}</div>`;
}

/** What they are called on the wiki. */
const deedKeys: Readonly<Record<Deed, string>> = {undo: 'editundo', rollback: 'rollbacklink', patrol: 'markaspatrolleddiff', thank: 'thanks-button-thank'};

/** Others see what comes of it: each is asked again. */
function renderDeeds({deeds, asking, busy}: BarView, {onDeed}: BarActions, msg: Msg): TemplateResult | typeof nothing {
  if (deeds.length === 0) return nothing;
  return html`<div class="deeds" role="group">
    ${deeds.map((deed) => {
      const label = msg(deedKeys[deed]);
      return html`<button class=${asking === deed ? 'button' : 'button quiet'} type="button" aria-disabled=${busy ? 'true' : 'false'} @click=${() => !busy && onDeed(deed)}>${asking === deed ? msg('wikilit-diff-question', label) : label}</button>`;
    })}
  </div>`;
}

function renderMenu({ignoreWhitespace, reveal, hasTexts, changes, change}: BarView, actions: BarActions, msg: Msg): TemplateResult {
  const tick = (on: boolean, label: string, onChange: (on: boolean) => void): TemplateResult => html`<label class="tick"><input type="checkbox" .checked=${on} @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)} />${label}</label>`;
  const item = (label: string, onClick: () => void): TemplateResult => html`<button class="button quiet item" type="button" @click=${onClick}>${label}</button>`;
  return html`
    <details class="menu" @pointerover=${actions.onMenu} @focusin=${actions.onMenu} @keydown=${actions.onLeaveMenu} @focusout=${actions.onLeaveMenu}>
      <summary class="button quiet">${msg('wikilit-diff-menu')}</summary>
      <div class="items">
        ${hasTexts ? tick(ignoreWhitespace, msg('wikilit-diff-ignore'), actions.onIgnore) : nothing} ${tick(reveal, msg('wikilit-diff-invisible'), actions.onReveal)}
        ${changes > 0 ? item(msg('wikilit-diff-expand'), actions.onExpand) : nothing} ${hasTexts ? html`${item(msg('wikilit-diff-copy-from'), () => actions.onCopy('from'))}${item(msg('wikilit-diff-copy-to'), () => actions.onCopy('to'))}` : nothing}
        ${item(msg('wikilit-diff-copy-patch'), () => actions.onCopy('patch'))} ${change >= 0 ? item(msg('wikilit-diff-copy-link'), () => actions.onCopy('link')) : nothing}
      </div>
    </details>
  `;
}

const up = html`<svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true" fill="currentColor"><path d="M10 5 2 13l1.5 1.5L10 8l6.5 6.5L18 13z"/></svg>`;
const down = html`<svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true" fill="currentColor"><path d="m10 15 8-8-1.5-1.5L10 12 3.5 5.5 2 7z"/></svg>`;

/** A menu is closed by Escape, and by going elsewhere. */
export function closeMenu(event: KeyboardEvent | FocusEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event instanceof KeyboardEvent) {
    if (event.key !== 'Escape' || !menu.open) return;
    event.stopPropagation();
    // A dialog around would close, too.
    event.preventDefault();
    menu.open = false;
    menu.querySelector('summary')?.focus();
  } else if (event.relatedTarget && !menu.contains(event.relatedTarget as Node)) {
    menu.open = false;
  }
}
