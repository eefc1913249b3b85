/** What the wiki will not have in the text, to be found there. */
import {html, nothing, type TemplateResult} from 'lit';
import type {ApiMessage} from '../../../core/wiki-error.js';
import type {Msg} from '../../../i18n/localize-controller.js';
import type {Refusal} from '../refusal.js';

/** More than so many are not listed. */
const most = 20;

/** @see https://www.mediawiki.org/wiki/Extension:SpamBlacklist */
function matchesOf({error}: Refusal): readonly string[] {
  const {errors = []} = error as {readonly errors?: readonly ApiMessage[]};
  const all = errors.flatMap(({data}) => (data?.['spamblacklist'] as {readonly matches?: readonly unknown[]} | undefined)?.matches ?? []);
  return [...new Set(all.filter((match) => typeof match === 'string' && match !== ''))].slice(0, most) as string[];
}

export function renderHits(refusal: Refusal, area: HTMLTextAreaElement, msg: Msg): TemplateResult | typeof nothing {
  const matches = matchesOf(refusal);
  if (matches.length === 0) return nothing;
  return html`<div class="choices">${matches.map((match) => html`<button type="button" class="button" @click=${() => select(area, match)}>${msg('wikilit-find-hit', match)}</button>`)}</div>`;
}

/** The next one after the cursor; after the last, the first. */
function select(area: HTMLTextAreaElement, match: string): void {
  const text = area.value.toLowerCase();
  const wanted = match.toLowerCase();
  const start = [text.indexOf(wanted, area.selectionEnd), text.indexOf(wanted)].find((place) => place >= 0);
  area.focus();
  if (start === undefined) return;
  area.setSelectionRange(start, start + match.length);
  scrollToSelection(area, start);
}

/** Browsers scroll to a selection only when somebody types: as high as the text before it, of the lines there are. */
function scrollToSelection(area: HTMLTextAreaElement, start: number): void {
  const {scrollHeight, clientHeight, value} = area;
  area.scrollTop = (scrollHeight * value.slice(0, start).split('\n').length) / value.split('\n').length - clientHeight / 2;
}
