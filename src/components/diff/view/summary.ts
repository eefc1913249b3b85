/** What changed, besides words: sections, links, references, templates, categories, files. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Msg} from '../../../i18n/localize-controller.js';
import type {DiffModel} from '../../../diff/model.js';
import {type Kind, whatChanged} from '../../../diff/what-changed.js';
import type {Compared} from '../comparing.js';

const kinds: readonly Kind[] = ['sections', 'templates', 'references', 'links', 'urls', 'categories', 'files'];

/** Of each kind so many are named. */
const most = 12;

/** It reads every row that differs, and the element is rendered with each step of the reader. */
const known = new WeakMap<DiffModel, ReturnType<typeof whatChanged>>();

export function renderSummary({parts}: Compared, msg: Msg): TemplateResult | typeof nothing {
  const [main] = parts;
  if (!main || !/^(wikitext|)$/.test(main.contentmodel)) return nothing;
  const changed = known.get(main.model) ?? whatChanged(main.model);
  known.set(main.model, changed);
  const lists = kinds.filter((kind) => changed[kind].added.length + changed[kind].removed.length > 0);
  if (lists.length === 0) return nothing;
  return html`
    <details class="what">
      <summary>
        <bdi>${msg('wikilit-diff-what')}:</bdi>
        ${lists.map((kind) => html`<span class="kind"><bdi>${msg(`wikilit-diff-what-${kind}`)}</bdi> <span dir="ltr">${[changed[kind].added.length && `+${changed[kind].added.length}`, changed[kind].removed.length && `−${changed[kind].removed.length}`].filter(Boolean).join(' ')}</span></span>`)}
      </summary>
      <dl>
        ${lists.map((kind) => html`<dt>${msg(`wikilit-diff-what-${kind}`)}</dt><dd><ul>${changed[kind].removed.slice(0, most).map((name) => html`<li><del><bdi>${name}</bdi></del></li>`)}${changed[kind].added.slice(0, most).map((name) => html`<li><ins><bdi>${name}</bdi></ins></li>`)}</ul></dd>`)}
      </dl>
    </details>
  `;
}
