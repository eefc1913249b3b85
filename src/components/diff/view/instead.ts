/** What stands in place of the rows. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Msg} from '../../../i18n/localize-controller.js';
import type {DiffOpening} from '../../../wiki/compare/diff-opening.js';
import {hintOf, renderHint} from '../../hint.js';
import {message} from '../../message.js';
import {textsOf} from '../../words.js';
import type {Outcome} from '../comparing.js';
import {diffUrl} from './links.js';

export interface InsteadActions {
  readonly onUnhide: () => void;
  readonly onRetry: () => void;
}

export function renderOutcome(outcome: Exclude<Outcome, 'ready' | 'line-ends' | 'files'>, opening: DiffOpening | undefined, {onUnhide}: InsteadActions, msg: Msg): TemplateResult {
  switch (outcome) {
    case 'same':
      return message('notice', msg('diff-empty'));
    case 'hidden':
      return message('warning', html`<p>${msg('wikilit-diff-hidden')}</p>`, html`<div class="choices"><button class="button" type="button" @click=${onUnhide}>${msg('wikilit-diff-reveal')}</button></div>`);
    case 'withheld':
      return message('warning', msg('wikilit-diff-withheld'));
    case 'binary':
      return message('notice', msg('wikilit-diff-binary'));
    case 'too-large':
      return message('warning', html`<p>${msg('wikilit-diff-too-large')}</p>${opening ? onWiki(opening, msg) : nothing}`);
  }
}

export function renderFailure(error: unknown, {onRetry}: InsteadActions, msg: Msg): TemplateResult {
  const choices = html`<div class="choices"><button class="button" type="button" @click=${onRetry}>${msg('wikilit-diff-retry')}</button></div>`;
  return html`<div role="alert">${message('error', html`<p><strong>${msg('wikilit-diff-failed')}</strong></p>${textsOf(error).map((text) => html`<p>${text}</p>`)}${renderHint(hintOf(error), msg)}`, error instanceof TypeError ? nothing : choices)}</div>`;
}

/** The wiki's own page for it. */
function onWiki(opening: DiffOpening, msg: Msg): TemplateResult | typeof nothing {
  const url = diffUrl(opening);
  return url === undefined ? nothing : html`<p><a class="link" href=${url}>${msg('wikilit-diff-on-wiki')}</a></p>`;
}
