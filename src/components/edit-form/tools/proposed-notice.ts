/** That what is edited is not the newest text. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Msg} from '../../../i18n/localize-controller.js';
import {message} from '../../message.js';
import type {Saver} from '../saver.js';

export function renderProposed({proposed, opening}: Saver, msg: Msg): TemplateResult | typeof nothing {
  if (!proposed) return nothing;
  const {kind, revision} = proposed;
  const {revid, user = ''} = revision;
  const link = `${opening.scriptUrl}?${new URLSearchParams({diff: String(revid), oldid: 'prev'}).toString()}`;
  return message(kind === 'oldid' ? 'warning' : 'notice', html`<p>${msg(`wikilit-proposed-${kind}`, String(revid), user)} <a class="link" href=${link} target="_blank" rel="noopener">${msg('wikilit-see-change')}</a></p>`);
}
