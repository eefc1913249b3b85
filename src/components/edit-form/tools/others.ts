/** Texts beside the textarea, to read and to copy from. */
import {html, nothing, type TemplateResult} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import type {Conflict} from '../../../core/errors.js';
import type {Msg} from '../../../i18n/localize-controller.js';
import type {EditOpening} from '../../../wiki/edit/opening.js';
import {colonless} from '../../words.js';
import type {Kept} from '../draft.js';
import type {Refusal} from '../refusal.js';

interface Language {
  readonly lang: string;
  readonly dir: 'auto' | 'ltr' | 'rtl';
}

export interface OthersView {
  readonly refusal: Refusal | undefined;
  readonly kept: readonly Kept[];
  /** Of the page that is open. */
  readonly opening: EditOpening | undefined;
}

/** The text another user has saved, and one's own that lost their place. */
export function renderOthers({refusal, kept, opening}: OthersView, msg: Msg): TemplateResult | typeof nothing {
  const {conflict} = (refusal?.state === 'conflict' ? refusal.error : {}) as {conflict?: Conflict};
  const theirs = conflict?.theirs;
  if (theirs === undefined && kept.length === 0) return nothing;
  return html`
    <div class="others">
      ${theirs === undefined ? nothing : renderOther(msg('wikilit-their-text'), theirs, opening ?? {lang: '', dir: 'auto'})}${renderKept(kept, opening?.title, msg)}
    </div>
  `;
}

function renderOther(label: string, text: string, {lang, dir}: Language, id = 'other'): TemplateResult {
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      <textarea id=${id} class="input other" readonly rows="8" lang=${ifDefined(lang || undefined)} dir=${dir} .value=${text}></textarea>
    </div>
  `;
}

/** Each under the title of the page it was typed for; that of the page one is on goes without saying. */
function renderKept(kept: readonly Kept[], page: string | undefined, msg: Msg): TemplateResult[] {
  return kept.map(({title, text, subject, summary, lang, dir}, place) => {
    const label = title === page ? msg('wikilit-your-text') : msg('wikilit-your-text-for', title);
    return html`
      ${text === undefined ? html`<strong>${label}</strong>` : renderOther(label, text, {lang, dir}, `other-${place}`)}
      ${renderLine(msg('subject'), subject)}${renderLine(msg('summary'), summary)}
    `;
  });
}

function renderLine(label: string, text: string): TemplateResult | typeof nothing {
  return text ? html`<div class="kept"><bdi>${colonless(label)}: <bdi>${text}</bdi></bdi></div>` : nothing;
}
