/** A field as the wiki describes it. */
import {html, nothing, type TemplateResult} from 'lit';
import type {AuthField} from '../../auth/auth-step.js';
import {htmlToText} from '../../core/html-to-text.js';
import type {Msg} from '../../i18n/localize-controller.js';
import {givenUrl} from '../../wiki/given-url.js';
import {colonless} from '../words.js';
import type {NamedField} from './fields.js';

export interface FieldView {
  readonly field: NamedField;
  /** Unlike all others of this form. */
  readonly id: string;
  /** What it begins with. */
  readonly begins: string | boolean | readonly string[] | undefined;
  /** It cannot be changed: while the wiki is asked, or as only this user may log in. */
  readonly readonly: boolean;
  readonly busy: boolean;
  /** What is wrong with it; told below it. */
  readonly wrong: string | undefined;
  /** The ids of what tells more about it. */
  readonly describedBy: string;
  readonly apiUrl: string;
}

/** Names whose help says nothing that the label does not. */
const plainNames = new Set(['username', 'password', 'rememberMe', 'OATHToken', 'captchaInfo', 'captchaWord']);

export function renderField(view: FieldView, msg: Msg): TemplateResult | typeof nothing {
  const {field, id, begins, readonly, busy, wrong} = view;
  switch (field.type) {
    case 'hidden':
    case 'button':
      return nothing;
    case 'null':
      return renderInfo(view, msg);
    case 'checkbox':
      return html`<label class="tick"><input type="checkbox" name=${field.name} .checked=${begins === true} ?disabled=${busy} />${words(field)}</label>`;
    case 'multiselect':
      return html`
        <fieldset class="field" aria-describedby=${described(view)}>
          <legend>${words(field)}</legend>
          ${choices(field).map(([value, label]) => html`<label class="tick"><input type="checkbox" name=${field.name} .value=${value} .checked=${Array.isArray(begins) && begins.includes(value)} ?disabled=${busy} /><bdi>${label}</bdi></label>`)}
          ${renderBelow(view)}
        </fieldset>
      `;
    case 'select':
      return html`
        <div class="field">
          <label for=${id}>${words(field)}</label>
          <select id=${id} class="input" name=${field.name} aria-describedby=${described(view)} ?disabled=${busy}>
            ${choices(field).map(([value, label]) => html`<option .value=${value} .selected=${value === begins}>${label}</option>`)}
          </select>
          ${renderBelow(view)}
        </div>
      `;
    default:
      return html`
        <div class="field">
          <label for=${id}>${words(field)}</label>
          <input
            id=${id}
            class="input"
            name=${field.name}
            type=${field.type === 'password' ? 'password' : 'text'}
            .autocomplete=${field.autocomplete}
            autocapitalize="off"
            spellcheck="false"
            dir="auto"
            ?readonly=${readonly || busy}
            .value=${typeof begins === 'string' ? begins : ''}
            aria-required=${field.wanted ? 'true' : 'false'}
            aria-invalid=${wrong === undefined ? 'false' : 'true'}
            aria-describedby=${described(view)}
          />
          ${renderBelow(view)}
        </div>
      `;
  }
}

/** A wiki may have left the label out. */
const words = ({label = '', name}: NamedField): TemplateResult => html`<bdi>${colonless(label) || name}</bdi>`;

const choices = ({options = {}}: AuthField): [string, string][] => Object.entries(options);

const helpOf = ({name, help}: NamedField): string | undefined => (plainNames.has(name) ? undefined : help);

function described({id, field, wrong, describedBy}: FieldView): string | typeof nothing {
  return [wrong === undefined ? '' : `${id}-wrong`, helpOf(field) ? `${id}-help` : '', describedBy].filter(Boolean).join(' ') || nothing;
}

function renderBelow({id, field, wrong}: FieldView): TemplateResult {
  const help = helpOf(field);
  return html`
    ${wrong === undefined ? nothing : html`<p class="wrong" id="${id}-wrong"><bdi>${wrong}</bdi></p>`}
    ${help ? html`<p class="help" id="${id}-help"><bdi>${help}</bdi></p>` : nothing}
  `;
}

/** What is only shown: words, or the picture of a captcha. */
function renderInfo({id, field: {name, label, value = ''}, apiUrl}: FieldView, msg: Msg): TemplateResult {
  const picture = pictureOf(name, value, apiUrl);
  return html`
    <div class="info" id=${id}>
      ${label ? html`<p><bdi>${label}</bdi></p>` : nothing}
      ${picture === undefined ? html`<p class="value"><bdi>${htmlToText(value)}</bdi></p>` : html`<img class="captcha" src=${picture} alt=${msg('wikilit-login-captcha-picture')} />`}
    </div>
  `;
}

/** Only where a picture is meant: any other address stays words. */
function pictureOf(name: string, value: string, apiUrl: string): string | undefined {
  if (/^data:image\/(png|jpeg|gif|webp);base64,[\w+/=]+$/.test(value)) return value;
  if (!/^(https?:\/)?\/\S+$/.test(value)) return undefined;
  const url = givenUrl(value, apiUrl);
  return url && (name === 'captchaInfo' || /\.(png|jpe?g|gif|webp)$/i.test(url.pathname)) ? url.href : undefined;
}
