/** What stands in place of the form: that it is loading, why there is none, that the user is elsewhere, that it is done. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Msg} from '../../i18n/localize-controller.js';
import {hintOf, renderHint} from '../hint.js';
import {message} from '../message.js';
import {textsOf} from '../words.js';

export function renderSkeleton(msg: Msg): TemplateResult {
  return html`
    <div class="skeleton" aria-busy="true">
      <div class="bone label"></div>
      <div class="bone"></div>
      <div class="bone label"></div>
      <div class="bone"></div>
      <div class="bone"></div>
      <span class="visually-hidden" role="status">${msg('wikilit-login-opening')}</span>
    </div>
  `;
}

/** The form could not be opened. A wrong address stays wrong, however often one tries. */
export function renderFailure(error: unknown, onRetry: () => void, msg: Msg): TemplateResult {
  const words = html`<p><strong>${msg('wikilit-login-failed')}</strong></p>${textsOf(error).map((text) => html`<p>${text}</p>`)}${renderHint(hintOf(error), msg)}`;
  const retry = error instanceof TypeError ? nothing : html`<div class="choices"><button type="button" class="button" @click=${onRetry}>${msg('wikilit-retry')}</button></div>`;
  return html`<div role="alert">${message('error', words, retry)}</div>`;
}

/** A login needs the wiki's cookies, or an access token. */
export function renderImpossible(apiUrl: string, msg: Msg): TemplateResult {
  const {host, origin} = new URL(apiUrl);
  const hint = `Give the Wiki the option {auth: 'cookies'} where ${origin} lists ${location.origin} in $wgCrossSiteAJAXdomains, or this element an object for OAuth.`;
  return message('notice', html`<p>${msg('wikilit-login-impossible', host)}</p>`, renderHint(hint, msg));
}

export function renderElsewhere(target: URL | undefined, onCancel: () => void, msg: Msg): TemplateResult {
  return html`<div role="status">${message('notice', html`<p>${msg('wikilit-login-elsewhere', target?.host ?? '')}</p>`, html`<div class="choices"><button type="button" class="button" @click=${onCancel}>${msg('cancel')}</button></div>`)}</div>`;
}

export function renderDone(username: string | undefined, msg: Msg): TemplateResult {
  return html`<div id="said" role="status" tabindex="-1">${message('success', html`<p>${username === undefined ? msg('wikilit-logged-in-somehow') : msg('wikilit-logged-in', username)}</p>`)}</div>`;
}
