/** What is rare about a saved edit: the page has another name by now, or others had changed it. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Msg} from '../../../i18n/localize-controller.js';
import {indexUrl} from '../../index-url.js';
import type {Saved} from '../parts.js';
import type {Saver} from '../saver.js';

export function renderMoreSaved({title, merged, oldrevid, outcome}: Saved, {opening}: Saver, msg: Msg): TemplateResult {
  const {scriptUrl} = opening;
  const isMoved = outcome === 'saved' && title !== opening.title;
  const theirs = merged === undefined || oldrevid === undefined ? undefined : indexUrl(scriptUrl, {diff: oldrevid, oldid: merged});
  return html`
    ${isMoved ? html`<p>${msg('wikilit-saved-moved', title)}</p>` : nothing}
    ${theirs === undefined ? nothing : html`<p><a class="link" href=${theirs} target="_blank" rel="noopener">${msg('wikilit-see-theirs')}</a></p>`}
  `;
}
