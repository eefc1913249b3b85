/** Why a user is blocked, point by point; of several blocks, each. The wiki's own words stand above. */
import {html, nothing, type TemplateResult} from 'lit';
import type {ApiMessage} from '../../../core/wiki-error.js';
import type {Msg} from '../../../i18n/localize-controller.js';

/** As the API tells a block, in the user's language. */
interface Block {
  readonly blockedby?: string;
  readonly blockreason?: string;
  readonly blockexpiry?: string;
  readonly blockexpiryformatted?: string;
  readonly blockpartial?: boolean;
  readonly blockowntalk?: boolean;
  /** Of a block that stands for several: what is said of it as a whole says little. */
  readonly blockcomponents?: readonly Block[];
}

/** @see https://www.mediawiki.org/wiki/API:Errors_and_warnings */
export function renderBlocks(refusals: readonly ApiMessage[], msg: Msg): TemplateResult | typeof nothing {
  const told = refusals.flatMap(({data}) => (data?.['blockinfo'] as Block | undefined) ?? []);
  const blocks = told.flatMap((block) => (block.blockcomponents?.length ? block.blockcomponents : [block]));
  // Each refused right may tell of the same.
  const each = new Map(blocks.map((block) => [JSON.stringify(block), block]));
  return each.size === 0 ? nothing : html`<ul class="blocks">${[...each.values()].map((block) => renderBlock(block, msg))}</ul>`;
}

function renderBlock({blockedby, blockreason, blockexpiry, blockexpiryformatted, blockpartial, blockowntalk}: Block, msg: Msg): TemplateResult {
  const until = blockexpiryformatted ?? blockexpiry;
  const line = (key: string, value: string | undefined): TemplateResult | typeof nothing => (value ? html`<div><dt>${msg(key)}</dt><dd><bdi>${value}</bdi></dd></div>` : nothing);
  return html`
    <li>
      <dl>
        ${line('wikilit-block-by', blockedby)} ${line('wikilit-block-reason', blockreason)}
        ${until === undefined ? nothing : line('wikilit-block-until', /^inf|^never|^indef/.test(until) ? msg('wikilit-block-no-end') : until)}
      </dl>
      ${blockpartial ? html`<p>${msg('wikilit-block-partial')}</p>` : blockowntalk === false ? html`<p>${msg('wikilit-block-talk')}</p>` : nothing}
    </li>
  `;
}
