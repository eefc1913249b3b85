/** Everything of the element that is not needed before the wiki has answered. */
import {html, nothing, type TemplateResult} from 'lit';
import en from '../../../i18n/diff/en.json' with {type: 'json'};
import type {Msg} from '../../../i18n/localize-controller.js';
import {bundle} from '../../../i18n/messages.js';
import {controls} from '../../controls.styles.js';
import {message} from '../../message.js';
import {tokens} from '../../tokens.styles.js';
import type {Compared} from '../comparing.js';
import {diffColours} from '../diff-colours.styles.js';
import type {DiffBodies} from '../rows/bodies.js';
import {rowStyles} from '../rows/rows.styles.js';
import {type BarActions, type BarView, renderBar} from './bar.js';
import {renderFiles} from './files.js';
import {styles} from './diff.styles.js';
import {type HeadActions, renderHead, renderStats} from './head.js';
import {type InsteadActions, renderFailure, renderOutcome} from './instead.js';
import {renderSummary} from './summary.js';

bundle(en);

export {DiffBodies} from '../rows/bodies.js';

export const allStyles = [tokens, diffColours, controls, rowStyles, styles];

export interface DiffView extends BarView {
  readonly compared: Compared | undefined;
  /** Differences in blanks were ignored. */
  readonly wasIgnoring: boolean;
  /** What the author of the page has not said yet. */
  readonly wanted: string | undefined;
  readonly failure: unknown;
  readonly bodies: DiffBodies;
  readonly lang: string | undefined;
  /** Where the reader is, for who does not see it. */
  readonly announced: string;
  /** What an action came to, or why it failed. */
  readonly told: {readonly kind: 'success' | 'error'; readonly words: readonly string[]} | undefined;
}

export type ViewActions = BarActions & HeadActions & InsteadActions & {readonly onBody: (event: Event) => void};

export function renderDiff(view: DiffView, actions: ViewActions, msg: Msg): TemplateResult {
  const {compared, wanted, failure, bodies, lang, told, announced} = view;
  if (wanted !== undefined) return message('notice', wanted);
  if (failure !== undefined) return renderFailure(failure, actions, msg);
  if (!compared) return html`<div class="loading" role="status"><span class="visually-hidden">${msg('wikilit-diff-loading')}</span></div>`;
  const {opening, outcome, parts, versions} = compared;
  if (outcome === 'files') return renderFiles(versions ?? [], lang, msg);
  const isShown = outcome === 'ready' || outcome === 'line-ends';
  // Where blanks alone differ, they can be asked for again.
  const hasBar = isShown || (outcome === 'same' && view.wasIgnoring);
  return html`
    ${renderHead(opening, actions, lang, msg)}
    ${hasBar ? html`${renderStats(parts.map(({model}) => model.stats), msg)}${renderBar(view, actions, msg)}` : nothing}
    <div class="visually-hidden" role="status">${announced}</div>
    <div role="status">${told ? message(told.kind, told.words.map((words) => html`<p>${words}</p>`)) : nothing}</div>
    ${outcome === 'line-ends' ? message('notice', msg('wikilit-diff-line-ends')) : nothing}
    ${parts.some(({model}) => model.truncated) ? message('notice', msg('wikilit-diff-truncated')) : nothing}
    ${isShown ? html`${renderSummary(compared, msg)}<div class="rows" role="group" tabindex="-1" aria-label=${msg('wikilit-diff')} aria-busy=${view.busy ? 'true' : 'false'} @click=${actions.onBody}>${bodies.elements.map(({role, element}) => html`${role === 'main' ? nothing : html`<h3 class="role">${msg('wikilit-diff-slot', role)}</h3>`}${element}`)}</div>` : renderOutcome(outcome, opening, actions, msg)}
  `;
}
