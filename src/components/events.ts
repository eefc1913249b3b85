/** What the components tell the page around them. All events bubble and leave shadow roots. */
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

/** The wiki has saved. It may then want the browser to pass by another site (`saved.tempusercreatedredirect`): cancel it, and the form does not go there. */
export class WikiSavedEvent extends Event {
  readonly saved: SavedEdit;

  constructor(saved: SavedEdit) {
    super('wiki-saved', {bubbles: true, composed: true, cancelable: true});
    this.saved = saved;
  }
}

/** The user gives up. Cancel it, and the form keeps what was typed; else it goes back to the text it was opened with. */
export class WikiCancelEvent extends Event {
  constructor() {
    super('wiki-cancel', {bubbles: true, composed: true, cancelable: true});
  }
}

/** A form shows something else: `state` of the form says what. */
export class WikiStateEvent extends Event {
  constructor() {
    super('wiki-state', {bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'wiki-opened': WikiOpenedEvent;
    'wiki-save': WikiSaveEvent;
    'wiki-saved': WikiSavedEvent;
    'wiki-cancel': WikiCancelEvent;
    'wiki-state': WikiStateEvent;
  }
}
