/**
 * Keeps what is typed while it is typed, so that a tab that crashes or is closed costs no more than a second of it; and
 * offers what an earlier visit has left.
 */
import type {ReactiveController, ReactiveControllerHost, TemplateResult} from 'lit';
import type {MergeConflict} from '../../../diff/merge3.js';
import type {Msg} from '../../../i18n/localize-controller.js';
import {bundle} from '../../../i18n/messages.js';
import en from '../../../i18n/drafts/en.json' with {type: 'json'};
import {draftFor} from '../../../wiki/drafts/find.js';
import {isOpenElsewhere} from '../../../wiki/drafts/hold.js';
import {restoreDraft} from '../../../wiki/drafts/restore.js';
import {dropDraft, purgeDrafts, stashDrafts} from '../../../wiki/drafts/store.js';
import {type DraftActions, type DraftOffer, renderDrafts} from './draft-view.js';
import {type DraftForm, type DraftOpening, type DraftSaver, Keeping} from './keeping.js';

bundle(en);

/** While somebody types on, it is kept once in this time. */
const everyMilliseconds = 1000;

export class DraftKeeper implements ReactiveController {
  /** To be shown. */
  offer: DraftOffer | undefined;
  conflicts: readonly MergeConflict[] = [];
  isElsewhere = false;
  isUnkept = false;
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly form: DraftForm;
  private current: Keeping | undefined;
  /** Left in this form without being saved: they stay its own, and are not offered in it. */
  private left: readonly Keeping[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writtenAt = -Infinity;
  /** Nothing is held while the form is not in a page. */
  private isReleased: boolean;

  constructor(host: ReactiveControllerHost & HTMLElement, form: DraftForm) {
    this.host = host;
    this.form = form;
    this.isReleased = !host.isConnected;
    purged ??= purgeDrafts();
    host.addController(this);
  }

  /** A page, or a section, is there to be edited; its text is in the field. */
  opened(saver: DraftSaver, {revid = saver.opening.baserevid, before = this.form.read()}: DraftOpening = {}): void {
    this.leave();
    this.begin(new Keeping(saver, revid, before));
  }

  /** Something is typed, or set by the page around. */
  typed(): void {
    if (!this.current) return;
    this.current.typedAt = Date.now();
    this.timer ??= setTimeout(this.flush, Math.max(0, this.writtenAt + everyMilliseconds - Date.now()));
  }

  /**
   * What was typed with this saver is on the wiki; the fields are as they go on.
   *
   * @param revid - the revision that the next save is based on; default: as before
   */
  saved(saver: DraftSaver, revid?: number): void {
    const {current} = this;
    const isDone = (one: Keeping): boolean => one.saver === saver || (current?.saver === saver && one.isSamePlace(current));
    this.drop(isDone);
    if (current?.saver !== saver) return;
    current.release();
    this.begin(new Keeping(saver, revid ?? current.base?.revid, this.form.read()));
  }

  /** The user gives up what was typed, here and on pages that were left. */
  discarded(): void {
    this.drop(() => true);
    this.conflicts = [];
    this.host.requestUpdate();
  }

  /** The page is left, and what was typed is still in the fields: it stays kept until it is saved or given up. */
  closed(): void {
    this.flush();
    this.leave();
    this.host.requestUpdate();
  }

  /** @param uselang - the language of the interface. @returns undefined where there is nothing to tell */
  render(msg: Msg, uselang: string | undefined): TemplateResult | undefined {
    const {offer, conflicts, isElsewhere: elsewhere, isUnkept: unkept, actions} = this;
    const {lang, dir} = this.current?.saver.opening ?? {lang: '', dir: 'auto' as const};
    return renderDrafts({offer, conflicts, elsewhere, unkept, lang, dir}, actions, msg, uselang);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.onPagehide);
    window.addEventListener('pageshow', this.onBack);
    window.addEventListener('blur', this.flush);
    document.addEventListener('visibilitychange', this.onVisibility);
    this.host.addEventListener('focusout', this.flush);
    if (this.isReleased) this.holdAgain();
  }

  hostDisconnected(): void {
    this.onLeave();
    window.removeEventListener('pagehide', this.onPagehide);
    window.removeEventListener('pageshow', this.onBack);
    window.removeEventListener('blur', this.flush);
    document.removeEventListener('visibilitychange', this.onVisibility);
    this.host.removeEventListener('focusout', this.flush);
  }

  private readonly actions: DraftActions = {
    onRestore: () => void this.restore(),
    onDiscard: () => void this.discardOffer(),
    onSeen: () => {
      this.conflicts = [];
      this.host.requestUpdate();
      this.host.focus();
    },
  };

  private get all(): readonly Keeping[] {
    return this.current ? [this.current, ...this.left] : this.left;
  }

  private begin(keeping: Keeping): void {
    this.current = keeping;
    if (this.isReleased) keeping.release();
    this.offer = undefined;
    this.conflicts = [];
    this.isUnkept = false;
    void this.look(keeping);
  }

  /** Looks for what is to be told. */
  private async look(keeping: Keeping): Promise<void> {
    const {place, base} = keeping;
    const own = this.all.map(({id}) => id);
    const [draft, isElsewhere] = await Promise.all([draftFor(place), isOpenElsewhere(place, own)]);
    if (keeping !== this.current) return;
    this.isElsewhere = isElsewhere;
    const restored = draft && restoreDraft(draft, base);
    this.offer = draft && restored && {draft, restored};
    if (draft && restored?.isSaved) {
      this.offer = undefined;
      await dropDraft(draft);
      await this.look(keeping);
    }
    this.host.requestUpdate();
  }

  private async restore(): Promise<void> {
    const {offer, current} = this;
    if (!offer || !current) return;
    const {draft, restored} = offer;
    this.flush();
    // What is in the fields now goes, and is a draft to be offered itself.
    const keeping = current.hasDraft ? current.again() : current;
    if (keeping !== current) current.release();
    this.current = keeping;
    this.offer = undefined;
    this.conflicts = restored.conflicts;
    const {subject, summary, minor, watch} = draft;
    this.form.restore({text: restored.text, subject, summary, minor, watch});
    this.host.requestUpdate();
    this.host.focus();
    const isKept = await keeping.takeOver(draft, this.form.read());
    this.tell(keeping, isKept);
    await this.look(keeping);
  }

  private async discardOffer(): Promise<void> {
    const {offer, current} = this;
    if (!offer || !current) return;
    this.offer = undefined;
    this.host.requestUpdate();
    this.host.focus();
    await dropDraft(offer.draft);
    await this.look(current);
  }

  /** Keeps what is in the fields now, also what nobody has told of. */
  private readonly flush = (): void => {
    clearTimeout(this.timer);
    this.timer = undefined;
    const {current} = this;
    if (!current) return;
    this.writtenAt = Date.now();
    void current.write(this.form.read()).then((isKept) => this.tell(current, isKept));
  };

  private tell(keeping: Keeping, isKept: boolean): void {
    if (keeping !== this.current || this.isUnkept === !isKept) return;
    this.isUnkept = !isKept;
    this.host.requestUpdate();
  }

  private leave(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const {current} = this;
    this.current = undefined;
    this.offer = undefined;
    this.isElsewhere = this.isUnkept = false;
    this.conflicts = [];
    if (current?.hasDraft) this.left = [current, ...this.left];
    else current?.release();
  }

  private drop(isDone: (one: Keeping) => boolean): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    for (const one of this.all.filter(isDone)) void one.drop();
    for (const one of this.left.filter(isDone)) one.release();
    this.left = this.left.filter((one) => !isDone(one));
  }

  private readonly onVisibility = (): void => {
    if (document.visibilityState === 'hidden') this.flush();
  };

  private readonly onPagehide = (): void => {
    this.onLeave();
    stashDrafts();
  };

  /** A page that holds locks may not be kept in memory for going back to. */
  private readonly onLeave = (): void => {
    this.flush();
    this.isReleased = true;
    for (const one of this.all) one.release();
  };

  private readonly onBack = ({persisted}: PageTransitionEvent): void => {
    if (persisted) this.holdAgain();
  };

  private holdAgain(): void {
    this.isReleased = false;
    for (const one of this.all) one.holdAgain();
  }
}

/** Once for each page load. */
let purged: Promise<void> | undefined;
