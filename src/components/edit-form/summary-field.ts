/** The summary: its label, the section's name before it, and how many characters are left. */
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {Msg} from '../../i18n/localize-controller.js';
import {colonless} from '../words.js';

/** Code points a wiki keeps of a summary; it cuts longer ones without a word. */
const limit = 500;
const tellBelow = 100;

export interface SummaryField {
  readonly value: string;
  /** The section's heading, which the wiki shows as a link before the summary. */
  readonly heading: string | undefined;
  readonly tooLong: boolean;
  /** It is being saved as it stands. */
  readonly busy: boolean;
}

export function renderSummary({value, heading, tooLong, busy}: SummaryField, onInput: (value: string) => void, msg: Msg): TemplateResult {
  const left = charactersLeft(value, heading);
  return html`
    <div class="field">
      <div class="label-row">
        <label for="summary">${colonless(msg('summary'))}</label>
        ${left < tellBelow ? html`<span id="left" class=${left < 0 ? 'left over' : 'left'}>${left < 0 ? msg('wikilit-summary-over', -left) : msg('wikilit-summary-left', left)}</span>` : nothing}
      </div>
      <div class="input summary">
        ${heading ? html`<span class="chip"><span aria-hidden="true">→</span><span class="visually-hidden">${msg('wikilit-section')}</span><bdi>${heading}</bdi></span>` : nothing}
        <input
          id="summary"
          list="summaries"
          part="summary"
          autocomplete="off"
          spellcheck="true"
          dir="auto"
          ?readonly=${busy}
          .value=${live(value)}
          aria-invalid=${tooLong ? 'true' : 'false'}
          aria-describedby=${left < tellBelow ? 'left' : nothing}
          @input=${(event: InputEvent) => onInput((event.target as HTMLInputElement).value)}
          @focus=${reveal}
        />
      </div>
    </div>
  `;
}

/** The heading of a new section. */
export function renderSubject(value: string, busy: boolean, onInput: (value: string) => void, msg: Msg): TemplateResult {
  return html`
    <div class="field">
      <label for="subject">${colonless(msg('subject'))}</label>
      <input
        id="subject"
        class="input"
        part="subject"
        autocomplete="off"
        spellcheck="true"
        dir="auto"
        ?readonly=${busy}
        .value=${live(value)}
        @input=${(event: InputEvent) => onInput((event.target as HTMLInputElement).value)}
        @focus=${reveal}
      />
    </div>
  `;
}

/** A click moves nothing of itself, also where the row of buttons lies over the field. */
function reveal({target}: Event): void {
  (target as Element).closest('.field')?.scrollIntoView({block: 'nearest'});
}

/** The summary as it is sent, with the section's name in the form that wikis make a link of. */
export function fullSummary(value: string, heading: string | undefined): string {
  return heading ? `/* ${heading} */ ${value.trim()}`.trimEnd() : value.trim();
}

/** Below zero, the wiki would cut the summary. */
export function charactersLeft(value: string, heading: string | undefined): number {
  return limit - Array.from(fullSummary(value, heading)).length;
}

/** The words of the heading a section's text begins with. */
export function headingOf(text: string): string | undefined {
  const line = /^ *(={1,6})(.+?)\1\s*(?:\n|$)/.exec(text)?.[2];
  return line
    ?.replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1')
    .replace(/'{2,}|\/\*|\*\//g, '')
    .trim();
}
