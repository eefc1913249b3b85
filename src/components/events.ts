/** What the components tell the page around them. All events bubble and leave shadow roots. */
import type {AuthStep} from '../auth/auth-step.js';
import type {Edit, SavedEdit} from '../wiki/edit/edit.js';
import type {EditOpening} from '../wiki/edit/opening.js';

/** A form has read its page and can be used, or shows why it cannot. */
export class WikiOpenedEvent extends Event {
  readonly opening: EditOpening;

  constructor(opening: EditOpening) {
    super('wiki-opened', {bubbles: true, composed: true});
    this.opening = opening;
  }
}

/** About to save. Cancel it, and nothing is sent. */
export class WikiSaveEvent extends Event {
  /** The page's title. */
  readonly page: string;
  readonly edit: Edit;

  constructor(page: string, edit: Edit) {
    super('wiki-save', {bubbles: true, composed: true, cancelable: true});
    this.page = page;
    this.edit = edit;
  }
}

/** The wiki has saved. */
export class WikiSavedEvent extends Event {
  readonly saved: SavedEdit;

  constructor(saved: SavedEdit) {
    super('wiki-saved', {bubbles: true, composed: true});
    this.saved = saved;
  }
}

/** The user gives up. Cancel it, and the form keeps what was typed; else it goes back to the text it was opened with. */
export class WikiCancelEvent extends Event {
  constructor() {
    super('wiki-cancel', {bubbles: true, composed: true, cancelable: true});
  }
}

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
    'wiki-opened': WikiOpenedEvent;
    'wiki-save': WikiSaveEvent;
    'wiki-saved': WikiSavedEvent;
    'wiki-cancel': WikiCancelEvent;
    'wiki-logged-in': WikiLoggedInEvent;
    'wiki-login-redirect': WikiLoginRedirectEvent;
  }
}
