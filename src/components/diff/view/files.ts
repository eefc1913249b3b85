/** Versions of a file, side by side. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Msg} from '../../../i18n/localize-controller.js';
import type {FileVersion} from '../../../wiki/compare/file-versions.js';
import {dateTime, formatted} from './numbers.js';

export function renderFiles(versions: readonly FileVersion[], lang: string | undefined, msg: Msg): TemplateResult {
  return html`<div class="heads files" role="group" aria-label=${msg('wikilit-diff-file')}>${versions.map((version) => renderVersion(version, lang, msg))}</div>`;
}

function renderVersion(version: FileVersion, lang: string | undefined, msg: Msg): TemplateResult {
  const {timestamp, user, comment, url, thumburl, size, width, height, mime} = version;
  const time = html`<time datetime=${timestamp}>${dateTime(timestamp, lang)}</time>`;
  const measures = [width && height ? `${formatted(width, lang)} × ${formatted(height, lang)}` : undefined, size === undefined ? undefined : msg('wikilit-diff-bytes', size), mime].filter(Boolean).join(' · ');
  return html`
    <figure class="head file">
      ${thumburl ? html`<img class="picture" src=${thumburl} alt=${dateTime(timestamp, lang)} referrerpolicy="no-referrer" />` : nothing}
      <figcaption>
        <div class="line"><strong>${url ? html`<a class="link" href=${url}>${time}</a>` : time}</strong> · ${user === undefined ? html`<em class="subtle">${msg('rev-deleted-user')}</em>` : html`<bdi>${user}</bdi>`}</div>
        <div class="line subtle"><bdi>${measures}</bdi></div>
        <div class="line comment">${comment === undefined ? html`<em>${msg('rev-deleted-comment')}</em>` : html`<span dir="auto">${comment}</span>`}</div>
      </figcaption>
    </figure>
  `;
}
