/** That what is edited is not the newest text. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Msg} from '../../../i18n/localize-controller.js';
import {indexUrl} from '../../index-url.js';
import {message} from '../../message.js';
import type {Saver} from '../saver.js';

export function renderProposed({proposed, opening}: Saver, msg: Msg): TemplateResult | typeof nothing {
  if (!proposed) return nothing;
  const {kind, revision} = proposed;
  const {revid, user = ''} = revision;
  const link = indexUrl(opening.scriptUrl, {diff: revid, oldid: 'prev'});
  return message(kind === 'oldid' ? 'warning' : 'notice', html`<p>${msg(`wikilit-proposed-${kind}`, String(revid), user)} <a class="link" href=${link} target="_blank" rel="noopener">${msg('wikilit-see-change')}</a></p>`);
}
