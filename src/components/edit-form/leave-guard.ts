/** Has the browser ask before a page with unsaved text is left. */
import type {ReactiveController} from 'lit';

export class LeaveGuard implements ReactiveController {
  private readonly host: Node;
  private readonly isDirty: () => boolean;
  private on = false;

  constructor(host: Node, isDirty: () => boolean) {
    this.host = host;
    this.isDirty = isDirty;
  }

  hostUpdated(): void {
    // Out of the page, nobody would take it off again.
    this.listen(this.host.isConnected && this.isDirty());
  }

  hostDisconnected(): void {
    this.listen(false);
  }

  /** Only while needed: a page with such a listener is not kept for the Back button. */
  private listen(on: boolean): void {
    if (on === this.on) return;
    this.on = on;
    if (on) window.addEventListener('beforeunload', this.ask);
    else window.removeEventListener('beforeunload', this.ask);
  }

  private readonly ask = (event: BeforeUnloadEvent): void => event.preventDefault();
}
