/** What the user has typed; and what of it lost its place in the fields and may still be wanted. */
import type {ReactiveControllerHost} from 'lit';
import type {DraftFields} from './drafts/keeping.js';
import type {Saver} from './saver.js';
import {newSection} from './section.js';
import {charactersLeft, fullSummary, headingOf} from './summary-field.js';
import {Textbox} from './textbox.js';

/** Typed for a page that was left, or in place of which the user took another's text. */
export interface Kept {
  readonly title: string;
  readonly section: string | undefined;
  /** Undefined: as it was read. */
  readonly text: string | undefined;
  readonly subject: string;
  readonly summary: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

export type DraftHost = ReactiveControllerHost & HTMLElement & {summary: string};

export interface Fields {
  readonly subject: string;
  readonly minor: boolean;
  readonly watch: boolean;
  /** The summary, so that it was not saved. */
  readonly tooLong: boolean;
  /** Newest first. */
  readonly kept: readonly Kept[];
}

const blank: Fields = {subject: '', minor: false, watch: false, tooLong: false, kept: []};

export class Draft {
  readonly textbox: Textbox;
  fields = blank;
  private readonly host: DraftHost;
  /** What was set as text before there was a page to put it on. */
  private waiting: string | undefined;
  private summaryBefore = '';
  /** The summary as typed last; it may have been set by the page around since. */
  private typedSummary = '';

  constructor(host: DraftHost) {
    this.host = host;
    this.textbox = new Textbox(host);
  }

  set(fields: Partial<Fields>): void {
    this.fields = {...this.fields, ...fields};
    this.host.requestUpdate();
  }

  /** Of the page that is open, or of the one that will be. */
  textFor(saver: Saver | undefined): string {
    return saver ? this.textbox.value : (this.waiting ?? '');
  }

  setText(text: string, saver: Saver | undefined): void {
    if (saver) this.textbox.value = text;
    else this.waiting = text;
    this.host.requestUpdate();
  }

  typeSummary(summary: string): void {
    this.typedSummary = this.host.summary = summary;
  }

  /** Whether the fields hold something that is not saved. */
  isEdited(saver: Saver): boolean {
    return this.textbox.value !== saver.begun || this.host.summary !== this.summaryBefore || this.fields.subject !== '';
  }

  /** The section's heading, which the wiki shows as a link before the summary; none that would leave no room for words. */
  heading(saver: Saver | undefined): string | undefined {
    const heading = saver?.section === undefined ? undefined : headingOf(saver.section === newSection ? `==${this.fields.subject}==` : saver.text);
    return heading && heading.length < 400 ? heading : undefined;
  }

  /** As it is sent; without one, the wiki writes its own for a new section. */
  summaryFor(saver: Saver): string {
    const {summary} = this.host;
    return saver.section === newSection && summary.trim() === '' ? '' : fullSummary(summary, this.heading(saver));
  }

  isSummaryTooLong(saver: Saver | undefined): boolean {
    return charactersLeft(this.host.summary, this.heading(saver)) < 0;
  }

  /** As they are kept for a later visit. A summary that the page around has set may be for the next page. */
  read(): DraftFields {
    const {subject, minor, watch} = this.fields;
    const {summary} = this.host;
    return {text: this.textbox.value, subject, minor, watch, summary: summary === this.typedSummary ? summary : this.summaryBefore};
  }

  restore({text, summary, subject, minor, watch}: DraftFields): void {
    this.textbox.value = text;
    this.typeSummary(summary);
    this.set({subject, minor, watch});
  }

  /** A page is there to be edited. */
  open({opening, begun, proposed}: Saver): void {
    this.textbox.value = this.waiting ?? begun;
    if (proposed?.summary && !this.host.summary) this.host.summary = proposed.summary;
    this.waiting = undefined;
    this.summaryBefore = this.host.summary;
    this.set({...blank, watch: opening.watched, kept: this.fields.kept});
  }

  /** A page is left: what was typed for it stays at hand, and nothing of it stays in the fields of the next one. */
  close(saver: Saver): void {
    const {summary} = this.host;
    const typed = summary !== this.summaryBefore && summary === this.typedSummary ? summary : '';
    const text = this.textbox.value === saver.begun ? undefined : this.textbox.value;
    const {subject} = this.fields;
    if (text !== undefined || subject || typed) this.keep(saver, {text, subject, summary: typed});
    if (typed) this.host.summary = this.summaryBefore;
    this.set({subject: ''});
  }

  keep({opening: {title, lang, dir}, section}: Saver, typed: Pick<Kept, 'text'> & Partial<Kept>): void {
    this.set({kept: [{subject: '', summary: '', ...typed, title, section, lang, dir}, ...this.fields.kept]});
  }

  /** What is in the fields is saved; what was kept of it is not wanted any more. */
  saved(saver: Saver): void {
    this.host.summary = this.summaryBefore = '';
    this.set({subject: '', minor: false});
    this.drop(({title, section}) => title === saver.opening.title && section === saver.section);
    if (saver.section === newSection) this.textbox.value = saver.text;
  }

  /** The page was left while it was being saved. */
  savedLater(saver: Saver): void {
    this.drop(({title, section, text}) => title === saver.opening.title && section === saver.section && (text ?? saver.sentText) === saver.sentText);
  }

  /** All goes back to how it was opened. */
  discard(saver: Saver): void {
    this.textbox.value = saver.begun;
    this.host.summary = this.summaryBefore;
    this.set({subject: '', kept: []});
  }

  /** Also what waits for a page. */
  forget(): void {
    this.waiting = undefined;
    this.set({kept: []});
  }

  private drop(isSaved: (kept: Kept) => boolean): void {
    this.set({kept: this.fields.kept.filter((kept) => !isSaved(kept))});
  }
}
