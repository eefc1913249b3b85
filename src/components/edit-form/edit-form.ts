import {Task} from '@lit/task';
import {LitElement, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {type Captcha, type Conflict, isAbort, type OutcomeUnknownError} from '../../core/errors.js';
import {LocalizeController} from '../../i18n/localize-controller.js';
import {messagesOf, type Texts} from '../../i18n/messages.js';
import type {SavedEdit} from '../../wiki/edit.js';
import {openEdit} from '../../wiki/edit-opening.js';
import type {Wiki} from '../../wiki/wiki.js';
import {controls} from '../controls.styles.js';
import {define} from '../define.js';
import {WikiCancelEvent, WikiOpenedEvent, WikiSavedEvent, WikiSaveEvent} from '../events.js';
import {tokens} from '../tokens.styles.js';
import {WikiController} from '../wiki-controller.js';
import {actionRowStyles} from './action-row.styles.js';
import {styles} from './edit-form.styles.js';
import {type FormActions, renderForm, type Stage} from './form-view.js';
import {LeaveGuard} from './leave-guard.js';
import {Notices} from './notices.js';
import {mayEdit, mayMarkMinor, type Saved, wikiMessageKeys} from './parts.js';
import {type Refusal, refusalOf, type RefusalState} from './refusal.js';
import {Saver} from './saver.js';
import {charactersLeft, fullSummary, headingOf} from './summary-field.js';
import {Textbox} from './textbox.js';

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
 * @fires {WikiCancelEvent} wiki-cancel - the user gives up; cancel to keep what was typed
 * @slot textarea - a textarea, or an editor around one, to use instead of the form's own
 * @slot notices - filled by the form with the wiki's edit notices
 * @slot footer - below the buttons, e.g. the licence
 * @csspart form - everything
 * @csspart message - what the wiki says
 * @csspart summary - the field of the summary
 * @csspart actions - the row of buttons, at the bottom of the window while the form is in view
 * @csspart save - the button that saves
 * @csspart progress - the line above the buttons while saving
 * @cssprop [--wiki-text-height=clamp(12rem, 45vh, 60rem)] - height of the text
 */
@define('wiki-edit-form')
export class WikiEditForm extends LitElement {
  static override styles = [tokens, controls, styles, actionRowStyles];

  /** Title of the page. */
  @property() page = '';

  /** A section by its number, as in the wiki's own links (0 is the top); without it, the whole page. */
  @property() section: string | undefined;

  /** The wiki, by the address of its api.php; not needed on the wiki's own pages, or in a `<wiki-provider>`. */
  @property() api = '';

  /** The wiki as an object, with options of its own. */
  @property({attribute: false}) wiki: Wiki | undefined;

  /** The summary, as the user sees and changes it. */
  @property() summary = '';

  /** Colours where the page has no skin: `light`, `dark`, or `auto` as the system. */
  @property({reflect: true}) theme: 'auto' | 'dark' | 'light' | undefined;

  /** Texts in place of the wiki's, by key. */
  @property({attribute: false}) messages: Texts = {};

  @state() private stage: Stage = 'opening';
  @state() private refusal: Refusal | undefined;
  @state() private saver: Saver | undefined;
  @state() private saved: Saved | undefined;
  @state() private minor = false;
  @state() private watch = false;
  @state() private discarding = false;
  @state() private tooLong = false;
  /** A text that lost its place in the textarea and may still be wanted. */
  @state() private kept: string | undefined;
  @state() private noticeCount = 0;

  /** What was set as `text` before there was a page to put it on. */
  #waiting: string | undefined;
  #summaryBefore = '';
  /** The text is being read again after saving. */
  #rereading = false;

  readonly #wiki = new WikiController(this);
  readonly #text = new LocalizeController(this);
  readonly #textbox = new Textbox(this);
  readonly #notices = new Notices(this);

  readonly #opening = new Task(this, {
    args: () => [this.#findWiki(), this.page, this.section || undefined] as const,
    task: async ([wiki, page, section], {signal}) => {
      if (!this.#rereading) this.#close();
      if (typeof wiki === 'string') throw new TypeError(wiki);
      if (!wiki || !page) return undefined;
      const {session} = wiki;
      const messages = messagesOf(session);
      this.#text.messages = messages;
      const opening = await openEdit(session, page, {section, messages: messages.unknown(wikiMessageKeys), signal});
      messages.learn(opening.messages, opening.uselang);
      return new Saver(session, opening, section);
    },
    onComplete: (saver) => {
      if (saver) this.#opened(saver);
    },
    onError: (error) => {
      if (isAbort(error)) return;
      this.#rereading = false;
      this.stage = 'failed';
    },
  });

  constructor() {
    super();
    this.addController(new LeaveGuard(() => this.dirty));
    this.addEventListener('keydown', this.#onKeydown);
    this.addEventListener('input', this.#onInput);
  }

  /** What it shows now; also on the attribute `data-state`. */
  get state(): EditFormState {
    return this.refusal?.state ?? this.stage;
  }

  /** Whether something typed is not saved. */
  get dirty(): boolean {
    return this.kept !== undefined || this.#isEdited;
  }

  get #isEdited(): boolean {
    return this.saver !== undefined && (this.stage === 'saving' || this.text !== this.saver.text || this.summary !== this.#summaryBefore);
  }

  /** The text as typed. */
  get text(): string {
    return this.saver ? this.#textbox.value : (this.#waiting ?? '');
  }

  set text(text: string) {
    if (this.saver) this.#textbox.value = text;
    else this.#waiting = text;
    this.requestUpdate();
  }

  /**
   * Saves, as the button does.
   *
   * @returns what was saved; undefined when it was not: `state` tells why, and the form shows it
   */
  async save(): Promise<SavedEdit | undefined> {
    const {saver, refusal} = this;
    if (!saver || !this.#canSave) return undefined;
    const heading = this.#heading;
    this.tooLong = charactersLeft(this.summary, heading) < 0;
    if (this.tooLong) {
      this.#focusOn('#summary');
      return undefined;
    }
    const {captcha} = (refusal?.state === 'captcha' ? refusal.error : {}) as {captcha?: Captcha};
    const change = saver.edit({
      text: this.text,
      summary: fullSummary(this.summary, heading),
      // What the tick shows, whatever the user's preferences say.
      ...(mayMarkMinor(saver.opening) && (this.minor ? {minor: true} : {notminor: true})),
      watch: this.watch,
      ...(captcha?.id !== undefined && {captchaid: captcha.id, captchaword: refusal?.word ?? ''}),
    });
    if (!this.dispatchEvent(new WikiSaveEvent(saver.opening.title, change))) return undefined;
    this.stage = 'saving';
    this.refusal = this.saved = undefined;
    try {
      return this.#settle(saver, await saver.save(change));
    } catch (error) {
      if (saver === this.saver) this.#refuse({...refusalOf(error), ...(captcha && {again: true})});
      return undefined;
    }
  }

  /** Reads the page again; what was typed is lost. */
  async reload(): Promise<void> {
    this.#rereading = false;
    this.saver = this.kept = this.#waiting = undefined;
    await this.#opening.run();
  }

  override focus(options?: FocusOptions): void {
    this.#textbox.element.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && this.stage === 'opening') void this.#opening.run();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#opening.abort();
  }

  protected override willUpdate(): void {
    this.dataset['state'] = this.state;
    // An attribute that is taken away leaves null.
    if (!this.summary) this.summary = '';
    const {opening} = this.saver ?? {};
    const label = this.#text.msg(this.stage === 'readonly' ? 'viewsource-title' : opening?.missing ? 'creating' : 'editing', opening?.title ?? this.page);
    const readOnly = !['ready', 'saved'].includes(this.stage) || this.#rereading;
    this.#textbox.show({label, lang: opening?.lang ?? '', dir: opening?.dir ?? 'ltr', readOnly});
  }

  protected override render(): TemplateResult {
    const {stage, page, refusal, saved, kept, noticeCount, summary, tooLong, minor, watch, discarding, saver} = this;
    const own = {opening: saver?.opening, apiUrl: saver?.apiUrl ?? '', failure: this.#opening.error, heading: this.#heading, inSection: Boolean(this.section), canSave: this.#canSave};
    return renderForm({stage, page, refusal, saved, kept, noticeCount, summary, tooLong, minor, watch, discarding, ...own}, this.#actions, this.#text.msg);
  }

  readonly #actions: FormActions = {
    onSubmit: (event) => {
      event.preventDefault();
      void this.save();
    },
    onRetry: () => void this.#opening.run(),
    onTextbox: () => this.requestUpdate(),
    onSummary: (summary) => (this.summary = summary),
    onMinor: (on) => (this.minor = on),
    onWatch: (on) => (this.watch = on),
    onCancel: () => this.#onCancel(),
    onDiscard: () => this.#cancel(),
    onKeep: () => {
      this.discarding = false;
      this.focus();
    },
    onCaptchaWord: (word) => (this.refusal = this.refusal && {...this.refusal, word}),
    onCheck: () => void this.#check(),
    onRecreate: () => this.#saveBy((saver) => saver.recreate()),
    onSaveAgain: () => this.#saveBy(() => {}),
    onSaveMine: () => this.#saveMine(),
    onTakeTheirs: () => this.#takeTheirs(),
    onWholePage: () => (this.section = undefined),
  };

  get #heading(): string | undefined {
    return !this.section || !this.saver ? undefined : headingOf(this.saver.text);
  }

  get #conflict(): Conflict | undefined {
    return this.refusal?.state === 'conflict' ? (this.refusal.error as {conflict: Conflict}).conflict : undefined;
  }

  get #canSave(): boolean {
    return (this.stage === 'ready' || this.stage === 'saved') && this.refusal?.state !== 'conflict' && this.refusal?.checked !== 'checking' && !this.#rereading;
  }

  /** The reason, as a text, when there is none: a new error each time would start the task each time. */
  #findWiki(): Wiki | string | undefined {
    try {
      return this.#wiki.value;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  /** Another page or section is asked for: what was typed for the one before stays at hand. */
  #close(): void {
    if (this.#isEdited) this.kept = this.text;
    this.stage = 'opening';
    this.saver = this.refusal = this.saved = undefined;
  }

  #opened(saver: Saver): void {
    const {opening} = saver;
    const again = this.#rereading;
    this.#rereading = false;
    this.saver = saver;
    this.#textbox.value = this.#waiting ?? opening.text;
    this.#waiting = undefined;
    this.#summaryBefore = this.summary;
    this.minor = this.discarding = this.tooLong = false;
    this.watch = opening.watched;
    this.refusal = undefined;
    this.stage = mayEdit(opening) ? (again ? 'saved' : 'ready') : 'readonly';
    this.noticeCount = this.#notices.show(opening.notices, saver.apiUrl, this.stage !== 'readonly');
    if (!again) void this.updateComplete.then(() => this.dispatchEvent(new WikiOpenedEvent(opening)));
  }

  #settle(saver: Saver, saved: SavedEdit): SavedEdit {
    const inStep = saver.settle(saved);
    if (saver === this.saver) {
      this.stage = 'saved';
      this.saved = {...saved, merged: saver.merged};
      this.refusal = this.kept = undefined;
      this.summary = this.#summaryBefore = '';
      this.minor = false;
      if (!inStep) {
        this.#rereading = true;
        void this.#opening.run();
      }
    } else if (this.kept === saver.sentText) {
      this.kept = undefined;
    }
    this.dispatchEvent(new WikiSavedEvent(saved));
    return saved;
  }

  #refuse(refusal: Refusal): void {
    this.stage = 'ready';
    this.refusal = refusal;
    this.#focusOn(refusal.state === 'captcha' ? '#captcha' : '#refusal');
  }

  /** Asks whether the edit whose answer was lost is there. */
  async #check(): Promise<void> {
    const {saver, refusal} = this;
    if (!saver || !refusal || refusal.checked === 'checking') return;
    this.refusal = {...refusal, checked: 'checking'};
    try {
      const found = await (refusal.error as OutcomeUnknownError<SavedEdit>).check();
      if (found) {
        this.#settle(saver, found);
        this.#focusOn('.save');
      } else {
        this.#refuse({...refusal, checked: 'not found'});
      }
    } catch (error) {
      this.#refuse({...refusal, texts: refusalOf(error).texts});
    }
  }

  #saveBy(prepare: (saver: Saver) => void): void {
    if (!this.saver) return;
    prepare(this.saver);
    this.refusal = undefined;
    // The button that was pressed goes away.
    this.#focusOn('.save');
    void this.save();
  }

  #saveMine(): void {
    const theirRevid = this.#conflict?.theirRevid;
    if (theirRevid !== undefined) this.#saveBy((saver) => saver.rebase(theirRevid));
  }

  /** Their text goes into the textarea; one's own stays beside it. */
  #takeTheirs(): void {
    const {theirs, theirRevid} = this.#conflict ?? {};
    if (!this.saver || theirs === undefined || theirRevid === undefined) return;
    this.kept = this.text;
    this.saver.rebase(theirRevid);
    this.saver.text = theirs;
    this.text = theirs;
    this.refusal = undefined;
    this.focus();
  }

  #onCancel(): void {
    if (this.stage === 'saving') return;
    if (!this.dirty) {
      this.#cancel();
      return;
    }
    this.discarding = true;
    this.#focusOn('#keep');
  }

  #cancel(): void {
    this.discarding = false;
    if (!this.dispatchEvent(new WikiCancelEvent()) || !this.saver) return;
    this.text = this.saver.text;
    this.summary = this.#summaryBefore;
    this.refusal = this.kept = undefined;
    this.focus();
  }

  #focusOn(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  /** Typing, anywhere inside. */
  readonly #onInput = (): void => {
    if (this.stage === 'saved') this.stage = 'ready';
    if (this.saved) this.saved = undefined;
    this.discarding = false;
    this.tooLong &&= charactersLeft(this.summary, this.#heading) < 0;
    this.requestUpdate();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const {key, ctrlKey, metaKey, altKey, shiftKey} = event;
    if (!(ctrlKey || metaKey) || altKey || shiftKey || this.stage === 'readonly' || (key !== 'Enter' && key.toLowerCase() !== 's')) return;
    event.preventDefault();
    void this.save();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'wiki-edit-form': WikiEditForm;
  }
}
