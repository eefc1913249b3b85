/** A captcha that can be shown here: a question or a picture. Others need the wiki's own page. */
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {htmlToText} from '../../../core/html-to-text.js';
import type {Captcha} from '../../../core/errors.js';
import type {Msg} from '../../../i18n/localize-controller.js';
import {givenUrl} from '../../../wiki/given-url.js';

export interface CaptchaView {
  readonly captcha: Captcha;
  /** The one before was answered wrongly. */
  readonly again: boolean;
  readonly word: string;
  readonly apiUrl: string;
  /** Goes on with it in the wiki's own form. */
  readonly onContinue: () => void;
}

export function renderCaptcha({captcha, again, word, apiUrl, onContinue}: CaptchaView, onWord: (word: string) => void, msg: Msg): TemplateResult {
  const {question, url, mime, id} = captcha;
  const picture = url && givenUrl(url, apiUrl)?.href;
  if (id === undefined || (question === undefined && !picture)) {
    return html`<p>${msg('wikilit-captcha-elsewhere')}</p><div class="choices"><button type="button" class="button" @click=${onContinue}>${msg('wikilit-continue-on-wiki')}</button></div>`;
  }
  return html`
    <p id="captcha-why">${again ? msg('wikilit-captcha-wrong') : msg('wikilit-captcha')}</p>
    ${picture ? html`<img class="captcha" src=${picture} alt=${msg('wikilit-captcha-picture')} />` : nothing}
    <div class="field">
      <label for="captcha">${question === undefined ? msg('wikilit-captcha-letters') : mime === 'text/html' ? htmlToText(question) : question}</label>
      <input
        id="captcha"
        class="input"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-describedby="captcha-why"
        .value=${live(word)}
        @input=${(event: InputEvent) => onWord((event.target as HTMLInputElement).value)}
      />
    </div>
  `;
}
