/** What the form tells of what is typed in it; the keeper comes later, once a page is open. */
import type {ReactiveControllerHost, TemplateResult} from 'lit';
import {lazily} from '../../../core/lazily.js';
import type {Msg} from '../../../i18n/localize-controller.js';
import type {DraftKeeper} from './draft-keeper.js';
import type {DraftForm, DraftOpening, DraftSaver} from './keeping.js';

export class Drafts {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly form: DraftForm;
  private keeper: DraftKeeper | undefined;
  /** Opened before the keeper was there. */
  private waiting: {readonly saver: DraftSaver; readonly opening: DraftOpening} | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, form: DraftForm) {
    this.host = host;
    this.form = form;
  }

  /** A page, or a section, is there to be edited; its text is in the field. */
  opened(saver: DraftSaver, opening: DraftOpening = {}): void {
    if (this.keeper) {
      this.keeper.opened(saver, opening);
      return;
    }
    this.waiting = {saver, opening: {before: this.form.read(), ...opening}};
    // Where it cannot be loaded, the form is as good as without it.
    this.load().catch(() => {});
  }

  /** Something is typed, or set by the page around. */
  typed(): void {
    this.keeper?.typed();
  }

  /** See {@link DraftKeeper.saved}. */
  saved(saver: DraftSaver, revid?: number): void {
    if (this.waiting?.saver === saver) this.opened(saver, {revid: revid ?? this.waiting.opening.revid});
    else this.keeper?.saved(saver, revid);
  }

  /** The user gives up what was typed. */
  discarded(): void {
    this.keeper?.discarded();
  }

  /** The page is left, and what was typed is still in the fields. */
  closed(): void {
    this.waiting = undefined;
    this.keeper?.closed();
  }

  /** See {@link DraftKeeper.render}. */
  render(msg: Msg, uselang: string | undefined): TemplateResult | undefined {
    return this.keeper?.render(msg, uselang);
  }

  private async load(): Promise<void> {
    const {DraftKeeper} = await lazily(() => import('./draft-keeper.js'));
    if (this.keeper) return;
    this.keeper = new DraftKeeper(this.host, this.form);
    const {waiting} = this;
    this.waiting = undefined;
    if (!waiting) return;
    this.keeper.opened(waiting.saver, waiting.opening);
    // It may have been typed in since.
    this.keeper.typed();
  }
}
