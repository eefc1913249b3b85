/** Parts of the form that only show something. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Msg} from '../../i18n/localize-controller.js';
import type {SavedEdit} from '../../wiki/edit/edit.js';
import type {EditOpening} from '../../wiki/edit/opening.js';
import {indexUrl} from '../index-url.js';
import {message} from '../message.js';
import {renderHint} from '../hint.js';
import type {Saver} from './saver.js';
import {newSection} from './section.js';

/** Above the text: why it cannot be changed; or that saving will not work for now. */
export function renderReasons(opening: EditOpening, msg: Msg): unknown {
  const {refusals, hint, missing, readOnlyReason, wouldAutocreate} = opening;
  const reasons = html`${refusals.map(({text, code}) => html`<p>${text || code}</p>`)}${renderHint(hint, msg)}`;
  if (!mayEdit(opening)) return message('warning', html`<p><strong>${msg(missing ? 'wikilit-readonly-missing' : 'wikilit-readonly')}</strong></p>${reasons}`);
  return [
    refusals.length > 0 ? message('warning', reasons) : nothing,
    readOnlyReason === undefined ? nothing : message('warning', html`<p><strong>${msg('wikilit-wiki-readonly')}</strong></p><p>${readOnlyReason}</p>`),
    wouldAutocreate ? message('notice', html`<p>${msg('wikilit-temporary-account')}</p>`) : nothing,
  ];
}

/** Whether nothing speaks against it that will not be over in some minutes. */
export const mayEdit = ({refusals}: EditOpening): boolean => refusals.every(({code}) => /^(ratelimited|actionthrottledtext|readonly)$/.test(code));

/** What was saved, and, where the wiki put it together with the edits of others, the revision it was made on. */
export type Saved = SavedEdit & {readonly merged: number | undefined};

export function renderSaved({outcome, newrevid, oldrevid, recovered, merged}: Saved, scriptUrl: string, msg: Msg): TemplateResult {
  if (outcome === 'nochange' || newrevid === undefined) return message('notice', html`<p>${msg('wikilit-nochange')}</p>`);
  const link = oldrevid ? html` <a class="link" href=${indexUrl(scriptUrl, {diff: newrevid, oldid: oldrevid})} target="_blank" rel="noopener">${msg('wikilit-see-change')}</a>` : nothing;
  const also = recovered ? msg('wikilit-saved-recovered') : merged === undefined ? undefined : msg('wikilit-saved-merged');
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

/** A new page or section is never minor. */
export const mayMarkMinor = ({section, opening: {missing, user}}: Pick<Saver, 'opening' | 'section'>): boolean => !missing && section !== newSection && !user.anon && user.rights.includes('minoredit');

export const mayWatch = ({user}: EditOpening): boolean => !user.anon && user.rights.includes('editmywatchlist');
