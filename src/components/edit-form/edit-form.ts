import {Task} from '@lit/task';
import {LitElement, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {isAbort} from '../../core/errors.js';
import {lazily} from '../../core/lazily.js';
import {shown} from '../../core/shown.js';
import {LocalizeController} from '../../i18n/localize-controller.js';
import {messagesOf, type Texts} from '../../i18n/messages.js';
import type {SavedEdit} from '../../wiki/edit/edit.js';
import {openAsked} from '../../wiki/edit/ahead.js';
import type {Wiki} from '../../wiki/wiki.js';
import {CustomStates} from '../custom-states.js';
import {controls} from '../controls.styles.js';
import {given} from '../given.js';
import {define} from '../define.js';
import {WikiOpenedEvent, WikiStateEvent} from '../events.js';
import {formStyles} from '../form.styles.js';
import {tokens} from '../tokens.styles.js';
import {WikiController} from '../wiki-controller.js';
import {actionRowStyles} from './action-row.styles.js';
import {Draft} from './draft.js';
import {Drafts} from './drafts/drafts.js';
import {styles} from './edit-form.styles.js';
import {formActions} from './form-actions.js';
import {labelOf, renderForm} from './form-view.js';
import {headingText} from './heading.js';
import {wikiMessageKeys} from './keys.js';
import {LeaveGuard} from './leave-guard.js';
import {loadLogin} from './login-loading.js';
import {Notices} from './notices.js';
import {refusalOf, type RefusalState} from './refusal.js';
import {Saver} from './saver.js';
import {Saving, type Stage} from './saving.js';
import {listConverter} from '../list-converter.js';
import {numberConverter} from '../number-converter.js';
import {StickyRow} from './sticky-row.js';
import type {Tools} from './tools/tools.js';

export type {WikiRefreshedEvent} from './refresh/refreshed-event.js';

/** What the form shows. The refusals are states, too: the text is kept in each. */
export type EditFormState = RefusalState | Stage;

/**
 * Edits a page, or a section of it, in place.
 *
 *     <wiki-edit-form page="Sandbox" api="https://test.wikipedia.org/w/api.php"></wiki-edit-form>
 *
 * @tag wiki-edit-form
 * @fires {WikiOpenedEvent} wiki-opened - the text is there; carries `opening`
 * @fires {WikiSaveEvent} wiki-save - about to save; cancel to stop
 * @fires {WikiSavedEvent} wiki-saved - saved; carries `saved`
 * @fires {WikiRefreshedEvent} wiki-refreshed - after saving: whether the page around shows it, `refreshed`
 * @fires {WikiCancelEvent} wiki-cancel - the user gives up; cancel to keep what was typed
 * @fires {WikiStateEvent} wiki-state - it shows something else: see `state`
 * @slot textarea - a textarea, or an editor around one, to use instead of the form's own
 * @slot notices - filled by the form with the wiki's edit notices
 * @slot preview - filled by the form with the preview
 * @slot heading - instead of the line that says what is edited; an empty element hides it
 * @slot footer - below the buttons, e.g. the licence
 * @csspart form - everything
 * @csspart message - what the wiki says
 * @csspart heading - the line that says what is edited
 * @csspart subject - the field for the heading of a new section
 * @csspart summary - the field of the summary
 * @csspart actions - the row of buttons, at the bottom of the window while the form is in view
 * @csspart save - the button that saves
 * @csspart preview - the preview, with what belongs to it
 * @csspart progress - the line above the buttons while saving
 * @cssstate dirty - something typed is not saved; and the name of each `state`
 * @cssprop [--wiki-preview-height=clamp(16rem, 60vh, 60rem)] - height of a preview on a page of another site
 * @cssprop [--wiki-text-height=clamp(12rem, 45vh, 60rem)] - height of the text; where browsers can, a shorter one takes less
 */
@define('wiki-edit-form')
export class WikiEditForm extends LitElement {
  static override styles = [tokens, controls, formStyles, styles, actionRowStyles];

  /** Title of the page. */
  @property() page = '';

  /** A section by its number, as in the wiki's own links (0 is the top), or `new` for one more; else the whole page. */
  @property() section: string | undefined;

  /** An old revision of the page, whose text is to be edited; saved, it takes the place of all later ones. */
  @property({converter: numberConverter}) oldid: number | undefined;

  /** A revision to undo; the newest of them, with `undoafter`. */
  @property({converter: numberConverter}) undo: number | undefined;

  /** The revision before the first that is undone. */
  @property({converter: numberConverter}) undoafter: number | undefined;

  /** A page whose text a new page or section begins with. */
  @property() preload: string | undefined;

  /** A page whose text is shown above the form. */
  @property() editintro: string | undefined;

  /** What fills `$1`, `$2`, … in that text; in the attribute with `|` between. */
  @property({converter: listConverter}) preloadparams: readonly string[] | undefined;

  /** The wiki, by the address of its api.php; not needed on the wiki's own pages, or in a `<wiki-provider>`. */
  @property() api = '';

  /** The wiki as an object, with options of its own. */
  @property({attribute: false}) wiki: Wiki | undefined;

  /** The summary, as the user sees and changes it. */
  @property() summary = '';

  /** Summaries to be put in by a press, below the field; in the attribute with `|` between. */
  @property({converter: listConverter}) summaries: readonly string[] | undefined;

  /** Colours where the page has no skin: `light`, `dark`, or `auto` as the system. */
  @property({reflect: true}) theme: 'auto' | 'dark' | 'light' | undefined;

  /** Texts in place of the wiki's, by key. */
  @property({attribute: false}) messages: Texts = {};

  @state() private discarding = false;
  @state() private noticeCount = 0;
  @state() private tools: Tools | undefined;

  private readonly wikiFinder = new WikiController(this);
  private readonly localize = new LocalizeController(this);
  private readonly states = new CustomStates(this);
  private readonly draft = new Draft(this);
  private readonly drafts = new Drafts(this, {
    read: () => this.draft.read(),
    restore: (fields) => {
      this.draft.restore(fields);
      this.onInput();
    },
  });
  private readonly saving = new Saving(this, this.draft, this.drafts, () => void this.opener.run());
  private readonly actions = formActions(this, this.draft, this.saving, {
    retry: () => void this.opener.run(),
    discarding: (discarding) => (this.discarding = discarding),
  });
  private readonly notices = new Notices(this);

  private readonly opener = new Task(this, {
    args: () => [this.wikiFinder.find(), this.page, given(this.section), this.oldid, this.undo, this.undoafter, given(this.preload), given(this.editintro), this.preloadparams] as const,
    task: async ([wiki, page, section, oldid, undo, undoafter, preload, editintro, preloadparams], {signal}) => {
      this.saving.close();
      // A reason why there is none: as a text, since a new error each time would start the task each time.
      if (typeof wiki === 'string') throw new TypeError(wiki);
      if (!wiki || !page) return undefined;
      const {session} = wiki;
      const messages = messagesOf(session);
      this.localize.messages = messages;
      const isOld = oldid ?? undo ?? undoafter;
      const [opening, proposed] = await Promise.all([
        openAsked(session, page, {section, preload, preloadparams: given(preloadparams), editintro, messages: messages.unknown(wikiMessageKeys), signal}),
        isOld === undefined ? undefined : lazily(() => import('./proposed.js')).then(({propose}) => propose(session, page, {section, oldid, undo, undoafter}, signal)),
      ]);
      messages.learn(opening.messages, opening.uselang);
      return new Saver(session, opening, section, proposed);
    },
    onComplete: (saver) => {
      if (saver) this.onOpened(saver);
    },
    onError: (error) => {
      if (isAbort(error)) return;
      this.saving.set({stage: 'failed', rereading: false});
      this.offerLogin(error);
    },
  });

  constructor() {
    super();
    this.addController(new LeaveGuard(this, () => this.dirty));
    this.addController(new StickyRow(this));
    this.addEventListener('keydown', this.onKeydown);
    this.addEventListener('input', this.onInput);
  }

  /** What it shows now; also on the attribute `data-state`. */
  get state(): EditFormState {
    const {refusal, stage} = this.saving.progress;
    return refusal?.state ?? stage;
  }

  /** Whether something typed is not saved. */
  get dirty(): boolean {
    return this.saving.isDirty;
  }

  /** The text as typed. */
  get text(): string {
    return this.draft.textFor(this.saving.progress.saver);
  }

  set text(text: string) {
    if (typeof text !== 'string') throw new TypeError(`text: ${shown(text)} given, a string expected`);
    this.draft.setText(text, this.saving.progress.saver);
    this.drafts.typed();
  }

  /**
   * Saves, as the button does.
   *
   * @returns what was saved; undefined when it was not: `state` tells why, and the form shows it
   */
  save(): Promise<SavedEdit | undefined> {
    return this.saving.save();
  }

  /** Gives up what was typed, and asks nobody; nothing of it is offered again. */
  discard(): void {
    this.saving.discard();
  }

  /** Reads the page again; what was typed is lost. */
  async reload(): Promise<void> {
    this.saving.set({saver: undefined, rereading: false});
    this.saving.tools?.done();
    this.draft.forget();
    this.drafts.closed();
    this.drafts.discarded();
    await this.opener.run();
  }

  override focus(options?: FocusOptions): void {
    this.draft.textbox.element.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Before anything is rendered, here or around: a slow machine takes longer to lay out a page than the wiki takes to answer.
    if (this.page && this.saving.progress.stage === 'opening') void this.opener.run();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.opener.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What is read now is another page.
    if (changed.has('page') || changed.has('section') || changed.has('oldid') || changed.has('undo')) this.saving.set({rereading: false});
    const isOther = this.dataset['state'] !== this.state;
    this.dataset['state'] = this.state;
    this.states.set(this.state, ...(this.dirty ? ['dirty'] : []));
    if (isOther) void this.updateComplete.then(() => this.dispatchEvent(new WikiStateEvent()));
    // An attribute that is taken away leaves null.
    if (!this.summary) this.summary = '';
    if (!this.page) this.page = '';
    const {stage, saver, rereading} = this.saving.progress;
    const {lang = '', dir = 'ltr'} = saver?.opening ?? {};
    const label = headingText(labelOf({stage, page: this.page, section: this.section, saver}), this.localize.msg);
    this.draft.textbox.show({label, lang, dir, readOnly: !['ready', 'saved'].includes(stage) || rereading});
  }

  protected override render(): TemplateResult {
    const {page, section, summary, noticeCount, discarding, tools, saving, draft, localize, theme, messages} = this;
    const {progress, canSave} = saving;
    const {saver} = progress;
    const view = {...progress, wiki: this.wikiFinder.find(), theme, messages, page, section, summary, noticeCount, discarding, tools, canSave, drafts: this.drafts.render(localize.msg, saver?.opening.uselang), fields: draft.fields, heading: draft.heading(saver)};
    return renderForm({...view, wanted: this.wanted, failure: this.opener.error}, this.actions, localize.msg);
  }

  /** What the author of the page has not said yet. */
  private get wanted(): string | undefined {
    if (!this.wikiFinder.find()) return 'The <wiki-provider> around it knows no wiki: give it api="https://…/w/api.php".';
    return this.page ? undefined : `<${this.localName}> has no page: give it page="Title".`;
  }

  private onOpened(saver: Saver): void {
    const {rereading} = this.saving.progress;
    const {opening, session} = saver;
    this.saving.opened(saver);
    this.discarding = false;
    this.noticeCount = this.notices.show(opening.notices, session.apiUrl, this.state !== 'readonly');
    if (rereading) return;
    void this.updateComplete.then(() => this.dispatchEvent(new WikiOpenedEvent(opening)));
    void this.openTools(saver);
  }

  private async openTools(saver: Saver): Promise<void> {
    // Without them, it can still be saved.
    const loaded = await lazily(() => import('./tools/tools.js')).catch(() => undefined);
    if (loaded) this.saving.tools = this.tools ??= new loaded.Tools(this, this.saving, this.draft, this.drafts, this.localize.msg);
    this.tools?.opened(saver);
  }

  private offerLogin(failure: unknown): void {
    if (refusalOf(failure).state === 'loggedout') void loadLogin().then(() => this.requestUpdate());
  }

  /** Typing, anywhere inside. */
  private readonly onInput = (): void => {
    const {stage, saver} = this.saving.progress;
    this.saving.set({saved: undefined, stage: stage === 'saved' ? 'ready' : stage});
    this.discarding = false;
    this.drafts.typed();
    if (this.draft.fields.tooLong) this.draft.set({tooLong: this.draft.isSummaryTooLong(saver)});
  };

  private readonly onKeydown = (event: KeyboardEvent): void => {
    const {key, ctrlKey, metaKey, altKey, shiftKey} = event;
    if (!(ctrlKey || metaKey) || altKey || shiftKey || this.saving.progress.stage === 'readonly' || (key !== 'Enter' && key.toLowerCase() !== 's')) return;
    event.preventDefault();
    void this.save();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'wiki-edit-form': WikiEditForm;
  }
}
