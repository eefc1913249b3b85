/** What is kept of one opening of a page: from when its text is there until it is left. */
import {type DraftHold, holdDraft} from '../../../wiki/drafts/hold.js';
import type {DraftBase, DraftPlace, DraftRecord} from '../../../wiki/drafts/record.js';
import {dropDraft, keepDraft} from '../../../wiki/drafts/store.js';
import type {EditOpening} from '../../../wiki/edit/opening.js';
import {newSection} from '../section.js';
import {headingOf} from '../summary-field.js';

/** What is needed of a `Saver`. */
export interface DraftSaver {
  readonly session: {readonly apiUrl: string};
  readonly opening: Pick<EditOpening, 'title' | 'pageid' | 'baserevid' | 'user' | 'lang' | 'dir'>;
  readonly section: string | undefined;
  /** As it is on the wiki. */
  readonly text: string;
  /** What the form begins with: that, or an old revision. */
  readonly begun: string;
}

export type DraftFields = Pick<DraftRecord, 'text' | 'subject' | 'summary' | 'minor' | 'watch'>;

/** The form as the keeper sees it. */
export interface DraftForm {
  readonly read: () => DraftFields;
  /** Puts a draft into the fields. */
  readonly restore: (fields: DraftFields) => void;
}

export interface DraftOpening {
  /** The revision the next save is based on; default: that of the opening. */
  readonly revid?: number | undefined;
  /** The fields while nothing is typed; default: as they are. */
  readonly before?: DraftFields | undefined;
}

export class Keeping {
  readonly saver: DraftSaver;
  readonly place: DraftPlace & Pick<DraftRecord, 'pageid' | 'heading'>;
  readonly base: DraftBase | undefined;
  /** When the last key was pressed. */
  typedAt: number | undefined;
  private hold: DraftHold;
  private readonly begun: string;
  private readonly before: DraftFields;
  private kept: DraftRecord | undefined;
  /** Whether that will be there later; what could not be kept is tried again. */
  private isKept = true;
  /** Drafts that were restored into this one, and could not be dropped yet. */
  private readonly restored: DraftRecord[] = [];

  /** @param before - the fields while nothing is typed */
  constructor(saver: DraftSaver, revid: number | undefined, before: DraftFields) {
    const {session, opening, section, text, begun} = saver;
    const {title, pageid, user} = opening;
    const heading = section === undefined || section === newSection ? undefined : headingOf(text);
    this.saver = saver;
    this.place = {wiki: session.apiUrl, user: user.anon ? undefined : user.name || undefined, title, section, pageid, heading};
    this.base = revid === undefined ? undefined : {revid, text};
    this.begun = begun;
    this.before = before;
    this.hold = holdDraft(this.place);
  }

  get id(): string {
    return this.hold.id;
  }

  /** Whether something of it is in the store. */
  get hasDraft(): boolean {
    return this.kept !== undefined;
  }

  isSamePlace({place}: Keeping): boolean {
    return place.title === this.place.title && place.section === this.place.section;
  }

  /**
   * Keeps the fields, unless they are as they were read.
   *
   * @returns false when they could not be kept
   */
  async write(fields: DraftFields): Promise<boolean> {
    const {before, begun, kept} = this;
    if (fields.text === begun && fields.subject === before.subject && fields.summary === before.summary) {
      await this.drop();
      return true;
    }
    if (kept && this.isKept && isSame(kept, fields)) return true;
    const draft: DraftRecord = {...this.place, ...fields, id: this.id, base: this.base, at: this.typedAt ?? Date.now()};
    this.kept = draft;
    const isKept = await keepDraft(draft);
    if (this.kept === draft) this.isKept = isKept;
    return isKept;
  }

  /** A draft that is in the fields now: it goes once they are kept, or are not wanted any more. */
  async takeOver(draft: DraftRecord, fields: DraftFields): Promise<boolean> {
    this.restored.push(draft);
    this.typedAt = draft.at;
    const isKept = await this.write(fields);
    if (isKept) await this.dropRestored();
    return isKept;
  }

  /** It is saved, or given up. */
  async drop(): Promise<void> {
    const {kept} = this;
    this.kept = this.typedAt = undefined;
    await Promise.all([kept && dropDraft(kept), this.dropRestored()]);
  }

  release(): void {
    this.hold.release();
  }

  /** After it was released: another tab may have taken what was kept, and it is still in the fields here. */
  holdAgain(): void {
    this.hold = holdDraft(this.place, this.id);
    if (this.kept) void keepDraft(this.kept);
  }

  /** For the same, with nothing kept yet. */
  again(): Keeping {
    return new Keeping(this.saver, this.base?.revid, this.before);
  }

  private async dropRestored(): Promise<void> {
    await Promise.all(this.restored.splice(0).map(dropDraft));
  }
}

function isSame(one: DraftFields, other: DraftFields): boolean {
  return one.text === other.text && one.subject === other.subject && one.summary === other.summary && one.minor === other.minor && one.watch === other.watch;
}
