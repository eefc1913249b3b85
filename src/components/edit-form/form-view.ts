/** The form as it is seen: from top to bottom heading, notices, text, summary, ticks, what the wiki says, buttons. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Msg} from '../../i18n/localize-controller.js';
import type {EditOpening} from '../../wiki/edit/opening.js';
import {message} from '../message.js';
import {renderActionRow, type RowActions} from './action-row.js';
import type {Fields} from './draft.js';
import {type FailureActions, renderFailure, renderSkeleton} from './failure-view.js';
import {headingText, renderHeading} from './heading.js';
import type {LoginPlace} from './login-view.js';
import {mayMarkMinor, mayWatch, renderReasons, renderSaved, renderTicks, type Saved, type TickActions} from './parts.js';
import type {Refusal} from './refusal.js';
import type {Saver} from './saver.js';
import type {Stage} from './saving.js';
import {newSection} from './section.js';
import {renderSubject, renderSummary} from './summary-field.js';
import type {Tools} from './tools/tools.js';

export interface FormView extends LoginPlace {
  readonly stage: Stage;
  /** As it was asked for; the wiki may write it otherwise. */
  readonly page: string;
  readonly section: string | undefined;
  /** Of the page that is open. */
  readonly saver: Saver | undefined;
  /** What must be set before anything can be opened. */
  readonly wanted: string | undefined;
  /** Why it could not be opened. */
  readonly failure: unknown;
  readonly refusal: Refusal | undefined;
  readonly saved: Saved | undefined;
  readonly fields: Fields;
  readonly drafts: TemplateResult | undefined;
  readonly noticeCount: number;
  readonly summary: string;
  /** Of the section, before the summary. */
  readonly heading: string | undefined;
  readonly canSave: boolean;
  readonly discarding: boolean;
  /** Once they are loaded. */
  readonly tools: Tools | undefined;
}

export interface FormActions extends FailureActions, RowActions, TickActions {
  readonly onUpdate: () => void;
  readonly onSubmit: (event: SubmitEvent) => void;
  readonly onSubject: (subject: string) => void;
  readonly onSummary: (summary: string) => void;
}

/** What stands above the form, and what its text is called. */
export function labelOf({stage, page, section, saver}: Pick<FormView, 'stage' | 'page' | 'section' | 'saver'>): Parameters<typeof headingText>[0] {
  const {title = page, missing = false} = saver?.opening ?? {};
  return {title, missing, section: saver ? saver.section : section, readonly: stage === 'readonly'};
}

export function renderForm(view: FormView, actions: FormActions, msg: Msg): TemplateResult {
  const {stage, page, noticeCount, refusal, wanted, saver} = view;
  const opening = stage === 'opening' || stage === 'failed' ? undefined : saver?.opening;
  const others = view.tools?.renderOthers({refusal, kept: view.fields.kept, opening}) ?? nothing;
  const hasText = opening && !(stage === 'readonly' && opening.missing);
  const label = labelOf(view);
  return html`
    <form class="form" part="form" novalidate aria-label=${page ? headingText(label, msg) : nothing} @submit=${actions.onSubmit}>
      ${page ? renderHeading(label, msg) : nothing}
      <div role="status" class="outcome">${stage === 'opening' ? (wanted === undefined ? renderSkeleton(msg) : message('notice', wanted)) : opening && renderReasons(opening, msg)}</div>
      ${stage === 'failed' ? renderFailure(view.failure, view, actions, msg) : nothing}
      <div role="status" class="outcome">${opening && saver && view.tools?.renderAbove(saver)}</div>
      <details class="notices" open ?hidden=${!opening || noticeCount === 0}>
        <summary><bdi>${msg('wikilit-notices', noticeCount)}</bdi></summary>
        <slot name="notices"></slot>
      </details>
      ${opening && stage !== 'readonly' && saver?.section === newSection ? renderSubject(view.fields.subject, stage === 'saving', actions.onSubject, msg) : nothing}
      <div role="status" class="outcome">${view.drafts}</div>
      <div class="work">
      <div class="texts" ?hidden=${!hasText && others === nothing}>
        <div class="text" ?hidden=${!hasText}>
          ${others === nothing ? nothing : html`<span class="name" aria-hidden="true">${msg(refusal?.state === 'conflict' ? 'wikilit-your-text' : 'wikilit-page-text')}</span>`}
          <slot name="textarea" @slotchange=${actions.onUpdate}></slot>
        </div>
        ${others}
      </div>
      ${hasText ? view.tools?.renderPanel() : nothing}
      </div>
      ${opening && saver ? renderRest(view, saver, actions, msg) : nothing}
      <slot name="footer"></slot>
    </form>
  `;
}

function renderRest(view: FormView, saver: Saver, actions: FormActions, msg: Msg): TemplateResult {
  const {stage, refusal, saved, fields, summary: value, heading, canSave, discarding} = view;
  const {opening, section, session} = saver;
  const {scriptUrl} = opening;
  const minor = mayMarkMinor(saver) ? fields.minor : undefined;
  const watch = mayWatch(opening) ? fields.watch : undefined;
  const readonly = stage === 'readonly';
  const saving = stage === 'saving';
  const reluctant = refusal?.state === 'abuse-warning' || (refusal?.state === 'unknown' && refusal.checked !== 'not found');
  return html`
    ${readonly ? nothing : html`${renderSummary({value, heading, tooLong: fields.tooLong, busy: saving}, actions.onSummary, msg)}${view.tools?.renderSummaries()}${renderTicks({minor, watch}, actions, msg)}${view.tools?.renderFields(saver)}`}
    ${refusal ? (view.tools?.renderRefusal(refusal, {...view, apiUrl: session.apiUrl, scriptUrl, section, user: opening.user.name, onWholePage: actions.onWholePage, onRetry: actions.onRetry}) ?? html`<div id="refusal" role="alert" tabindex="-1">${message('error', refusal.texts.map((text) => html`<p>${text}</p>`))}</div>`) : nothing}
    <div role="status" class="outcome">${saved ? html`${renderSaved(saved, scriptUrl, msg)}${view.tools?.renderSaved(saved, saver)}` : view.tools?.renderWait()}</div>
    ${renderActionRow({readonly, saveLabel: msg(saveLabel(refusal, opening)), reluctant, canSave, saving, discarding, tools: view.tools?.renderButtons()}, actions, msg)}
  `;
}

function saveLabel(refusal: Refusal | undefined, {missing}: EditOpening): string {
  if (refusal?.state === 'abuse-warning') return 'wikilit-save-anyway';
  if (refusal?.checked === 'not found') return 'wikilit-save-again';
  return missing ? 'savearticle' : 'savechanges';
}
