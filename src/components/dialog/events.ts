/** What the dialog tells the page around it. */

/** What the user did: Escape (or a gesture that goes back), the dialog's own button, the form's Cancel, or saving. */
export type DialogCloseReason = 'button' | 'cancel' | 'escape' | 'saved';

/** About to close; what was typed is saved by now, or the user gives it up. Cancel it, and all stays as it is. It bubbles and leaves shadow roots. */
export class WikiDialogCloseEvent extends Event {
  readonly reason: DialogCloseReason;

  constructor(reason: DialogCloseReason) {
    super('wiki-dialog-close', {bubbles: true, composed: true, cancelable: true});
    this.reason = reason;
  }
}

declare global {
  interface HTMLElementEventMap {
    'wiki-dialog-close': WikiDialogCloseEvent;
  }
}
