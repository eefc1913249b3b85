/** What was changed so far, compared here: the wiki is not asked. One change can be taken back into the text. */
import {html, type TemplateResult} from 'lit';
import '../../diff/diff.js';
import type {WikiDiffRevertEvent} from '../../diff/events.js';
import type {Draft} from '../draft.js';
import {stop} from '../../stop.js';
import type {Saver} from '../saver.js';
import {newSection} from '../section.js';
import {replaceText} from './replace-text.js';

/** Compared anew when nobody has typed for so long, in ms. */
const pause = 300;

export interface ChangesHost extends HTMLElement {
  requestUpdate(): void;
  readonly theme: 'auto' | 'dark' | 'light' | undefined;
}

export class Changes {
  private readonly host: ChangesHost;
  private readonly draft: Draft;
  /** What is compared; undefined: what is in the textarea now. */
  private text: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ChangesHost, draft: Draft) {
    this.host = host;
    this.draft = draft;
  }

  render(saver: Saver): TemplateResult {
    const newest = this.draft.textFor(saver);
    const text = (this.text ??= newest);
    if (text !== newest) this.compareSoon();
    const {lang, dir} = saver.opening;
    return html`<wiki-diff lang=${lang} .textDir=${dir} .theme=${this.host.theme} revertable @input=${stop} .fromText=${saver.section === newSection ? '' : saver.text} .toText=${text} @wiki-diff-revert=${(event: WikiDiffRevertEvent) => this.revert(event)}></wiki-diff>`;
  }

  /** The text is another than when it was last compared. */
  forget(): void {
    clearTimeout(this.timer);
    this.text = undefined;
    this.host.requestUpdate();
  }

  private compareSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.forget(), pause);
  }

  private revert({line, lines, text}: WikiDiffRevertEvent): void {
    const area = this.draft.textbox.element;
    const all = area.value === '' ? [] : area.value.split('\n');
    const before = all.slice(0, line - 1);
    replaceText(area, [...before, ...(text === undefined ? [] : [text]), ...all.slice(line - 1 + lines)].join('\n'));
    this.forget();
  }
}
