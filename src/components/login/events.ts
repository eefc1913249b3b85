/** What the form tells the page around it. Both events bubble and leave shadow roots. */
import type {AuthStep} from '../../auth/auth-step.js';

/** Somebody has logged in. */
export class WikiLoggedInEvent extends Event {
  /** Undefined where the way that was taken does not tell. */
  readonly username: string | undefined;

  constructor(username: string | undefined) {
    super('wiki-logged-in', {bubbles: true, composed: true});
    this.username = username;
  }
}

/** The wiki sends the user to another site to log in there. Cancel it, and this page stays; call `resume` when the user is back. */
export class WikiLoginRedirectEvent extends Event {
  /** `redirecttarget` is where to; `requests` have the fields that the user comes back with. */
  readonly step: AuthStep;

  constructor(step: AuthStep) {
    super('wiki-login-redirect', {bubbles: true, composed: true, cancelable: true});
    this.step = step;
  }
}

declare global {
  interface HTMLElementEventMap {
    'wiki-logged-in': WikiLoggedInEvent;
    'wiki-login-redirect': WikiLoginRedirectEvent;
  }
}
