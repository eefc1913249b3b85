/** What stands in place of the form: that it is loading, or why it cannot be opened. */
import {html, nothing, type TemplateResult} from 'lit';
import {isApiError} from '../../core/errors.js';
import type {Msg} from '../../i18n/localize-controller.js';
import {button, choices} from '../choices.js';
import {message} from '../message.js';
import {hintOf, renderHint} from '../hint.js';
import {codesOf, textsOf} from '../words.js';
import {renderLogin} from './login-loading.js';
import type {LoginPlace} from './login-view.js';
import {refusalOf} from './refusal.js';

export interface FailureActions {
  readonly onRetry: () => void;
  readonly onWholePage: () => void;
}

export function renderSkeleton(msg: Msg): TemplateResult {
  return html`
    <div class="skeleton">
      <div class="bone tall"></div>
      <div class="bone"></div>
      <div class="bone short"></div>
      <span class="visually-hidden">${msg('wikilit-opening')}</span>
    </div>
  `;
}

/** The form could not be opened. */
export function renderFailure(error: unknown, place: LoginPlace, {onRetry, onWholePage}: FailureActions, msg: Msg): TemplateResult {
  const words = html`<p><strong>${msg('wikilit-failed')}</strong></p>${textsOf(error).map((text) => html`<p>${text}</p>`)}${renderHint(hintOf(error), msg)}`;
  const ways = choices(mayPass(error) ? button(msg('wikilit-retry'), onRetry) : nothing, isApiError(error, 'nosuchsection') ? button(msg('wikilit-whole-page'), onWholePage) : nothing);
  const login = refusalOf(error).state === 'loggedout' ? renderLogin(place, onRetry) : undefined;
  // What the login form says, it says by itself.
  return message('error', html`<div role="alert">${words}</div>`, login ?? ways);
}

/** Whether trying again can help: a title, a section or an attribute that is wrong stays wrong, however often one tries. */
function mayPass(error: unknown): boolean {
  return !(error instanceof TypeError) && !codesOf(error).some((code) => /^(invalid|nosuch|missing|unknown_|bad(?!token)|pagecannotexist$|texthidden$|notext$)/.test(code));
}
