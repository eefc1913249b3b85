/** The form as it is seen: from top to bottom heading, the way without a password, fields, what went wrong, buttons, links. */
import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {AuthValues} from '../../auth/auth-step.js';
import type {Msg} from '../../i18n/localize-controller.js';
import {renderHint} from '../hint.js';
import {message} from '../message.js';
import {renderField} from './field-view.js';
import {fieldsOf, isButton, isFilledIn, type NamedField} from './fields.js';
import type {Progress, Told} from './progress.js';

export interface FormView extends Progress {
  readonly apiUrl: string;
  /** The name the user begins with. */
  readonly name: string;
  /** What stands in the other fields at first. */
  readonly values: AuthValues;
  /** Nobody but this user. */
  readonly sameUser: boolean;
  /** Without ways that are a button alone. */
  readonly stay: boolean;
  /** Whether there is a way without a password. */
  readonly hasOAuth: boolean;
}

export interface FormActions {
  readonly onSubmit: (event: SubmitEvent) => void;
  readonly onOAuth: () => void;
  readonly onRetry: () => void;
  readonly onCancel: () => void;
}

export function renderForm(view: FormView, actions: FormActions, msg: Msg): TemplateResult {
  const {stage, apiUrl, words, opening, further, hasOAuth, pressed} = view;
  const {host, origin} = new URL(apiUrl);
  const fields = fieldsOf(view.requests.filter(({fields}) => !view.stay || !Object.values(fields).every(isButton)));
  const busy = stage === 'busy';
  return html`
    <form class="form" part="form" novalidate aria-label=${msg('login')} @submit=${actions.onSubmit}>
      <slot name="heading">
        <h2 class="heading" part="heading"><bdi>${msg('login')}</bdi></h2>
        ${origin === location.origin ? nothing : html`<p class="where"><bdi>${host}</bdi></p>`}
      </slot>
      ${hasOAuth && !further ? renderOAuth(host, busy, pressed, opening !== undefined, actions, msg) : nothing}
      ${words ? html`<p class="words" id="words"><bdi>${words}</bdi></p>` : nothing}
      ${repeat(fields, ({key}) => key, (field) => renderOne(field, fields, view, msg))}
      <div class="said" id="said" role="alert" tabindex="-1">${renderTold(view.told, actions, msg)}</div>
      ${opening || further ? renderActions(view, fields, actions, msg) : busy ? renderCancel(actions, msg) : nothing}
      ${opening && !further ? renderLinks(view, opening.scriptUrl, opening.canCreate, msg) : nothing}
      <span class="visually-hidden" role="status">${busy ? msg('wikilit-logging-in') : ''}</span>
    </form>
  `;
}

function renderOne(field: NamedField, fields: readonly NamedField[], {stage, told, typed, name, values, sameUser, apiUrl, words}: FormView, msg: Msg): TemplateResult | typeof nothing {
  const place = fields.indexOf(field);
  const isName = field.name === 'username';
  // What is shown belongs to what is typed after it.
  const shown = fields.flatMap(({type}, at) => (type === 'null' && field.name === 'captchaWord' ? [`field-${at}`] : []));
  const about = [...shown, words && isFilledIn(field) ? 'words' : '', told && !told.below && told.field === field.name ? 'said' : ''];
  const begins = isName && sameUser ? name : (typed[field.key] ?? (isName && name ? name : (values[field.name] ?? field.value)));
  return renderField(
    {
      field,
      id: `field-${place}`,
      begins: field.type === 'checkbox' ? begins === true || begins === '1' : begins,
      readonly: isName && sameUser && name !== '',
      busy: stage !== 'ready',
      wrong: told?.below === field.name ? told.texts.join('\n') || msg('htmlform-required') : undefined,
      describedBy: about.filter(Boolean).join(' '),
      apiUrl,
    },
    msg,
  );
}

function renderOAuth(host: string, busy: boolean, pressed: string, hasFields: boolean, {onOAuth}: FormActions, msg: Msg): TemplateResult {
  const label = msg('wikilit-login-with', host);
  return html`
    <button type="button" class="button steady wide ${hasFields ? '' : 'primary'}" part="oauth" aria-disabled=${busy ? 'true' : 'false'} @click=${onOAuth}>${labels(label, busy && pressed === 'oauth', msg)}</button>
    ${hasFields ? html`<p class="or" aria-hidden="true"><span>${msg('wikilit-login-or')}</span></p>` : nothing}
  `;
}

/** What is told below a field stands there. */
function renderTold(told: Told | undefined, {onRetry}: FormActions, msg: Msg): TemplateResult | typeof nothing {
  if (!told || told.below !== undefined) return nothing;
  const retry = told.retry ? html`<div class="choices"><button type="button" class="button" @click=${onRetry}>${msg('wikilit-retry')}</button></div>` : nothing;
  return message(told.kind, html`${told.texts.map((text) => html`<p>${text}</p>`)}${renderHint(told.hint, msg)}`, retry);
}

/** The first is the one that Enter presses. */
function renderActions({stage, further, pressed}: FormView, fields: readonly NamedField[], actions: FormActions, msg: Msg): TemplateResult {
  const busy = stage === 'busy';
  const buttons = fields.filter(isButton);
  const own = fields.some(isFilledIn) || buttons.length === 0;
  return html`
    <div class="actions" part="actions">
      ${busy ? html`<div class="progress" part="progress"></div>` : nothing}
      ${own ? renderSubmit('', msg(further ? 'pt-login-continue-button' : 'pt-login-button'), 'primary', busy, pressed, msg) : nothing}
      ${buttons.map(({name, label}) => renderSubmit(name, label ?? name, '', busy, pressed, msg))}
      ${further || (busy && pressed === 'oauth') ? renderCancel(actions, msg) : nothing}
    </div>
  `;
}

function renderSubmit(name: string, label: string, look: string, busy: boolean, pressed: string, msg: Msg): TemplateResult {
  return html`<button type="submit" class="button steady wide ${look}" part="submit" name="pressed" .value=${name} aria-disabled=${busy ? 'true' : 'false'}>${labels(label, busy && pressed === name, msg)}</button>`;
}

/** Both in one place, so that the button keeps its width. */
function labels(label: string, working: boolean, msg: Msg): TemplateResult {
  return html`<span class=${working ? 'rest' : ''}><bdi>${label}</bdi></span>${working ? html`<span class="now">${msg('wikilit-logging-in')}</span>` : nothing}`;
}

function renderCancel({onCancel}: FormActions, msg: Msg): TemplateResult {
  return html`<button type="button" class="button quiet wide" @click=${onCancel}>${msg('cancel')}</button>`;
}

function renderLinks({sameUser}: FormView, scriptUrl: string, canCreate: boolean, msg: Msg): TemplateResult {
  const link = (page: string, key: string): TemplateResult => html`<a class="link" href="${scriptUrl}?title=Special:${page}" target="_blank" rel="noopener"><bdi>${msg(key)}</bdi></a>`;
  return html`<p class="links" part="links">${link('PasswordReset', 'userlogin-resetpassword-link')}${canCreate && !sameUser ? link('CreateAccount', 'createaccount') : nothing}</p>`;
}
