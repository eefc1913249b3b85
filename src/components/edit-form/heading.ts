/** What is being edited: as the form's heading, and as a name for assistive technology. */
import {html, type TemplateResult} from 'lit';
import type {Msg} from '../../i18n/localize-controller.js';
import {newSection} from './section.js';

export interface Heading {
  readonly title: string;
  readonly missing: boolean;
  readonly readonly: boolean;
  readonly section: string | undefined;
}

export function headingText({title, missing, readonly, section}: Heading, msg: Msg): string {
  return msg(readonly ? 'viewsource-title' : section === newSection ? 'editingcomment' : missing ? 'creating' : 'editing', title);
}

/** A page names it otherwise, or hides it, by the slot. */
export function renderHeading(heading: Heading, msg: Msg): TemplateResult {
  const [before, ...after] = headingText({...heading, title: mark}, msg).split(mark);
  const title = html`<bdi>${heading.title}</bdi>`;
  return html`<slot name="heading"><h2 class="heading" part="heading"><bdi>${before}${after.map((text) => [title, text])}</bdi></h2></slot>`;
}

/** Stands for the title, so that it can be set apart: its letters may run the other way. */
const mark = '\uE000';
