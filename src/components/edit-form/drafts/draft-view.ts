/** What is told about drafts, above the text. */
import {html, nothing, type TemplateResult} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import type {MergeConflict} from '../../../diff/merge3.js';
import {inLanguage} from '../../../i18n/expand.js';
import type {Msg} from '../../../i18n/localize-controller.js';
import type {DraftRecord} from '../../../wiki/drafts/record.js';
import type {RestoredDraft} from '../../../wiki/drafts/restore.js';
import {message} from '../../message.js';
import {colonless} from '../../words.js';

/** What was typed at an earlier visit, and what becomes of it on the page as it is now. */
export interface DraftOffer {
  readonly draft: DraftRecord;
  readonly restored: RestoredDraft;
}

export interface DraftView {
  readonly offer: DraftOffer | undefined;
  /** Of the draft that was restored. */
  readonly conflicts: readonly MergeConflict[];
  /** The same is open in another tab. */
  readonly elsewhere: boolean;
  /** The browser keeps nothing. */
  readonly unkept: boolean;
  /** Of the text. */
  readonly lang: string;
  readonly dir: 'auto' | 'ltr' | 'rtl';
}

export interface DraftActions {
  readonly onRestore: () => void;
  readonly onDiscard: () => void;
  /** The conflicts have been seen. */
  readonly onSeen: () => void;
}

/** @param uselang - the language of the interface, for the date. @returns undefined where there is nothing to tell */
export function renderDrafts(view: DraftView, actions: DraftActions, msg: Msg, uselang: string | undefined): TemplateResult | undefined {
  const {offer, conflicts, elsewhere, unkept} = view;
  if (!offer && conflicts.length === 0 && !elsewhere && !unkept) return undefined;
  return html`
    ${elsewhere ? message('notice', html`<p>${msg('wikilit-draft-elsewhere')}</p>`) : nothing}
    ${unkept ? message('warning', html`<p>${msg('wikilit-draft-unkept')}</p>`) : nothing}
    ${conflicts.length > 0 ? renderConflicts(view, actions, msg) : nothing}
    ${offer ? renderOffer(offer, view, actions, msg, uselang) : nothing}
  `;
}

function renderOffer({draft, restored}: DraftOffer, view: DraftView, {onRestore, onDiscard}: DraftActions, msg: Msg, uselang: string | undefined): TemplateResult {
  const {text, subject, summary, base, at} = draft;
  const date = inLanguage(uselang, (known) => new Date(at).toLocaleString(known, {dateStyle: 'medium', timeStyle: 'short'}));
  const since = restored.conflicts.length > 0 ? 'wikilit-draft-changed-same' : restored.merged ? 'wikilit-draft-changed' : undefined;
  const lines = [[msg('subject'), subject], [msg('summary'), summary]].filter(([, value]) => value);
  return message(
    'notice',
    html`<p>${msg('wikilit-draft-offer', date)}${since ? html` ${msg(since)}` : nothing}</p>`,
    html`
      <details class="hint">
        <summary>${msg('wikilit-draft-show')}</summary>
        ${text === base?.text ? nothing : renderText(msg('wikilit-your-text'), text, view)}
        ${lines.map(([label = '', value]) => html`<div class="kept"><bdi>${colonless(label)}: <bdi>${value}</bdi></bdi></div>`)}
      </details>
      <div class="choices">
        <button type="button" class="button" @click=${onRestore}>${msg('wikilit-draft-restore')}</button>
        <button type="button" class="button" @click=${onDiscard}>${msg('wikilit-draft-discard')}</button>
      </div>
    `,
  );
}

function renderConflicts(view: DraftView, {onSeen}: DraftActions, msg: Msg): TemplateResult {
  const {conflicts} = view;
  const theirs = conflicts.map(({theirs, range: {line}}) => {
    const label = msg(theirs ? 'wikilit-draft-their-lines' : 'wikilit-draft-their-removal', line);
    return html`<p>${label}</p>${theirs ? renderText(label, theirs, view) : nothing}`;
  });
  return message('warning', html`<p>${msg('wikilit-draft-conflicts', conflicts.length)}</p>`, html`${theirs}<div class="choices"><button type="button" class="button" @click=${onSeen}>${msg('wikilit-close')}</button></div>`);
}

function renderText(label: string, text: string, {lang, dir}: DraftView): TemplateResult {
  const rows = Math.min(8, text.split('\n').length);
  return html`<textarea class="input other" readonly rows=${rows} aria-label=${label} lang=${ifDefined(lang || undefined)} dir=${dir} .value=${text}></textarea>`;
}
