/** The wiki takes no edits for a while: the form counts down, and saves by itself when it may. */
import {html, type TemplateResult} from 'lit';
import type {Msg} from '../../../i18n/localize-controller.js';
import {button, choices} from '../../choices.js';
import type {Refusal} from '../refusal.js';
import type {Saving} from '../saving.js';

/** In seconds, where the wiki does not say; twice as long each time, up to the longest. */
const first = 30;
const longest = 300;

/** While somebody is typing, nothing is saved: so many seconds without a key. */
const pause = 3;

export interface WaitingHost extends EventTarget {
  requestUpdate(): void;
  readonly isConnected: boolean;
}

export class Waiting {
  private readonly host: WaitingHost;
  private readonly saving: Saving;
  private readonly saveNow: () => void;
  private readonly msg: Msg;
  /** What is waited out. */
  private refusal: Refusal | undefined;
  private attempts = 0;
  /** When it is tried again, in ms since 1970: also a computer that slept knows. */
  private due = 0;
  private timer: ReturnType<typeof setInterval> | undefined;
  private typedAt = 0;

  constructor(host: WaitingHost, saving: Saving, saveNow: () => void, msg: Msg) {
    this.host = host;
    this.saving = saving;
    this.saveNow = saveNow;
    this.msg = msg;
    host.addEventListener('input', () => (this.typedAt = Date.now()));
  }

  /** A refusal that is over by itself is about to be shown. */
  start(refusal: Refusal): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.refusal = refusal;
    const {retryAfterSeconds} = refusal.error as {retryAfterSeconds?: number};
    // Who may do none at all has nothing to wait for.
    if (retryAfterSeconds === Infinity) return;
    this.due = Date.now() + 1000 * Math.max(retryAfterSeconds ?? 0, Math.min(longest, first * 2 ** this.attempts++));
    this.timer = setInterval(() => this.tick(), 1000);
  }

  /** The way to be faster than the refusal is over by itself, or to give up. */
  render(): TemplateResult {
    const {msg, timer} = this;
    const now = button(msg('wikilit-save-now'), this.saveNow);
    if (timer === undefined) return choices(now);
    const seconds = Math.max(0, Math.ceil((this.due - Date.now()) / 1000));
    // Not read aloud each second.
    return html`<p>${msg('wikilit-waiting')} <span class="countdown" aria-hidden="true">${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}</span></p>${choices(now, button(msg('wikilit-wait-no-more'), () => this.stop()))}`;
  }

  /** It is saved, or something else is shown. */
  over(): void {
    this.attempts = 0;
    this.stop();
  }

  private stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.host.requestUpdate();
  }

  private tick(): void {
    if (this.saving.progress.refusal !== this.refusal || !this.host.isConnected) {
      this.stop();
      return;
    }
    const now = Date.now();
    if (now >= this.due && now - this.typedAt >= 1000 * pause) {
      this.stop();
      void this.saving.save(true);
    }
    this.host.requestUpdate();
  }
}
