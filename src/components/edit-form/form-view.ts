/** The form as it is seen: from top to bottom notices, text, summary, ticks, what the wiki says, buttons. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Conflict} from '../../core/errors.js';
import type {Msg} from '../../i18n/localize-controller.js';
import type {EditOpening} from '../../wiki/edit-opening.js';
import {renderActionRow} from './action-row.js';
import {renderOther} from './conflict-view.js';
import {mayMarkMinor, mayWatch, renderFailure, renderReasons, renderSaved, renderSkeleton, renderTicks, type Saved} from './parts.js';
import type {Refusal} from './refusal.js';
import {type RefusalActions, renderRefusal} from './refusal-view.js';
import {renderSummary} from './summary-field.js';

/** Where the form is on its way; a refusal stands beside `ready`. */
export type Stage = 'failed' | 'opening' | 'readonly' | 'ready' | 'saved' | 'saving';

export interface FormView {
  readonly stage: Stage;
  /** As it was asked for; the wiki may write it otherwise. */
  readonly page: string;
  readonly opening: EditOpening | undefined;
  readonly apiUrl: string;
  /** Why it could not be opened. */
  readonly failure: unknown;
  readonly refusal: Refusal | undefined;
  readonly saved: Saved | undefined;
  /** A text that lost its place in the textarea. */
  readonly kept: string | undefined;
  readonly noticeCount: number;
  readonly summary: string;
  readonly heading: string | undefined;
  readonly inSection: boolean;
  readonly tooLong: boolean;
  readonly minor: boolean;
  readonly watch: boolean;
  readonly canSave: boolean;
  readonly discarding: boolean;
}

export interface FormActions extends RefusalActions {
  readonly onSubmit: (event: SubmitEvent) => void;
  readonly onRetry: () => void;
  readonly onTextbox: () => void;
  readonly onSummary: (summary: string) => void;
  readonly onMinor: (on: boolean) => void;
  readonly onWatch: (on: boolean) => void;
  readonly onCancel: () => void;
  readonly onDiscard: () => void;
  readonly onKeep: () => void;
}

export function renderForm(view: FormView, actions: FormActions, msg: Msg): TemplateResult {
  const {stage, noticeCount, refusal} = view;
  const opening = stage === 'opening' || stage === 'failed' ? undefined : view.opening;
  const others = renderOthers(view, msg);
  const hasText = opening && !(stage === 'readonly' && opening.missing);
  return html`
    <form class="form" part="form" novalidate aria-label=${msg('editing', opening?.title ?? view.page)} @submit=${actions.onSubmit}>
      ${stage === 'opening' && view.page ? renderSkeleton(msg) : nothing}
      ${stage === 'failed' ? renderFailure(view.failure, msg, actions.onRetry, actions.onWholePage) : nothing}
      ${opening ? renderReasons(opening, msg) : nothing}
      <details class="notices" open ?hidden=${!opening || noticeCount === 0}>
        <summary><bdi>${msg('wikilit-notices', noticeCount)}</bdi></summary>
        <slot name="notices"></slot>
      </details>
      <div class="texts" ?hidden=${!hasText && others === nothing}>
        <div class="text" ?hidden=${!hasText}>
          ${others === nothing ? nothing : html`<span class="name" aria-hidden="true">${msg(refusal?.state === 'conflict' ? 'wikilit-your-text' : 'wikilit-page-text')}</span>`}
          <slot name="textarea" @slotchange=${actions.onTextbox}></slot>
        </div>
        ${others}
      </div>
      ${opening ? renderRest(view, opening, actions, msg) : nothing}
      <slot name="footer"></slot>
    </form>
  `;
}

/** The text another user has saved, or one's own that lost its place. */
function renderOthers({refusal, kept, opening = {dir: 'ltr', lang: ''}}: Omit<FormView, 'opening'> & {readonly opening: Pick<EditOpening, 'dir' | 'lang'> | undefined}, msg: Msg): TemplateResult | typeof nothing {
  const {conflict} = (refusal?.state === 'conflict' ? refusal.error : {}) as {conflict?: Conflict};
  if (conflict?.theirs !== undefined) return renderOther(msg('wikilit-their-text'), conflict.theirs, opening);
  return kept === undefined ? nothing : renderOther(msg('wikilit-your-text'), kept, opening);
}

function renderRest(view: FormView, opening: EditOpening, actions: FormActions, msg: Msg): TemplateResult {
  const {stage, refusal, saved, summary, heading, tooLong, canSave, discarding, apiUrl} = view;
  const minor = mayMarkMinor(opening) ? view.minor : undefined;
  const watch = mayWatch(opening) ? view.watch : undefined;
  const readonly = stage === 'readonly';
  const reluctant = refusal?.state === 'abuse-warning' || (refusal?.state === 'unknown' && refusal.checked !== 'not found');
  return html`
    ${readonly ? nothing : renderSummary({value: summary, heading, tooLong, busy: stage === 'saving'}, actions.onSummary, msg)}
    ${readonly ? nothing : renderTicks({minor, watch}, actions, msg)}
    ${refusal ? renderRefusal(refusal, {apiUrl, scriptUrl: opening.scriptUrl, title: opening.title, inSection: view.inSection}, actions, msg) : nothing}
    <div role="status" class="outcome">${saved ? renderSaved(saved, opening.scriptUrl, msg) : nothing}</div>
    ${renderActionRow({readonly, saveLabel: msg(saveLabel(refusal, opening)), reluctant, canSave, saving: stage === 'saving', discarding}, actions, msg)}
  `;
}

function saveLabel(refusal: Refusal | undefined, {missing}: EditOpening): string {
  if (refusal?.state === 'abuse-warning') return 'wikilit-save-anyway';
  if (refusal?.checked === 'not found') return 'wikilit-save-again';
  return missing ? 'savearticle' : 'savechanges';
}
