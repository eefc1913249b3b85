/** What the list of drafts tells the page around it. */
import type {DraftRecord} from '../../wiki/drafts/record.js';

/** The user wants to go on with it. Cancel it, and no form is opened. */
export class WikiDraftOpenEvent extends Event {
  /** As the wiki writes it. */
  readonly page: string;
  /** By its number, or `new`; undefined for the whole page. */
  readonly section: string | undefined;

  constructor({title, section}: Pick<DraftRecord, 'section' | 'title'>) {
    super('wiki-draft-open', {bubbles: true, composed: true, cancelable: true});
    this.page = title;
    this.section = section;
  }
}

declare global {
  interface HTMLElementEventMap {
    'wiki-draft-open': WikiDraftOpenEvent;
  }
}
